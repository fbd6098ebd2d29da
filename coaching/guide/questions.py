"""The question bank: open questions by phase and purpose, for either side to ask."""

from collections.abc import Collection, Mapping
from typing import Literal

from coaching.guide.parts import Id, Part, Words
from coaching.record.relationship import Role

BankPhase = Literal["starting", "growing", "strain", "parting"]


class BankQuestion(Part):
    """One open question. `asker` limits it to one role; None suits both."""

    id: Id
    text: Words
    asker: Role | None = None


class QuestionGroup(Part):
    """The questions of one phase for one purpose."""

    phase: BankPhase
    purpose: Id
    name: Words
    questions: tuple[BankQuestion, ...]


class QuestionBank(Part):
    """All questions, in the order they are offered."""

    groups: tuple[QuestionGroup, ...]

    def find(self, question_id: str) -> BankQuestion | None:
        """The question of this id; None for ids of other versions."""
        every = (one for group in self.groups for one in group.questions)
        return next((one for one in every if one.id == question_id), None)

    def fitting(
        self, phase: BankPhase, role: Role, *, purpose: str | None = None
    ) -> tuple[BankQuestion, ...]:
        """The questions this role may ask in a phase, one of each purpose before a second."""
        columns = [
            [one for one in group.questions if one.asker in (None, role)]
            for group in self.groups
            if group.phase == phase and purpose in (None, group.purpose)
        ]
        longest = max(map(len, columns), default=0)
        rows = (column[row] for row in range(longest) for column in columns if row < len(column))
        return tuple(rows)

    def next_question(
        self,
        phase: BankPhase,
        role: Role,
        asked: Mapping[str, int],
        *,
        resting: Collection[str] = (),
        purpose: str | None = None,
    ) -> BankQuestion | None:
        """The first one asked least often, leaving out those asked lately; None where none fits."""
        fitting = self.fitting(phase, role, purpose=purpose)
        rested = [one for one in fitting if one.id not in resting]
        return min(rested or fitting, key=lambda one: asked.get(one.id, 0), default=None)
