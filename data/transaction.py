"""One verb as one transaction: read once, all its upserts and removes in memory, one replace."""

from collections import defaultdict
from collections.abc import Iterable, MutableMapping
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB, where
from tinydb.table import Table

from coaching.ports import Changed, Verb
from coaching.record.base import Record
from coaching.record.workbook import MINE, Touched, Workbook, touched
from data.cover import CLEAR, Cover
from data.documents import Document, Parsed, Tables, document_of, header, parse
from data.files import Signature, replace_file
from data.reading import Opened, check_size, read_tables
from data.storage import WorkbookStorage
from data.troubles import gone, told_on_save


class Saved(NamedTuple):
    """What a verb changed, and the workbook as it now is in its file, where that is known."""

    changed: Changed
    opened: Opened | None


def carry_out(
    path: Path, workbook_id: str, verb: Verb, shelved: Opened | None, cover: Cover = CLEAR
) -> Saved:
    """Apply the verb to what the file holds now and save the result, or raise and save nothing.

    `shelved` saves the work of parsing where the file is still as it was then. The caller holds
    the vault's lock.
    """
    tables, signature = _tables(path, workbook_id, cover)
    if shelved is not None and shelved.signature == signature:
        parsed = shelved.parsed
    else:
        parsed = parse(workbook_id, tables)
    done = verb(parsed.workbook)
    pairs = touched(parsed.workbook, done.workbook)
    if not pairs:
        unchanged = None if signature is None else Opened(parsed, signature)
        return Saved(Changed(parsed.workbook, (), done.said), unchanged)
    storage = WorkbookStorage(tables, parsed.odd)
    _put(storage, pairs)
    content = check_size(path, storage.content())
    with told_on_save(path.parent):
        saved = replace_file(path, cover.wrap(content), keep_last=True)
    opened = None if parsed.odd else Opened(Parsed(done.workbook, frozenset()), saved)
    return Saved(Changed(done.workbook, pairs, done.said), opened)


def content_of_new(workbook: Workbook) -> bytes:
    """The content of the file of a workbook that was never saved, with what it cannot read."""
    tables = header()
    for number, one in enumerate(workbook.unreadable, start=1):
        tables.setdefault(one.table, {})[str(number)] = dict(one.document)
    odd = {(one.table, str(number)) for number, one in enumerate(workbook.unreadable, start=1)}
    storage = WorkbookStorage(tables, frozenset(odd))
    _put(storage, touched(Workbook(workbook.id), workbook))
    return storage.content()


def _tables(path: Path, workbook_id: str, cover: Cover) -> tuple[Tables, Signature | None]:
    try:
        return read_tables(path, cover)
    except FileNotFoundError as missing:
        if workbook_id != MINE:
            raise gone() from missing
    return header(), None


def _put(storage: WorkbookStorage, pairs: Iterable[Touched]) -> None:
    """Bring every touched record into the tables."""
    tables = TinyDB(storage=lambda: storage)
    of_table: dict[str, list[Touched]] = defaultdict(list)
    for pair in pairs:
        of_table[_known(pair).table].append(pair)
    for name, its_pairs in of_table.items():
        _put_into(tables.table(name), its_pairs)


def _put_into(table: Table, pairs: Iterable[Touched]) -> None:
    new: list[Document] = []
    other: dict[str, Document] = {}
    removed: set[str] = set()
    for before, after in pairs:
        if after is None:
            removed.add(_known((before, after)).id)
        elif before is None:
            new.append(document_of(after))
        else:
            other[after.id] = document_of(after)

    def become(document: MutableMapping[str, Any]) -> None:
        newer = other[document["id"]]
        document.clear()
        document.update(newer)

    if other:
        table.update(become, where("id").test(other.__contains__))
    if new:
        table.insert_multiple(new)
    if removed:
        table.remove(where("id").test(removed.__contains__))


def _known(pair: tuple[Record | None, Record | None]) -> Record:
    before, after = pair
    known = after or before
    if known is None:
        raise ValueError("a touched record needs a before or an after")
    return known
