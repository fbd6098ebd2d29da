"""A promise: who will do what, by when, and what became of it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.record.base import OurTitle, Record, Side, Value

PromiseState = Literal["open", "kept", "dropped", "broken"]


class NewDate(Value):
    """A later date agreed for a promise: `was` the old date, `agreed` the day of agreeing."""

    was: date
    agreed: date
    now: date

    @property
    def in_good_faith(self) -> bool:
        """Agreed before the old date had passed (house rule: it counts as kept faith)."""
        return self.agreed <= self.was


class Promise(Record):
    """What one side said it would do. `settled` is the day it was kept, let go or broken."""

    table: ClassVar[str] = "promises"

    what: OurTitle
    whose: Side
    made: date
    by: date
    state: PromiseState = "open"
    settled: date | None = None
    new_dates: tuple[NewDate, ...] = ()
    hurdle: str | None = None

    @model_validator(mode="after")
    def _settled_fits(self) -> "Promise":
        if (self.state == "open") == (self.settled is not None):
            raise Refused("An open promise has no settled day, and a settled one needs it.")
        return self

    @property
    def renewed_in_time(self) -> bool:
        """Whether a new date was agreed before the old one had passed."""
        return any(new.in_good_faith for new in self.new_dates)

    @property
    def kept_late_days(self) -> int:
        """Days from the last date agreed in good faith to the day it was kept; 0 when in time."""
        if self.state != "kept" or self.settled is None:
            return 0
        slipped = next((new.was for new in self.new_dates if not new.in_good_faith), self.by)
        return max(0, (self.settled - slipped).days)
