"""The lines of standard input and output, on a terminal or between files and pipes."""

import os
import select
import sys

from coaching.text import tame
from tui.cli.wrapping import at_words, terminal_width
from tui.plain.keyboard import (
    LONGEST_LINE,
    edit_lines,
    may_be_cut,
    more_waits,
    somebody_types,
    without_sequences,
)

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
MAY_BE_CUT = (
    f"This line may have been cut by the terminal at {LONGEST_LINE:,} letters. "
    "The rest can follow on the next line; Enter alone ends the text here."
)
MOST_COUNTED = 10_000


class StandardLines:
    """Reads what is typed, writes what is said. Where nobody types, answers are written along."""

    def __init__(self) -> None:
        """Bytes typed that are no text count as unknown letters."""
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
        self._edits = edit_lines()
        self._read = 0

    def write(self, line: str) -> None:
        """Write one line at once; a terminal gets it wrapped at words, as wide as it is now."""
        width = terminal_width() if sys.stdout.isatty() else 0
        sys.stdout.write(f"{at_words(line, width)}\n")
        sys.stdout.flush()

    def read(self, before: str, *, several: bool) -> str:
        """The next line; on a terminal, with `several`, those pasted together with it too."""
        line = typed = self._line(before)
        while several and not self._edits and may_be_cut(line):
            self.write(MAY_BE_CUT)
            line = self._line(before)
            typed += line
        while several and more_waits():
            typed += f"\n{self._line('')}"
        typed = without_sequences(typed)
        if not somebody_types():
            self.write(tame(typed))
        return typed

    @property
    def line_number(self) -> int:
        """How many lines were read."""
        return self._read

    def left_over(self) -> tuple[int, int] | None:
        """The first and the last line of a file of answers that were none; None where all were.

        Empty lines at the end do not count. A terminal has none, nor a pipe that waits.
        """
        if somebody_types() or sys.stdin is None or sys.stdin.closed:
            return None
        last, number = 0, self._read
        while number < self._read + MOST_COUNTED and _is_there() and (line := sys.stdin.readline()):
            number += 1
            last = number if line.strip() else last
        return (self._read + 1, last) if last else None

    @property
    def from_file(self) -> bool:
        """Whether the lines come from a file or a pipe."""
        return not somebody_types()

    @property
    def is_typed(self) -> bool:
        """Whether somebody types and hears the lines here."""
        return somebody_types() and sys.stdout.isatty()

    @property
    def can_clear(self) -> bool:
        """Whether a terminal shows what was written."""
        return sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")

    def clear(self) -> None:
        """Clear the screen and what can be scrolled back (xterm's E3, which most others know)."""
        if self.can_clear:
            sys.stdout.write(CLEAR)
            sys.stdout.flush()

    def _line(self, before: str) -> str:
        try:
            line = input(before) if self._edits else _unedited(before)
        except EOFError:
            self.write("")
            raise
        self._read += 1
        return line


def _unedited(before: str) -> str:
    sys.stdout.write(before)
    sys.stdout.flush()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _is_there() -> bool:
    """Whether input can be read without waiting for a program that may write more."""
    try:
        return os.name != "posix" or bool(select.select([sys.stdin.fileno()], [], [], 0)[0])
    except OSError:
        return True
