"""How many cells of a terminal a text takes."""

import unicodedata


def cells(text: str) -> int:
    """How many cells a terminal gives the text."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
