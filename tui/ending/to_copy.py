"""A text to take along: shown exactly as it leaves, copied only by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.app import TrothApp


class ToCopy(ModalScreen[None]):
    """Lines to read, then the text itself; nothing leaves by looking."""

    app: TrothApp
    DEFAULT_CSS = """
    ToCopy { align: center middle; }
    ToCopy > #box {
        width: 78; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 0 1; background: $surface;
    }
    ToCopy VerticalScroll { height: auto; max-height: 100%; }
    ToCopy .said { height: auto; color: $text-muted; margin-bottom: 1; }
    ToCopy #text { height: auto; margin-bottom: 1; }
    ToCopy KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "copy it", id="tocopy.copy", tooltip="Copy exactly this text"),
        Binding(
            "escape,enter",
            "dismiss",
            "back",
            key_display="esc",
            id="tocopy.back",
            tooltip="Back; nothing has left",
        ),
    ]

    def __init__(self, title: str, said: Sequence[str], text: str) -> None:
        """Under this title, after these lines."""
        super().__init__()
        self._title, self._said, self._text = title, said, text

    def compose(self) -> ComposeResult:
        """Lines, text, keys."""
        box = VerticalScroll(id="box")
        box.border_title = Content(self._title)
        with box:
            yield Static(Content("\n".join(self._said)), classes="said")
            yield Static(Content(self._text), id="text")
            yield KeyLine()

    def action_copy(self) -> None:
        """Copy the text."""
        self.app.copy_to_clipboard(self._text)
        self.app.say("It is copied, nothing else. You send it yourself.")
