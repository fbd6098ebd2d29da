"""The known hurdles: kinds of situations that strain trust, and what usually helps."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.parts import Evidenced, Id, Lines, Part, Words
from coaching.record.relationship import Role

Quality = Literal["intentions", "abilities", "character"]
Kind = Literal["repairable", "repairable_with_care", "hard", "build"]
Signal = Literal[
    "late_promises",
    "late_promises_both",
    "moved_or_cancelled_by_me",
    "moved_or_cancelled_by_them",
    "moved_or_cancelled_by_both",
    "gap_over_longest",
    "long_since_last",
    "few_checkins",
    "no_rhythm",
    "held_as_planned",
    "year_together",
]
SAFETY_DOOR = "safety"


class Touch(Part):
    """Which of the three qualities of trust is touched, with a reason in a few words."""

    quality: Quality
    because: Words


class Sign(Part):
    """Something one side may have noticed. Its id is unique among all signs."""

    id: Id
    text: Words


class Signs(Part):
    """What each side may have noticed."""

    mentor: Annotated[tuple[Sign, ...], Field(min_length=1)]
    mentee: Annotated[tuple[Sign, ...], Field(min_length=1)]

    def seen_by(self, role: Role) -> tuple[Sign, ...]:
        """What someone in this role may have noticed."""
        return self.mentor if role == "mentor" else self.mentee


class Ask(Part):
    """A question that tells neighbours apart: at the answer `when`, look at `points_to`.

    A target is a hurdle id, or `SAFETY_DOOR`: stop, and open the safety question.
    """

    text: Words
    when: Words | None = None
    points_to: tuple[Id, ...] = ()


class DeedIdeas(Part):
    """Examples of one small deed with a date: the user's own, or asked of the other."""

    mine: Lines
    ask_of_them: Lines


class KnownHurdle(Evidenced):
    """One of the 18 kinds of hurdle: a situation, never a person. `follow_up_days` is a default."""

    id: Id
    name: Words
    line: Words
    definition: Words
    kind: Kind
    touches: Annotated[tuple[Touch, ...], Field(min_length=1)]
    signs: Signs
    ask: Annotated[tuple[Ask, ...], Field(min_length=1)]
    ask_first: Words
    neighbours: tuple[Id, ...]
    records: tuple[Signal, ...]
    first_moves: Lines
    not_self_repair: Lines
    deed_ideas: DeedIdeas
    change_ideas: Lines
    follow_up_days: Annotated[int, Field(ge=1, le=365)]

    def touched(self) -> str:
        """For example: a kept word (trust in character) and finding the time (in abilities)."""
        first, *others = (f"{one.because} (%s{one.quality})" for one in self.touches)
        return " and ".join((first % "trust in ", *(one % "in " for one in others)))
