"""Reads along below the user's words: what was seen, in their own words, and one question each."""

from __future__ import annotations

import asyncio
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.wording import check, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.timer import Timer

    from coaching.wording import Told, WordingContent
    from tui.app import TrothApp

LABEL = 28
INDENT = 6
MARGIN = 2
LEAST_WIDTH = 60
ROOM_FOR_REASONS = 36


class ReadAlong(Static):
    """Reads after a pause in typing; the next key takes an unfinished reading back."""

    app: TrothApp
    PAUSE: ClassVar[float] = 0.4
    DEFAULT_CSS = "ReadAlong { height: auto; padding: 0 1; }"

    @dataclass
    class Shown(Message):
        """A reading stands there now, or none."""

        anything: bool

    def __init__(self, limits: str) -> None:
        """`limits` is the line that says what such a reading cannot do."""
        super().__init__(id="reading")
        self._limits = limits
        self._text = ""
        self._told: tuple[Told, WordingContent] | None = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Fetch what the check knows before it is needed."""
        self.display = False
        self._read("")

    def read(self, text: str) -> None:
        """Read this text once no key was pressed for a moment."""
        if text == self._text:
            return
        self._text = text
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self.PAUSE, lambda: self._read(text))

    @work(group="reading", exclusive=True)
    async def _read(self, text: str) -> None:
        try:
            words = await asyncio.to_thread(lambda: self.app.world.wording)
            told = await asyncio.to_thread(lambda: tell(check(text, words), words))
        except TrothError as error:
            self.app.show_error(error)
            return
        if text == self._text and self.is_attached:
            self._show(told if text.strip() else None, words)

    def on_resize(self) -> None:
        """Lines are as long as there is room."""
        self._fill()

    def _show(self, told: Told | None, words: WordingContent) -> None:
        self._told = (told, words) if told is not None else None
        self.display = told is not None
        self._fill()
        self.post_message(self.Shown(anything=told is not None))

    def _fill(self) -> None:
        if self._told is not None:
            room = max(LEAST_WIDTH, self.size.width - MARGIN)
            told, words = self._told
            roomy = self.screen.size.height >= ROOM_FOR_REASONS
            shown = lines(told, words, room, reasons=roomy)
            self.update(Content("\n").join([_quiet(self._limits), *shown]))


def lines(
    told: Told, words: WordingContent, width: int, *, reasons: bool = True
) -> Iterator[Content]:
    """What is shown: flags first, then each part with the user's words or a question.

    `reasons` says why each flag is one; a low window has room for its question only.
    """
    if told.instead:
        yield _quiet(told.instead)
        return
    for flag in told.flags:
        yield Content.assemble(("look  ", "bold"), _cut(flag.quote, width - INDENT))
        yield from _wrapped(f"{flag.why} {flag.ask}" if reasons else flag.ask, width)
    for part in told.parts:
        label = f"{part.label:<{LABEL}} "
        if part.quote:
            room = width - INDENT - len(label)
            yield Content.assemble(("yes   ", "bold"), label, _cut(part.quote, room))
        else:
            yield Content.assemble(" ?    ", label, (words.said.not_recognised, "$text-muted"))
    for note in told.notes:
        yield from _wrapped(note, width)
    if not told.flags:
        yield _quiet(words.said.no_flags)


def _wrapped(text: str, width: int) -> Iterator[Content]:
    for line in textwrap.wrap(text, width - INDENT):
        yield Content(" " * INDENT + line)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 2].rstrip()}…{text[-1:]}"


def _quiet(text: str) -> Content:
    return Content.styled(text, "$text-muted")
