"""The records behind a sentence as lines: each shows alone why the sentence is said."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from coaching.record.base import Record
from coaching.record.workbook import KINDS, noun_of
from coaching.strategies import lines_agreed, lines_kept, lines_said
from coaching.strategies.record_line import RecordLine, Scope, Told
from coaching.strategies.says import Fact, Notice

TOLD: dict[str, tuple[str, Callable[[Any, date, Scope], Told]]] = {
    "checkins": ("checkin", lines_kept.checkin),
    "promises": ("promise", lines_kept.promise),
    "replies": ("reply", lines_kept.reply),
    "agreements": ("agreement", lines_agreed.agreement),
    "reviews": ("review", lines_agreed.review),
    "goals": ("goal", lines_agreed.goal),
    "trials": ("trial", lines_agreed.trial),
    "topics": ("topic", lines_agreed.topic),
    "partings": ("parting", lines_agreed.parting),
    "feedback": ("feedback", lines_said.feedback),
    "celebrations": ("celebration", lines_said.celebration),
    "tellings": ("story", lines_said.story),
    "hurdles": ("hurdle", lines_said.hurdle),
    "contacts": ("contact", lines_said.contact),
}
"""For each table what opens a record of it, and what its line says."""


def record_lines(said: Fact | Notice, scope: Scope) -> list[RecordLine]:
    """A line for each record behind a sentence, in its order; one that is gone is left out.

    Those under a heading come last, each heading's together.
    """
    lines = list(_lines(said, scope))
    headings = ["", *dict.fromkeys(line.told.under for line in lines)]
    return sorted(lines, key=lambda line: headings.index(line.told.under))


def _lines(said: Fact | Notice, scope: Scope) -> Iterator[RecordLine]:
    for one in said.behind:
        kind, told = TOLD.get(one.table, (one.table, _noun))
        found = _find(one.table, one.record_id, scope)
        if found is not None:
            yield RecordLine(kind, one.record_id, one.day, told(found, one.day, scope))


def _noun(one: Record, _: date, __: Scope) -> Told:
    """A record of a kind without words of its own here."""
    return Told(noun_of(one.table).capitalize())


def _find(table: str, record_id: str, scope: Scope) -> object | None:
    kind = KINDS[table]
    return scope.workbook.find(kind, record_id) or scope.mine.find(kind, record_id)
