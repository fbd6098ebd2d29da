"""Say it or keep it: one doubt, fear or hope, and what the user decided to do with it."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from coaching.errors import Refused
from coaching.record.base import MyLong, MyShort, Record
from coaching.text import has_visible

DoubtKind = Literal["doubt", "fear", "hope"]
Then = Literal["say_next_time", "not_yet", "tell_someone_else"]


def _not_blank(text: str) -> str:
    if not has_visible(text):
        raise Refused("This field is empty. Write a word or two.")
    return text


class Doubt(Record):
    """Only the user reads it. `who` is someone outside to tell; `said` the day it was said."""

    table: ClassVar[str] = "doubts"

    on: date
    kind: DoubtKind
    text: Annotated[MyLong, AfterValidator(_not_blank)]
    then: Then = "not_yet"
    who: MyShort = ""
    said: date | None = None
    let_go: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither said nor let go."""
        return self.said is None and self.let_go is None
