"""The line at the bottom in which one types the words that a list is narrowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.widgets.narrowed_rows import ONLY

if TYPE_CHECKING:
    from collections.abc import Callable


class Narrow(ModalScreen[None]):
    """One line at the bottom; the list behind it follows what is typed."""

    DEFAULT_CSS = """
    Narrow { background: transparent; }
    Narrow > Horizontal {
        dock: bottom; height: 1; background: $surface; padding: 0 1;
    }
    Narrow Static { width: auto; padding: 0 1 0 0; }
    Narrow Input { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", id="narrow.keep", tooltip="Back to the list, narrowed"),
        Binding("escape", "clear", "all", id="narrow.all", tooltip="Back to all lines"),
    ]

    def __init__(self, words: str, show: Callable[[str], None]) -> None:
        """Begin with these words; `show` narrows the list."""
        super().__init__()
        self._words = words
        self._show = show

    def compose(self) -> ComposeResult:
        """What it is, the field, and the two ways back."""
        with Horizontal():
            yield Static(Content.styled(f"{ONLY}:", "$text-accent"))
            yield Input(self._words, placeholder="a word or two", compact=True)
            yield Static(Content.styled("enter keep  esc all lines", "$text-muted"))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """The list stays narrowed."""
        self.dismiss(None)

    def action_clear(self) -> None:
        """All lines are shown again."""
        self._show("")
        self.dismiss(None)
