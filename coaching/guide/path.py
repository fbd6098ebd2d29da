"""The quick decision path: from a first plain choice to the few hurdles that come close."""

from typing import Annotated

from pydantic import Field

from coaching.guide.parts import Evidenced, Id, Part, Words
from coaching.record.relationship import Role


class TellingAnswer(Part):
    """An answer in plain words, and what it says about hurdles; it need not speak of any.

    `names_outside_cause` where the user names a cause from outside by it.
    """

    id: Id
    label: Words
    speaks_for: tuple[Id, ...] = ()
    speaks_against: tuple[Id, ...] = ()
    names_outside_cause: bool = False

    def stance(self, hurdle_id: str) -> int:
        """1 where it speaks for a hurdle, -1 where against, 0 where neither."""
        return (hurdle_id in self.speaks_for) - (hurdle_id in self.speaks_against)


class TellingQuestion(Part):
    """A question that tells hurdles apart, with its answers."""

    id: Id
    text: Words
    answers: Annotated[tuple[TellingAnswer, ...], Field(min_length=2)]


class Area(Part):
    """One choice of the first page, with its hurdles in order."""

    id: Id
    label: Words
    help: Words
    names_outside_cause: bool = False
    hurdles: Annotated[tuple[Id, ...], Field(min_length=1)]


class Withheld(Part):
    """A hurdle that is not put before this role; it can still be chosen from all."""

    role: Role
    hurdle: Id


class DecisionPath(Evidenced):
    """From a first plain choice to at most `shown_at_first` hurdles."""

    shown_at_first: Annotated[int, Field(ge=1, le=3)]
    withheld: tuple[Withheld, ...]
    only_when_named: tuple[Id, ...]
    areas: tuple[Area, ...]
    telling_apart: tuple[TellingQuestion, ...]

    def area(self, area_id: str) -> Area:
        """The area of this id; KeyError where there is none."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise KeyError(area_id)
