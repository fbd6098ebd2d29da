"""A run on the projector: the play, its times and where it is kept; every change is kept first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from coaching.ports import Clock
    from coaching.scenario.play import Play
    from coaching.scenario.run import Run


class KeptFile(Protocol):
    """Where a run and the copy of its case are kept."""

    @property
    def path(self) -> Path:
        """The file of the run."""

    @property
    def case_path(self) -> Path:
        """The copy of the case."""


class Keeper(Protocol):
    """Keeps one run, which nobody else has meanwhile."""

    @property
    def file(self) -> KeptFile:
        """Where it is kept."""

    def save(self, run: Run) -> None:
        """Keep it as it is now; raises `TrothError`."""

    def close(self) -> None:
        """Let another player have it."""


@dataclass
class Stage:
    """One run. `run` is what was kept last, or could not be kept; `hello` is said at first."""

    play: Play
    run: Run
    keeper: Keeper
    clock: Clock
    hello: str = ""

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.clock.now()

    @property
    def hands(self) -> dict[str, int]:
        """The hands counted at the choice shown, hidden or not."""
        decision = self.play.page.decision
        return {} if decision is None else dict(self.play.session.ballot(decision).hands)

    @property
    def taken(self) -> str:
        """The choice that was taken at the choice shown, or ""."""
        decision = self.play.page.decision
        chosen = self.play.session.chosen
        return "" if decision is None else next(iter(chosen[decision : decision + 1]), "")

    @property
    def revealed(self) -> bool:
        """Whether the hands at the choice shown may be seen."""
        return self.play.counts() is not None

    def turn(self, play: Play) -> None:
        """Go on with this play. Raises `TrothError` where it could not be kept; it goes on."""
        if play.at_end and not play.session.is_over:
            play = play.end(self.now)
        until = None if self._is_left_by(play) else self.run.timer_until
        self.play = play
        counting = self.run.counting_from
        if counting is None and play.session.page > 0:
            counting = self.now
        self._keep({"session": play.session, "counting_from": counting, "timer_until": until})

    def _is_left_by(self, play: Play) -> bool:
        """Whether the page shown is left, or its hands are shown now; its countdown ends then."""
        turned = play.session.page != self.play.session.page
        return turned or (play.counts() is None) != (self.play.counts() is None)

    def count_down(self, minutes: float) -> None:
        """Begin a countdown, or stop it with 0. Raises `TrothError` as `turn` does."""
        until = self.now + timedelta(minutes=minutes) if minutes else None
        self._keep({"timer_until": until})

    def _keep(self, changes: dict[str, object]) -> None:
        self.run = self.run.model_copy(update={**changes, "saved": self.now})
        self.keeper.save(self.run)
