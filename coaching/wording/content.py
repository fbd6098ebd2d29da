"""The wording content: components, flags and notes, their questions, and what they are found by."""

import re
from functools import cached_property
from re import Pattern
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from coaching.guide.parts import Evidenced, Id, Lines, Part, Words
from coaching.wording.names import ComponentId, FlagId
from coaching.wording.patterns import Finder, Vocabulary
from coaching.wording.reader import Trained

NoteId = Literal["own_what", "own_first", "add_when", "pressure", "only_the_beginning"]
Severity = Literal["high", "medium", "low"]
Share = Annotated[int, Field(ge=1, le=99)]


class FoundBy(Part):
    """Patterns over one sentence. `<name>` stands for any word of that list of the vocabulary.

    `any` counts everywhere, `in_apology` only where a draft touches on something gone wrong,
    `owned` only near a sentence that owns or regrets it; `unless` takes back a find in the same
    clause, `unless_sentence` one in the same sentence.
    """

    any: Lines = ()
    in_apology: Lines = ()
    owned: Lines = ()
    unless: Lines = ()
    unless_sentence: Lines = ()

    @model_validator(mode="after")
    def _finds_something(self) -> Self:
        if not self.any + self.in_apology + self.owned:
            raise ValueError("needs at least one pattern in any, in_apology or owned")
        return self


class Component(Part):
    """One thing an apology can say; one that is `wanted` is asked for where it is not seen.

    What is found by a `certain` pattern stands, whatever was learned from drafts.
    Source of the parts: Lewicki, Polin and Lount 2016; Schumann 2018.
    """

    id: ComponentId
    label: Words
    ask: Words
    wanted: bool
    certain: Lines = ()
    found_by: FoundBy


class Flag(Part):
    """A wording that takes back what the draft says; `ask` is the one question it brings up."""

    id: FlagId
    severity: Severity
    why: Words
    ask: Words
    found_by: FoundBy


class Note(Part):
    """What is said about how the parts stand together."""

    id: NoteId
    text: Words


class Frame(Part):
    """How a draft that owns something is told from a note of another kind.

    One weak `owning` is not enough: the reader's part or a `judging` sentence bears it out.
    """

    owning: FoundBy
    judging: FoundBy
    touching: FoundBy
    complaining: FoundBy


class Said(Part):
    """The lines around what was found; `ask_first` comes before them all."""

    ask_first: Words
    found: Words
    not_recognised: Words
    some_flags: Words
    no_flags: Words
    notes: Words
    too_short: Words
    not_english: Words
    limits: Words


class WordingContent(Evidenced):
    """All that the wording check knows. Loaded on use, apart from the other content."""

    said: Said
    fewest_words: Annotated[int, Field(ge=1)]
    english_words: tuple[Words, ...]
    english_share: Share
    vocabulary: dict[Id, Lines]
    frame: Frame
    components: tuple[Component, ...]
    flags: tuple[Flag, ...]
    notes: tuple[Note, ...]
    trained: Trained | None = None

    @model_validator(mode="after")
    def _everything_is_there_once(self) -> Self:
        for listed, known in (
            (self.components, ComponentId),
            (self.flags, FlagId),
            (self.notes, NoteId),
        ):
            if sorted(one.id for one in listed) != sorted(get_args(known)):
                raise ValueError(f"needs each of these once: {', '.join(get_args(known))}")
        return self

    @model_validator(mode="after")
    def _patterns_can_be_used(self) -> Self:
        try:
            _ = self.finders, self.certain
        except (re.error, KeyError) as error:
            raise ValueError(f"a pattern cannot be used: {error}") from error
        return self

    @cached_property
    def finders(self) -> dict[str, Finder]:
        """What finds each component, each flag and the frame, by id."""
        vocabulary = Vocabulary(self.vocabulary)
        parts: dict[str, FoundBy] = {
            "owning": self.frame.owning,
            "judging": self.frame.judging,
            "touching": self.frame.touching,
            "complaining": self.frame.complaining,
        }
        parts.update((part.id, part.found_by) for part in self.components)
        parts.update((flag.id, flag.found_by) for flag in self.flags)
        return {
            name: Finder(
                in_any=vocabulary.each(by.any),
                in_apology=vocabulary.each(by.in_apology),
                in_owned=vocabulary.each(by.owned),
                unless=vocabulary.one_of(by.unless),
                unless_sentence=vocabulary.one_of(by.unless_sentence),
            )
            for name, by in parts.items()
        }

    @cached_property
    def certain(self) -> dict[ComponentId, Pattern[str]]:
        """What surely shows a component, for those that have such patterns."""
        vocabulary = Vocabulary(self.vocabulary)
        made = {part.id: vocabulary.one_of(part.certain) for part in self.components}
        return {name: pattern for name, pattern in made.items() if pattern is not None}

    def note(self, note_id: NoteId) -> str:
        """The words of a note."""
        return next(note.text for note in self.notes if note.id == note_id)

    @cached_property
    def english(self) -> frozenset[str]:
        """The small words that English has and its neighbours have not."""
        return frozenset(self.english_words)
