"""Every record of a vault: what cannot be read, strange dates, ids twice, links into nothing."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from coaching.errors import Locked, VaultTrouble
from coaching.keeping import Finding
from coaching.record.base import Record
from coaching.record.checkin import Checkin, happened_on
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.workbook import MINE, Unreadable, Workbook
from coaching.say import say_day
from coaching.text import quote
from data.backups import files_of
from data.cover import BadCover
from data.damage import not_mended, read_last_good
from data.files import read_file
from data.places import Places, is_workbook_id
from data.reading import MOST_BYTES, read_workbook
from data.troubles import Damaged

FAR_AHEAD = timedelta(days=3660)
FIRST_DAY = date(1970, 1, 1)
_NOBODY = "Nobody is shown from it; all others are."
_KEPT = "It is kept as it is through every save, and shown nowhere."


def check_records(places: Places, today: date) -> Iterator[Finding]:
    """What is wrong inside the workbooks, one after the other."""
    where_of: dict[str, str] = {}
    opened: list[tuple[Path, Workbook]] = []
    for workbook_id, path in files_of(places.root, places.cover.suffix).items():
        try:
            workbook = read_workbook(path, workbook_id, places.cover).parsed.workbook
        except Locked:
            raise
        except (FileNotFoundError, VaultTrouble) as trouble:
            yield _unopened(places, path, workbook_id, trouble)
            continue
        opened.append((path, workbook))
        yield from _check_keys(places, path)
        yield from _check_ids(path, workbook, where_of)
        yield from (_unreadable(path, workbook, one) for one in workbook.unreadable)
    for path, workbook in opened:
        yield from _check_dates(path, workbook, today)
        yield from _check_links(path, workbook, where_of)


def has_key_twice(content: bytes) -> bool:
    """Whether an object of this JSON has one key twice: then only the last one is read."""
    twice = False

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        found = dict(pairs)
        twice |= len(found) < len(pairs)
        return found

    with suppress(ValueError, RecursionError):
        json.loads(content, object_pairs_hook=look)
    return twice


def _unopened(places: Places, path: Path, workbook_id: str, trouble: Exception) -> Finding:
    if isinstance(trouble, Damaged):
        return _damaged(places, path, workbook_id)
    return _finding(
        "unopened",
        trouble.sentence if isinstance(trouble, VaultTrouble) else "This file is gone.",
        str(path),
        _NOBODY,
        "Put it back from a backup: troth backup list",
    )


def _damaged(places: Places, path: Path, workbook_id: str) -> Finding:
    mendable = read_last_good(path, workbook_id, places.cover) is not None
    return Finding(
        kind="damaged",
        what="This file is damaged: what is in it is no record.",
        where=str(path),
        means=_NOBODY,
        way_on="A repair goes on from its last good copy."
        if mendable
        else f"It cannot be mended. {not_mended(places, workbook_id, is_gone=False)}",
        repairable=mendable,
    )


def _check_keys(places: Places, path: Path) -> Iterator[Finding]:
    try:
        content = places.cover.unwrap(read_file(path, MOST_BYTES)[0] or b"")
    except (OSError, BadCover):
        return
    if has_key_twice(content):
        yield Finding(
            kind="key-twice",
            what="Something in this file stands there twice under one key.",
            where=str(path),
            means="Only the last of the two is read. Troth never writes this.",
            way_on="A repair writes the file with what is read, after a backup of it as it is.",
            repairable=True,
        )


def _check_ids(path: Path, workbook: Workbook, where_of: dict[str, str]) -> Iterator[Finding]:
    for relationship in workbook.all(Relationship):
        if relationship.id != workbook.id or workbook.id == MINE:
            yield _finding(
                "wrong-file",
                f"This file holds {quote(relationship.name)}, whose own file has another name.",
                _place(path, workbook, relationship),
                "The same person may be shown twice.",
                "Look at both in Troth and delete the one you do not want.",
            )
    if workbook.id != MINE and not workbook.about_someone:
        yield _finding(
            "nobody",
            "This file does not say whose records it holds.",
            str(path),
            "Nobody is shown from it.",
            "Put it back from a backup: troth backup list",
        )
    for record in _records(workbook):
        first = where_of.setdefault(record.id, str(path))
        if first != str(path):
            yield _finding(
                "id-twice",
                f"Another record has the same id, in {first}.",
                _place(path, workbook, record),
                "One file may be a copy of the other.",
                "Look at both in Troth and delete the one you do not want.",
            )


def _unreadable(path: Path, workbook: Workbook, one: Unreadable) -> Finding:
    key = one.document.get("id")
    record = f", record {quote(str(key))}" if key is not None else ""
    return _finding(
        "unreadable",
        f"A record cannot be read: {one.why}.",
        f"{path}{_about(workbook)}: {quote(one.table)}{record}",
        _KEPT,
        "Open it with the Troth that wrote it, or correct it in the file while Troth is closed.",
    )


def _check_dates(path: Path, workbook: Workbook, today: date) -> Iterator[Finding]:
    since = {one.since for one in workbook.all(Relationship)}
    for record in _records(workbook):
        place = _place(path, workbook, record)
        if isinstance(record, Checkin) and record.outcome == "held":
            day = happened_on(record)
            if day > today + timedelta(days=1):
                yield _date(f"A check-in is held on {say_day(day)}, which is still to come.", place)
            elif since and day < min(since):
                yield _date(
                    f"A check-in is held on {say_day(day)}, before the relationship began "
                    f"({say_day(min(since))}).",
                    place,
                )
        for field, day in _days(record):
            if not FIRST_DAY <= day <= today + FAR_AHEAD:
                yield _date(f"The date of {field} is far away: {say_day(day)}.", place)


def _check_links(path: Path, workbook: Workbook, known: Mapping[str, str]) -> Iterator[Finding]:
    for record in _records(workbook):
        if isinstance(record, PutOff):
            continue  # what was put off may be settled and removed since
        for field, value in record:
            points = isinstance(value, str) and is_workbook_id(value) and field != "id"
            if points and type(record).audience_of(field) is None and value not in known:
                yield _finding(
                    "link-gone",
                    f"The record that {field} points to is not there any more.",
                    _place(path, workbook, record),
                    "It is shown without it.",
                    "Nothing has to be done.",
                )


def _days(record: Record) -> Iterator[tuple[str, date]]:
    """Every day in a record, also of moments and of planned dates."""
    for field, value in record:
        found = getattr(value, "day", None)
        if isinstance(value, datetime):
            yield field, value.date()
        elif isinstance(value, date):
            yield field, value
        elif isinstance(found, date):
            yield field, found


def _records(workbook: Workbook) -> Iterator[Record]:
    for rows in workbook.tables.values():
        yield from rows.values()


def _date(what: str, where: str) -> Finding:
    means = "Facts that count days may look strange."
    return _finding("date", what, where, means, "Correct it in Troth if it is a slip.")


def _place(path: Path, workbook: Workbook, record: Record) -> str:
    return f"{path}{_about(workbook)}: {record.table}, record {record.id}"


def _about(workbook: Workbook) -> str:
    name = next((one.name for one in workbook.all(Relationship)), "")
    return f" ({name})" if name else ""


def _finding(kind: str, what: str, where: str, means: str, way_on: str) -> Finding:
    return Finding(kind, what, where, means, way_on)
