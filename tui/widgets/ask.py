"""Asks once before a deed: enter or y does it, escape leaves everything as it is."""

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
    from coaching.ports import Verb
    from tui.app import TrothApp


class Ask(ModalScreen[bool]):
    """A question with its explanation; gives True where the deed was done."""

    app: TrothApp
    DEFAULT_CSS = """
    Ask { align: center middle; }
    Ask > VerticalScroll {
        width: 66; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 0 1; background: $surface;
    }
    Ask #text { margin-bottom: 1; }
    Ask KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "yes", "yes", id="ask.yes", tooltip="Do it"),
        Binding(
            "escape,n",
            "no",
            "no, back",
            key_display="esc",
            id="ask.no",
            tooltip="Back, nothing changed",
        ),
    ]

    def __init__(self, title: str, text: str, workbook_id: str, verb: Verb) -> None:
        """Ask about doing this verb on this workbook."""
        super().__init__()
        self._title = title
        self._text = text
        self._workbook_id = workbook_id
        self._verb = verb

    def compose(self) -> ComposeResult:
        """Question, explanation, keys."""
        box = VerticalScroll()
        box.border_title = Content(self._title)
        with box:
            yield Static(Content(self._text), id="text")
            yield KeyLine()

    async def action_yes(self) -> None:
        """Do it; where it fails, stay."""
        if await self.app.do(self._workbook_id, self._verb):
            self.dismiss(True)

    def action_no(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)
