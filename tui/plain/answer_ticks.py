"""Questions in which several lines may be ticked, by their numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from coaching.errors import Refused
from tui.plain.question import MOST_DIGITS, NONE, Question, joined

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession

NUMBERS = re.compile(r"\d+")
HOW = "Type the numbers of all that fit, with blanks between them, or none."
ENTER_TICKS_NONE = "Enter alone ticks none."
TICKED_NONE = "You ticked none."
WORDS_BETWEEN = re.compile(r"[\d\s,;.)and]*")


def ticks_question(session: HurdleSession) -> Question[tuple[str, ...]]:
    """The signs by number; those ticked before are proposed, and one not listed here stays."""
    ticked = session.answers.signs
    signs = session.source.signs()
    listed = {sign for sign, _ in signs}
    unlisted = tuple(sorted(set(ticked) - listed))
    question = tick_question(session.say(session.worded().title), signs, ticked)
    return question.reading(lambda typed: (*question.read(typed), *unlisted))


def tick_question(
    title: str, entries: Sequence[tuple[str, str]], ticked: Collection[str]
) -> Question[tuple[str, ...]]:
    """Entries by value and words, heard in groups; what was ticked before is proposed."""
    words = {value: joined(text) for value, text in entries}
    before = [str(number) for number, (value, _) in enumerate(entries, 1) if value in ticked]

    def read(typed: str) -> tuple[str, ...]:
        if typed.strip().rstrip(".").casefold() in NONE:
            return ()
        numbers = [int(one[:MOST_DIGITS]) for one in NUMBERS.findall(typed)]
        if not numbers or not WORDS_BETWEEN.fullmatch(typed):
            raise Refused(HOW)
        wrong = [one for one in numbers if not 1 <= one <= len(entries)]
        if wrong:
            raise Refused(f"There is no number {wrong[0]} here; the last is {len(entries)}.")
        return tuple(value for number, (value, _) in enumerate(entries, 1) if number in numbers)

    def tells(chosen: tuple[str, ...]) -> str:
        told = [words[value] for value in chosen if value in words]
        return joined(f"You ticked: {' '.join(told)}" if told else TICKED_NONE)

    question = Question(title, read, listed=tuple(words.values()), about=(HOW,), tells=tells)
    ticked_before = question.having(" ".join(before), "ticked")
    return ticked_before if before else question.entering(ENTER_TICKS_NONE)
