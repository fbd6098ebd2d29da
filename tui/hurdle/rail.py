"""The head of the wizard: whose hurdle, what is kept, and the three boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX_WIDTH = 21
BOX_HEIGHT = 3
NARROW = 77
HEAVY = "┏━┓┃┗┛"
LIGHT = "┌─┐│└┘"
ARROW = " ──▸ "


class HurdleHead(Widget):
    """One line: the title on the left, who reads it and what is kept on the right."""

    DEFAULT_CSS = "HurdleHead { height: 1; padding: 0 1; }"

    title: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    mark: reactive[str] = reactive("")

    def render(self) -> Content:
        """Title and state."""
        right = Content.styled(f"{self.state} · ctrl+q leaves at once", "$text-muted")
        mark = (f"   {self.mark}" if self.mark else "", "$text-warning")
        left = Content.assemble((self.title, "bold"), mark)
        gap = self.size.width - left.cell_length - right.cell_length
        if gap < 1:
            right = Content.styled(self.state, "$text-muted")
            gap = max(1, self.size.width - left.cell_length - right.cell_length)
        return left + Content(" " * gap) + right


class Rail(Widget):
    """Three boxes: the heavy one is where the user is, a done one says what came of it."""

    DEFAULT_CSS = "Rail { height: 3; padding: 0 2; }"

    here: reactive[str] = reactive("source")
    lines: reactive[tuple[str, ...]] = reactive(("", "", ""))
    done: reactive[tuple[str, ...]] = reactive(())
    names: tuple[tuple[str, str], ...] = (
        ("source", "Source"),
        ("repair", "Repair"),
        ("support", "Support"),
    )

    def render(self) -> Content:
        """Boxes side by side, or one line where the window is narrow."""
        if self.size.width < NARROW - 4 or self.size.height < BOX_HEIGHT:
            return self._one_line()
        boxes = [self._box(place) for place in range(3)]
        rows = [
            Content.assemble("", boxes[0][row], joint, boxes[1][row], joint, boxes[2][row])
            for row, joint in enumerate(("     ", ARROW, "     "))
        ]
        return Content("\n").join(rows)

    def _box(self, place: int) -> Sequence[Content]:
        box, name = self.names[place]
        here = box == self.here
        width = BOX_WIDTH - 2
        title = f"{place + 1} {name.upper() if here else name}"
        title += ": done" if box in self.done and not here else ""
        left_top, flat, right_top, side, left_low, right_low = tuple(HEAVY if here else LIGHT)
        style = "bold" if here else "$text-muted"
        top = Content(f"{left_top}{flat} {title} ").extend_right(width - len(title) - 3, flat)
        indent = "  " if len(self.lines[place]) <= width - 3 else " "
        said = Content(f"{indent}{self.lines[place]}")
        inner = said.truncate(width - 1, ellipsis=True, pad=True) + Content(" ")
        return (
            (top + Content(right_top)).stylize(style),
            Content.styled(side, style) + inner + Content.styled(side, style),
            Content.styled(left_low + flat * width + right_low, style),
        )

    def _one_line(self) -> Content:
        parts = [
            Content.styled(f"{place} {name.upper()}, here", "bold")
            if box == self.here
            else Content.styled(
                f"{place} {name}{' done' if box in self.done else ''}", "$text-muted"
            )
            for place, (box, name) in enumerate(self.names, start=1)
        ]
        return Content(" ▸ ").join(parts)
