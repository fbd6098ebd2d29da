"""Two copies of one workbook's tables in one: the records of both, by their ids."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from data.documents import HEADER, Tables

Place = tuple[str, str]
_DAY = re.compile(r"'(\d{4}-\d{2}-\d{2})")


class Compared(NamedTuple):
    """Places (table, id) of records that only one copy has, or both in another form."""

    only_this: frozenset[Place]
    only_other: frozenset[Place]
    differing: frozenset[Place]


def compared(this: Tables, other: Tables) -> Compared:
    """Compare two copies record by record."""
    mine, theirs = dict(documents(this)), dict(documents(other))
    both = mine.keys() & theirs.keys()
    return Compared(
        frozenset(mine.keys() - both),
        frozenset(theirs.keys() - both),
        frozenset(place for place in both if mine[place] != theirs[place]),
    )


def merged(this: Tables, other: Tables, *, other_wins: bool) -> Tables:
    """The records of both; `other_wins` decides where one record differs between the two."""
    result = {name: dict(rows) if isinstance(rows, dict) else rows for name, rows in this.items()}
    known = {place: key for place, key, _ in _rows(this)}
    for place, _, document in _rows(other):
        rows = result.setdefault(place[0], {})
        if not isinstance(rows, dict):
            continue
        if place not in known:
            rows[str(1 + max(map(_number, rows), default=0))] = document
        elif other_wins:
            rows[known[place]] = document
    return result


def records_in(tables: Tables) -> int:
    """How many records there are, those that cannot be read as well."""
    return sum(1 for _ in _rows(tables))


def newest_day(tables: Tables, places: frozenset[Place], until: date) -> str:
    """The latest day written in these records that is not after `until`; "" where there is none."""
    days: set[str] = set()
    for place, document in documents(tables):
        if place in places:
            days.update(_DAY.findall(repr(document)))
    return max((day for day in days if day <= until.isoformat() and _is_day(day)), default="")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def documents(tables: Tables) -> Iterator[tuple[Place, Any]]:
    """Every record's document with its place."""
    for place, _, document in _rows(tables):
        yield place, document


def _rows(tables: Tables) -> Iterator[tuple[Place, str, Any]]:
    """Every document with its place and its key; one without an id is known by its content."""
    for table, rows in tables.items():
        if table == HEADER or not isinstance(rows, Mapping):
            continue
        for key, document in rows.items():
            found = document.get("id") if isinstance(document, Mapping) else None
            yield (table, found if isinstance(found, str) else repr(document)), key, document


def _number(key: str) -> int:
    return int(key) if key.isascii() and key.isdigit() else 0
