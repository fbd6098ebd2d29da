"""Reads Troth's own JSON: whole workbooks, and the place of each record that is none."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from coaching.errors import VaultTrouble
from coaching.exchange import FORMAT_NAME, FORMAT_VERSION
from coaching.importing.items import Problem
from coaching.importing.records import Incoming
from coaching.record.relationship import Relationship
from coaching.record.workbook import KINDS, MINE, Workbook, noun_of
from coaching.text import quote
from data.documents import HEADER, Tables, content_of, parse
from data.exchange.json_places import KeyPath, line_and_column, lines_of, places
from data.exchange.source import Source, decode
from data.places import is_workbook_id
from data.plain_reasons import of_json

DEEPEST = 100
LONGEST_ID = 200
_UNUSED = "Nothing was changed."


@dataclass
class _Found:
    """What is read so far; a problem is kept with the path of its value in the file."""

    workbooks: list[Workbook] = field(default_factory=list)
    problems: list[tuple[KeyPath, str, str]] = field(default_factory=list)

    def wrong(self, path: KeyPath, where: str, sentence: str) -> None:
        """Something that is not taken; `where` names the record or field in words."""
        self.problems.append((path, where, sentence))


class _TwiceError(ValueError):
    """A key stands twice in one object."""


def read_json(source: Source) -> Incoming:
    """The workbooks in an export, and what of it cannot be read.

    Raises:
        VaultTrouble: the file as a whole is no export of Troth.
    """
    text = decode(source).text
    document = _parsed(source.name, text)
    rows = _workbook_rows(source.name, document)
    found = _Found()
    seen: set[object] = set()
    for number, row in enumerate(rows):
        _read_workbook(("workbooks", number), row, seen, found)
    return Incoming(tuple(found.workbooks), _placed(text, found))


def _placed(text: str, found: _Found) -> tuple[Problem, ...]:
    if not found.problems:
        return ()
    lines = lines_of(text, {path for path, _, _ in found.problems})
    return tuple(
        Problem(", ".join((f"line {lines.get(path, 1)}", *filter(None, [where]))), sentence)
        for path, where, sentence in found.problems
    )


def _parsed(name: str, text: str) -> object:
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        reason = of_json(error)
        why = f": {reason}" if reason else ""
        sentence = f"{name}, {place}: the JSON breaks off or is wrong here{why}."
        raise VaultTrouble(f"{sentence} Make the export again. {_UNUSED}") from error
    except _TwiceError as error:
        twice = next(place for place in places(text) if place.again)
        line, column = line_and_column(text, twice.at)
        key = quote(str(twice.path[-1]))
        sentence = f"{name}, line {line}, column {column}: the key {key} stands here a second time."
        raise VaultTrouble(f"{sentence} Take one of the two out. {_UNUSED}") from error
    except RecursionError as error:
        raise _too_deep(name) from error
    except ValueError as error:
        sentence = f"{name} holds a number that is none, or is too long to be one."
        raise VaultTrouble(f"{sentence} Make the export again. {_UNUSED}") from error
    if _deeper_than(DEEPEST, document):
        raise _too_deep(name)
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _deeper_than(most: int, value: object) -> bool:
    level = [value]
    for _ in range(most):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _too_deep(name: str) -> VaultTrouble:
    sentence = f"{name} is nested more than {DEEPEST} levels deep, which no export of Troth is."
    return VaultTrouble(f"{sentence} {_UNUSED}")


def _workbook_rows(name: str, document: object) -> list[object]:
    """The list of workbooks. `VaultTrouble` where this is another file, or a half or newer one."""
    if not isinstance(document, dict) or document.get("format") != FORMAT_NAME:
        sentence = f"{name} is JSON, but not an export of Troth (line 1: no format {FORMAT_NAME})."
        raise VaultTrouble(f"{sentence} Make one with troth export --format json. {_UNUSED}")
    version = document.get("version")
    if type(version) is not int or version < 1:
        sentence = f"{name} does not say which version of the format it has (field version)."
        raise VaultTrouble(f"{sentence} Make the export again. {_UNUSED}")
    if version > FORMAT_VERSION:
        sentence = f"{name} was written by a newer Troth (format {version}, this one knows"
        raise VaultTrouble(f"{sentence} {FORMAT_VERSION}). Bring it in with the newer one.")
    if document.get("audience") != "only me":
        sentence = f"{name} was made for the other person and leaves things out, so it is no copy"
        raise VaultTrouble(f"{sentence} of your records. Make an export for yourself. {_UNUSED}")
    rows = document.get("workbooks")
    if not isinstance(rows, list):
        raise VaultTrouble(f"{name} holds no list of workbooks (field workbooks). {_UNUSED}")
    return rows


def _read_workbook(path: KeyPath, row: object, seen: set[object], found: _Found) -> None:
    workbook_id = row.get("id") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(workbook_id, str):
        found.wrong(path, "", "this is no workbook with an id.")
    elif workbook_id != MINE and not is_workbook_id(workbook_id):
        found.wrong(path, "id", f"{quote(workbook_id)} is not an id of Troth; it has another form.")
    elif workbook_id in seen:
        found.wrong(path, "id", "a workbook with this id stands above already.")
    else:
        seen.add(workbook_id)
        workbook = _records(path, workbook_id, row, found)
        if workbook is not None:
            found.workbooks.append(workbook)


def _records(
    path: KeyPath, workbook_id: str, row: dict[str, Any], found: _Found
) -> Workbook | None:
    tables: Tables = {}
    where = _take_records(path, row.get("records", {}), tables, found)
    kept = _take_unreadable(path, row.get("unreadable", []), tables, found)
    parsed = parse(workbook_id, tables)
    odd = [(t, key) for t, rows in tables.items() for key in rows if (t, key) in parsed.odd]
    unreadable = []
    for place, one in zip(odd, parsed.workbook.unreadable, strict=True):
        if place in kept:
            unreadable.append(one)
        else:
            label = f"{_noun(one.table)}{_field(one.why)[0]}"
            found.wrong(where[place], label, f"{_field(one.why)[1]}.")
    return _whole(path, replace(parsed.workbook, unreadable=tuple(unreadable)), found)


def _take_records(
    path: KeyPath, records: object, tables: Tables, found: _Found
) -> dict[tuple[str, str], KeyPath]:
    """Put the documents under keys; where each of them stands in the file."""
    where: dict[tuple[str, str], KeyPath] = {}
    if not isinstance(records, dict):
        found.wrong((*path, "records"), "records", "this is not a table of records.")
        return where
    for table, documents in records.items():
        table_path = (*path, "records", table)
        if table == HEADER or not isinstance(documents, list):
            found.wrong(table_path, quote(table), "this is not a list of records.")
            continue
        for number, document in enumerate(documents):
            here = (*table_path, number)
            if _has_odd_id(document):
                found.wrong(here, f"{_noun(table)}, id", "this cannot be an id.")
                continue
            tables.setdefault(table, {})[f"r{number}"] = document
            where[table, f"r{number}"] = here
    return where


def _has_odd_id(document: object) -> bool:
    known = document.get("id") if isinstance(document, dict) else None
    return isinstance(known, str) and not (known.isprintable() and 0 < len(known) <= LONGEST_ID)


def _take_unreadable(
    path: KeyPath, rows: object, tables: Tables, found: _Found
) -> set[tuple[str, str]]:
    """Put the documents that were kept verbatim beside the others; their keys."""
    kept: set[tuple[str, str]] = set()
    if not isinstance(rows, list):
        found.wrong((*path, "unreadable"), "unreadable", "this is not a list.")
        return kept
    for number, row in enumerate(rows):
        table = row.get("table") if isinstance(row, dict) else None
        document = row.get("document") if isinstance(row, dict) else None
        fits = isinstance(table, str) and table != HEADER and isinstance(document, dict)
        if not fits or not _can_be_kept(document):
            here = (*path, "unreadable", number)
            found.wrong(here, "unreadable", "this cannot be kept as it is.")
            continue
        tables.setdefault(str(table), {})[f"u{number}"] = document
        kept.add((str(table), f"u{number}"))
    return kept


def _can_be_kept(document: object) -> bool:
    try:
        content_of({"": document})
    except VaultTrouble:
        return False
    return True


def _whole(path: KeyPath, workbook: Workbook, found: _Found) -> Workbook | None:
    """The workbook, if it is about whom its id says."""
    about = workbook.all(Relationship)
    if workbook.id == MINE:
        if about:
            found.wrong(path, "mine", "your own records cannot hold a relationship.")
            return None
        return workbook
    if [one.id for one in about] != [workbook.id]:
        count = sum(map(len, workbook.tables.values())) - len(about)
        rest = f", so its {count} other records are not taken" if count else ""
        sentence = f"this holds not exactly one relationship with the id of the workbook{rest}."
        found.wrong(path, "relationship", sentence)
        return None
    return workbook


def _noun(table: str) -> str:
    return noun_of(table) if table in KINDS else quote(table)


def _field(why: str) -> tuple[str, str]:
    """A reason's field, with a comma before it, and the reason itself."""
    head, colon, rest = why.partition(": ")
    if colon and " " not in head:
        return f", {head}", rest.rstrip(".")
    return "", why.rstrip(".")
