"""What is asked on plain lines: the words, the numbered answers, and how what is typed is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from coaching.errors import Refused
from coaching.say import say_count, say_list
from coaching.text import clean_long, clean_short, has_visible, quote

T = TypeVar("T")

WORDS: Mapping[str, str] = {
    "back": "one question back",
    "skip": "go on without an answer, where none is needed",
    "help": "more about this question",
    "again": "hear the question again",
    "where": "where you are",
    "save": "what is kept of your answers",
    "leave": "end Troth and clear the screen",
}
NEEDED = "This needs an answer before it can go on."
AN_ANSWER = "An answer is needed."
LEFT_OPEN = "Enter alone leaves it open."
MOST_NAMED = 3
FEWEST_LETTERS = 2
LONGEST_TOLD = 200
WORDS_TOLD = 12
MOST_DIGITS = 9
NONE = frozenset({"none", "0"})
SENTENCE_ENDS = (".", "?", "!", ":", "”", '"')


class Back(Exception):
    """The user wants to go one question back."""


class Left(Exception):
    """The user wants to leave."""


class Ended(Exception):
    """There is no more input; `half` says that something was begun and not finished."""

    def __init__(self, half: bool) -> None:
        super().__init__()
        self.half = half


class Misfit(Exception):
    """A line of a file that fits no question; `sentence` says why.

    `lines_after` were read after it.
    """

    def __init__(self, typed: str, sentence: str, lines_after: int = 0) -> None:
        super().__init__(sentence)
        self.typed, self.sentence, self.lines_after = typed, sentence, lines_after


class Doubt(Refused):
    """An answer that is asked about once; the same once more is taken."""


class Said(Exception):
    """A word that only this question knows."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True)
class Option(Generic[T]):
    """One answer of a numbered list; `more` is told after its label.

    With `by_words`, a file of answers has to give its words, because numbers can shift.
    """

    value: T
    label: str
    more: str = ""
    by_words: bool = False

    @property
    def words(self) -> str:
        """Label and explanation as sentences."""
        return joined(self.label, f"{self.more[:1].upper()}{self.more[1:]}")


@dataclass(frozen=True)
class Question(Generic[T]):
    """One question. `place` says where it stands, `about` is told with it, `why` on help.

    `proposal` is what Enter alone takes. `rest` says that nothing is half done while it is asked.
    `extra` holds the words that only this question knows, with what each does. `long` lets
    several lines pasted at once be one answer. `enter` says what Enter alone does, where that is
    not plain from the rest. `had` says how the proposal was given before: "written". `listed` are
    lines heard in groups, of which several may be ticked. `tells` says how it was understood.
    `taken` is the number of the answer that is proposed, where its words could fit another too.
    `further` is told on the word more. `is_text` says that the answer is what was typed.
    """

    words: str
    read: Callable[[str], T]
    place: str = ""
    about: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    options: tuple[Option[T], ...] = ()
    needed: bool = True
    proposal: str = ""
    rest: bool = False
    long: bool = False
    enter: str = ""
    had: str = ""
    listed: tuple[str, ...] = ()
    taken: int = 0
    is_text: bool = False
    further: tuple[str, ...] = ()
    tells: Callable[[T], str] | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    def placed(self, place: str) -> Question[T]:
        """The same question at another place."""
        return replace(self, place=place)

    def proposing(self, proposal: str) -> Question[T]:
        """The same question, with what Enter alone takes."""
        return replace(self, proposal=proposal, had="")

    def taking(self, number: int) -> Question[T]:
        """The same question; Enter alone takes the answer with this number."""
        return replace(self, proposal=self.options[number - 1].label, taken=number, had="")

    def going_further(self, *further: str) -> Question[T]:
        """The same question, with lines that are told on the word more."""
        return replace(self, further=further)

    def having(self, proposal: str, had: str = "written") -> Question[T]:
        """The same question, with what was answered before, which Enter alone keeps."""
        return replace(self, proposal=proposal, had=had)

    def understood(self, tells: Callable[[T], str]) -> Question[T]:
        """The same question; each answer is told as it was understood."""
        return replace(self, tells=tells)

    def knowing(self, extra: Mapping[str, str]) -> Question[T]:
        """The same question, which knows these words too."""
        return replace(self, extra=extra)

    def telling(self, *about: str) -> Question[T]:
        """The same question, with lines told before those it has."""
        return replace(self, about=(*about, *self.about))

    def explaining(self, *why: str) -> Question[T]:
        """The same question, with lines told on help before those it has."""
        return replace(self, why=(*why, *self.why))

    def entering(self, does: str) -> Question[T]:
        """The same question, which says what Enter alone does."""
        return replace(self, enter=does)

    def pasted(self) -> Question[T]:
        """The same question; lines pasted at once are one answer to it."""
        return replace(self, long=True)

    def reading(self, read: Callable[[str], T]) -> Question[T]:
        """The same question, read in another way."""
        return replace(self, read=read)

    def as_part(self, words: str, about: tuple[str, ...], needed: bool) -> Question[T]:
        """The same question as one part of a form."""
        return replace(self, words=words, about=about, needed=needed)

    def saying(self, *about: str) -> Question[T]:
        """The same question, with lines told after those it has."""
        return replace(self, about=(*self.about, *about))

    def optional(self) -> Question[T]:
        """The same question, which may stay without an answer."""
        return replace(self, needed=False)

    def answered(self) -> Question[T]:
        """The same question, which always gets an answer: Enter alone takes the one proposed."""
        return replace(self, needed=True)

    def in_wizard(
        self,
        place: str,
        about: tuple[str, ...],
        why: tuple[str, ...],
        extra: Mapping[str, str],
        needed: bool,
    ) -> Question[T]:
        """The same question as the wizard asks it; its own lines come after the wizard's."""
        return replace(
            self, place=place, about=(*about, *self.about), why=why, extra=extra, needed=needed
        )

    @property
    def begins(self) -> str:
        """Its first line: where it stands, and what is asked."""
        return joined(self.place, self.words)

    @property
    def hint(self) -> str:
        """What Enter alone does, or that an answer is needed."""
        if self.enter:
            return self.enter
        if self.proposal:
            skip = "" if self.needed else " skip leaves it empty."
            proposed = self._proposed()
            if self.had:
                return f"You had {self.had}: {proposed} Enter keeps it.{skip}"
            return f"Enter alone takes: {proposed}{skip}"
        if self.needed:
            return AN_ANSWER
        return LEFT_OPEN if self.options else "Enter alone leaves it empty."

    def _proposed(self) -> str:
        """What Enter takes, in words: of lines that were ticked each one, never its number."""
        numbers = [number_in(one) for one in self.proposal.split()] if self.listed else []
        known = [one for one in numbers if one and one <= len(self.listed)]
        if known and len(known) == len(numbers):
            return joined(*(self.listed[one - 1] for one in known))
        return joined((first_words if self.had else shortened)(self.proposal))


