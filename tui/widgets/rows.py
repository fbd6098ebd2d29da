"""A list drawn line by line: aligned columns, a cursor kept by key, fast at any length."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui.widgets.narrowed_rows import fitting, say_narrowed
from tui.widgets.row_lines import NONE, cell_pieces, row_pieces, strip_of
from tui.widgets.rows_keys import ROWS_KEYS
from tui.widgets.scrollbar import QuickScrollBar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.scrollbar import ScrollBar
    from textual.selection import Selection
    from textual.strip import Strip

    from tui.widgets.row_lines import Piece

NOWHERE = -1
NO_SUCH_LINE = "No line has these words."


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its least width in cells, and its share of the room left over.

    Columns with a higher `drop` leave first where the list is narrow; 0 always stays. One that is
    `timed` holds times of the day, and is wider for a user who reads them in twice twelve hours.
    """

    title: str
    width: int
    grow: int = 0
    drop: int = 0
    style: str = ""
    timed: bool = False


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
    BINDINGS: ClassVar[list[BindingType]] = ROWS_KEYS

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
        self._every_row: tuple[Row, ...] = ()
        self._narrowed_to = ""
        self._lines: list[tuple[int, int]] | None = None
        self._titled = any(column.title for column in columns)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar of this list, made when first needed."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = QuickScrollBar(vertical=True, name="vertical")
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual starts its own
        return self._vertical_scrollbar

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor; None where there is none."""
        return self.rows[self.cursor].key if self.rows and self.cursor >= 0 else None

    @property
    def whole_height(self) -> int:
        """The lines on screen that the list would need to show all its rows, with its frame."""
        return self._line_count + self._title_lines + self.gutter.height

    @property
    def cursor_region(self) -> Region:
        """Where the cursor's row lies in what holds this list, for one that scrolls as a whole."""
        top = self.virtual_region.y + self.gutter.top + self._title_lines
        return Region(0, top + self._top_of(max(0, self.cursor)), 1, 1)

    def show(self, rows: Sequence[Row], *, empty: str | None = None) -> None:
        """Put these rows on screen. The cursor stays on its row, or near its place."""
        self.empty = self.empty if empty is None else empty
        self._every_row = tuple(rows)
        self._lay_out(fitting(rows, self._narrowed_to) if self._narrowed_to else self._every_row)

    def narrow(self, words: str) -> None:
        """Show only the rows with these words; with none all of them."""
        self._narrowed_to = words.strip()
        self._lay_out(fitting(self._every_row, words))
        if self.key is not None:
            self.post_message(self.Moved(self, self.key))

    def _lay_out(self, rows: tuple[Row, ...]) -> None:
        key = self.key
        if self.rows == rows:
            self._resize()
            self.refresh()
            return
        self.rows = rows
        self._lines = _lines_of(self.rows)
        keys = [row.key for row in self.rows]
        self.cursor = keys.index(key) if key in keys else self.validate_cursor(self.cursor)
        self._resize()
        self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on a row by its key; nothing happens where it is absent."""
        if self._narrowed_to and key not in {row.key for row in self.rows}:
            self.narrow("")
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

    def action_half(self, direction: int) -> None:
        """Move the cursor by half a page."""
        self.action_move(direction * max(1, self.size.height // 2))

    def action_narrow(self) -> None:
        """Ask for words, and show only the rows with them."""
        from tui.widgets.narrow import Narrow

        self.app.push_screen(Narrow(self._narrowed_to, self.narrow))

    def action_narrow_here(self) -> None:
        """The same by the key of find, where the screen has no find of its own."""
        self.action_narrow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where the screen has a find of its own, that key is its."""
        if action == "narrow_here":
            return self.is_attached and not hasattr(self.screen, "action_find")
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a second one opens it. Selecting text does neither."""
        line = event.y - self.gutter.top - self._title_lines
        if line < 0 or line + self.scroll_offset.y >= self._line_count or self.text_selection:
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
        if self._narrowed_to and y == 0:
            said = say_narrowed(self._narrowed_to, len(self.rows), len(self._every_row))
            return self._strip(cell_pieces(said, "", width - 1), "rows--title", width)
        y -= 1 if self._narrowed_to else 0
        if self._titled and y == 0 and self.rows:
            titles = [column.title for column in self.columns]
            return self._strip(row_pieces(self.columns, titles, width - 1), "rows--title", width)
        line = y - (1 if self._titled and self.rows else 0)
        if not self.rows:
            return self._empty_line(line, width)
        if line + self.scroll_offset.y >= self._line_count:
            return self._strip((), "", width)
        return self._for_mouse(self._line(line + self.scroll_offset.y, width), line)

    def _line(self, line: int, width: int) -> Strip:
        place, below = self._at(line)
        return self._row_line(self.rows[place], below, place == self.cursor, width)

    def _for_mouse(self, strip: Strip, line: int) -> Strip:
        """Under the mouse a line knows its place, for a selection; what is selected is marked."""
        place = line + self.scroll_offset.y
        if self.text_selection:
            from tui.widgets.row_selection import marked, selection_look

            strip = marked(strip, place, self.text_selection, selection_look(self.screen))
        return strip.apply_offsets(0, place) if self.mouse_hover else strip

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What the mouse selected, as the lines stand here."""
        from tui.widgets.row_selection import selected

        width = self.scrollable_content_region.width
        return selected(
            selection, self._line_count, lambda line: self._line(line, width).text
        ), "\n"

    def text_select_all(self) -> None:
        """A double click opens a row; it selects nothing."""

    @property
    def _led(self) -> bool:
        return self.has_focus or self.led_from_outside

    @property
    def _title_lines(self) -> int:
        return int(self._titled) + bool(self._narrowed_to)

    def _row_line(self, row: Row, below: int, at_cursor: bool, width: int) -> Strip:
        if below:
            pieces = cell_pieces(row.below[below - 1], "", width - 1)
        else:
            pieces = row_pieces(self.columns, row.cells, width - 1)
        if not at_cursor:
            return self._strip(pieces, "", width)
        look = "rows--cursor" if self._led else "rows--cursor-away"
        return self._strip(pieces, look, width, marked=self._led)

    def _empty_line(self, line: int, width: int) -> Strip:
        empty = NO_SUCH_LINE if self._narrowed_to else self.empty
        lines = Content(empty).wrap(max(10, width - 2)) if empty else []
        text = lines[line] if 0 <= line < len(lines) else ""
        marked = line == 0 and self.has_focus
        return self._strip(cell_pieces(text, "", width - 1), "rows--title", width, marked=marked)

    def _strip(
        self, pieces: Iterable[Piece], look: str, width: int, *, marked: bool = False
    ) -> Strip:
        style = self.get_visual_style(look) if look else self.visual_style
        mark = cell_pieces("▌", "$border", 1) if marked else ((" ", NONE),)
        return strip_of(chain(mark, pieces), style, width)

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
