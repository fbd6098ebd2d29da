"""Follows the play that is running on this machine, through the file it is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from coaching.errors import TrothError
from coaching.scenario.play import Play

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.scenario.run import Run
    from coaching.scenario.script import Script
    from coaching.scenario.workshop import Workshop

RECENT = timedelta(hours=12)
"""So long a play that was left still shows its notes; later the window waits for a new one."""


class KeptRun(Protocol):
    """One run on the disk."""

    @property
    def name(self) -> str:
        """What tells it from other runs."""

    def stamp(self) -> object:
        """What changes when it is kept anew."""

    def read(self) -> Run:
        """The run; raises `TrothError`."""

    def case(self) -> Script:
        """Its case; raises `TrothError`."""

    def is_playing(self) -> bool:
        """Whether a living player has it."""


class KeptRuns(Protocol):
    """All runs of this user."""

    def newest(self) -> KeptRun | None:
        """The one played now, else the last one; None where there is none."""


@dataclass(frozen=True)
class Seen:
    """What the notes tell of: a run and its play, and whether its player is still open.

    Both are None while nothing is played. `problem` is why a run there cannot be shown, `left` the
    title of a play that was left and can be gone on with.
    """

    play: Play | None = None
    run: Run | None = None
    playing: bool = False
    problem: str = ""
    left: str = ""


class Follower:
    """Looks at the kept runs again and again; any of them may appear, change or go meanwhile."""

    def __init__(self, runs: KeptRuns, house: Workshop) -> None:
        """`house` is the frame that all cases share."""
        self._runs = runs
        self._house = house
        self._stamp: tuple[str, object] | None = None
        self._read: tuple[Play, Run] | None = None

    def look(self, now: datetime) -> Seen:
        """What is played now; a run that did not change is not read again."""
        kept = self._runs.newest()
        if kept is None:
            return Seen()
        try:
            play, run = self._as_kept(kept)
        except TrothError as error:
            self._stamp = None
            return Seen(problem=error.sentence)
        playing = kept.is_playing()
        if not playing and (run.session.is_over or now - run.saved > RECENT):
            return Seen(left=play.script.title)
        return Seen(play, run, playing)

    def _as_kept(self, kept: KeptRun) -> tuple[Play, Run]:
        stamp = (kept.name, kept.stamp())
        if self._read is None or stamp != self._stamp:
            run = kept.read()
            self._read = (Play.resume(kept.case(), self._house, run.session), run)
            self._stamp = stamp
        return self._read
