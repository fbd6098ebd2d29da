"""Prints lines that suit people, pipes and old terminals alike."""

import sys
import unicodedata
from collections.abc import Iterable, Sequence

from coaching.text import tame

GAP = "  "


def ready_output() -> None:
    """Let characters that the terminal has no code for be printed as escapes, not as errors."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines on standard output, without control characters."""
    for line in lines:
        print(tame(line))


def complain(sentence: str) -> None:
    """Print a sentence on standard error: one line, or at a terminal as many as its width asks."""
    line = " ".join(tame(sentence).split())
    seen = sys.stderr is not None and sys.stderr.isatty()
    print(_wrapped(line) if seen else line, file=sys.stderr)


def _wrapped(line: str) -> str:
    """The line broken between words; a word longer than a line, such as a path, stays whole."""
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def aligned(rows: Iterable[Sequence[str]], indent: str = "") -> list[str]:
    """Rows as lines whose columns stand below each other; nothing trails behind."""
    table = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    return [indent + GAP.join(map(_padded, row, widths)).rstrip() for row in table]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """How many cells a terminal gives the text."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
