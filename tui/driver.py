"""Talks to the terminal as Textual does, and bears that it goes away."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from typing import Any, TextIO

    from textual.app import App
    from textual.driver import Driver


OVER_ANOTHER = "TROTH_OVER_ANOTHER"
"""Set for a program that opens over Troth's screen, so that it leaves that screen up."""

LEAVE_SCREEN, CLEAR = "\x1b[?1049l", "\x1b[2J\x1b[H"


@runtime_checkable
class Covering(Protocol):
    """A driver that keeps the terminal's earlier text hidden while `covers` is not empty.

    `covers` is what the empty screen shows meanwhile; while `silent`, keys are not shown either.
    `over_another` is whether it runs over another Troth, which waits for it to end.
    """

    covers: str
    silent: bool
    over_another: bool


def covering(app: App[Any]) -> Covering | None:
    """The app's driver, where it can keep the screen; Textual's others can not."""
    driver: object = app._driver  # noqa: SLF001 - Textual names its driver nowhere else
    return driver if isinstance(driver, Covering) else None


def is_over_another(app: App[Any]) -> bool:
    """Whether the app runs over another Troth, so that the terminal is not its own to give up."""
    driver = covering(app)
    return driver is not None and driver.over_another


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
    from textual.drivers import linux_driver
    from textual.drivers.linux_driver import LinuxDriver

    from tui.pasting import TamedParser
    from tui.steady_driver import SteadyDriver

    linux_driver.XTermParser = TamedParser  # type: ignore[attr-defined]  # the only place that names it

    return SteadyDriver if usual is LinuxDriver else usual
