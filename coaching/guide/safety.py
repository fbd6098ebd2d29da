"""The safety door and the calm card behind it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coaching.guide.parts import Choice, Evidenced, Id, Lines, Part, Words

About = Literal["me", "something_i_may_have_done", "someone_else"]


class Door(Part):
    """The safety question, and the one line it shrinks to later in the same sitting."""

    question: Words
    help: Words
    later: Words
    later_help: Words
    after_none: Words


class SafetyItem(Part):
    """One line of the door. Only an item with `answer` "yes" leads to the calm card unasked."""

    id: Id
    key: Annotated[str, Field(pattern=r"^[a-z]$")]
    text: Words
    answer: Literal["yes", "none", "rather_not_say"] = "yes"
    kinds: tuple[Id, ...] = ()
    now: Words | None = None
    first_sentence: Words | None = None
    where: Words | None = None
    must_report: Words | None = None

    @model_validator(mode="after")
    def _help_is_named(self) -> Self:
        helped = (self.kinds, self.now, self.first_sentence, self.where, self.must_report)
        if self.answer != "none" and not all(helped):
            raise ValueError("needs kinds, now, first_sentence, where and must_report")
        return self


class AboutQuestion(Part):
    """Whom the yes is about."""

    question: Words
    choices: tuple[Choice, ...]


class CalmCard(Part):
    """What is shown after a yes, before the people whose work it is."""

    opening: Words
    not_kept: Words
    least: Words
    urgent: Words
    notes_tip: Words
    choices: tuple[Choice, ...]


class SafetyNote(Part):
    """Lines added to the card for some items, by whom it is about."""

    id: Id
    items: tuple[Id, ...]
    about: tuple[About, ...]
    title: Words
    lines: Lines


class Safety(Evidenced):
    """The door before the wizard. Neither question nor answer is ever kept."""

    door: Door
    items: tuple[SafetyItem, ...]
    about: AboutQuestion
    card: CalmCard
    notes: tuple[SafetyNote, ...]

    def notes_for(self, item_id: str, about: About) -> tuple[SafetyNote, ...]:
        """The notes that belong on the card of this item."""
        return tuple(n for n in self.notes if item_id in n.items and about in n.about)
