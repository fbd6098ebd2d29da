"""Deleting for good leaves no byte of a person in the vault."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from coaching.errors import Gone
from coaching.ports import Draft
from data import erasing
from data.drafts import FileDrafts
from data.keeper import Keeper
from data.vault import FileVault
from tests.data.people import names, person, promises

WORD = b"zebrafish"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def ben(file_vault: FileVault) -> str:
    """Ben, with a word about him in every kind of file there is; Amara beside him."""
    workbook = person("Ben zebrafish")
    file_vault.create([workbook, person("Amara")])
    file_vault.change(workbook.id, promises("a zebrafish"))
    file_vault.care.backups.make("before-import")
    file_vault.change(workbook.id, promises("two zebrafish"))
    path = file_vault.places.workbook(workbook.id)
    for name in (f"{path.name}.damaged-20261124-091405", f"{workbook.id} (1).json"):
        path.with_name(name).write_bytes(path.read_bytes())
    draft = Draft(f"note-{workbook.id}-new", {"text": "zebrafish"}, NOW)
    FileDrafts(file_vault.places).write(draft)
    FileDrafts(file_vault.places).write(Draft("new", {"text": "Chiara"}, NOW))
    file_vault.overview()
    return workbook.id


def holding(folder: Path, word: bytes) -> list[str]:
    """The files that hold a word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if word in path.read_bytes()]


def test_no_byte_is_left_and_others_are_untouched(file_vault: FileVault, ben: str) -> None:
    assert len(holding(file_vault.places.root, WORD)) >= 8
    Keeper(file_vault).erase(ben)
    assert holding(file_vault.places.root, WORD) == []
    assert not list(file_vault.places.root.rglob(f"{ben}*"))
    assert names(FileVault(file_vault.places.root)) == ["Amara"]
    assert FileDrafts(file_vault.places).keys() == ("new",)


def test_what_another_window_has_in_its_trash_goes_too(file_vault: FileVault, ben: str) -> None:
    other = FileVault(file_vault.places.root)
    other.discard(ben)
    path = file_vault.places.workbook(ben)
    path.write_bytes(next(path.parent.glob("* (1).json")).read_bytes())
    Keeper(file_vault).erase(ben)
    assert holding(file_vault.places.root, WORD) == []


def test_cut_off_on_the_way_the_person_is_still_there_to_delete(
    file_vault: FileVault, ben: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_copies", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Keeper(file_vault).erase(ben)
    assert "Ben zebrafish" in names(FileVault(file_vault.places.root))
    Keeper(file_vault).erase(ben)
    assert holding(file_vault.places.root, WORD) == []


def test_nobody_is_erased_twice(file_vault: FileVault, ben: str) -> None:
    Keeper(file_vault).erase(ben)
    with pytest.raises(Gone):
        Keeper(file_vault).erase(ben)
    with pytest.raises(ValueError, match="not the id"):
        Keeper(file_vault).erase("mine")
