"""Backups, damage, copies in conflict, the doctor and erasing work the same on sealed records."""

from datetime import date
from pathlib import Path

import pytest

from coaching.errors import Locked
from coaching.record.promise import Promise
from data.keeper import Keeper
from data.places import last_good
from data.vault import FileVault
from tests.data.people import names, person, promises

pytest.importorskip("pyrage", reason="sealing needs the extra seal")

PASSPHRASE = "seven grey herons wade upstream"
TODAY = date(2026, 11, 24)


@pytest.fixture
def sealed(folder: Path) -> FileVault:
    """Ben zebrafish, sealed and open here, with two promises made afterwards."""
    vault = FileVault(folder, patience_s=0)
    ben = person("Ben zebrafish")
    vault.create([ben])
    assert vault.seal(PASSPHRASE)
    vault.change(ben.id, promises("the first zebrafish"))
    vault.change(ben.id, promises("the second zebrafish"))
    return vault


def ben_of(vault: FileVault) -> str:
    """Ben's id."""
    (ben,) = vault.overview().people
    return ben.id


def promised(vault: FileVault) -> list[str]:
    """What was promised."""
    return [promise.what for promise in vault.open(ben_of(vault)).all(Promise)]


def in_clear(vault: FileVault) -> list[str]:
    """The files that can be read without the passphrase."""
    files = [path for path in vault.places.root.rglob("*") if path.is_file()]
    return [path.name for path in files if b"zebrafish" in path.read_bytes()]


def test_a_file_that_is_gone_comes_back_sealed(sealed: FileVault) -> None:
    sealed.places.workbook(ben_of(sealed)).unlink()
    assert promised(sealed) == ["the first zebrafish"]
    (notice,) = sealed.overview().notices
    assert "were gone from their folder" in notice
    assert in_clear(sealed) == []


def test_the_copy_not_chosen_of_two_is_kept_sealed(sealed: FileVault) -> None:
    path = sealed.places.workbook(ben_of(sealed))
    path.with_name(path.name.replace(".json", " (1).json")).write_bytes(
        last_good(path).read_bytes()
    )
    keeper = Keeper(sealed)
    settled = keeper.settle(keeper.conflicts()[0], "this", "this")
    keeper.restore(settled.command.split()[3], ben_of(sealed))
    assert promised(sealed) == ["the first zebrafish"]
    assert in_clear(sealed) == []


def test_a_backup_is_sealed_and_can_be_put_back(sealed: FileVault) -> None:
    keeper = Keeper(sealed)
    backup = keeper.back_up("before-import")
    sealed.change(ben_of(sealed), promises("the third zebrafish"))
    (difference,) = keeper.preview(backup.name)
    assert (difference.name, difference.removed) == ("Ben zebrafish", 1)
    keeper.restore(backup.name)
    assert promised(sealed) == ["the first zebrafish", "the second zebrafish"]
    assert in_clear(sealed) == []
    sealed.lock()
    with pytest.raises(Locked):
        keeper.preview(backup.name)


def test_a_backup_from_before_sealing_can_be_put_back_after_it(folder: Path) -> None:
    vault = FileVault(folder)
    vault.create([person("Ben")])
    backup = Keeper(vault).back_up("before-seal")
    vault.change(ben_of(vault), promises("one"))
    vault.seal(PASSPHRASE)
    Keeper(vault).restore(backup.name)
    assert promised(vault) == []


def test_a_damaged_sealed_file_goes_on_from_its_copy(sealed: FileVault) -> None:
    path = sealed.places.workbook(ben_of(sealed))
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-20])
    assert promised(sealed) == ["the first zebrafish"]
    (notice,) = sealed.overview().notices
    assert "Ben zebrafish's pages" in notice
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.name.endswith(".age")
    assert in_clear(sealed) == []


def test_two_sealed_copies_become_one(sealed: FileVault) -> None:
    path = sealed.places.workbook(ben_of(sealed))
    other = path.with_name(f"{ben_of(sealed)}.json.sync-conflict-20261124-091205-ABC.age")
    other.write_bytes(last_good(path).read_bytes())
    sealed.change(ben_of(sealed), promises("the third zebrafish"))
    keeper = Keeper(sealed)
    (conflict,) = keeper.conflicts()
    assert (conflict.this.alone, conflict.other.alone) == (2, 0)
    keeper.settle(conflict, "both", "this")
    assert len(promised(sealed)) == 3
    assert not keeper.conflicts()
    assert in_clear(sealed) == []


def test_the_doctor_looks_into_sealed_records(sealed: FileVault) -> None:
    keeper = Keeper(sealed)
    assert keeper.findings(TODAY) == ()
    clear = sealed.places.workbooks / f"{ben_of(sealed)}.json"
    clear.write_bytes(b"{}")
    clear.chmod(0o600)
    assert [finding.kind for finding in keeper.findings(TODAY)] == ["other-cover"]
    sealed.lock()
    with pytest.raises(Locked):
        keeper.findings(TODAY)


def test_vault_json_of_sealed_records_is_made_anew_from_a_backup(sealed: FileVault) -> None:
    Keeper(sealed).back_up("before-import")
    sealed.places.vault_file.write_bytes(b"{")
    fresh = FileVault(sealed.places.root)
    (finding,) = Keeper(fresh).findings(TODAY)
    assert finding.repairable
    with pytest.raises(Locked):
        Keeper(fresh).repair(TODAY)
    fresh.unlock(PASSPHRASE)
    assert names(fresh) == ["Ben zebrafish"]


def test_erasing_reaches_sealed_files(sealed: FileVault) -> None:
    ben = ben_of(sealed)
    Keeper(sealed).back_up("before-import")
    Keeper(sealed).erase(ben)
    assert not list(sealed.places.root.rglob(f"{ben}*"))
    assert names(sealed) == []
