"""Troth's own JSON comes in equal; what cannot be taken is told with its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import VaultTrouble
from coaching.record.base import Record
from coaching.record.contact import SupportContact
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Unreadable, Workbook
from data.documents import parse
from data.exchange import source as source_module
from data.exchange.json_places import lines_of, places
from data.memory_vault import MemoryVault
from data.transaction import content_of_new
from data.vault import FileVault
from tests.data.importing import exported, planned, take_in, told
from tests.data.people import TODAY, coach_on, notes, person, promises
from tests.data.strategies import contacts, json_values, workbooks

IDS = [f"018bf979-f000-738b-a652-e44da7f29e{number:02x}" for number in range(3)]


def tables(workbook: Workbook) -> dict[str, dict[str, Record]]:
    return {table: dict(rows) for table, rows in workbook.tables.items() if rows}


def contents(vault: MemoryVault | FileVault) -> dict[str, Any]:
    """All that is in a vault, so that two can be compared."""
    ids = [one.id for one in vault.overview().people] + [MINE]
    books = {one: vault.open(one) for one in ids}
    return {one: (tables(book), book.unreadable) for one, book in books.items()}


def ben_in() -> tuple[MemoryVault, str]:
    """Records about Ben with one promise, and their id."""
    vault = MemoryVault()
    ben = person("Ben")
    vault.create([ben])
    vault.change(ben.id, promises("introduction"))
    return vault, ben.id


def document(vault: MemoryVault) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported(vault))
    return found


@given(st.data())
def test_an_export_comes_back_as_an_equal_vault(data: st.DataObject) -> None:
    books = [data.draw(workbooks(one)) for one in IDS[: data.draw(st.integers(0, 3))]]
    mine = Workbook(MINE).put(*data.draw(st.lists(contacts, max_size=2, unique_by=lambda c: c.id)))
    before = MemoryVault([*books, *([mine] if tables(mine) else [])])
    after = MemoryVault()
    found = planned(exported(before), after)
    assert found.problems == ()
    take_in(after, found)
    assert contents(after) == contents(before)
    again = planned(exported(before), after)
    assert (again.items, again.problems) == ((), ())


def test_a_vault_on_disk_comes_back_equal_with_what_this_troth_cannot_read(tmp_path: Path) -> None:
    vault, ben_id = ben_in()
    ben = vault.open(ben_id)
    odd = Unreadable("stars", {"id": "x", "bright": [1, None]}, "why")
    before = MemoryVault([Workbook(ben.id, ben.tables, (odd,)), Workbook(MINE).put(contact())])
    after = FileVault.at(tmp_path / "vault")
    coach = take_in(after, planned(exported(before), after))
    (kept,) = after.open(ben.id).unreadable
    assert (kept.table, kept.document) == (odd.table, odd.document)
    assert tables(after.open(ben.id)) == tables(before.open(ben.id))
    assert tables(after.open(MINE)) == tables(before.open(MINE))
    coach.do(ben.id, notes("a change later keeps it"))
    assert after.open(ben.id).unreadable == (kept,)
    coach.undo()
    coach.undo()
    assert (after.overview().people, tables(after.open(MINE))) == ((), {})


def contact() -> SupportContact:
    return SupportContact(id="s", name="Dana", kind="ombuds", checked=TODAY)


@given(json_values.filter(lambda value: isinstance(value, dict)))
def test_a_new_file_keeps_any_document_verbatim(value: dict[str, Any]) -> None:
    import orjson

    odd = Unreadable("stars", {**value, "id": "x"}, "why")
    stored = content_of_new(Workbook(IDS[0], {}, (odd,)))
    (kept,) = parse(IDS[0], orjson.loads(stored)).workbook.unreadable
    assert kept.document == odd.document


def test_one_invalid_record_is_told_with_its_line_and_field_and_the_rest_comes_in() -> None:
    vault, ben_id = ben_in()
    coach_on(vault).do(ben_id, promises("the slides"))
    whole = document(vault)
    whole["workbooks"][0]["records"]["promises"][0]["by"] = "soon"
    text = json.dumps(whole, indent=2)
    found = planned(text)
    line = 1 + text[: text.index('"what": "introduction"')].count("\n")
    (problem,) = told(found)
    assert problem.startswith("line ")
    assert abs(int(problem.split()[1].rstrip(",")) - line) <= 3
    assert "promise, by: " in problem
    fresh = MemoryVault()
    take_in(fresh, found)
    assert [one.what for one in fresh.open(ben_id).all(Promise)] == ["the slides"]


def test_a_person_without_a_sound_relationship_is_left_out_and_the_others_come_in() -> None:
    vault, _ = ben_in()
    vault.create([person("Amara")])
    whole = document(vault)
    ben = next(one for one in whole["workbooks"] if "promises" in one["records"])
    ben["records"]["relationship"][0]["i_am"] = "boss"
    found = planned(json.dumps(whole))
    assert [one.who for one in found.items] == ["Amara"]
    assert any("relationship, i_am: " in one for one in told(found))
    assert any("1 other records are not taken" in one for one in told(found))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "../../etc/passwd"}, "not an id of Troth"),
        ({"id": 7}, "no workbook with an id"),
        ({"records": []}, "not a table of records"),
        ({"records": {"promises": {}}}, "not a list of records"),
        ({"records": {"troth": []}}, "not a list of records"),
        ({"unreadable": 3}, "not a list"),
        ({"unreadable": [{"table": "troth", "document": {}}]}, "cannot be kept"),
        ({"unreadable": [{"table": "stars", "document": {"id": "\ud800"}}]}, "cannot be kept"),
        ({"unreadable": [{"table": "stars", "document": {"n": 2**70}}]}, "cannot be kept"),
    ],
)
def test_a_workbook_of_another_form_is_told(change: dict[str, Any], said: str) -> None:
    vault, _ = ben_in()
    whole = document(vault)
    whole["workbooks"][0].update(change)
    assert any(said in one for one in told(planned(json.dumps(whole))))


def test_hostile_ids_and_a_relationship_among_ones_own_records_are_told() -> None:
    vault, ben_id = ben_in()
    whole = document(vault)
    book = whole["workbooks"][0]
    book["records"]["promises"][0]["id"] = "\x1b[2J"
    whole["workbooks"] += [book, {"id": "mine", "records": book["records"]}]
    found = planned(json.dumps(whole))
    assert [one.who for one in found.items] == ["Ben"]
    assert [one.partition(": ")[2] for one in told(found)] == [
        "this cannot be an id.",
        "a workbook with this id stands above already.",
        "this cannot be an id.",
        "your own records cannot hold a relationship.",
    ]
    assert found.items[0].new is not None
    assert found.items[0].new.id == ben_id


DEEP = "[" * 100_000
HEAD = '{"format": "troth-export", "version": 1, "audience": "only me", "workbooks": '


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\xef\xbb\xbf", "is empty"),
        (b"{", "line 1, column 2: the JSON breaks off"),
        (HEAD + "[]\n,,}", "line 2, column 2: "),
        (HEAD + '[], "workbooks": []}', "line 1, column 95: the key"),
        (DEEP, "nested more than 100 levels"),
        (HEAD + "[" * 300 + "]" * 300 + "}", "nested more than 100 levels"),
        (HEAD + "NaN}", "a number that is none"),
        (HEAD + "9" * 5000 + "}", "a number that is none"),
        (HEAD + "7}", "no list of workbooks"),
        ("[1, 2]", "not an export of Troth"),
        ('{"format": "other"}', "not an export of Troth"),
        ('{"format": "troth-export"}', "(field version)"),
        ('{"format": "troth-export", "version": 2}', "newer Troth"),
        (HEAD.replace("only me", "us two") + "[]}", "made for the other person"),
        (b'{\n"a": "\xff\xfe"}', "line 2: this is not text in UTF-8"),
        (b"age-encryption.org/v1\n", "is sealed"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_one_sentence(
    content: bytes | str, said: str
) -> None:
    with pytest.raises(VaultTrouble) as caught:
        planned(content)
    assert said in caught.value.sentence
    assert caught.value.sentence.startswith("the file")


@given(json_values)
def test_any_json_is_refused_or_told_and_never_a_crash(value: object) -> None:
    whole = {"format": "troth-export", "version": 1, "audience": "only me", "workbooks": value}
    if isinstance(value, list):
        assert planned(json.dumps(whole)).items == ()
    else:
        with pytest.raises(VaultTrouble, match="no list of workbooks"):
            planned(json.dumps(whole))


@given(json_values)
def test_every_value_is_found_where_it_stands(value: object) -> None:
    text = json.dumps(value, indent=1)
    found = {place.path: place.at for place in places(text)}
    decoder = json.JSONDecoder()
    for path, at in found.items():
        inner: Any = value
        for key in path:
            inner = inner[key]
        assert decoder.raw_decode(text, at)[0] == inner
    assert lines_of(text, {()}) == {(): 1}


def test_a_file_with_too_much_in_it_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(source_module.MOST_BYTES + 1)
    with pytest.raises(VaultTrouble, match="more than 100 MB"):
        source_module.read_source(str(big))
    monkeypatch.setattr(source_module, "MOST_BYTES", 3)
    with (tmp_path / "small").open("w+b") as file:
        file.write(b"1234")
        file.seek(0)
        with pytest.raises(VaultTrouble, match="Nothing was changed"):
            source_module.read_all("standard input", file)
