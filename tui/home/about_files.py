"""The page with everything that is to be said about the files of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.guide.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence


class AboutFiles(Card[bool]):
    """All the sentences, whole. Gives True where the user has read enough of them."""

    DEFAULT_CSS = "AboutFiles > Vertical { width: 76; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "hide", "hide", id="files.hide", tooltip="Hide this in this window"),
        Binding("escape", "leave", "back", key_display="esc", id="files.back", tooltip="Back"),
    ]

    def __init__(self, told: Sequence[str]) -> None:
        """Show these."""
        super().__init__()
        self._told = told

    def heading(self) -> str:
        """Whose files."""
        return "About your records"

    def lines(self, width: int) -> list[Content]:
        """What is read, with a blank line between."""
        lines = [
            line for one in self._told for line in (*Content(one).wrap(max(1, width)), Content(""))
        ]
        return lines[:-1]

    def action_hide(self) -> None:
        """Do not show these on home any more, while this window is open."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back; they stay on home."""
        self.dismiss(False)
