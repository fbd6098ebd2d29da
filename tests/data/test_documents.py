"""Records become documents and come back the same; what cannot be read is kept as it is."""

import json
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any, cast

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import VaultTrouble
from coaching.record.base import Record
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import KINDS, Done, Workbook
from data.documents import HEADER, document_of, parse
from data.transaction import carry_out, content_of_new
from data.vault import FileVault
from tests.data.people import TODAY, coach_on, new_id, notes, person, promises
from tests.data.plain_values import no_halves
from tests.data.strategies import (
    BEN,
    json_values,
    records,
    several_records,
    workbooks,
)

tables_of_a_file = st.sampled_from((*KINDS, "stories", "pulses"))


def written(value: object) -> str:
    """A JSON value so that two of them can be compared: 1 is not 1.0 and not true."""
    return json.dumps(value, sort_keys=True)


def documents_in(content: bytes) -> Counter[tuple[str, str]]:
    """Every document of a file with its table."""
    tables = orjson.loads(content)
    del tables[HEADER]
    return Counter((table, written(row)) for table, rows in tables.items() for row in rows.values())


@given(records)
def test_a_record_comes_back_the_same(record: Record) -> None:
    document = orjson.loads(orjson.dumps(document_of(record)))
    assert type(record).model_validate(document) == record


@given(workbooks())
def test_a_workbook_comes_back_the_same(workbook: Workbook) -> None:
    assert parse(BEN, orjson.loads(content_of_new(workbook))).workbook == workbook


@given(
    workbooks(),
    several_records,
    st.lists(st.tuples(tables_of_a_file, st.text(no_halves, max_size=3), json_values), max_size=6),
)
def test_what_cannot_be_read_survives_saves(
    workbook: Workbook, added: list[Record], foreign: list[tuple[str, str, Any]]
) -> None:
    tables = orjson.loads(content_of_new(workbook))
    strange = {(table, f"{key} foreign"): value for table, key, value in foreign}
    for (table, key), value in strange.items():
        tables.setdefault(table, {})[key] = value
    before = parse(BEN, tables).workbook
    assert before.tables == workbook.tables
    assert len(before.unreadable) == len(strange)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ben.json"
        path.write_bytes(orjson.dumps(tables))
        carry_out(path, BEN, lambda now: Done(now.put(*added), ""), None)
        after = path.read_bytes()
        carry_out(path, BEN, lambda now: Done(now.without(*added), ""), None)
        again = path.read_bytes()
    kept = Counter((table, written(value)) for (table, _), value in strange.items())
    assert kept <= documents_in(after)
    assert kept <= documents_in(again)
    assert len(parse(BEN, orjson.loads(after)).workbook.unreadable) == len(before.unreadable)


@given(workbooks(), several_records, st.data())
def test_undo_restores_each_touched_record_and_nothing_else(
    workbook: Workbook, added: list[Record], data: st.DataObject
) -> None:
    there = [row for rows in workbook.tables.values() for row in rows.values()]
    removed = data.draw(st.lists(st.sampled_from(there), unique_by=lambda record: record.id))
    with tempfile.TemporaryDirectory() as folder:
        vault = FileVault.at(folder)
        vault.create([workbook])
        coach = coach_on(vault)
        changed = coach.do(BEN, lambda now: Done(now.put(*added).without(*removed), "Changed."))
        if changed.touched:
            coach.undo()
        after = FileVault.at(folder).open(BEN)
    found = {table: dict(rows) for table, rows in after.tables.items() if rows}
    assert found == {table: dict(rows) for table, rows in workbook.tables.items() if rows}


def test_one_bad_document_hides_no_other(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("one"))
    path = file_vault.places.workbook(ben.id)
    tables = orjson.loads(path.read_bytes())
    bad = {"id": "x", "what": ["not", "text"], "mood": 4}
    tables["promises"]["7"] = bad
    tables["pulses"] = {"1": {"id": "y", "intentions": 3}}
    tables["notes"] = ["no table at all"]
    path.write_bytes(orjson.dumps(tables))

    opened = file_vault.open(ben.id)
    assert [promise.what for promise in opened.all(Promise)] == ["one"]
    assert len(opened.unreadable) == 3
    assert file_vault.overview().people[0].unreadable == 3

    file_vault.change(ben.id, promises("two"))
    file_vault.change(ben.id, notes("Likes walks."))
    opened = file_vault.open(ben.id)
    assert [promise.what for promise in opened.all(Promise)] == ["one", "two"]
    assert [note.text for note in opened.all(Note)] == ["Likes walks."]
    assert {one.table: one.document for one in opened.unreadable} == {
        "promises": bad,
        "pulses": {"id": "y", "intentions": 3},
        "notes": {"": ["no table at all"]},
    }


def test_two_records_with_one_id_are_both_kept(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    promise_id = new_id()
    file_vault.change(ben.id, promises("one", promise_id))
    path = file_vault.places.workbook(ben.id)
    tables = orjson.loads(path.read_bytes())
    twin = tables["promises"]["1"] | {"what": "its twin"}
    tables["promises"]["2"] = twin
    path.write_bytes(orjson.dumps(tables))
    (first,) = file_vault.open(ben.id).all(Promise)
    file_vault.change(ben.id, lambda now: Done(now.put(first.changed(what="renamed")), ""))
    opened = file_vault.open(ben.id)
    assert [promise.what for promise in opened.all(Promise)] == ["renamed"]
    assert [one.document for one in opened.unreadable] == [twin]


def _put(workbook: Workbook, record: Record) -> Done:
    return Done(workbook.put(record), "")


def test_a_record_that_could_not_be_read_again_is_not_saved(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    for spoilt in (
        Note.model_construct(None, id=new_id(), text=cast("str", 7), about=TODAY),
        Note.model_construct(id=new_id(), text="half \ud83d", about=TODAY),
    ):
        with pytest.raises(VaultTrouble, match="Nothing was changed"):
            file_vault.change(ben.id, partial(_put, record=spoilt))
    assert file_vault.open(ben.id) == ben


def test_documents_under_strange_keys_are_read_and_kept(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    for what in ("one", "two", "three"):
        file_vault.change(ben.id, promises(what))
    path = file_vault.places.workbook(ben.id)
    tables = orjson.loads(path.read_bytes())
    keys = ("1 2", "007", "x")
    tables["promises"] = dict(zip(keys, tables["promises"].values(), strict=True))
    path.write_bytes(orjson.dumps(tables))
    file_vault.change(ben.id, promises("four"))
    told = [promise.what for promise in file_vault.open(ben.id).all(Promise)]
    assert told == ["one", "two", "three", "four"]
