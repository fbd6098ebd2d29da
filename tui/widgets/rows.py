"""A list drawn line by line: aligned columns, a cursor kept by key, fast at any length."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

GAP = 2
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its least width in cells, and its share of the room left over.

    Columns with a higher `drop` leave first where the list is narrow; 0 always stays.
    """

    title: str
    width: int
    grow: int = 0
    drop: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its key, its cells, and any further lines shown under them."""

    key: str
    cells: tuple[str | Content, ...]
    below: tuple[str | Content, ...] = ()


class Rows(ScrollView, can_focus=True):
    """A list of rows, each one line and those below it; text is never read as markup."""

    DEFAULT_CSS = """
    Rows {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--title", "rows--cursor", "rows--cursor-away"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False, id="rows.up", tooltip="One line up"),
        Binding("down,j", "move(1)", "down", show=False, id="rows.down", tooltip="One line down"),
        Binding(
            "pageup", "page(-1)", "page up", show=False, id="rows.page-up", tooltip="A page up"
        ),
        Binding(
            "pagedown",
            "page(1)",
            "page down",
            show=False,
            id="rows.page-down",
            tooltip="A page down",
        ),
        Binding("home", "move(-1000000)", "first", show=False, id="rows.first", tooltip="First"),
        Binding("end", "move(1000000)", "last", show=False, id="rows.last", tooltip="Last"),
        Binding("enter", "choose", "open", show=False, id="rows.open", tooltip="Open this line"),
    ]

    led_from_outside = False
    """Whether keys typed elsewhere move this list, so that its cursor shows without the focus."""

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Chosen(Message):
        """Enter, or a double click, on a row."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "",
        undecided: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """A list with these columns; `empty` teaches what to do where there are no rows.

        `undecided` lists begin with the cursor on no row: nothing is chosen for the user.
        """
        super().__init__(id=id, classes=classes)
        self._first = NOWHERE if undecided else 0
        self.set_reactive(Rows.cursor, self._first)
        self.columns = tuple(columns)
        self.empty = empty
        self.rows: tuple[Row, ...] = ()
        self._lines: list[tuple[int, int]] | None = None
        self._titled = any(column.title for column in columns)

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor; None where there is none."""
        return self.rows[self.cursor].key if self.rows and self.cursor >= 0 else None

    @property
    def cursor_region(self) -> Region:
        """Where the cursor's row lies in what holds this list, for one that scrolls as a whole."""
        top = self.virtual_region.y + self.gutter.top + self._title_lines
        return Region(0, top + self._top_of(max(0, self.cursor)), 1, 1)

    def show(self, rows: Sequence[Row], *, empty: str | None = None) -> None:
        """Put these rows on screen. The cursor stays on its row, or near its place."""
        key = self.key
        self.empty = self.empty if empty is None else empty
        if self.rows == tuple(rows):
            self.refresh()
            return
        self.rows = tuple(rows)
        self._lines = _lines_of(self.rows)
        keys = [row.key for row in self.rows]
        self.cursor = keys.index(key) if key in keys else self.validate_cursor(self.cursor)
        self._resize()
        self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on a row by its key; nothing happens where it is absent."""
        for place, row in enumerate(self.rows):
            if row.key == key:
                self.cursor = place

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row, or on none before the first move."""
        return max(self._first, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the row under the cursor and tell of it."""
        if not self.is_mounted:
            return
        self._show_cursor()
        self._repaint(before)
        self._repaint(now)
        if self.key is not None:
            self.post_message(self.Moved(self, self.key))

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self.cursor = max(0, self.cursor + by)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        page = max(1, self.size.height - self._title_lines - 1)
        target = self._top_of(max(0, self.cursor)) + direction * page
        self.cursor = self._at(max(0, min(target, self._line_count - 1)))[0]

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a second one opens it."""
        line = event.y - self.gutter.top - self._title_lines
        if line < 0 or line + self.scroll_offset.y >= self._line_count:
            return
        self.cursor = self._at(line + self.scroll_offset.y)[0]
        if event.chain > 1:
            self.action_choose()

    def on_resize(self) -> None:
        """Keep the cursor in view at any size."""
        self._resize()
        self._show_cursor()

    def on_focus(self) -> None:
        """The cursor shows where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor stays, quieter."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width = self.scrollable_content_region.width
        if self._titled and y == 0 and self.rows:
            cells = [Content(column.title) for column in self.columns]
            return self._strip(Content(" ") + self._in_columns(cells, width), "rows--title", width)
        line = y - (self._title_lines if self.rows else 0)
        if not self.rows:
            return self._empty_line(line, width)
        if line + self.scroll_offset.y >= self._line_count:
            return self._strip(Content(""), "", width)
        place, below = self._at(line + self.scroll_offset.y)
        return self._row_line(self.rows[place], below, place == self.cursor, width)

    @property
    def _led(self) -> bool:
        return self.has_focus or self.led_from_outside

    @property
    def _title_lines(self) -> int:
        return 1 if self._titled else 0

    def _row_line(self, row: Row, below: int, at_cursor: bool, width: int) -> Strip:
        mark = Content.styled("▌", "$border") if at_cursor and self._led else Content(" ")
        if below:
            body = _content(row.below[below - 1]).truncate(max(0, width - 1), ellipsis=True)
        else:
            body = self._in_columns([_content(cell) for cell in row.cells], width)
        away = "rows--cursor" if self._led else "rows--cursor-away"
        return self._strip(mark + body, away if at_cursor else "", width)

    def _empty_line(self, line: int, width: int) -> Strip:
        lines = Content(self.empty).wrap(max(10, width - 2)) if self.empty else []
        text = lines[line] if 0 <= line < len(lines) else Content("")
        mark = Content.styled("▌", "$border") if line == 0 and self.has_focus else Content(" ")
        return self._strip(mark + text, "rows--title", width)

    def _in_columns(self, cells: Sequence[Content], width: int) -> Content:
        parts = []
        widths = _widths(self.columns, width - 1)
        for cell, column, cell_width in zip(cells, self.columns, widths, strict=False):
            if cell_width:
                shown = cell.truncate(cell_width, ellipsis=True, pad=True)
                parts.append(shown.stylize_before(column.style) if column.style else shown)
        return Content(" " * GAP).join(parts)

    def _strip(self, content: Content, component: str, width: int) -> Strip:
        style = self.get_visual_style(component) if component else self.visual_style
        pieces = content.truncate(width, pad=True).render(style, end="")
        return Strip([Segment(text, (style + part).rich_style) for text, part in pieces], width)

    def _repaint(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            top = self._top_of(place) + self._title_lines - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, 1 + len(self.rows[place].below)))

    @property
    def _line_count(self) -> int:
        return len(self.rows) if self._lines is None else len(self._lines)

    def _at(self, line: int) -> tuple[int, int]:
        """The row a line belongs to, and which of the row's lines it is."""
        return (line, 0) if self._lines is None else self._lines[line]

    def _top_of(self, place: int) -> int:
        return place if self._lines is None else self._lines.index((place, 0))

    def _resize(self) -> None:
        self.virtual_size = Size(1, self._line_count + self._title_lines)

    def _show_cursor(self) -> None:
        if self.key is None:
            return
        height = 1 + len(self.rows[self.cursor].below)
        region = Region(0, self._top_of(self.cursor), 1, height + self._title_lines)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)


def _lines_of(rows: Sequence[Row]) -> list[tuple[int, int]] | None:
    """Row and line within it for each line of the list; None where every row is one line."""
    if not any(row.below for row in rows):
        return None
    return [(place, line) for place, row in enumerate(rows) for line in range(1 + len(row.below))]


def _content(text: str | Content) -> Content:
    return Content(text) if isinstance(text, str) else text


@lru_cache(maxsize=100)
def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Cells for each column; 0 for those dropped in a narrow list."""
    shown = list(columns)
    while shown and _needed(shown) > room and any(column.drop for column in shown):
        shown.remove(max(shown, key=lambda column: column.drop))
    spare = max(0, room - _needed(shown))
    shares = sum(column.grow for column in shown) or 1
    widths = {id(column): column.width + spare * column.grow // shares for column in shown}
    return [widths.get(id(column), 0) for column in columns]


def _needed(columns: Sequence[Column]) -> int:
    return sum(column.width for column in columns) + GAP * max(0, len(columns) - 1)
