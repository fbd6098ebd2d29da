"""The agreement in force as lines of its tab: each field that was filled in, under its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.agreement_page import value_in_words
from coaching.say import say_day
from coaching.verbs import agreements
from tui.relationship.lines import text_row
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.agreement import AgreementWords
    from coaching.record.workbook import Workbook

LABEL_WIDTH = 26
LEAST_WIDTH_FOR_COLUMN = 60


def agreement_rows(workbook: Workbook, words: AgreementWords, width: int) -> Iterator[Row]:
    """The lines of the latest version; nothing where there is none."""
    latest = agreements.latest(workbook)
    if latest is None:
        return
    head = f"How you work together, version {latest.version} of {say_day(latest.since)}"
    yield text_row(f"agreement {latest.id} head", "", Content.styled(head, "bold"), width)
    for line in words.lines:
        value = value_in_words(latest, line.field, workbook.relationship.name, "You")
        if value:
            yield _row(f"agreement {latest.id} {line.field}", line.label, value, width)
    yield text_row(f"agreement {latest.id} end", "", "", width)


def _row(key: str, label: str, value: str, width: int) -> Row:
    short = f"{label}:"
    column = LABEL_WIDTH if width >= LEAST_WIDTH_FOR_COLUMN else 0
    if column and len(short) > column:
        beside = text_row(key, " " * (column + 1), value, width)
        over = Content.styled(short, "$text-muted")
        return Row(key, (over,), (*beside.cells, *beside.below))
    return text_row(key, Content.styled(f"{short:{column}} ", "$text-muted"), value, width)
