"""Opens the records of the cast over a play, as a program of its own in the same terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.over import run_over
from tui.widgets.ask import Ask

if TYPE_CHECKING:
    from tui.scenario.player import PlayerApp

ASK_TITLE = "The records of the people in this case"
ASK = "Open the records of the case here, before the room? enter"
TROTH = (sys.executable, "-m", "tui")
OPENING = "Opening the records of the case…"
NOT_HERE = "They did not open here. In another terminal: troth scenario records"


class AskRecords(Ask):
    """Asks once, because the room would see them."""

    app: PlayerApp  # type: ignore[assignment]  # the dialogs name Troth's own app

    def __init__(self) -> None:
        """The question; there is no deed on a record of the user's behind it."""
        super(Ask, self).__init__()
        self._title, self._text = ASK_TITLE, ASK

    async def action_yes(self) -> None:
        """Open them."""
        self.dismiss(True)
        self.app.call_after_refresh(show_cast, self.app)


def show_cast(app: PlayerApp) -> None:
    """Wait until the records are left; say so where they cannot open. The play stays as it is.

    The child reads the copy of the case that the run keeps, so that a case file that was changed
    or deleted meanwhile makes no difference.
    """
    command = (*TROTH, "scenario", "records", str(app.run_file.case_path))
    try:
        opened = run_over(app, command, OPENING) == 0
    except (SuspendNotSupported, OSError):
        opened = False
    if not opened:
        app.say(f"{NOT_HERE} {_name(app)}")


def _name(app: PlayerApp) -> str:
    """The case as one types it: the user's own file, or the number of a shipped one."""
    return app.stage.run.file or app.case.id.split("_")[0]
