"""The quick decision path: from a first plain choice to the few hurdles that come close."""

from typing import Annotated

from pydantic import Field

from coaching.guide.parts import Evidenced, Id, Part, Words
from coaching.record.relationship import Role


class SplitAnswer(Part):
    """An answer in plain words and the hurdle it puts first."""

    label: Words
    first: Id


class Split(Part):
    """A question that splits the candidates of an area."""

    text: Words
    answers: Annotated[tuple[SplitAnswer, ...], Field(min_length=2)]


class Area(Part):
    """One choice of the first page, with its hurdles in order."""

    id: Id
    label: Words
    help: Words
    names_outside_cause: bool = False
    hurdles: Annotated[tuple[Id, ...], Field(min_length=1)]
    split: tuple[Split, ...]


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

    def area(self, area_id: str) -> Area:
        """The area of this id; KeyError where there is none."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise KeyError(area_id)
