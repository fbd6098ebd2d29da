"""Between records and documents: what a workbook's file holds, and what of it can be read."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from coaching.errors import TrothError, VaultTrouble
from coaching.record.base import Record
from coaching.record.workbook import KINDS, Unreadable, Workbook
from data.plain_reasons import of_record

SCHEMA = 1
HEADER = "troth"
TOO_DEEP = "Recursion limit"

Document = dict[str, Any]
Tables = dict[str, Any]
Place = tuple[str, str]

NOT_THE_SAME = (
    "Something in this change could not be read back the same, so it was not saved. "
    "Nothing was changed. Please tell the makers of Troth what you did."
)

_PLAIN_NUMBER = re.compile(r"[1-9][0-9]{0,17}")

# What pydantic and the rules of the records raise for a document that does not fit them.
_UNFIT = (TrothError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)


class Parsed(NamedTuple):
    """The workbook in some tables; `odd` are the places (table, key) of what it cannot read."""

    workbook: Workbook
    odd: frozenset[Place]


def header() -> Tables:
    """The tables of a workbook without any record."""
    return {HEADER: {"1": {"schema": SCHEMA}}}


def content_of(tables: Tables) -> bytes:
    """The bytes of a workbook's file. `VaultTrouble` for a text that is no valid Unicode.

    orjson reads documents nested four times as deep as it writes: those are written by json.
    """
    try:
        return orjson.dumps(tables, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError as error:
        if TOO_DEEP not in str(error):
            raise VaultTrouble(NOT_THE_SAME) from error
    try:
        content = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        same = orjson.loads(content) == tables
    except (TypeError, ValueError, RecursionError) as error:
        raise VaultTrouble(NOT_THE_SAME) from error
    if not same:
        raise VaultTrouble(NOT_THE_SAME)
    return content


def schema_of(tables: object) -> int | None:
    """The schema number in the tables of a file; None where this is no workbook of Troth."""
    try:
        schema = tables[HEADER]["1"]["schema"]  # type: ignore[index]  # anything may be in a file
    except (LookupError, TypeError):
        return None
    return schema if type(schema) is int and schema > 0 else None


def document_of(record: Record) -> Document:
    """The document of a record. `VaultTrouble` where it would not be read back as the same."""
    try:
        document = record.model_dump(mode="json", warnings="error")
        same = type(record).model_validate(document) == record
    except _UNFIT as error:
        raise VaultTrouble(NOT_THE_SAME) from error
    if not same:
        raise VaultTrouble(NOT_THE_SAME)
    return document


def parse(workbook_id: str, tables: Tables) -> Parsed:
    """The records of these tables; documents that do not fit are set aside, none hides another."""
    found: dict[str, dict[str, Record]] = {}
    unreadable: list[Unreadable] = []
    odd: set[Place] = set()
    for table, key, document in _rows(tables):
        records = found.setdefault(table, {})
        record = _record(table, document, records)
        if isinstance(record, Record):
            records[record.id] = record
        else:
            unreadable.append(Unreadable(table, _mapping(document), record))
            odd.add((table, key))
    kept = {table: records for table, records in found.items() if records}
    return Parsed(Workbook(workbook_id, kept, tuple(unreadable)), frozenset(odd))


def split(tables: Tables, odd: frozenset[Place]) -> tuple[Tables, Tables]:
    """The tables in two: what can be read, under keys that TinyDB takes, and what is kept as is."""
    sound: Tables = {}
    aside: Tables = {}
    for table, rows in tables.items():
        if not isinstance(rows, dict):
            aside[table] = {"1": rows}
            continue
        strange = {key: row for key, row in rows.items() if (table, key) in odd} if odd else {}
        if strange:
            aside[table] = strange
        sound[table] = _under_plain_numbers(
            {key: row for key, row in rows.items() if key not in strange} if strange else rows
        )
    return sound, aside


def together(sound: Tables, aside: Tables) -> Tables:
    """Both parts in one again; what is kept as is gets another key where its own is taken."""
    tables = dict(sound)
    for table, rows in aside.items():
        merged = dict(tables.get(table, {}))
        for key, row in rows.items():
            merged[_free(key, merged)] = row
        tables[table] = merged
    return tables


def _rows(tables: Tables) -> Iterator[tuple[str, str, object]]:
    for table, rows in tables.items():
        if table == HEADER:
            continue
        if isinstance(rows, dict):
            for key, document in rows.items():
                yield table, key, document
        else:
            yield table, "", rows


def _record(table: str, document: object, already: Mapping[str, Record]) -> Record | str:
    """The record in a document, or why there is none."""
    kind = KINDS.get(table)
    if kind is None:
        return "this version of Troth does not know this kind of record"
    try:
        record = kind.model_validate(document)
    except _UNFIT as error:
        return of_record(error)
    return "another record has the same id" if record.id in already else record


def _mapping(document: object) -> Document:
    return document if isinstance(document, dict) else {"": document}


def _under_plain_numbers(rows: Document) -> Document:
    if all(map(_PLAIN_NUMBER.fullmatch, rows)):
        return rows
    renumbered: Document = {}
    for key, row in rows.items():
        renumbered[_free(key, renumbered)] = row
    return renumbered


def _free(key: str, taken: Mapping[str, object]) -> str:
    """The key, if it is a plain number and not taken; else the next number."""
    if key not in taken and _PLAIN_NUMBER.fullmatch(key):
        return key
    return str(1 + max(map(int, taken), default=0))
