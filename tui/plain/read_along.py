"""What a second reader saw in an acknowledgement, told on plain lines after it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.hurdle.deeper import reads_along
from coaching.wording import check, tell
from tui.plain.question import joined

if TYPE_CHECKING:
    from coaching.wording import Told, WordingContent
    from tui.hurdle.session import HurdleSession
    from tui.world import World

CHANGE = "To change your words, type back at the next question."


def read_along(world: World, session: HurdleSession) -> Iterator[str]:
    """The lines for the words just written; none where nobody reads along, as for a harmed side."""
    text = session.answers.words
    if session.question != "words" or not text or not reads_along(session.answers, "words"):
        return
    try:
        words = world.wording
    except TrothError as error:
        yield error.sentence
        return
    yield ""
    yield session.content.repair.own.limits
    yield from _lines(tell(check(text, words), words), words)
    yield CHANGE


def _lines(told: Told, words: WordingContent) -> Iterator[str]:
    if told.instead:
        yield told.instead
        return
    for flag in told.flags:
        yield joined(f"Look at {flag.quote}", flag.ask)
    for part in told.parts:
        seen = f"Yes: {part.quote}" if part.quote else words.said.not_recognised
        yield joined(f"{part.label[:1].upper()}{part.label[1:]}", seen)
    yield from told.notes
