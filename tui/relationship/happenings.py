"""The list of what is recorded about one person; a text of any length goes on under its line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from coaching.timeline import Happening, say_column
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

BEFORE_TEXT = 14
"""Cells for the cursor, the day and the gap after it."""
CURSOR = 1
PICTURES = ("picture checkins", "picture promises")
LEAST_ROOM = 10
MOST_LINES = 6
"""Lines of one record in the list; enter opens the whole of a longer one."""


class Happenings(Rows):
    """Rows made for the width: those of the tab itself first, then one for each happening."""

    def __init__(self) -> None:
        super().__init__(
            (Column("", 11, style="$text-muted"), Column("", 20, grow=1)), id="happenings"
        )
        self._put: tuple[Sequence[Happening], datetime, Callable[[int], Sequence[Row]]] | None
        self._put = None

    def put(
        self,
        happenings: Sequence[Happening],
        now: datetime,
        *,
        empty: str,
        above: Callable[[int], Sequence[Row]] = lambda _: (),
    ) -> None:
        """Show these. `above` makes the first rows for a width in cells."""
        self._put = (happenings, now, above)
        self._draw(empty)

    def on_resize(self) -> None:
        """Break the texts anew."""
        self._draw(None)
        super().on_resize()

    def to_first_record(self) -> None:
        """Put the cursor on the first record, under any picture."""
        places = [place for place, row in enumerate(self.rows) if row.key not in PICTURES]
        self.cursor = places[0] if places else 0

    def _draw(self, empty: str | None) -> None:
        if self._put is None:
            return
        happenings, now, above = self._put
        width = self.scrollable_content_region.width - CURSOR
        rows = [*above(width), *happening_rows(happenings, now, width + CURSOR - BEFORE_TEXT)]
        self.show(rows, empty=empty)


def happening_rows(happenings: Sequence[Happening], now: datetime, room: int) -> list[Row]:
    """One line for each that fits in so many cells, more for a longer one."""
    today = now.date()
    rows, seen = [], set[str]()
    for one in happenings:
        first, *others = _broken(one.what, room)
        below = tuple(" " * (BEFORE_TEXT - 1) + line for line in others)
        key = f"{one.kind} {one.record_id}"
        while key in seen:
            key += " again"
        seen.add(key)
        rows.append(Row(key, (say_column(one.day, today), first), below))
    return rows


def _broken(text: str, room: int) -> tuple[str, ...]:
    if room < LEAST_ROOM or cell_len(text) <= room:
        return (text,)
    return _wrapped(text, room)


@lru_cache(maxsize=20_000)
def _wrapped(text: str, room: int) -> tuple[str, ...]:
    whole = text[: room * MOST_LINES]
    lines = [line.plain.rstrip() for line in Content(whole).wrap(room)]
    if len(lines) <= MOST_LINES and whole == text:
        return tuple(lines)
    last = Content(f"{lines[MOST_LINES - 1]} …").truncate(room, ellipsis=True).plain
    return (*lines[: MOST_LINES - 1], last)
