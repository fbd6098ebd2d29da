"""A record behind a sentence as rows: its day, what it says, and what goes with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.timeline import say_column
from tui.relationship.lines import hanging, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coaching.strategies.record_line import RecordLine
    from tui.widgets.rows import Row

ONLY_ME = "only me · "
DAY_WIDTH = 13


def record_rows(records: Sequence[RecordLine], today: date, width: int, room: int) -> Iterator[Row]:
    """Each record as a row, the first under a heading with that heading above it."""
    above = ""
    for one in records:
        lines = _record_lines(one, today, width, heading=one.told.under not in ("", above))
        above = one.told.under
        yield from _in_parts(f"{one.kind} {one.record_id}", lines, room)


def _in_parts(key: str, lines: list[Content], room: int) -> Iterator[Row]:
    """One row; a record higher than the list goes on in further rows, which it scrolls to."""
    for start in range(0, len(lines), room):
        more = f" {start}" if start else ""
        yield row_of(f"{key}{more}", lines[start : start + room])


def _record_lines(one: RecordLine, today: date, width: int, heading: bool) -> list[Content]:
    day = Content.styled(f"{say_column(one.day, today):{DAY_WIDTH}}", "$text-muted")
    room = Content(" " * DAY_WIDTH)
    under = hanging("", Content.styled(f"{one.told.under}:", "bold"), width) if heading else []
    lines = [*under, *hanging(day, one.told.what, width)]
    for below in one.told.below:
        lines += hanging(room, Content.styled(below, "$text-muted"), width)
    for own in one.told.own:
        lines += hanging(room, Content.assemble((ONLY_ME, "$text-muted"), own), width)
    return lines
