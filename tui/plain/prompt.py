"""Asks one question after another and hears the words that work at every one of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from coaching.errors import Refused, TrothError
from coaching.say import say_count
from coaching.text import tame
from tui.plain.question import (
    FEWEST_LETTERS,
    NEEDED,
    NONE,
    WORDS,
    Back,
    Doubt,
    Ended,
    Left,
    Misfit,
    Question,
    Said,
    joined,
    matching,
    number_in,
    whole_words,
)

T = TypeVar("T")

PAGE = 20
GROUP = 10
MORE = "more"
THAT_WAS_ALL = "That was all of them."
ANSWER = "Answer: "
HOW_TO_ANSWER = "At every question you can also type:"
TYPE_IT = "Type your answer on one line, then press Enter"
AS_TEXT = (
    "A word counts only where it is the whole answer. "
    "To give one of them as your answer, put it in quotation marks."
)
EDITOR = "!"
LONG_TEXTS = "A longer text can be pasted: lines that come together are one answer."
IN_EDITOR = f"Or type {EDITOR} alone: your own editor opens, and its text comes back here."
SAVED = "What you answered is kept as soon as it is said to be. There is nothing more to save here."
QUOTES = "\"'“”"


class Lines(Protocol):
    """Where lines are written to and read from."""

    def write(self, line: str) -> None:
        """Write one line."""

    def read(self, before: str, *, several: bool) -> str:
        """The next line typed, `before` written in front; `EOFError` where there is none.

        With `several`, lines pasted at once come as one text.
        """


class Prompt:
    """Says lines and asks questions.

    `saved` tells what is kept, when the user asks for it; `heard` is told after each answer how
    many seconds it took. `answered` is the last answer as it was typed or taken. `edit` gives a
    text to the user's editor and takes it back; None where there is no terminal for it.
    With `from_file` an answer that cannot be taken ends the run: those after it would go astray.
    """

    def __init__(self, lines: Lines) -> None:
        """Over these lines."""
        self._lines = lines
        self._path: list[str] = []
        self._shown = PAGE
        self._ticked = ""
        self.answered = ""
        self.from_file = False
        self.edit: Callable[[str], str] | None = None
        self.heard: Callable[[float], None] = lambda _: None
        self.saved: Callable[[], None] = lambda: self.say(SAVED)

    def say(self, *lines: str) -> None:
        """Say lines, without control characters."""
        for line in lines:
            for one in tame(line).split("\n"):
                self._lines.write(one)

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Whatever is asked inside happens here; `where` tells it."""
        self._path.append(place)
        try:
            yield
        finally:
            self._path.pop()

    def ask(self, question: Question[T]) -> T | None:
        """The answer; None where it was skipped, which a needed question does not allow.

        Raises:
            Back, Left, Ended, Said: what the user wants in place of answering.
            Misfit: a line of a file fits no question.
        """
        self._shown, self._ticked = _group(question), ""
        self._tell(question)
        while True:
            typed = self._and_more(question, self._hear(question))
            if self._wants_editor(question, typed):
                question = self._in_editor(question)
                continue
            word = self._word(question, typed)
            nothing = not (typed.strip() or question.proposal or self._ticked)
            if word == "skip" or nothing:
                if not question.needed:
                    return None
                self._nothing_given(question, word)
            elif word:
                self._obey(question, word)
            else:
                try:
                    return self._read(question, typed)
                except TrothError as error:
                    self.refuse(error, typed)
                    self.say(question.begins)

    def need(self, question: Question[T]) -> T:
        """The answer to a question that cannot be skipped."""
        found = self.ask(question)
        if found is None:
            raise ValueError("a needed question came back without its answer")
        return found

    def refuse(self, error: TrothError, typed: str = "") -> None:
        """Say why an answer cannot be taken; out of a file that ends the run.

        Raises:
            Misfit: the answers come from a file, and this is no doubt that the next one settles.
        """
        wrong = isinstance(error, Refused) and not isinstance(error, Doubt)
        if self.from_file and wrong:
            raise Misfit(typed or self.answered, error.sentence) from error
        self.say(error.sentence)

    def _nothing_given(self, question: Question[T], word: str) -> None:
        """An answer is needed. Empty lines at the end of a file are none, in its middle they are.

        Raises:
            Misfit: the answers come from a file, and another line follows.
        """
        self.say(NEEDED if word else joined(self._how(question)))
        if self.from_file:
            after = 0
            while not word and not self._hear(question).strip():
                after += 1
            raise Misfit(word, NEEDED, after if word else after + 1)

    def _read(self, question: Question[T], typed: str) -> T:
        """The answer, told as it was understood. `TrothError` where it cannot be taken."""
        said = _unquoted(typed, question.extra) if typed.strip() else ""
        ticked = "" if said.strip().casefold() in NONE else self._ticked
        given = " ".join(filter(None, (ticked, said)))
        if self.from_file:
            _refuse_number(question, given)
        proposed = str(question.taken) if question.taken else question.proposal
        said = given or proposed
        found = question.read(said)
        self.answered = said
        self._tell_taken(question, given, found)
        if question.tells is not None:
            self.say(*filter(None, [question.tells(found)]))
        return found

    def _tell_taken(self, question: Question[T], given: str, found: T) -> None:
        """An answer taken by a part of its words is told whole."""
        if not given or not question.options or number_in(given) is not None:
            return
        label = next((one.label for one in question.options if one.value == found), "")
        whole = {whole_words(label) for label in (label, label.partition(",")[0])}
        if label and whole_words(given) not in whole:
            self.say(joined(f"Understood: {label}"))

    def _wants_editor(self, question: Question[T], typed: str) -> bool:
        return question.long and self.edit is not None and typed.strip() == EDITOR

    def _in_editor(self, question: Question[T]) -> Question[T]:
        """The question with what the editor left, which Enter alone takes."""
        if self.edit is None:
            return question
        try:
            written = self.edit(question.proposal)
        except TrothError as error:
            self.say(error.sentence, question.begins)
            return question
        question = question.having(written) if written.strip() else question
        self.say(question.begins, question.hint)
        return question

    def _and_more(self, question: Question[T], typed: str) -> str:
        """Keep the numbers before "more"; they count with the answer that follows."""
        words = typed.strip().rstrip(".").casefold()
        numbers = words.removesuffix(MORE).strip(" ,;.")
        if not words.endswith(MORE) or not numbers or not question.listed:
            return typed
        try:
            question.read(numbers)
        except TrothError:
            return typed
        self._ticked = f"{self._ticked} {numbers}".strip()
        return MORE

    def _tell(self, question: Question[T]) -> None:
        self.say("", question.begins, *question.about)
        self._tell_lines(question, 0)
        self.say(question.hint)

    def _tell_lines(self, question: Question[T], first: int) -> None:
        """What can be chosen or ticked, from the first one on as far as it is told by now."""
        lines = [one.words for one in question.options] or question.listed
        told = lines[first : self._shown]
        self.say(*(f"{number}. {line}" for number, line in enumerate(told, first + 1)))
        left = len(lines) - self._shown
        if left > 0:
            count = say_count(left, "more", "more")
            self.say(f"And {count}. Type more to hear them{_and_besides(question)}.")
        elif first:
            self.say(THAT_WAS_ALL)

    def _hear(self, question: Question[T]) -> str:
        asked = time.monotonic()
        try:
            typed = self._lines.read(ANSWER, several=question.long)
        except EOFError as error:
            raise Ended(not question.rest) from error
        self.heard(time.monotonic() - asked)
        return typed

    def _word(self, question: Question[T], typed: str) -> str:
        """The word meant, "" where it is an answer; beginnings count where answers are listed."""
        wanted = typed.strip().rstrip(".").casefold()
        known = [*WORDS, *question.extra, *([MORE] if _may_go_on(question) else [])]
        if wanted in known:
            return wanted
        if not question.options or len(wanted) < FEWEST_LETTERS:
            return ""
        found = [word for word in known if word.startswith(wanted)]
        return found[0] if len(found) == 1 and not matching(question.options, wanted) else ""

    def _obey(self, question: Question[T], word: str) -> None:
        match word:
            case "back":
                raise Back
            case "leave":
                raise Left
            case "help":
                self._help(question)
            case "again":
                self._tell(question)
            case "where":
                self.say(joined(f"You are here: {', '.join(self._path)}", question.begins))
            case "save":
                self.saved()
            case "more" if question.further:
                self.say(*question.further)
            case "more":
                first, self._shown = self._shown, self._shown + _group(question)
                self._tell_lines(question, first)
            case _:
                raise Said(word)

    def _help(self, question: Question[T]) -> None:
        self.say(*question.why, joined(self._how(question)), HOW_TO_ANSWER)
        self.say(*(f"{word}: {does}." for word, does in {**WORDS, **question.extra}.items()))
        if not question.options:
            self.say(AS_TEXT)
        if question.long:
            self.say(LONG_TEXTS, *([IN_EDITOR] if self.edit else []))

    def _how(self, question: Question[T]) -> str:
        if question.options:
            return f"Type a number from 1 to {len(question.options)}, or a part of its words"
        return question.enter or joined(TYPE_IT, question.hint)


def _group(question: Question[Any]) -> int:
    return GROUP if question.listed else PAGE


def _may_go_on(question: Question[Any]) -> bool:
    return bool(question.listed or question.further) or len(question.options) > PAGE


def _refuse_number(question: Question[Any], typed: str) -> None:
    """Out of a file, what cannot be undone later is taken by its words alone."""
    number = number_in(typed)
    if number is None or not 1 <= number <= len(question.options):
        return
    option = question.options[number - 1]
    if option.by_words:
        raise Refused(f"From a file, this is taken by its words: {option.label}.")


def _and_besides(question: Question[Any]) -> str:
    if question.listed:
        return "; numbers typed before it count too, such as 1 3 more"
    return ", or a part of what you look for"


def _unquoted(typed: str, extra: Iterable[str]) -> str:
    """A word of Troth in quotation marks is text, without them."""
    bare = typed.strip().strip(QUOTES)
    return bare if bare.casefold() in (*WORDS, *extra) else typed
