"""A card to read over another screen: as high as its text, at most as high as the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.guide.reader import Reader
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from tui.app import TrothApp

T = TypeVar("T")
FRAME_AND_KEYS = 3


class Card(ModalScreen[T]):
    """A subclass gives `heading` and `lines`, its width, and the keys that leave it."""

    app: TrothApp
    DEFAULT_CSS = """
    Card { align: center middle; }
    Card > Vertical {
        max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface; padding: 0 1;
    }
    Card Reader { height: auto; }
    Card KeyLine { dock: none; padding: 0; }
    """

    def heading(self) -> str:
        """What stands in the frame."""
        raise NotImplementedError

    def lines(self, width: int) -> list[Content]:
        """What is read, for a width in cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The page, and how to leave it."""
        box = Vertical()
        box.border_title = Content(self.heading())
        with box:
            yield Reader()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show it."""
        reader = self.query_one(Reader)
        reader.show(self.lines)
        reader.focus()
        self._fit()

    def on_resize(self) -> None:
        """Leave room for the frame and the last line."""
        self._fit()

    def _fit(self) -> None:
        self.query_one(Reader).styles.max_height = max(1, self.size.height - FRAME_AND_KEYS)
