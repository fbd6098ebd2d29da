"""Prints lines that suit people, pipes and old terminals alike."""

import sys
from collections.abc import Iterable, Sequence

from coaching.cells import cells
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
    if sys.stderr is not None and sys.stderr.isatty():
        from tui.cli.wrapping import at_words, terminal_width

        line = at_words(line, terminal_width())
    print(line, file=sys.stderr)


def aligned(rows: Iterable[Sequence[str]], indent: str = "") -> list[str]:
    """Rows as lines whose columns stand below each other; nothing trails behind."""
    table = [list(row) for row in rows]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    return [indent + GAP.join(map(_padded, row, widths)).rstrip() for row in table]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
