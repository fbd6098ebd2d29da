"""Questions in which several lines may be ticked, by their numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from coaching.errors import Refused
from tui.plain.question import MOST_DIGITS, Question, joined

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession

NUMBERS = re.compile(r"\d+")
HOW = "Type the numbers of all that fit, with blanks between them, or none."
ENTER_TICKS_NONE = "Enter alone ticks none."
WORDS_BETWEEN = re.compile(r"[\d\s,;.)and]*")
NONE = frozenset({"none", "0"})


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
    """Entries by value and words; what was ticked before is proposed."""
    listed = [joined(f"{number}. {text}") for number, (_, text) in enumerate(entries, 1)]
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

    question = Question(title, read, about=(*listed, HOW), proposal=" ".join(before))
    return question if before else question.entering(ENTER_TICKS_NONE)
