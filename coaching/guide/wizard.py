"""The wizard's questions and the words around them, worded for a role and a side."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.guide.hurdles import Kind
from coaching.guide.parts import Choice, Evidenced, Id, Lines, Part, Words
from coaching.record.hurdle import How, Owning
from coaching.record.relationship import Role

StepId = Literal["source", "repair", "support"]
QuestionId = Id
"""An id of `coaching.hurdle.steps` or `coaching.hurdle.deeper`; checked when it is loaded."""
Takes = Literal["text", "choice", "date", "fields", "ticks"]


class Step(Part):
    """One of the three boxes across the top."""

    id: StepId
    name: Words
    tagline: Words


class AnswerField(Part):
    """One field of a question that takes several."""

    id: Id
    label: Words
    example: Words | None = None
    choices: tuple[Choice, ...] = ()


class Variant(Part):
    """Other words for a question, for a role, a side or a way to go on.

    What is left out stays as it was.
    """

    role: Role | None = None
    side: Owning | None = None
    how: How | None = None
    title: Words | None = None
    help: Lines | None = None
    example: Words | None = None
    why: Words | None = None

    def fits(self, role: Role | None, side: Owning | None, how: How | None) -> bool:
        """Whether these words are meant for this role, this side and this way to go on."""
        meant = ((self.role, role), (self.side, side), (self.how, how))
        return all(mine in (None, given) for mine, given in meant)

    def words(self) -> dict[str, object]:
        """The words it puts in place of others."""
        return self.model_dump(include={"title", "help", "example", "why"}, exclude_none=True)


class Question(Evidenced):
    """One question. `part` counts answers within its step; two questions may make one answer.

    `read_by` says who will read what is typed.
    """

    id: QuestionId
    step: StepId
    part: Annotated[int, Field(ge=1, le=4)] | None = None
    takes: Takes
    title: Words
    help: Lines
    why: Words
    example: Words | None = None
    read_by: Words | None = None
    choices: tuple[Choice, ...] = ()
    fields: tuple[AnswerField, ...] = ()
    variants: tuple[Variant, ...] = ()

    def worded(
        self, *, role: Role | None = None, side: Owning | None = None, how: How | None = None
    ) -> "Question":
        """The question in the words for this role, side and way; a later variant wins."""
        words: dict[str, object] = {}
        for variant in self.variants:
            if variant.fits(role, side, how):
                words |= variant.words()
        return self.model_copy(update=words)


class Titled(Part):
    """A short result text with its lines."""

    title: Words
    lines: Lines


class ForSide(Part):
    """Lines for who has something to own; with `how`, for those who chose this way to go on."""

    side: Owning
    how: How | None = None
    lines: Lines


class ForKind(Part):
    """Lines for a kind of hurdle."""

    kind: Kind
    lines: Lines


class ForRole(Part):
    """Lines for the role of the user."""

    role: Role
    lines: Lines


class Closing(Part):
    """How a hurdle ends, and the one line of what was learned."""

    question: Words
    choices: tuple[Choice, ...]
    learned: Words


class PlanWords(Part):
    """The headings of the plan."""

    title: Words
    what_happened: Words
    effect: Words
    closest: Words
    chosen: Words
    nearer: Words
    touches: Words
    not_known: Words
    their_account: Words
    cost: Words
    first_moves: Words
    how: Words
    owning: Words
    impact: Words
    deed: Words
    change: Words
    look_again: Words
    look_alone: Words
    signs: Words
    told_apart: Words
    who: Words
    first_sentence: Words
    not_alone: Words
    left_open: Words
    left_out: Words
    closing: Words


class DeedKept(Part):
    """What becomes of the deed where the record is about someone."""

    mine: Words
    theirs: Words


class LookKept(Part):
    """Where the day to look again stands, or that it stands nowhere."""

    kept: Words
    unkept: Words


class Readers(Part):
    """What the two audiences of a field mean, said where a field is first seen."""

    only_me: Words
    us_two: Words


class Wizard(Part):
    """Everything the wizard says that does not belong to one hurdle.

    `closeness` names the first, second and third candidate.
    """

    unnamed: Words
    proposed: Words
    readers: Readers
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    closeness: tuple[Words, Words, Words]
    less_likely_because: Words
    speaks_against: Words
    deed_kept: DeedKept
    look_kept: LookKept
    listen: tuple[ForSide, ...]
    notes_by_kind: tuple[ForKind, ...]
    power_notes: tuple[ForRole, ...]
    pending_note: Lines
    cost_note: Words
    not_sure_yet: Titled
    wait_a_day: Titled
    not_at_all: Titled
    none_of_these: Titled
    nothing_kept: Titled
    closing: Closing
    plan: PlanWords

    def question(self, question_id: QuestionId) -> Question:
        """The question of this id, in its common words."""
        return next(question for question in self.questions if question.id == question_id)

    def listen_lines(self, side: Owning, how: How | None = None) -> Lines:
        """What stands at the top of Repair for this side, and for whoever writes."""
        fits = [one for one in self.listen if one.side == side and one.how in (None, how)]
        return max(fits, key=lambda one: one.how is not None).lines if fits else ()

    def kind_lines(self, kind: Kind) -> Lines:
        """What is said about this kind of hurdle before Repair."""
        return next((lines.lines for lines in self.notes_by_kind if lines.kind == kind), ())

    def result(self, closest: str) -> Titled | None:
        """What a result without a label means; None for a hurdle of a kind."""
        return {"not_sure": self.not_sure_yet, "none": self.none_of_these}.get(closest)

    def waiting(self, how: How | None) -> Titled | None:
        """What waiting or leaving it means; None for a way that goes on now."""
        return {"wait_a_day": self.wait_a_day, "not_at_all": self.not_at_all}.get(how or "")

    def power_lines(self, role: Role) -> Lines:
        """What is said about unequal power to this role."""
        return next((lines.lines for lines in self.power_notes if lines.role == role), ())
