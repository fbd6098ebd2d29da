"""The ways out that are no choice in a list: ctrl+c twice, and signals that end a program."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app import TrothApp

LEAVE_AGAIN_SECONDS = 1.0
LEAVING_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
SIGNAL_EXIT = 128


class CtrlC:
    """Copies what is selected, in a field too; twice within a second without a selection leaves."""

    def __init__(self, app: TrothApp) -> None:
        """For this app."""
        self._app = app
        self._last = 0.0

    async def press(self) -> None:
        """The key was pressed."""
        app = self._app
        in_field = getattr(app.focused, "selected_text", "")
        if selected := in_field or app.screen.get_selected_text():
            app.copy_to_clipboard(selected)
            app.say("Copied.")
            return
        now = time.monotonic()
        if now - self._last < LEAVE_AGAIN_SECONDS:
            await app.action_quit()
            return
        self._last = now
        app.say("Nothing is selected. ctrl+c once more leaves.")


def heed_signals(leave: Callable[[int], object]) -> None:
    """Call `leave` with the exit code when the system asks this program to end."""
    loop = asyncio.get_running_loop()
    for name in LEAVING_SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, SIGNAL_EXIT + number)
