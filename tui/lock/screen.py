"""The locked screen: nothing of anybody, and one field for the passphrase."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import TrothError
from tui.lock.passphrase import PassphraseField
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from tui.app import TrothApp

ABOUT = (
    "Your records are sealed, and locked in this window. What you had typed is where you left it. "
    "Nobody can open them without your passphrase, Troth's makers neither."
)


class LockScreen(Screen[None]):
    """Closes once the passphrase has opened the records; leaving is possible at any time."""

    app: TrothApp
    DEFAULT_CSS = """
    LockScreen { align: center middle; }
    LockScreen > #lock {
        width: 66; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 1 2;
    }
    LockScreen #about { margin-bottom: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", id="lock.open", tooltip="Open your records"),
    ]

    def compose(self) -> ComposeResult:
        """What this is, and the field."""
        box = VerticalScroll(id="lock", can_focus=False)
        box.border_title = Content("Troth is locked")
        box.border_subtitle = Content("ctrl+q leaves")
        with box:
            yield Static(Content(ABOUT), id="about")
            yield PassphraseField("passphrase", "Your passphrase")
        yield KeyLine()

    def on_mount(self) -> None:
        """Nothing is being opened yet."""
        self._opening = False

    async def action_open(self) -> None:
        """Try the passphrase; the field says what was wrong."""
        field, sealing = self.query_one(PassphraseField), self.app.world.sealing
        if self._opening or sealing is None:
            return
        passphrase = field.text
        if not passphrase:
            field.complain("Type your passphrase, then enter.")
            return
        self._opening = True
        field.explain("Opening…")
        try:
            await asyncio.to_thread(sealing.unlock, passphrase)
        except TrothError as error:
            field.empty()
            field.complain(error.sentence)
            return
        finally:
            self._opening = False
        field.empty()
        await self.app.refresh_facts()
        self.dismiss(None)
