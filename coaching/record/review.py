"""A review: a walk through the agreement line by line, each one kept, changed or dropped."""

from datetime import date
from typing import ClassVar, Literal

from coaching.record.base import OurLong, Record, Value

Decision = Literal["keep", "change", "drop"]


class ReviewLine(Value):
    """What was decided about one line of the agreement, named by its field.

    `words` are the new ones of a changed line; a day in them is ISO.
    """

    line: str
    decision: Decision
    words: OurLong = ""


class Review(Record):
    """`agreement` is the version walked through; `done` the day the walk came to its end."""

    table: ClassVar[str] = "reviews"

    began: date
    agreement: str
    lines: tuple[ReviewLine, ...] = ()
    done: date | None = None
