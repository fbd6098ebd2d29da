"""The first line of a screen: its name on the left, what it is for or what holds on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.app import TrothApp


class Head(Widget):
    """One line. A run on made-up records says so beside the name; the note goes first for room."""

    app: TrothApp
    DEFAULT_CSS = "Head { height: 1; padding: 0 1; }"

    note: reactive[str] = reactive("")

    def __init__(self, name: str, note: str = "") -> None:
        """The screen with this name."""
        super().__init__()
        self._title = name
        self.set_reactive(Head.note, note)

    def render(self) -> Content:
        """Name, mark and note."""
        mark = self.app.world.mark
        left = Content.assemble(
            (self._title, "bold"), (f"   {mark}" if mark else "", "$text-warning")
        )
        right = Content.styled(self.note, "$text-muted")
        gap = self.size.width - left.cell_length - right.cell_length
        return left + Content(" " * gap) + right if gap > 1 else left
