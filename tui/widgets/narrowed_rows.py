"""Which rows of a list have some words, and what is said over a list that is narrowed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.rows import Row

ONLY = "Only lines with"


def fitting(rows: Sequence[Row], words: str) -> tuple[Row, ...]:
    """The rows in which each of the words stands, in any column or the lines below."""
    wanted = words.casefold().split()
    return tuple(row for row in rows if all(word in _folded(row) for word in wanted))


def say_narrowed(words: str, shown: int, of: int) -> str:
    """The line over a narrowed list: what it is narrowed to, and how to get the rest back."""
    return f"{ONLY}: {words.strip()}   {shown} of {of}   & esc shows all"


def _folded(row: Row) -> str:
    parts = (*row.cells, *row.below)
    texts = (part if isinstance(part, str) else part.plain for part in parts)
    return "\n".join(texts).casefold()
