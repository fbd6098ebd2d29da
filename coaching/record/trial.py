"""A trial of another format: how two people meet for a while, until a day to decide about it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.record.base import OurTitle, Record

TrialEnd = Literal["keep", "change", "back"]


class Trial(Record):
    """Another way to meet, tried from `since`; from `until` on the two decide about it.

    `end` is what they decided, on the day `ended`: keep it, change it, or back to how it was.
    """

    table: ClassVar[str] = "trials"

    what: OurTitle
    since: date
    until: date
    end: TrialEnd | None = None
    ended: date | None = None

    @model_validator(mode="after")
    def _end_has_its_day(self) -> "Trial":
        if (self.end is None) != (self.ended is None):
            raise Refused("A format that is decided about needs its day, and an open one has none.")
        return self

    def is_due(self, day: date) -> bool:
        """Whether the day to decide has come and nothing is decided."""
        return self.end is None and day >= self.until
