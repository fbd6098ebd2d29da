"""Feedback, given or received: situation, behaviour, impact, one request; and what came of it."""

from datetime import date
from typing import ClassVar, Literal

from coaching.record.base import MyLong, MyShort, OurShort, Record

Direction = Literal["given", "received"]


class Feedback(Record):
    """One piece of feedback. `said` is the day it was said; before that it is only prepared.

    `asked_for` is a narrow request for it, `asked` the day of asking. What is prepared stays with
    the user; the answer (thanks, what will be done, what not, why, what changed) is for both.
    """

    table: ClassVar[str] = "feedback"

    direction: Direction
    on: date
    asked_for: MyShort = ""
    asked: date | None = None
    situation: MyLong = ""
    behaviour: MyLong = ""
    impact: MyLong = ""
    request: MyShort = ""
    said: date | None = None
    thanks: OurShort = ""
    will_do: OurShort = ""
    will_not: OurShort = ""
    why: OurShort = ""
    answered: date | None = None
    changed_since: OurShort = ""
    changed_on: date | None = None
