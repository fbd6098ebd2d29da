"""A goal of a relationship: what, who wrote it, and what became of it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import model_validator

from coaching.errors import Refused
from coaching.record.base import OurTitle, Record

Author = Literal["me", "them", "both"]
GoalEnd = Literal["reached", "changed", "dropped"]


class Goal(Record):
    """`author` says whose words the goal is in; `ended` is the day it was reached or let go."""

    table: ClassVar[str] = "goals"

    what: OurTitle
    author: Author
    since: date
    end: GoalEnd | None = None
    ended: date | None = None

    @model_validator(mode="after")
    def _end_has_its_day(self) -> "Goal":
        if (self.end is None) != (self.ended is None):
            raise Refused("A goal that has ended needs its day, and one that has not has none.")
        return self
