"""When each beat of a check-in begins by the clock, and which one it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coaching.agenda.says import Agenda, BeatLines
    from coaching.moments import Wall


@dataclass(frozen=True, slots=True)
class Timed:
    """A beat, and from when to when it would be."""

    beat: BeatLines
    begins: datetime
    ends: datetime

    def is_now(self, now: datetime) -> bool:
        """Whether it is this beat's time."""
        return self.begins <= now < self.ends


def begun(wall: Wall | None, minutes: int, opened: datetime) -> datetime:
    """When the talk began: at the time agreed while that runs, else when the page was opened."""
    agreed = wall.instant() if wall else None
    if agreed is not None and agreed <= opened < agreed + timedelta(minutes=minutes):
        return agreed.astimezone(opened.tzinfo)
    return opened


def timed(agenda: Agenda, start: datetime) -> list[Timed]:
    """The beats one after the other from the start."""
    found, begins = [], start
    for beat in agenda.beats:
        ends = begins + timedelta(minutes=beat.minutes)
        found.append(Timed(beat, begins, ends))
        begins = ends
    return found
