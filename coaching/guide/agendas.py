"""Agendas by kind of check-in: their beats, how many minutes each, and what fills it."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.parts import Evidenced, Id, Lines, Part, Words
from coaching.record.checkin import Kind
from coaching.record.relationship import Role

Fill = Literal[
    "promises",
    "topic",
    "question",
    "feedback",
    "celebrate",
    "new_promises",
    "next_date",
    "agreement_lines",
    "independence",
    "hurdle",
    "loose_ends",
    "story",
    "nothing",
]


class Beat(Part):
    """One part of a check-in. `mentee_name` words it for a user who is the mentee."""

    id: Id
    name: Words
    mentee_name: Words | None = None
    minutes: Annotated[int, Field(ge=1, le=120)]
    fill: Fill = "nothing"
    prompts: Lines = ()

    def named(self, role: Role) -> str:
        """Its name for this user."""
        return self.mentee_name if role == "mentee" and self.mentee_name else self.name


class KnownAgenda(Evidenced):
    """The beats of one kind of check-in; the minutes are defaults."""

    kind: Kind
    name: Words
    purpose: Words
    beats: tuple[Beat, ...]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(beat.minutes for beat in self.beats)
