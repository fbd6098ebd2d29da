"""The card between two people at one keyboard: nothing else is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from tui.app import TrothApp


class HandOver(ModalScreen[bool]):
    """Whom the keyboard is for; gives True where they begin."""

    app: TrothApp
    DEFAULT_CSS = """
    HandOver { align: center middle; background: $background; }
    HandOver > VerticalScroll {
        width: 66; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 0 1;
    }
    HandOver #words { margin-bottom: 1; }
    HandOver KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go on", id="hand.go", tooltip="Go on"),
        Binding("escape", "back", "back", key_display="esc", id="hand.back", tooltip="Back"),
    ]

    def __init__(self, title: str, text: str) -> None:
        """A card with these words."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, words, keys."""
        box = VerticalScroll()
        box.border_title = Content(self._title)
        with box:
            yield Static(Content(self._text), id="words")
            yield KeyLine()

    def action_go(self) -> None:
        """Go on."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Not now."""
        self.dismiss(False)
