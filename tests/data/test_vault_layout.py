"""What a vault looks like on disk, and which folders it will not touch."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest
import tinydb

from coaching.errors import VaultTrouble
from coaching.overview import Overview
from coaching.record.note import Note
from coaching.record.workbook import MINE
from data import places, reading
from data.places import default_vault
from data.vault import FileVault
from tests.data.people import everything, names, new_id, notes, person, promises


@pytest.fixture
def _lax_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def deeds(vault: FileVault, workbook_id: str) -> list[Callable[[], object]]:
    """Everything a window may ask of a vault."""
    return [
        vault.check,
        vault.overview,
        lambda: vault.open(workbook_id),
        lambda: vault.change(workbook_id, promises("one")),
        lambda: vault.create([person("Amara")]),
        lambda: vault.discard(workbook_id),
    ]


@pytest.mark.usefixtures("_lax_umask")
def test_only_the_owner_may_read_anything(folder: Path) -> None:
    folder.mkdir(mode=0o777)
    vault = FileVault.at(folder)
    ben, amara = person("Ben"), person("Amara")
    vault.create([ben, amara])
    vault.change(ben.id, promises("one"))
    vault.change(MINE, notes("mine"))
    vault.discard(amara.id)
    vault.overview()
    modes = {path: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert {
        path: mode for path, mode in modes.items() if mode != (0o700, 0o600)[path.is_file()]
    } == {}
    assert len(modes) > 10


def test_no_file_is_named_after_anybody(folder: Path) -> None:
    vault = FileVault.at(folder)
    ben = person("Ben Lindqvist")
    vault.create([ben])
    vault.change(ben.id, promises("an introduction"))
    vault.discard(ben.id)
    assert not any("ben" in path.name.lower() for path in folder.rglob("*"))
    with pytest.raises(ValueError, match="not the id"):
        vault.open("Ben Lindqvist")
    with pytest.raises(ValueError, match="not the id"):
        vault.open("../vault")


def test_looking_makes_nothing(folder: Path) -> None:
    vault = FileVault.at(folder)
    assert not vault.exists()
    assert vault.overview() == Overview()
    vault.stamp()
    vault.open(MINE)
    vault.tidy()
    with pytest.raises(VaultTrouble, match="troth add"):
        vault.change(new_id(), notes("somebody's"))
    vault.close()
    assert not folder.exists()


def test_the_first_thing_of_mine_makes_the_vault(folder: Path) -> None:
    FileVault.at(folder).change(MINE, notes("mine"))
    (note,) = FileVault.at(folder).open(MINE).all(Note)
    assert note.text == "mine"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_default_folder_is_in_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/data")
    assert default_vault().name == "troth"


def test_both_layers_mean_the_same_by_mine() -> None:
    assert places.MINE == MINE


def test_any_tinydb_can_read_a_workbook(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("an introduction"))
    with tinydb.TinyDB(file_vault.places.workbook(ben.id)) as tables:
        (promise,) = tables.table("promises").search(tinydb.where("whose") == "me")
    assert promise["what"] == "an introduction"


@pytest.mark.parametrize("in_workbook", [False, True])
def test_a_newer_schema_is_refused_untouched(file_vault: FileVault, in_workbook: bool) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    root = file_vault.places.root
    path = file_vault.places.workbook(ben.id) if in_workbook else file_vault.places.vault_file
    newer = path.read_text().replace('"schema":', '"schema":9')
    path.write_text(newer)
    before = everything(root)
    vault = FileVault.at(root)
    of_workbook: list[Callable[[], object]] = [
        lambda: vault.open(ben.id),
        lambda: vault.change(ben.id, promises("one")),
    ]
    for deed in of_workbook if in_workbook else deeds(vault, ben.id):
        with pytest.raises(VaultTrouble, match="newer Troth"):
            deed()
    if in_workbook:
        (trouble,) = vault.overview().troubles
        assert "newer Troth" in trouble.sentence
    assert everything(root) == before


def test_a_vault_made_newer_meanwhile_is_refused(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("one"))
    header = orjson.loads(file_vault.places.vault_file.read_bytes())
    file_vault.places.vault_file.write_bytes(orjson.dumps(header | {"schema": 99}))
    with pytest.raises(VaultTrouble, match="newer Troth"):
        file_vault.change(ben.id, promises("two"))


def test_unfinished_work_of_a_newer_troth_is_left_alone(file_vault: FileVault) -> None:
    header = orjson.loads(file_vault.places.vault_file.read_bytes())
    file_vault.places.vault_file.write_bytes(orjson.dumps(header | {"operation": {"is": "seal"}}))
    with pytest.raises(VaultTrouble, match="not finished"):
        FileVault.at(file_vault.places.root).check()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"schema":"one"}', b'{"schema":0}', b"\xff"]
)
def test_a_damaged_vault_file_is_left_alone(file_vault: FileVault, content: bytes) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.places.vault_file.write_bytes(content)
    before = everything(file_vault.places.root)
    for deed in deeds(FileVault.at(file_vault.places.root), ben.id):
        with pytest.raises(VaultTrouble, match=r"vault\.json is damaged"):
            deed()
    assert everything(file_vault.places.root) == before


def test_a_missing_vault_file_is_no_reason_to_begin_anew(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.places.vault_file.unlink()
    for deed in deeds(FileVault.at(file_vault.places.root), ben.id):
        with pytest.raises(VaultTrouble, match=r"vault\.json is missing"):
            deed()


@pytest.mark.parametrize("inside", ["", "deeper/vault"])
def test_a_vault_that_is_a_file(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    for deed in deeds(FileVault.at(file / inside), new_id()):
        with pytest.raises(VaultTrouble, match=r"notes\.txt is a file"):
            deed()
    assert file.read_text() == "mine"


def test_a_folder_with_other_files_is_no_place_for_a_vault(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    (folder / "thesis.odt").write_text("mine")
    with pytest.raises(VaultTrouble, match=r"thesis\.odt"):
        FileVault.at(folder).create([person("Ben")])
    assert [path.name for path in folder.iterdir()] == ["thesis.odt"]
    assert folder.stat().st_mode & 0o777 == 0o755


def test_a_vault_that_was_only_begun_is_finished(folder: Path) -> None:
    (folder / "workbooks").mkdir(parents=True)
    (folder / "drafts").mkdir()
    (folder / "vault.json.77.tmp").write_text('{"sch')
    (folder / ".DS_Store").touch()
    FileVault.at(folder).create([person("Ben")])
    assert names(FileVault.at(folder)) == ["Ben"]


def test_an_unreadable_vault(file_vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("data.files.os.stat", forbidden)
    for deed in deeds(file_vault, new_id()):
        with pytest.raises(VaultTrouble, match="may not read"):
            deed()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_vault_that_may_only_be_read_is_shown(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    for path in (file_vault.places.root, file_vault.places.workbooks):
        path.chmod(0o500)
    vault = FileVault.at(file_vault.places.root)
    assert names(vault) == ["Ben"]
    with pytest.raises(VaultTrouble, match="may not write"):
        vault.change(ben.id, promises("one"))
    for path in (file_vault.places.root, file_vault.places.workbooks):
        path.chmod(0o700)


def test_a_workbook_that_says_not_whose_it_is_becomes_a_trouble(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    path = file_vault.places.workbook(ben.id)
    tables = orjson.loads(path.read_bytes())
    tables["relationship"]["1"]["i_am"] = "captain"
    path.write_bytes(orjson.dumps(tables))
    assert file_vault.overview().people == ()
    (trouble,) = file_vault.overview().troubles
    assert "whose records" in trouble.sentence


def test_a_workbook_that_is_too_big_is_refused(
    file_vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    path = file_vault.places.workbook(ben.id)
    monkeypatch.setattr(reading, "MOST_BYTES", path.stat().st_size + 100)
    with pytest.raises(VaultTrouble, match="MB at most"):
        file_vault.change(ben.id, notes("too much " * 50))
    assert file_vault.open(ben.id) == ben
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    vault = FileVault.at(file_vault.places.root)
    with pytest.raises(VaultTrouble, match="MB at most"):
        vault.open(ben.id)
    assert len(vault.overview().troubles) == 1


def test_files_of_others_are_passed_over(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    workbook = file_vault.places.workbook(ben.id)
    for name in (
        f"{ben.id} (conflicted copy).json",
        f"{ben.id}.sync-conflict-20261122.json",
        "readme.txt",
        "0190.json",
    ):
        (workbook.parent / name).write_bytes(workbook.read_bytes())
    assert names(FileVault.at(file_vault.places.root)) == ["Ben"]
    assert FileVault.at(file_vault.places.root).overview().troubles == ()
