"""A scrollbar that draws its few kinds of cells once, and not every line of it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.geometry import Region


class QuickScrollBar(ScrollBar):
    """Looks and works as Textual's, which takes as long to draw as the list beside it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines asked for; lines that are alike are one strip."""
        drawn: dict[Segment, Strip] = {}
        lines = []
        for segment in self._segments()[crop.y : crop.bottom]:
            if segment not in drawn:
                drawn[segment] = self._filtered(Strip([segment], self.size.width))
            lines.append(drawn[segment])
        return lines

    def _segments(self) -> list[Segment]:
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or not isinstance(bar.style, Style):
            return []
        default = Color.default()
        drawn = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=bar.thickness,
            vertical=bar.vertical,
            back_color=bar.style.bgcolor or default,
            bar_color=bar.style.color or default,
        )
        return drawn.segments

    def _filtered(self, strip: Strip) -> Strip:
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip
