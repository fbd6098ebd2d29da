"""A check-in: a meeting, planned, then held, moved, missed, cancelled or left unknown."""

from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.moments import Moment, Wall
from coaching.record.base import OurShort, Record, Side

Outcome = Literal["planned", "held", "moved", "missed", "cancelled", "unknown"]
Kind = Literal["first", "regular", "short", "review", "repair", "closing"]


class Checkin(Record):
    """One meeting. `planned` is the wall time agreed; `held` the moment it really took place.

    `by` says who moved, missed or cancelled it; None where nobody said. `moved_to` is the id of
    the check-in that took its place. `hurdle` is set where this is the look-again date of one.
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

    @model_validator(mode="after")
    def _outcome_fits(self) -> "Checkin":
        if (self.outcome == "held") != (self.held is not None):
            raise Refused("A held check-in needs the day it was held, and no other kind has one.")
        if self.outcome != "held" and self.planned is None:
            raise Refused("A check-in that was not held needs the date it was planned for.")
        return self
