"""A line of a list as pieces of text and their styles: cells cut and padded to columns."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from coaching.say import time_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style as RichStyle

    from tui.widgets.rows import Column

GAP = 2
EDGE = 1
ELLIPSIS = "…"
NONE = Style.null()
FIRST_COMBINING = "\u0300"

Piece = tuple[str, Style]
Cell = str | Content


def cell_pieces(cell: Cell, style: str, width: int) -> Iterator[Piece]:
    """A cell in exactly so many terminal cells."""
    if width <= 0:
        return
    if isinstance(cell, str) and _is_simple(cell):
        text = cell if len(cell) <= width else cell[: max(0, width - 1)] + ELLIPSIS
        yield text.ljust(width), _named(style)
        return
    content = Content(cell) if isinstance(cell, str) else cell
    shown = content.truncate(width, ellipsis=True, pad=True)
    yield from (shown.stylize_before(style) if style else shown).render(NONE, end="")


def row_pieces(columns: tuple[Column, ...], cells: Sequence[Cell], width: int) -> Iterator[Piece]:
    """Cells in their columns; one cell alone takes the whole width."""
    if len(cells) == 1:
        yield from cell_pieces(cells[0], columns[0].style if len(columns) == 1 else "", width)
        return
    gap = ""
    widths = column_widths(columns, width, time_room())
    for cell, column, room in zip(cells, columns, widths, strict=False):
        if room:
            yield gap, NONE
            yield from cell_pieces(cell, column.style, room)
            gap = " " * GAP


def strip_of(pieces: Iterable[Piece], base: Style, width: int) -> Strip:
    """The pieces over the style of the line, cut and padded to the width."""
    segments = [
        Segment("".join(text for text, _ in alike), _over(base, style))
        for style, alike in groupby(pieces, itemgetter(1))
    ]
    return Strip(segments).adjust_cell_length(width, _over(base, NONE))


@lru_cache(maxsize=500)
def _over(base: Style, style: Style) -> RichStyle:
    return (base + style).rich_style


def _named(style: str) -> Style:
    return Style.parse(style) if style else NONE


def _is_simple(text: str) -> bool:
    """Whether each letter is one cell wide, so that a cell is as wide as its text is long."""
    return text.isprintable() and (text.isascii() or max(text) < FIRST_COMBINING)


@lru_cache(maxsize=100)
def column_widths(columns: tuple[Column, ...], room: int, for_time: int = 0) -> list[int]:
    """Cells for each column, `for_time` more for a timed one; 0 for those dropped.

    The last one keeps off the edge where it can, but for a last one that alone grows: texts are
    broken to fill it.
    """
    least = [column.width + for_time * column.timed for column in columns]
    shown = list(range(len(columns)))
    while _needed(least, shown) > room and any(columns[place].drop for place in shown):
        shown.remove(max(shown, key=lambda place: columns[place].drop))
    fills = columns[-1].grow > 0 and sum(column.grow > 0 for column in columns) == 1
    spare = max(0, room - (0 if fills else EDGE) - _needed(least, shown))
    shares = sum(columns[place].grow for place in shown)
    widths = [0] * len(columns)
    for place in shown:
        grow = columns[place].grow
        more = spare * grow // shares if grow else 0
        widths[place] = least[place] + more
        spare, shares = spare - more, shares - grow
    return widths


def _needed(least: Sequence[int], shown: Sequence[int]) -> int:
    return sum(least[place] for place in shown) + GAP * max(0, len(shown) - 1)
