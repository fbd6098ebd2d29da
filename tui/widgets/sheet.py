"""A text to look through exactly as it is: broken into lines at the width, fast at any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coaching.text import tame
from tui.widgets.row_selection import selection_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.selection import Selection

TAB = "    "


class Sheet(ScrollView, can_focus=True):
    """Shows a text line by line, without control characters; it scrolls and is not edited."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr; border: round $border-blurred; padding: 0 1;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    Sheet:focus { border: round $border; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """An empty sheet."""
        super().__init__(id=id)
        self._text = ""
        self._lines: list[str] = []
        self._width = 0

    def show(self, text: str) -> None:
        """Show another text from its beginning."""
        self._text = tame(text).replace("\t", TAB)
        self._break(self.scrollable_content_region.width)
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Break the lines anew where the width is another one."""
        width = self.scrollable_content_region.width
        if width != self._width:
            self._break(width)

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        line = self._lines[place] if place < len(self._lines) else ""
        strip = Strip(self._marked(line, place)).adjust_cell_length(width, self.rich_style)
        return strip.apply_offsets(0, place)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What the mouse selected, in the lines as they stand here."""
        return selection.extract("\n".join(self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def _marked(self, line: str, place: int) -> list[Segment]:
        span = self.text_selection.get_span(place) if self.text_selection else None
        if span is None:
            return [Segment(line, self.rich_style)]
        start, end = span[0], len(line) if span[1] < 0 else span[1]
        look = self.rich_style + selection_look(self.screen)
        parts = ((line[:start], self.rich_style), (line[start:end], look))
        return [Segment(*part) for part in (*parts, (line[end:], self.rich_style)) if part[0]]

    def _break(self, width: int) -> None:
        self._width = width
        self._lines = list(_broken(self._text, width)) if width > 0 else []
        self.virtual_size = Size(1, len(self._lines))
        self.refresh()


def _broken(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        if cell_len(line) <= width:
            yield line
        else:
            yield from chop_cells(line, width)
