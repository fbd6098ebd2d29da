"""The lines of standard input and output, on a terminal or between files and pipes."""

import os
import select
import sys

from coaching.text import tame
from tui.cli.wrapping import at_words, terminal_width

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
PASTED_WITHIN_S = 0.03


class StandardLines:
    """Reads what is typed, writes what is said. Where nobody types, answers are written along."""

    def __init__(self) -> None:
        """Bytes typed that are no text count as unknown letters."""
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

    def write(self, line: str) -> None:
        """Write one line at once; a terminal gets it wrapped at words, as wide as it is now."""
        width = terminal_width() if sys.stdout.isatty() else 0
        sys.stdout.write(f"{at_words(line, width)}\n")
        sys.stdout.flush()

    def read(self, before: str, *, several: bool) -> str:
        """The next line; on a terminal, with `several`, those pasted together with it too."""
        sys.stdout.write(before)
        sys.stdout.flush()
        typed = self._next_line()
        while several and _more_waits():
            typed += f"\n{self._next_line()}"
        if not _somebody_types():
            self.write(tame(typed))
        return typed

    @property
    def can_clear(self) -> bool:
        """Whether a terminal shows what was written."""
        return sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")

    def clear(self) -> None:
        """Clear the screen and what can be scrolled back (xterm's E3, which most others know)."""
        if self.can_clear:
            sys.stdout.write(CLEAR)
            sys.stdout.flush()

    def _next_line(self) -> str:
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            self.write("")
            raise EOFError
        return line.rstrip("\r\n")


def _somebody_types() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _more_waits() -> bool:
    """Whether another line is there already, as only a paste brings it."""
    if os.name != "posix" or not _somebody_types():
        return False
    return bool(select.select([sys.stdin], [], [], PASTED_WITHIN_S)[0])
