"""Asks one question after another and hears the words that work at every one of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from coaching.errors import TrothError
from coaching.say import say_count
from coaching.text import tame
from tui.plain.question import (
    FEWEST_LETTERS,
    NEEDED,
    WORDS,
    Back,
    Ended,
    Left,
    Question,
    Said,
    joined,
    matching,
)

T = TypeVar("T")

PAGE = 20
MORE = "more"
ANSWER = "Answer: "
HOW_TO_ANSWER = "At every question you can also type:"
AS_TEXT = (
    "A word counts only where it is the whole answer. "
    "To give one of them as your answer, put it in quotation marks."
)
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
    many seconds it took.
    """

    def __init__(self, lines: Lines) -> None:
        """Over these lines."""
        self._lines = lines
        self._path: list[str] = []
        self._shown = PAGE
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
        """
        self._shown = PAGE
        self._tell(question)
        while True:
            typed = self._hear(question)
            word = self._word(question, typed)
            if word == "skip" or (not typed.strip() and not question.proposal):
                if not question.needed:
                    return None
                self.say(NEEDED if word else joined(self._how(question)))
            elif word:
                self._obey(question, word)
            else:
                try:
                    said = _unquoted(typed, question.extra) if typed.strip() else ""
                    return question.read(said or question.proposal)
                except TrothError as error:
                    self.say(error.sentence, question.begins)

    def need(self, question: Question[T]) -> T:
        """The answer to a question that cannot be skipped."""
        found = self.ask(question)
        if found is None:
            raise ValueError("a needed question came back without its answer")
        return found

    def _tell(self, question: Question[T]) -> None:
        self.say("", question.begins, *question.about)
        self._tell_options(question, 0)
        if question.hint:
            self.say(question.hint)

    def _tell_options(self, question: Question[T], first: int) -> None:
        shown = question.options[first : self._shown]
        self.say(*(f"{number}. {one.words}" for number, one in enumerate(shown, first + 1)))
        left = len(question.options) - self._shown
        if left > 0:
            count = say_count(left, "more", "more")
            self.say(f"And {count}. Type more to hear them, or a part of what you look for.")

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
        known = [*WORDS, *question.extra, *([MORE] if len(question.options) > PAGE else [])]
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
            case "more":
                first, self._shown = self._shown, self._shown + PAGE
                self._tell_options(question, first)
            case _:
                raise Said(word)

    def _help(self, question: Question[T]) -> None:
        self.say(*question.why, joined(self._how(question)), HOW_TO_ANSWER)
        self.say(*(f"{word}: {does}." for word, does in {**WORDS, **question.extra}.items()))
        if not question.options:
            self.say(AS_TEXT)

    def _how(self, question: Question[T]) -> str:
        if question.options:
            return f"Type a number from 1 to {len(question.options)}, or a part of its words"
        return question.hint or "Type your answer on one line, then press Enter"


def _unquoted(typed: str, extra: Iterable[str]) -> str:
    """A word of Troth in quotation marks is text, without them."""
    bare = typed.strip().strip(QUOTES)
    return bare if bare.casefold() in (*WORDS, *extra) else typed
