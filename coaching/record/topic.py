"""A topic and how far the mentee decides in it alone, from being told to deciding unasked."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coaching.record.base import OurTitle, Record, Value

Level = Annotated[int, Field(ge=1, le=6)]
MoveReason = Literal["went_well", "mentee_asked", "safety"]
Went = Literal["well", "partly", "not_well", "cannot_say"]


class Try(Value):
    """Once at a level, and how it went as the mentee says."""

    on: date
    level: Level
    went: Went


class Move(Value):
    """A step on the ladder, and why it was taken."""

    on: date
    was: Level
    now: Level
    why: MoveReason


class Topic(Record):
    """Levels: 1 tell, 2 show, 3 suggest, 4 ask, 5 mentee decides and informs, 6 mentee decides."""

    table: ClassVar[str] = "topics"

    name: OurTitle
    level: Level
    since: date
    tries: tuple[Try, ...] = ()
    moves: tuple[Move, ...] = ()
    ended: date | None = None
