"""The page with everything that is to be said about the files of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.guide.reader import Reader
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app import TrothApp


class AboutFiles(ModalScreen[bool]):
    """All the sentences, whole. Gives True where the user has read enough of them."""

    app: TrothApp
    DEFAULT_CSS = """
    AboutFiles { align: center middle; }
    AboutFiles > Vertical {
        width: 76; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface; padding: 0 1;
    }
    AboutFiles Reader { height: auto; }
    AboutFiles KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "hide", "hide", id="files.hide", tooltip="Hide this in this window"),
        Binding("escape", "leave", "back", key_display="esc", id="files.back", tooltip="Back"),
    ]

    def __init__(self, told: Sequence[str]) -> None:
        """Show these."""
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        """The sentences, and how to leave."""
        box = Vertical()
        box.border_title = Content("About your records")
        with box:
            yield Reader()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show them."""
        reader = self.query_one(Reader)
        reader.show(self._lines)
        reader.focus()
        self._fit()

    def on_resize(self) -> None:
        """Leave room for the frame and the last line."""
        self._fit()

    def _fit(self) -> None:
        self.query_one(Reader).styles.max_height = max(1, self.size.height - 3)

    def _lines(self, width: int) -> list[Content]:
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
