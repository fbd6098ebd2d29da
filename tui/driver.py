"""Talks to the terminal as Textual does, and bears that it goes away."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TextIO

    from textual.app import App
    from textual.driver import Driver


class Outlet:
    """A terminal to write to; once it is gone, what is written is lost, and nothing stops for it.

    Textual's writing thread would end at the first error, and the program would then wait for it
    for ever, in place of keeping what was typed and ending.
    """

    def __init__(self, file: TextIO) -> None:
        """Write to this file."""
        self._file = file

    def write(self, text: str) -> int:
        """Write, where somebody is there to read."""
        with suppress(OSError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        with suppress(OSError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the file has by this name
        """All else is the file's own."""
        return getattr(self._file, name)


def steady(usual: type[Driver]) -> type[Driver]:
    """The driver to use in place of Textual's usual one for this system.

    A system that ends a program sends SIGTERM or SIGHUP and then SIGCONT, in case it is asleep.
    Textual's own driver takes any SIGCONT for a return and switches the terminal again, which
    then stays so after the program has gone.
    """
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    class SteadyDriver(LinuxDriver):
        """Resumes once for each time it was suspended, and writes to an `Outlet`."""

        suspended = False

        def __init__(
            self,
            app: App[Any],
            *,
            debug: bool = False,
            mouse: bool = True,
            size: tuple[int, int] | None = None,
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            self._file: Any = Outlet(self._file)

        def suspend_application_mode(self) -> None:
            self.suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            if self.suspended:
                self.suspended = False
                super().resume_application_mode()

    return SteadyDriver if usual is LinuxDriver else usual
