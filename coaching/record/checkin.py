"""A check-in: a meeting, planned, then held, moved, missed, cancelled or left unknown."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.moments import Moment, Wall
from coaching.record.base import MyShort, OurShort, Record, Side

Outcome = Literal["planned", "held", "moved", "missed", "cancelled", "unknown"]
Kind = Literal["first", "regular", "short", "review", "repair", "closing"]
AgendaAuthor = Literal["me", "them", "both"]
HabitWent = Literal["yes", "partly", "no", "cannot_say"]

COUNTS_FOR_NOTHING = ("planned", "unknown")


class Checkin(Record):
    """One meeting. `planned` is the wall time agreed; `held` the moment it really took place.

    `by` says who moved, missed or cancelled it; None where nobody said. `moved_to` is the id of
    the check-in that took its place. `hurdle` is set where this is the look-again date of one.

    `agenda_by` says who set the agenda; `agenda_order` and `agenda_dropped` name lines of it that
    the user moved or took off. `asked` is the question taken from the bank, `habit` the listening
    habit to try and `habit_went` whether it happened. `guess` is what may be on the other's mind,
    written before; `was` what it was, written after.
    """

    table: ClassVar[str] = "checkins"

    planned: Wall | None = None
    kind: Kind = "regular"
    topic: OurShort = ""
    outcome: Outcome = "planned"
    by: Side | None = None
    held: Moment | None = None
    moved_to: str | None = None
    hurdle: str | None = None
    agenda_by: AgendaAuthor | None = None
    agenda_order: tuple[str, ...] = ()
    agenda_dropped: tuple[str, ...] = ()
    asked: str = ""
    habit: str = ""
    habit_went: HabitWent | None = None
    guess: MyShort = ""
    was: MyShort = ""

    @model_validator(mode="after")
    def _outcome_fits(self) -> "Checkin":
        if (self.outcome == "held") != (self.held is not None):
            raise Refused("A held check-in needs the day it was held, and no other kind has one.")
        if self.outcome != "held" and self.planned is None:
            raise Refused("A check-in that was not held needs the date it was planned for.")
        return self


def happened_on(checkin: Checkin) -> date:
    """The day a check-in took place, or was planned for."""
    if checkin.held is not None:
        return checkin.held.day
    if checkin.planned is None:
        raise ValueError("a check-in without a day")
    return checkin.planned.day


def last_held(checkins: Sequence[Checkin]) -> date | None:
    """The day of the last check-in held, from which the rhythm counts."""
    return max((happened_on(one) for one in checkins if one.outcome == "held"), default=None)


def known(checkins: Sequence[Checkin]) -> list[Checkin]:
    """Those whose outcome is known, oldest first; planned and unknown ones count for nothing."""
    told = [one for one in checkins if one.outcome not in COUNTS_FOR_NOTHING]
    return sorted(told, key=happened_on)


def recent(checkins: Sequence[Checkin], most: int) -> list[Checkin]:
    """The latest of known outcome, at most so many, oldest first."""
    return known(checkins)[-most:]
