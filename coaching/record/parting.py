"""An ending: announced, with its loose ends and, where both want it, one friendly word later."""

from datetime import date
from typing import ClassVar

from coaching.record.base import MyLong, OurLong, OurShort, Record


class Parting(Record):
    """How a relationship ends, or changes into another one. No reason is needed.

    `ends` is the last day meant, `ended` the day it really ended; `loose_ends` stand one on a line;
    `from_now` says what the two are to each other afterwards. `follow_up` is the day of one
    friendly word, if both want it; `followed` the day it was sent; `checkin` is the id of the
    check-in planned for it.
    """

    table: ClassVar[str] = "partings"

    announced: date
    ends: date | None = None
    ended: date | None = None
    message: MyLong = ""
    thanks: OurShort = ""
    loose_ends: OurLong = ""
    from_now: OurShort = ""
    both_want_follow_up: bool = False
    follow_up: date | None = None
    followed: date | None = None
    checkin: str | None = None
