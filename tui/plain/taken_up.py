"""A form that was left in the middle: which of its answers wait, so that it goes on behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coaching.errors import TrothError
from tui.plain.form import Given, Part
from tui.plain.question import first_words, joined

if TYPE_CHECKING:
    from tui.plain.question import Question

PART = "-part"
"""The field of a draft with the name of the part that was answered last."""
LEFT_HERE = "You left this in the middle. To change what comes before, type back"


def begun(parts: Sequence[Part], texts: Mapping[str, str]) -> Given:
    """The answers up to the part answered last, by what a draft holds.

    Of one that does not fit any more, it is asked again, and all after it.
    """
    found: dict[str, Any] = {}
    names = [part.name for part in parts]
    if texts.get(PART) not in names:
        return found
    for part in parts[: names.index(texts[PART]) + 1]:
        if not part.when(found):
            continue
        question = part.ask(found)
        try:
            found[part.name] = _value(question, texts.get(part.name, ""))
        except TrothError:
            break
        if found[part.name] is None and question.needed:
            del found[part.name]
            break
    return found


def say_begun(parts: Sequence[Part], given: Given) -> list[str]:
    """What was answered before, in one line; none where nothing was."""
    asked = [(part.ask(given), given[part.name]) for part in parts if part.name in given]
    told = [
        f"{question.words.rstrip('.?')}: {_words(question, value)}"
        for question, value in asked
        if value is not None
    ]
    return ["", joined(LEFT_HERE), joined(*told)] if told else []


def _value(question: Question[Any], text: str) -> object:
    if not text:
        return None
    if question.options:
        return next((one.value for one in question.options if one.value == text), None)
    return text if question.is_text else question.read(text)


def _words(question: Question[Any], value: object) -> str:
    if question.options:
        return next((one.label for one in question.options if one.value == value), "")
    if isinstance(value, str):
        return first_words(value)
    return question.tells(value).removeprefix("Understood: ") if question.tells else str(value)
