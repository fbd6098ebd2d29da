"""The guide: the 18 hurdles as a list, and the page of the one under the cursor."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from coaching.errors import TrothError
from tui.guide.hurdle_text import hurdle_lines
from tui.guide.reader import Reader
from tui.guide.show_demo import show_demo
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from coaching.guide import Content as Guide
    from coaching.guide import KnownHurdle
    from tui.app import TrothApp

PURPOSE = "18 hurdles to trust: to look one up, or to discuss with a group"
NOT_FOUND = "No hurdle has these words. escape shows all of them."


class LibraryScreen(Screen[None]):
    """Read about a hurdle; nothing here is about a person, and nothing is kept."""

    CSS_PATH = "library.tcss"
    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", "read", id="library.read", tooltip="Into the page, to scroll it"),
        Binding(
            "space",
            "read_on",
            "read on",
            id="library.on",
            tooltip="Scroll the page, the cursor stays in the list",
        ),
        Binding(
            "slash",
            "find",
            "find",
            key_display="/",
            id="library.find",
            tooltip="Only the hurdles with these words",
        ),
        Binding(
            "d",
            "demo",
            "made-up people",
            id="library.demo",
            tooltip="Open the demo, to show home on made-up people; ctrl+q comes back",
        ),
        Binding(
            "escape",
            "leave",
            "back",
            id="library.leave",
            tooltip="Out of the field or the page, then all hurdles again, then back",
        ),
    ]

    rows = getters.query_one("#hurdles", Rows)
    reader = getters.query_one(Reader)
    words = getters.query_one("#words", Input)

    guide: Guide | None = None

    def compose(self) -> ComposeResult:
        """Head, words to find, list, page, keys."""
        yield Head("Guide", PURPOSE)
        yield Input(placeholder="words to find", id="words")
        with Container(id="both"):
            yield Rows((Column("", 20, grow=1),), id="hurdles")
            yield Reader(id="reader")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Read the content and show all of it."""
        self.words.display = False
        self.rows.border_title = Content("Hurdles")
        self.rows.focus()
        try:
            self.guide = await asyncio.to_thread(lambda: self.app.world.content)
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        self._list()

    @on(Input.Changed, "#words")
    def _list(self) -> None:
        if self.guide is None:
            return
        wanted = self.words.value.casefold().split()
        found = [one for one in self.guide.hurdles if _has(one, wanted)]
        self.rows.show([Row(one.id, (one.name,)) for one in found], empty=NOT_FOUND)
        of = len(self.guide.hurdles)
        count = f"{len(found)} of {of}" if len(found) < of else f"{of}"
        self.rows.border_subtitle = Content(count)
        self._show()

    @on(Rows.Moved)
    def _show(self) -> None:
        guide = self.guide
        hurdle = guide.hurdle(self.rows.key) if guide and self.rows.key else None
        if guide is not None and hurdle is not None:
            self.reader.show(lambda width: hurdle_lines(hurdle, guide, width))
        else:
            self.reader.show(lambda _: [])

    @on(Rows.Chosen)
    def action_read(self) -> None:
        """Put the focus on the page."""
        self.reader.focus()

    def action_read_on(self) -> None:
        """Scroll the page from wherever the focus is."""
        self.reader.read_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line for words, a slash is text; on the page, one is there already."""
        if action == "read":
            return self.focused is not self.reader
        return not (action == "find" and self.focused is self.words)

    def action_find(self) -> None:
        """Open the line for words."""
        self.words.display = True
        self.words.focus()

    @on(Input.Submitted, "#words")
    def _found(self) -> None:
        self.rows.focus()

    def action_leave(self) -> None:
        """One step back."""
        if self.focused is not self.rows:
            self.rows.focus()
        elif self.words.value:
            self.words.value = ""
            self.words.display = False
        else:
            self.dismiss(None)

    def action_demo(self) -> None:
        """Show home and a hurdle on made-up people."""
        show_demo(self.app)


def _has(hurdle: KnownHurdle, words: list[str]) -> bool:
    signs = (*hurdle.signs.mentor, *hurdle.signs.mentee)
    text = " ".join((hurdle.name, hurdle.line, hurdle.definition, *signs)).casefold()
    return all(word in text for word in words)
