"""Talks to the terminal as Textual does, but comes back only from where it had gone away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


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
        """Resumes once for each time it was suspended."""

        suspended = False

        def suspend_application_mode(self) -> None:
            self.suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            if self.suspended:
                self.suspended = False
                super().resume_application_mode()

    return SteadyDriver if usual is LinuxDriver else usual
