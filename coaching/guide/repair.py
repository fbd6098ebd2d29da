"""The words of the deeper repair: marking sentences, commitments, the answer, looking again."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.parts import Choice, Evidenced, Lines, Part, Words
from coaching.record.repair import OwnPart

ShapeId = Literal["first_person", "act", "date"]
LookQuestion = Literal["kept", "again", "sooner", "unsaid", "wants"]
Pointed = Literal["kept", "waits", "again", "happened", "theirs"]


class PartWords(Part):
    """One thing a sentence of an acknowledgement can do."""

    id: OwnPart
    label: Words


class ShapeWords(Part):
    """The question where a marked sentence has not this shape."""

    id: ShapeId
    ask: Words


class OwnWords(Evidenced):
    """Guided tagging: what a sentence can do, and what its shape asks about."""

    parts: tuple[PartWords, ...]
    shapes: tuple[ShapeWords, ...]
    not_marked: Words
    all_marked: Words
    limits: Words

    def label(self, part: str) -> str:
        """What a sentence marked with this part does, in words."""
        return next(one.label for one in self.parts if one.id == part)

    def ask(self, shape: ShapeId) -> str:
        """The question about a shape."""
        return next(one.ask for one in self.shapes if one.id == shape)


class VagueWords(Part):
    """Words that leave open what will be seen; asked about with an example."""

    words: Annotated[Lines, Field(min_length=1)]
    ask: Words


class CommitmentWords(Evidenced):
    """Commitments: how each becomes something that can be seen."""

    vague: tuple[VagueWords, ...]
    most: Words
    sooner: Words
    once_more: Words
    carry_little: Words


class ListenWords(Evidenced):
    """Said, heard, meant: the rules that stand beside the columns."""

    effect: Words
    unknown: Words
    differs: Words
    not_cleared: Words
    cleared: Words


class LookWords(Evidenced):
    """The questions of a look again, their answers, and what stands between it and an end."""

    opening: Words
    why: Words
    apart: Words
    questions: tuple[Choice, ...]
    answers: tuple[Choice, ...]
    afraid: Words
    afraid_next: Words
    wants: tuple[Choice, ...]
    points: tuple[Choice, ...]
    not_yet: Words
    third_person: Words
    learned: Words
    into_agreement: Words

    def question(self, question: LookQuestion) -> str:
        """The question of this id."""
        return next(one.label for one in self.questions if one.id == question)

    def answer(self, answer: str) -> str:
        """An answer in words."""
        return next(one.label for one in self.answers if one.id == answer)

    def want(self, want: str) -> str:
        """What somebody wants from here, in words."""
        return next(one.label for one in self.wants if one.id == want)

    def point(self, point: Pointed) -> str:
        """What stands between here and an end, in words."""
        return next(one.label for one in self.points if one.id == point)


class RepairHeadings(Part):
    """The headings of the deeper repair in the plan."""

    listen: Words
    their_column: Words
    now: Words
    marked: Words
    impact_note: Words
    expected: Words
    commitments: Words
    opening: Words
    when_and_how: Words
    answer_back: Words
    looks: Words
    their_looks: Words


class RepairWords(Part):
    """All the words of the deeper repair that are not questions of the wizard."""

    listen: ListenWords
    own: OwnWords
    commitments: CommitmentWords
    first: tuple[Choice, ...]
    answered: tuple[Choice, ...]
    decisions: tuple[Choice, ...]
    stop_rules: Lines
    no_good_intent: Words
    look: LookWords
    plan: RepairHeadings
