"""A page to read: it scrolls, and is wrapped anew for every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Callable


class Reader(VerticalScroll, can_focus=True):
    """Shows lines made for its width."""

    DEFAULT_CSS = """
    Reader { scrollbar-size-vertical: 1; }
    Reader > Static { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """An empty page."""
        super().__init__(id=id)
        self._lines: Callable[[int], list[Content]] = lambda _: []

    def compose(self) -> ComposeResult:
        """The page."""
        yield Static(id="page")

    def show(self, lines: Callable[[int], list[Content]]) -> None:
        """Show another page from its beginning; `lines` makes it for a width in cells."""
        self._lines = lines
        self._wrap()
        self.scroll_home(animate=False)

    def read_on(self) -> None:
        """Scroll by a page."""
        self.scroll_relative(y=max(1, self.size.height - 1), animate=False)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._wrap()

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        self.query_one("#page", Static).update(Content("\n").join(self._lines(width)))
