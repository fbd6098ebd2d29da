"""The derived overview is quick, never believed over the record, and never missed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.overview import Overview, Person
from coaching.summary import summarise
from data.files import Signature
from data.overview_file import OverviewFile
from data.places import Places
from data.vault import FileVault
from tests.data.people import everything, names, person, promises
from tests.data.strategies import people
from tests.source_files import ROOT

LOOK = """
import json, sys
from data.vault import FileVault
overview = FileVault.at(sys.argv[1]).overview()
heavy = {"pydantic", "tinydb", "yaml", "filelock"} & set(sys.modules)
print(json.dumps([sorted(heavy), sorted(person.name for person in overview.people)]))
"""


def look(folder: Path) -> tuple[list[str], list[str]]:
    """What a fresh process loads to say who is in the vault, and what it says."""
    run = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    heavy, found = json.loads(run.stdout)
    return heavy, found


@given(st.lists(people, max_size=4, unique_by=lambda person: person.id))
def test_facts_come_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, some: list[Person]
) -> None:
    file = OverviewFile(Places(tmp_path_factory.getbasetemp() / "facts"))
    facts = {one.id: (Signature(1, number, 3), one) for number, one in enumerate(some)}
    file.write(facts)
    assert file.read() == facts


def test_a_fresh_overview_needs_no_slow_library(file_vault: FileVault) -> None:
    file_vault.create([person("Ben"), person("Amara")])
    heavy, found = look(file_vault.places.root)
    assert (heavy, found) == (["pydantic"], ["Amara", "Ben"])
    assert look(file_vault.places.root) == ([], ["Amara", "Ben"])


def test_a_window_leaves_fresh_facts_behind(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("one"))
    file_vault.close()
    assert look(file_vault.places.root) == ([], ["Ben"])


def test_the_facts_are_those_of_the_record(file_vault: FileVault) -> None:
    ben, amara = person("Ben"), person("Amara")
    file_vault.create([ben, amara])
    file_vault.overview()
    file_vault.change(ben.id, promises("one"))
    file_vault.change(amara.id, promises("two"))
    vault = FileVault.at(file_vault.places.root)
    expected = {one: summarise(vault.open(one)) for one in (ben.id, amara.id)}
    assert {one.id: one for one in file_vault.overview().people} == expected
    assert {one.id: one for one in vault.overview().people} == expected


def test_a_change_of_another_program_is_seen(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    assert names(file_vault) == ["Ben"]
    path = file_vault.places.workbook(ben.id)
    path.write_bytes(path.read_bytes().replace(b'"Ben"', b'"Eve"'))
    assert names(file_vault) == ["Eve"]
    assert names(FileVault.at(file_vault.places.root)) == ["Eve"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"shape":1}', b"\xff", None])
def test_a_damaged_or_missing_overview_is_made_again(
    file_vault: FileVault, damage: bytes | None
) -> None:
    file_vault.create([person("Ben")])
    before = file_vault.overview()
    path = file_vault.places.overview
    good = path.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert FileVault.at(file_vault.places.root).overview() == before
    assert path.read_bytes() == good


def test_an_overview_of_another_shape_is_made_again(file_vault: FileVault) -> None:
    file_vault.create([person("Ben")])
    before = file_vault.overview()
    path = file_vault.places.overview
    path.write_bytes(path.read_bytes().replace(b"Person(id,name", b"Person(name,id"))
    assert FileVault.at(file_vault.places.root).overview() == before


def test_an_overview_that_cannot_be_written_is_done_without(
    file_vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    file_vault.create([person("Ben")])
    monkeypatch.setattr("data.unguarded.replace_file", full)
    assert names(file_vault) == ["Ben"]


def test_looking_again_writes_nothing(file_vault: FileVault) -> None:
    file_vault.create([person("Ben")])
    first = file_vault.overview()
    cache = file_vault.places.overview.stat()
    assert file_vault.overview() is first
    file_vault.close()
    assert file_vault.places.overview.stat() == cache


def test_saving_does_not_write_the_overview(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.overview()
    cache = file_vault.places.overview.read_bytes()
    file_vault.change(ben.id, promises("one"))
    assert file_vault.places.overview.read_bytes() == cache


def test_the_overview_is_no_part_of_the_record(file_vault: FileVault) -> None:
    file_vault.create([person("Ben")])
    before = everything(file_vault.places.root)
    assert file_vault.overview() != Overview()
    assert everything(file_vault.places.root) == before
