"""The left side: who the person is, then the ten strategies with facts, notices and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.say import say_day
from coaching.strategies.says import Fact, Hidden, Notice
from tui.relationship.about import ABOUT, about_rows
from tui.relationship.lines import text_row
from tui.relationship.reading import entries_of, entry_key
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coaching.strategies.says import StrategyPage
    from tui.relationship.reading import Entry, Reading

MARKS = {"good": "+", "fact": "·", "too_early": "–", "unknown": "–"}
WORTH = {"look": "Worth a look.", "soon": "Worth asking soon."}
LEGEND = "+ good  · recorded  – not known  ▸ worth a look"
CURSOR = 1


class Strategies(Rows):
    """One list to read down and to open lines of; a text of any length goes on under its line."""

    def __init__(self) -> None:
        super().__init__((Column("", 10, grow=1),), id="strategies")
        self._sized = False
        self._put: tuple[Reading, datetime, str] | None = None

    def put(self, reading: Reading, now: datetime, zone: str) -> None:
        """Show this, as of now, in the user's zone."""
        first = self._put is None
        self._put = (reading, now, zone)
        self.border_title = Content(reading.workbook.relationship.name)
        self._draw()
        if first:
            self.go_to(f"strategy {reading.pages[0].id}")

    def on_resize(self) -> None:
        """Break the lines anew."""
        wide = self.outer_size.width >= len(LEGEND) + 4
        self.border_subtitle = Content(LEGEND) if wide else Content("")
        self._draw()
        super().on_resize()
        if not self._sized and self.size.height:
            self._sized = True
            self.scroll_home(animate=False, force=True, immediate=True)
            self._show_cursor()

    def to_next_notice(self) -> None:
        """Put the cursor on the next notice below, or on the first one."""
        places = [place for place, row in enumerate(self.rows) if row.key.startswith("notice ")]
        if places:
            self.cursor = next((one for one in places if one > self.cursor), places[0])

    def _draw(self) -> None:
        if self._put is not None:
            width = self.scrollable_content_region.width - CURSOR
            self.show(list(_rows(*self._put, width)))


def _rows(reading: Reading, now: datetime, zone: str, width: int) -> Iterator[Row]:
    worth = len(reading.notices)
    yield from about_rows(reading.workbook, now, zone, width, worth)
    for place, tie in enumerate(reading.ties):
        yield text_row(f"{ABOUT} tie {place}", Content.styled("Note ", "$text-muted"), tie, width)
    for page in reading.pages:
        yield text_row(
            f"strategy {page.id}", "", Content.styled(f"{page.number} {page.name}", "bold"), width
        )
        for one in entries_of(page):
            yield _entry_row(one, page, width)


def _entry_row(entry: Entry, page: StrategyPage, width: int) -> Row:
    key = entry_key(entry, page)
    if isinstance(entry, Fact):
        return text_row(key, f"{MARKS[entry.state]} ", entry.words, width)
    if isinstance(entry, Hidden):
        return text_row(key, "▹ ", Content.styled(hidden_words(entry), "$text-muted"), width)
    return text_row(key, Content.styled("▸ ", "$text-accent"), notice_words(entry), width)


def notice_words(notice: Notice) -> Content:
    """How soon it is worth a look, what is recorded, and the question."""
    told = f" {notice.words}" if notice.words else ""
    stop = "" if not told or told.endswith((".", "?", "…")) else "."
    return Content.assemble(
        (WORTH[notice.stage], "$text-accent"), f"{told}{stop} ", (notice.question, "italic")
    )


def hidden_words(hidden: Hidden) -> str:
    """What is hidden, until when, and the user's reason."""
    reason = f" You wrote: {hidden.reason}" if hidden.reason else ""
    return f"Hidden until {say_day(hidden.until)}: {hidden.notice.question}{reason}"
