"""The question of the wizard in which several signs may be ticked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coaching.errors import Refused
from tui.plain.question import MOST_DIGITS, Question

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession

NUMBERS = re.compile(r"\d+")
HOW = "Type the numbers of all that fit, with blanks between them. Enter alone ticks none."
WORDS_BETWEEN = re.compile(r"[\d\s,;.)and]*")


def ticks_question(session: HurdleSession) -> Question[tuple[str, ...]]:
    """The signs by number; those ticked before are proposed."""
    signs = session.source.signs()
    ticked = session.answers.signs
    listed = [f"{number}. {text}" for number, (_, text) in enumerate(signs, 1)]
    before = [str(number) for number, (sign, _) in enumerate(signs, 1) if sign in ticked]

    def read(typed: str) -> tuple[str, ...]:
        numbers = [int(one[:MOST_DIGITS]) for one in NUMBERS.findall(typed)]
        if not numbers or not WORDS_BETWEEN.fullmatch(typed):
            raise Refused(HOW)
        wrong = [one for one in numbers if not 1 <= one <= len(signs)]
        if wrong:
            raise Refused(f"There is no number {wrong[0]} here; the last is {len(signs)}.")
        return tuple(sign for number, (sign, _) in enumerate(signs, 1) if number in numbers)

    title = session.say(session.worded().title)
    return Question(title, read, about=(*listed, HOW), proposal=" ".join(before))
