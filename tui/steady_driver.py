"""Textual's driver for Linux and macOS, which resumes once and can stay over the terminal."""

from __future__ import annotations

import os
import select
import signal
import termios
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from tui.driver import CLEAR, LEAVE_SCREEN, OVER_ANOTHER, Outlet

if TYPE_CHECKING:
    from textual.app import App


class SteadyDriver(LinuxDriver):
    """Resumes once for each time it was suspended, and writes to an `Outlet`.

    While it covers, or runs over another Troth, it never shows what the terminal held before.
    """

    suspended = False
    covers = ""
    silent = False

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Drive this app."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file: Any = Outlet(self._file)
        self.over_another = bool(os.environ.pop(OVER_ANOTHER, ""))
        self._modes_before: list[Any] | None = None
        if os.isatty(self.fileno):
            Thread(target=leave_once_gone, args=(self.fileno,), daemon=True).start()

    def write(self, data: str) -> None:
        """Write; leaving the screen becomes clearing it where nothing else may be seen."""
        if data == LEAVE_SCREEN and (self.covers or self.over_another):
            data = f"{CLEAR}{self.covers}"
        super().write(data)

    def start_application_mode(self) -> None:
        """Begin; what was typed in the time between two programs was meant for neither."""
        before, self._modes_before = self._modes_before, None
        if self.over_another or before is not None:
            with suppress(termios.error):
                termios.tcflush(self.fileno, termios.TCIFLUSH)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own is
        if before is not None:
            self.attrs_before = before

    def stop_application_mode(self) -> None:
        """End; while silent, keys stay unseen until this starts again."""
        if self.covers and self.silent:
            self._modes_before, self.attrs_before = self.attrs_before, None
        super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """End for a while."""
        self.suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Go on, once."""
        if self.suspended:
            self.suspended = False
            super().resume_application_mode()


def leave_once_gone(terminal: int) -> None:
    """Wait until this terminal has hung up, and leave then as for the signal that says so.

    The signal reaches only the programs the terminal controls. Textual's reading thread would read
    the end of a terminal's input again and again for ever.
    """
    watch = select.poll()
    watch.register(terminal, 0)
    if any(happened & select.POLLHUP for _, happened in watch.poll()):
        os.kill(os.getpid(), signal.SIGHUP)