def shortened(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TOLD else f"{line[:LONGEST_TOLD].rstrip()} and so on"


def first_words(text: str, *, quoted: bool = False) -> str:
    """The first words of a text on one line, and how many words it has where there are more."""
    words, (opens, ends) = text.split(), "“”" if quoted else ("", "")
    if len(words) <= WORDS_TOLD:
        return f"{opens}{' '.join(words)}{ends}"
    cut = " ".join(words[:WORDS_TOLD])
    return f"{opens}{cut} …{ends}, {say_count(len(words), 'word')}"


def number_in(typed: str) -> int | None:
    """The whole number typed; None where it is none. One with more digits than fit is large."""
    wanted = typed.strip().rstrip(".)")
    return int(wanted[:MOST_DIGITS]) if wanted.isdecimal() else None


def joined(*parts: str) -> str:
    """Sentences in a row, each with an end."""
    told = [part.strip() for part in parts if part.strip()]
    return " ".join(one if one.endswith(SENTENCE_ENDS) else f"{one}." for one in told)


def choice_by_first_words(words: str, options: Sequence[Option[T]]) -> Question[T]:
    """A question whose answers are taken by number or by their whole first words alone."""
    known = tuple(options)

    def read(typed: str) -> T:
        if number_in(typed) is None:
            wanted = whole_words(typed)
            found = [one for one in known if wanted and begins_with(one.label, wanted)]
            if len(found) == 1:
                return found[0].value
            why = "fits several of these" if found else "is not how one of these begins"
            raise Refused(f"{quote(typed)} {why}. {_numbers(known)}")
        return pick(known, typed)

    return Question(words, read, options=known)


def whole_words(text: str) -> tuple[str, ...]:
    """The words of a text without case and marks."""
    return tuple(re.findall(r"\w+", text.casefold()))


def begins_with(text: str, wanted: tuple[str, ...]) -> bool:
    """Whether a text begins with all of these words."""
    return whole_words(text)[: len(wanted)] == wanted


def choice(
    words: str, options: Sequence[Option[T]], *, needed: bool = True, rest: bool = False
) -> Question[T]:
    """A question with numbered answers."""
    known = tuple(options)
    return Question(
        words, lambda typed: pick(known, typed), options=known, needed=needed, rest=rest
    )


def short_text(words: str, *, needed: bool = True, proposal: str = "") -> Question[str]:
    """A question for one line of text; an empty one is no answer."""
    return Question(words, _read_short, needed=needed, proposal=proposal, is_text=True)


def long_text(words: str, *, needed: bool = True, proposal: str = "") -> Question[str]:
    """A question for a text that may have several lines where they are pasted at once."""
    question = Question(words, _read_long, needed=needed, proposal=proposal, long=True)
    return replace(question, is_text=True)


def pick(options: Sequence[Option[T]], typed: str) -> T:
    """The answer with this number, or with words that fit no other. Refuses anything else."""
    number = number_in(typed)
    if number is not None:
        if 1 <= number <= len(options):
            return options[number - 1].value
        raise Refused(f"There is no number {number} here. {_numbers(options)}")
    wanted = typed.strip().casefold()
    found = matching(options, wanted)
    if len(found) == 1:
        return found[0].value
    if not found:
        raise Refused(f"{quote(typed)} is none of these. {_numbers(options)}")
    named = [quote(one.label) for one in found[:MOST_NAMED]]
    raise Refused(f"{quote(typed)} fits {say_list(named)}. Type more of it, or the number.")


def matching(options: Sequence[Option[T]], wanted: str) -> list[Option[T]]:
    """The answers whose label is this, else begins with it, else has a word that does."""
    if len(wanted) < FEWEST_LETTERS:
        return []
    labels = [(one.label.casefold(), one) for one in options]
    for fits in (str.__eq__, str.startswith, _at_a_word):
        if found := [one for label, one in labels if fits(label, wanted)]:
            return found
    return []


def _at_a_word(label: str, wanted: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wanted)}", label) is not None


def _numbers(options: Sequence[Option[T]]) -> str:
    return f"Type a number from 1 to {len(options)}, or help."


def _read_short(typed: str) -> str:
    return _visible(clean_short(typed))


def _read_long(typed: str) -> str:
    return _visible(clean_long(typed))


def _visible(text: str) -> str:
    if not has_visible(text):
        raise Refused("There is nothing to read in this answer. Type it in a few words.")
    return text
