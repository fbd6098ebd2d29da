"""Writes records as one JSON file that Troth can take in again; docs/files.md has its form."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson

from coaching.exchange import FORMAT_NAME, FORMAT_VERSION, Leaving, Wish
from coaching.exchange_sides import in_roles, roles_in
from data.documents import document_of


def as_json(wish: Wish, parts: Sequence[Leaving], made: datetime) -> bytes:
    """The whole export, indented, with a newline at its end."""
    whole = {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "made": made.isoformat(timespec="seconds"),
        "scope": "one person" if wish.whom else "everyone",
        "audience": wish.audience.value,
        "workbooks": [_workbook(part, roles_in(part, wish.audience)) for part in parts],
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _workbook(part: Leaving, roles: Mapping[str, str]) -> dict[str, Any]:
    records = {
        table: [
            in_roles(row, _document(document_of(row), part.absent.get(table)), roles)
            for row in rows.values()
        ]
        for table, rows in part.workbook.tables.items()
        if rows
    }
    workbook: dict[str, Any] = {"id": part.workbook.id, "records": records}
    if part.unreadable:
        workbook["unreadable"] = [one._asdict() for one in part.unreadable]
    return workbook


def _document(document: dict[str, Any], absent: frozenset[str] | None) -> dict[str, Any]:
    if not absent:
        return document
    return {name: value for name, value in document.items() if name not in absent}
