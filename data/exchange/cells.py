"""Cells of a table that no spreadsheet takes for a formula, and back again."""

import re

# Source: OWASP, "CSV Injection"; the full-width forms are read as formulas too in East Asia.
_ACTIVE = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def neutral(text: str) -> str:
    """The text as a cell: one apostrophe before what a spreadsheet would carry out."""
    return f"'{text}" if _ACTIVE.match(text) else text


def plain(cell: str) -> str:
    """The text in such a cell: the exact inverse of `neutral`."""
    return cell[1:] if cell.startswith("'") and _ACTIVE.match(cell[1:]) else cell
