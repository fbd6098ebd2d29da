"""Text that is drawn line by line, selected with the mouse: marked on screen, and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen


MARK = 1


def selection_look(screen: Screen[Any]) -> Style:
    """How what is selected looks: another background under the letters as they are."""
    background = screen.get_component_rich_style("screen--selection").bgcolor
    return Style(bgcolor=background) if background else Style(reverse=True)


def marked(strip: Strip, line: int, selection: Selection, look: Style) -> Strip:
    """This line as it is drawn, with what is selected of it in another look."""
    span = selection.get_span(line)
    if span is None:
        return strip
    whole = strip.text
    start, end = (cell_len(whole[:at]) if at >= 0 else strip.cell_length for at in span)
    before, chosen, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end)
    shown = Strip(Segment.apply_style(chosen, None, look), chosen.cell_length)
    return Strip.join([before, shown, after])


def selected(selection: Selection, lines: int, text: Callable[[int], str]) -> str:
    """What is selected of so many lines, of which only these are drawn.

    Without the mark of the cursor on the left and the room on the right.
    """
    first = selection.start.y if selection.start else 0
    last = min(lines - 1, selection.end.y if selection.end else lines - 1)
    moved = Selection(_up(selection.start, first), _up(selection.end, first))
    drawn = "\n".join(text(line) for line in range(first, last + 1))
    found = moved.extract(drawn).split("\n")
    is_cut = bool(selection.start and selection.start.x)
    return "\n".join(
        line[MARK if at or not is_cut else 0 :].rstrip() for at, line in enumerate(found)
    )


def _up(offset: Offset | None, lines: int) -> Offset | None:
    return Offset(offset.x, offset.y - lines) if offset else None
