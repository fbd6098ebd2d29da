"""A reply owed: who owes it, since when, by when, and the day it came."""

from datetime import date
from typing import ClassVar

from pydantic import model_validator

from coaching.errors import Refused
from coaching.record.base import MyShort, Record, Side


class Reply(Record):
    """`asked` are later days on which the waiting side asked again; `due` is the agreed day.

    `let_go` is the day it was not needed any more.
    """

    table: ClassVar[str] = "replies"

    owes: Side
    about: MyShort = ""
    since: date
    due: date
    asked: tuple[date, ...] = ()
    answered: date | None = None
    let_go: date | None = None

    @model_validator(mode="after")
    def _one_end(self) -> "Reply":
        if self.answered is not None and self.let_go is not None:
            raise Refused("A reply was either given or not needed any more, not both.")
        return self

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits."""
        return self.answered is None and self.let_go is None
