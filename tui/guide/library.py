"""The guide: seven chapters as one list, and the page of the line under the cursor."""

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
from coaching.library.chapters import NAMES, Chapter, chapters
from tui.guide.doing import with_keys
from tui.guide.page_text import page_lines
from tui.guide.reader import Reader
from tui.guide.show_demo import show_demo
from tui.still_open import still_open
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from coaching.library.page import GuidePage
    from tui.app import TrothApp

PURPOSE = "what helps trust, how, and what that rests on"
NOT_FOUND = "No page has these words. escape shows all of them."
KEYS = "1-7 chapters"


class LibraryScreen(Screen[None]):
    """Read in the guide; nothing here is about a person, and nothing is kept."""

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
            tooltip="Only the pages with these words",
        ),
        *(
            Binding(
                str(number),
                f"chapter({number})",
                name,
                show=False,
                id=f"library.{number}",
                tooltip=f"Go to the chapter {name}",
            )
            for number, name in enumerate(NAMES, start=1)
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
            tooltip="Out of the field or the page, then the whole guide again, then back",
        ),
    ]

    rows = getters.query_one("#pages", Rows)
    reader = getters.query_one(Reader)
    words = getters.query_one("#words", Input)

    def __init__(self, at: str = "") -> None:
        """Open at the page with this key, for example "practices promises"; or at the first."""
        super().__init__()
        self._at = at
        self._chapters: tuple[Chapter, ...] = ()
        self._by_key: dict[str, GuidePage] = {}

    def compose(self) -> ComposeResult:
        """Head, words to find, list, page, keys."""
        yield Head("Guide", PURPOSE)
        yield Input(placeholder="words to find", id="words")
        with Container(id="both"):
            yield Rows((Column("", 20, grow=1),), id="pages")
            yield Reader(id="reader")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Read the content and show all of it."""
        self.words.display = False
        self.rows.focus()
        try:
            self._chapters = await asyncio.to_thread(self._written)
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        if not still_open(self):
            return
        self._by_key = {page.key: page for chapter in self._chapters for page in chapter.all}
        self._list()
        self.rows.go_to(self._at)

    def _written(self) -> tuple[Chapter, ...]:
        return chapters(self.app.world.content, self.app.world.limits)

    @on(Input.Changed, "#words")
    def _list(self) -> None:
        if not self._chapters:
            return
        words = self.words.value.strip()
        rows = [row for chapter in self._chapters for row in _rows(chapter, words)]
        self.rows.show(rows, empty=NOT_FOUND)
        found = sum(page.has(words) for chapter in self._chapters for page in chapter.pages)
        self.rows.border_title = Content(f"{found} pages with these words" if words else "Pages")
        self.rows.border_subtitle = Content("" if words else KEYS)
        self._show()

    @on(Rows.Moved)
    def _show(self) -> None:
        page = self._by_key.get(self.rows.key or "")
        self.reader.show(
            (lambda width: page_lines(with_keys(page), width)) if page else (lambda _: [])
        )

    @on(Rows.Chosen)
    def action_read(self) -> None:
        """Put the focus on the page."""
        self.reader.focus()

    def action_read_on(self) -> None:
        """Scroll the page from wherever the focus is."""
        self.reader.read_on()

    def action_chapter(self, number: int) -> None:
        """Go to a chapter's first line; from the end of the list, so that it stands at the top."""
        self.rows.focus()
        for chapter in self._chapters:
            if chapter.number == number:
                self.rows.action_move(len(self.rows.rows))
                self.rows.go_to(chapter.id)

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


def _rows(chapter: Chapter, words: str) -> list[Row]:
    """The chapter's name and its pages; of a search only the pages that have the words."""
    found = [page for page in chapter.pages if page.has(words)]
    pages = [Row(page.key, (f" {page.name}",)) for page in found]
    name = Content.styled(f"{chapter.number}  {chapter.name}", "bold")
    return [Row(chapter.id, (name,)), *pages] if pages else []
