"""A sealed vault tells nothing without its passphrase, and is the same vault with it."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyrage
import pytest

from coaching.errors import Locked, VaultTrouble, WrongPassphrase
from coaching.overview import Overview
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Workbook
from data.crash_report import write_crash_report
from data.drafts import FileDrafts
from data.vault import FileVault
from tests.data.people import coach_on, everything, notes, person, promises
from tests.data.sealing import (
    MARK,
    OTHER,
    PASSPHRASE,
    assert_whole,
    clear_words,
    draft,
    opened_again,
    sealed_names,
)
from tests.data.test_age_files import answered


def test_nothing_anybody_wrote_is_found_in_any_byte_of_a_sealed_vault(
    folder: Path, records: dict[str, Workbook]
) -> None:
    before = set(clear_words(folder))
    assert {Path(path).parts[0] for path in before} == {
        *("workbooks", "drafts", "trash", "backups", ".cache", "mine.json", "mine.last")
    }
    FileVault(folder).seal(PASSPHRASE)
    assert clear_words(folder) == []
    kept = {path for path in before if not path.endswith(".tmp")}
    assert set(sealed_names(folder)) >= {f"{path}.age" for path in kept}
    assert_whole(folder, records)


def test_the_records_are_the_same_in_both_directions(
    folder: Path, records: dict[str, Workbook]
) -> None:
    passing = f"workbooks/{next(iter(records))}.json.99.tmp"
    before = {name: content for name, content in everything(folder).items() if name != passing}
    vault = FileVault(folder)
    assert vault.seal(PASSPHRASE)
    assert (vault.sealed, vault.locked) == (True, False)
    assert {key: vault.open(key) for key in records} == records
    assert vault.unseal()
    assert_whole(folder, records)
    after = everything(folder)
    assert {name: after[name] for name in before if name != "vault.json"} == {
        name: before[name] for name in before if name != "vault.json"
    }
    assert set(after) == set(before)


def test_without_the_passphrase_nothing_is_read_or_changed(
    sealed: FileVault, folder: Path, ben: str
) -> None:
    sealed.lock()
    window = FileVault(folder)
    before = everything(folder)
    deeds: list[Callable[[], object]] = [
        window.overview,
        partial(window.open, ben),
        partial(window.open, MINE),
        partial(window.change, ben, promises("x")),
        partial(window.change, MINE, notes("x")),
        partial(window.create, [person("x")]),
        partial(window.discard, ben),
        partial(window.recover, ben),
        window.unseal,
        partial(FileDrafts(window.places).read, draft().key),
    ]
    for vault in (window, sealed):
        assert vault.locked
        assert vault.sealed
    for deed in deeds:
        with pytest.raises(Locked, match="passphrase"):
            deed()
    window.stamp()
    window.tidy()
    window.close()
    assert everything(folder) == before


def test_another_passphrase_is_told_apart_from_damage(folder: Path, sealed: FileVault) -> None:
    window = FileVault(folder)
    with pytest.raises(WrongPassphrase, match="does not open"):
        window.unlock(OTHER)
    assert window.locked
    identity = sealed.places.identity
    whole = identity.read_bytes()
    for spoilt in (b"", whole[:-1], whole[:80], whole[:-20] + bytes(20), b"{}"):
        identity.write_bytes(spoilt)
        with pytest.raises(VaultTrouble, match="damaged; your passphrase may be right") as told:
            window.unlock(PASSPHRASE)
        assert not isinstance(told.value, WrongPassphrase)
    identity.unlink()
    with pytest.raises(VaultTrouble, match="missing"):
        window.unlock(PASSPHRASE)
    identity.write_bytes(whole)
    window.unlock(PASSPHRASE)


def test_a_key_of_other_records_is_not_taken(
    folder: Path, sealed: FileVault, tmp_path: Path
) -> None:
    other = FileVault(tmp_path / "other")
    other.create([person("Chiara")])
    other.seal(PASSPHRASE)
    shutil.copy(other.places.identity, sealed.places.identity)
    with pytest.raises(VaultTrouble, match="key of other records"):
        FileVault(folder).unlock(PASSPHRASE)


def test_work_in_a_sealed_vault_never_puts_a_word_on_the_disk(
    sealed: FileVault, folder: Path, ben: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    write = os.write

    def watched(descriptor: int, content: memoryview) -> int:
        written.append(bytes(content))
        return write(descriptor, content)

    monkeypatch.setattr(os, "write", watched)
    coach = coach_on(sealed)
    coach.do(ben, promises(f"{MARK} three"))
    coach.undo()
    coach.redo()
    sealed.change(MINE, notes(f"{MARK} once more"))
    sealed.create([new := person(f"Vera {MARK}")])
    sealed.discard(ben)
    assert clear_words(folder) == []
    sealed.recover(ben)
    sealed.discard(new.id)
    drafts = FileDrafts(sealed.places)
    drafts.write(draft(f"{MARK} typed"))
    drafts.write(draft(MARK, f"another {MARK}"))
    drafts.drop(draft().key)
    write_crash_report(sealed.places, f"Stack of {MARK}")
    sealed.overview()
    sealed.tidy()
    assert clear_words(folder) == []
    sealed.close()
    assert clear_words(folder) == []
    assert len(written) > 15
    assert not any(MARK.encode() in content for content in written)


def test_undo_and_delete_work_as_in_a_clear_vault(
    sealed: FileVault, folder: Path, ben: str
) -> None:
    coach = coach_on(sealed)
    before = sealed.open(ben)
    coach.do(ben, promises("three"))
    assert len(opened_again(folder).open(ben).all(Promise)) == 3
    coach.undo()
    assert opened_again(folder).open(ben) == before
    sealed.discard(ben)
    assert len(opened_again(folder).overview().people) == 1
    sealed.recover(ben)
    assert opened_again(folder).open(ben) == before


def test_locking_leaves_nothing_of_anybody_in_memory(sealed: FileVault, ben: str) -> None:
    sealed.open(ben)
    sealed.overview()
    sealed.lock()
    assert MARK not in repr(vars(sealed._facts)) + repr(vars(sealed._shelf))
    assert sealed._told == Overview()
    with pytest.raises(Locked):
        sealed.open(ben)


def test_the_passphrase_can_be_changed_and_the_records_are_not_touched(
    sealed: FileVault, folder: Path, records: dict[str, Workbook]
) -> None:
    key = "identity.age"
    before = everything(folder)
    with pytest.raises(WrongPassphrase):
        sealed.change_passphrase(OTHER, OTHER)
    assert everything(folder) == before
    sealed.change_passphrase(PASSPHRASE, OTHER)
    after = everything(folder)
    assert {name for name in after if after[name] != before[name]} == {key}
    window = FileVault(folder)
    with pytest.raises(WrongPassphrase):
        window.unlock(PASSPHRASE)
    window.unlock(OTHER)
    assert {one: window.open(one) for one in records} == records


def test_a_link_out_of_the_vault_is_told_before_anything_is_sealed(
    folder: Path, records: dict[str, Workbook], tmp_path: Path, ben: str
) -> None:
    path = folder / "workbooks" / f"{ben}.json"
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")
    before = everything(folder)
    with pytest.raises(VaultTrouble, match="link to a file elsewhere"):
        FileVault(folder).seal(PASSPHRASE)
    assert everything(folder) == before


def test_a_damaged_sealed_record_is_named_and_the_others_are_whole(
    sealed: FileVault, folder: Path, ben: str, records: dict[str, Workbook]
) -> None:
    path = sealed.places.workbook(ben)
    path.with_name(f"{ben}.last.age").unlink()
    shutil.rmtree(folder / "backups")
    path.write_bytes(path.read_bytes()[:-1])
    vault = opened_again(folder)
    with pytest.raises(VaultTrouble, match="damaged"):
        vault.open(ben)
    assert len(vault.overview().people) == 1
    with pytest.raises(VaultTrouble, match="damaged"):
        vault.unseal()
    assert vault.sealed
    assert not [name for name in clear_words(folder) if ".damaged" not in name]


def test_files_that_are_one_on_the_disk_stay_one(folder: Path) -> None:
    vault = FileVault(folder)
    ben = person("Ben")
    vault.create([ben])
    copy = folder / "backups" / "one" / f"{ben.id}.json"
    copy.parent.mkdir(parents=True)
    copy.hardlink_to(vault.places.workbook(ben.id))
    vault.seal(PASSPHRASE)
    assert vault.places.workbook(ben.id).samefile(copy.with_name(f"{copy.name}.age"))
    vault.unseal()
    assert vault.places.workbook(ben.id).samefile(copy)


def test_sealing_twice_and_unsealing_twice_is_told(sealed: FileVault) -> None:
    with pytest.raises(VaultTrouble, match="sealed already"):
        sealed.seal(PASSPHRASE)
    sealed.unseal()
    with pytest.raises(VaultTrouble, match="not sealed"):
        sealed.unseal()
    with pytest.raises(VaultTrouble, match="not sealed"):
        sealed.change_passphrase(PASSPHRASE, OTHER)


def test_a_full_disk_stops_sealing_with_a_sentence(
    folder: Path, records: dict[str, Workbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no space")

    def begun(*_: int) -> bool:
        monkeypatch.setattr(os, "write", full)
        return True

    with pytest.raises(VaultTrouble, match="disk is full"):
        FileVault(folder).seal(PASSPHRASE, begun)
    monkeypatch.undo()
    assert_whole(folder, records)
    assert not FileVault(folder).sealed


def test_pyrage_alone_opens_the_records(sealed: FileVault, ben: str) -> None:
    text = pyrage.passphrase.decrypt(sealed.places.identity.read_bytes(), PASSPHRASE).decode()
    identity = pyrage.x25519.Identity.from_str(text.splitlines()[-1])
    content = pyrage.decrypt(sealed.places.workbook(ben).read_bytes(), [identity])
    assert MARK.encode() in content


@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_the_records(sealed: FileVault, ben: str, tmp_path: Path) -> None:
    key = tmp_path / "key.txt"
    key.write_bytes(pyrage.passphrase.decrypt(sealed.places.identity.read_bytes(), PASSPHRASE))
    words = ["age", "-d", "-i", str(key), str(sealed.places.workbook(ben))]
    opened = subprocess.run(words, capture_output=True, check=True).stdout
    assert MARK.encode() in opened


@pytest.mark.pty
@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_the_records_with_the_passphrase(
    sealed: FileVault, ben: str, tmp_path: Path
) -> None:
    clear = tmp_path / "clear.json"
    words = ["age", "-d", "-i", str(sealed.places.identity), "-o", str(clear)]
    assert answered([*words, str(sealed.places.workbook(ben))], PASSPHRASE) == 0
    assert MARK in clear.read_text()


def test_an_older_troth_refuses_a_sealed_vault(sealed: FileVault) -> None:
    assert b'"schema":2' in sealed.places.vault_file.read_bytes()


def test_a_vault_of_the_first_schema_can_be_sealed(
    folder: Path, records: dict[str, Workbook]
) -> None:
    (folder / "vault.json").write_text('{"schema":1,"created":"2026-11-22","operation":null}')
    vault = FileVault(folder)
    assert not vault.sealed
    vault.seal(PASSPHRASE)
    assert_whole(folder, records)


def test_without_the_libraries_that_seal_it_says_how_to_get_them(
    sealed: FileVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed.lock()
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for deed in (partial(FileVault(folder).unlock, PASSPHRASE), partial(sealed.unlock, PASSPHRASE)):
        with pytest.raises(VaultTrouble, match=r"pip install 'troth\[seal\]'"):
            deed()
    clear = FileVault(folder.with_name("clear"))
    clear.create([person("Ben")])
    with pytest.raises(VaultTrouble, match="two more libraries"):
        clear.seal(PASSPHRASE)
    assert not clear.sealed
