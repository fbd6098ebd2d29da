"""A record behind a sentence as rows: its day, what it says, and what goes with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.timeline import say_column
from tui.relationship.lines import hanging, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coaching.strategies.record_line import RecordLine
    from tui.widgets.rows import Row

ONLY_ME = "only me · "
DAY_WIDTH = 13


def record_rows(one: RecordLine, today: date, width: int, room: int) -> Iterator[Row]:
    """A record as a row; one higher than the list goes on in further rows, which it scrolls to."""
    key, lines = f"{one.kind} {one.record_id}", _record_lines(one, today, width)
    for start in range(0, len(lines), room):
        more = f" {start}" if start else ""
        yield row_of(f"{key}{more}", lines[start : start + room])


def _record_lines(one: RecordLine, today: date, width: int) -> list[Content]:
    day = Content.styled(f"{say_column(one.day, today):{DAY_WIDTH}}", "$text-muted")
    room = Content(" " * DAY_WIDTH)
    lines = hanging(day, one.told.what, width)
    for below in one.told.below:
        lines += hanging(room, Content.styled(below, "$text-muted"), width)
    for own in one.told.own:
        lines += hanging(room, Content.assemble((ONLY_ME, "$text-muted"), own), width)
    return lines
