"""Makes rows of a list out of texts of any length: each is broken at the width, nothing is cut."""

from __future__ import annotations

from textual.content import Content

from tui.widgets.rows import Row

LEAST_WIDTH = 10


def hanging(label: str | Content, text: str | Content, width: int) -> list[Content]:
    """The label, then the text; its further lines begin under its first word."""
    first = Content(label) if isinstance(label, str) else label
    whole = Content(text) if isinstance(text, str) else text
    under = Content(" " * first.cell_length)
    broken = whole.wrap(max(LEAST_WIDTH, width - first.cell_length)) or [Content("")]
    return [(under if place else first) + line for place, line in enumerate(broken)]


def row_of(key: str, lines: list[Content]) -> Row:
    """One row with all these lines."""
    first, *below = lines or [Content("")]
    return Row(key, (first,), tuple(below))


def text_row(key: str, label: str | Content, text: str | Content, width: int) -> Row:
    """One row: a label and a text, over as many lines as it takes."""
    return row_of(key, hanging(label, text, width))
