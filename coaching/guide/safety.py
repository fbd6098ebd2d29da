"""The safety door and the calm card behind it."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from coaching.guide.parts import Choice, Evidenced, Id, Lines, Part, Words

About = Literal["me", "something_i_may_have_done", "someone_else"]
NOTHING = "-"


class Door(Part):
    """The safety question, and the one line it shrinks to later in the same sitting.

    After "none" it is said how to ask someone later: by a key, or by a word on plain lines.
    """

    question: Words
    help: Words
    why: Words
    later: Words
    later_names: Words
    later_help: Words
    still_none: Words
    list_again: Words
    after_none: Words
    after_none_plain: Words


class Cues(Part):
    """Patterns which can only add the one-line question to a changed story; never said aloud."""

    words: tuple[str, ...] = ()

    @field_validator("words")
    @classmethod
    def _are_patterns(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            try:
                re.compile(word)
            except re.error as error:
                raise ValueError(f"{word} is not a pattern: {error}") from error
        return words


class ForAbout(Part):
    """What is other for whom it is about; what is left out here stays as the item has it."""

    about: About
    kinds: tuple[Id, ...] = ()
    now: Words | None = None
    first_sentence: Words | None = None
    where: Words | None = None


class WordsNow(Part):
    """Whose work it is, what to do now, a first sentence to say, where to look."""

    kinds: tuple[Id, ...]
    now: Words
    first_sentence: Words
    where: Words


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
    for_about: tuple[ForAbout, ...] = ()
    cues: Cues = Cues()

    def words_for(self, about: About) -> WordsNow:
        """What this item says now, for whom it is about; empty for "none that I know of"."""
        own = next((one for one in self.for_about if one.about == about), ForAbout(about=about))
        return WordsNow(
            kinds=own.kinds or self.kinds,
            where=own.where or self.where or NOTHING,
            now=own.now or self.now or NOTHING,
            first_sentence=own.first_sentence or self.first_sentence or NOTHING,
        )

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
    people: Words
    not_kept: Words
    least: Words
    urgent: Words
    notes_tip: Words
    now: Words
    where: Words
    must_report: Words
    first_sentence: Words
    choices: tuple[Choice, ...]


class SafetyNote(Part):
    """Lines added to the card for some items, by whom it is about.

    `with_under_18` adds them also for every item where one of the two is under 18.
    """

    id: Id
    items: tuple[Id, ...]
    about: tuple[About, ...]
    with_under_18: bool = False
    title: Words
    lines: Lines


class Safety(Evidenced):
    """The door before the wizard. Neither question nor answer is ever kept."""

    door: Door
    items: tuple[SafetyItem, ...]
    about: AboutQuestion
    card: CalmCard
    notes: tuple[SafetyNote, ...]

    def notes_for(
        self, item_id: str, about: About, *, under_18: bool = False
    ) -> tuple[SafetyNote, ...]:
        """The notes that belong on the card of this item, or with someone under 18."""
        return tuple(
            note
            for note in self.notes
            if about in note.about and (item_id in note.items or (under_18 and note.with_under_18))
        )
