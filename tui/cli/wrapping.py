"""Wraps what is printed at words, for a terminal of any width."""

import shutil
import sys
import textwrap

WIDEST = 80


def line_width() -> int:
    """How wide a line may be: the terminal's width, at most 80; 0 where no terminal shows it."""
    if not sys.stdout.isatty():
        return 0
    return min(WIDEST, terminal_width())


def terminal_width() -> int:
    """How many cells a line of the terminal has."""
    return shutil.get_terminal_size().columns


def at_words(text: str, width: int, hang: int = 0) -> str:
    """The text with each line wrapped at words; 0 leaves lines as they are.

    What goes on in a next line is indented as its first, and by `hang` cells more.
    """
    if not width:
        return text
    return "\n".join(_wrapped(line, width, hang) for line in text.split("\n"))


def _wrapped(line: str, width: int, hang: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()) + hang)
    wrapped = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(wrapped)
