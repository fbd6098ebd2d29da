"""Several windows on one vault, while one of them seals it or takes the seal off."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from coaching.errors import Locked
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from data.drafts import FileDrafts
from data.facts import FactsOfEveryone
from data.files import replace_file
from data.scan import Scan
from data.shelf import Shelf
from data.vault import FileVault
from data.vault_file import VaultFile
from tests.data.people import everything, names, promises
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


def test_what_another_window_deleted_before_comes_back_after(
    folder: Path, records: dict[str, Workbook], ben: str
) -> None:
    other = FileVault(folder)
    other.discard(ben)
    FileVault(folder).seal(PASSPHRASE)
    with pytest.raises(Locked):
        other.recover(ben)
    other.unlock(PASSPHRASE)
    other.recover(ben)
    assert_whole(folder, records)


def test_a_window_notices_that_another_sealed_and_unsealed(folder: Path, ben: str) -> None:
    one, other = FileVault(folder), FileVault(folder)
    other.overview()
    other.open(ben)
    stamp = other.stamp()
    one.seal(PASSPHRASE)
    assert other.stamp() != stamp
    with pytest.raises(Locked):
        other.overview()
    with pytest.raises(Locked):
        other.change(ben, promises("x"))
    other.unlock(PASSPHRASE)
    other.change(ben, promises("from the other"))
    one.unseal()
    assert not other.locked
    assert len(other.open(ben).all(Promise)) == 3
    other.change(ben, promises("once more"))
    assert sealed_names(folder) == []
    assert names(other) == [f"Amara {MARK}", f"Ben {MARK}"]


def test_a_seal_made_anew_locks_the_windows_that_had_the_old_key(
    sealed: FileVault, folder: Path, ben: str
) -> None:
    other = opened_again(folder)
    sealed.unseal()
    sealed.seal(OTHER)
    with pytest.raises(Locked):
        other.open(ben)
    other.unlock(OTHER)
    assert other.open(ben) == sealed.open(ben)


def test_taken_back_in_the_middle_all_is_as_it_was(
    folder: Path, records: dict[str, Workbook]
) -> None:
    FileVault(folder).tidy()
    vault, before = FileVault(folder), everything(folder)
    before.pop("vault.json")
    seen: list[tuple[int, int]] = []

    def stop_at_half(done: int, of: int) -> bool:
        seen.append((done, of))
        assert names(FileVault(folder)) == names(vault), "others read on meanwhile"
        return done < of // 2

    assert not vault.seal(PASSPHRASE, stop_at_half)
    after = everything(folder)
    after.pop("vault.json")
    assert after == before
    assert [done for done, _ in seen] == list(range(len(seen)))
    assert_whole(folder, records)
    assert vault.seal(PASSPHRASE, lambda done, of: done <= of)
    assert not vault.unseal(lambda done, of: done < of // 2)
    assert_whole(folder, records)
    assert vault.sealed


def test_a_draft_typed_elsewhere_while_the_vault_is_sealed_is_kept(
    folder: Path, records: dict[str, Workbook]
) -> None:
    other = FileDrafts(FileVault(folder).places)
    typed = draft(f"{MARK} a newer text")

    def type_on(done: int, of: int) -> bool:
        if done == of:
            other.write(typed)
        return True

    FileVault(folder).seal(PASSPHRASE, type_on)
    assert clear_words(folder) == []
    other.write(draft(MARK, "while locked"))
    assert clear_words(folder) == []
    drafts = FileDrafts(opened_again(folder).places)
    assert drafts.read(draft().key) == typed
    assert set(drafts.keys()) == {draft().key, "while locked"}


def test_a_draft_written_at_the_turning_point_does_not_stay_clear(
    folder: Path, records: dict[str, Workbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = [FileVault(folder)]

    def sealed_meanwhile(*given: Any, **named: Any) -> object:
        if waiting:
            waiting.pop().seal(PASSPHRASE)
        return replace_file(*given, **named)

    monkeypatch.setattr("data.unguarded.replace_file", sealed_meanwhile)
    FileDrafts(FileVault(folder).places).write(draft(f"{MARK} last"))
    assert clear_words(folder) == []
    kept = FileDrafts(opened_again(folder).places).read(draft().key)
    assert kept is not None
    assert kept.fields["text"] == f"{MARK} last"


def test_what_a_dead_window_left_clear_is_sealed_at_the_next_start(
    sealed: FileVault, folder: Path
) -> None:
    left = FileDrafts(FileVault(folder / "elsewhere").places)
    left.write(draft(f"{MARK} left", "left"))
    (path,) = (folder / "elsewhere" / "drafts").iterdir()
    path.rename(folder / "drafts" / path.name)
    shutil.rmtree(folder / "elsewhere")
    (folder / ".cache" / "overview.json").write_text(MARK)
    (folder / "drafts" / f"{path.name}.77.tmp").write_text(MARK)
    sealed.lock()
    FileVault(folder).tidy()
    assert clear_words(folder) == []
    assert FileDrafts(opened_again(folder).places).read("left") is not None


def test_a_draft_typed_in_the_last_moment_before_the_turning_point_is_kept(
    folder: Path, records: dict[str, Workbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert records
    change, other = VaultFile.change, FileDrafts(FileVault(folder).places)
    typed = draft(f"{MARK} in the last moment")

    def typed_before(self: VaultFile, **entries: object) -> None:
        if entries.get("seal"):
            other.write(typed)
        change(self, **entries)

    monkeypatch.setattr(VaultFile, "change", typed_before)
    FileVault(folder).seal(PASSPHRASE)
    assert clear_words(folder) == []
    assert FileDrafts(opened_again(folder).places).read(draft().key) == typed


def test_a_draft_dropped_elsewhere_while_the_vault_is_sealed_stays_dropped(
    folder: Path, records: dict[str, Workbook]
) -> None:
    assert records
    other = FileDrafts(FileVault(folder).places)

    def drop(done: int, of: int) -> bool:
        if done == of:
            other.drop(draft().key)
        return True

    FileVault(folder).seal(PASSPHRASE, drop)
    assert FileDrafts(opened_again(folder).places).keys() == ()


def test_facts_taken_while_another_window_seals_are_not_given(
    folder: Path, records: dict[str, Workbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert records
    window, others = FileVault(folder), [FileVault(folder)]
    workbooks = Scan.workbooks

    def sealed_meanwhile(self: Scan) -> object:
        if others:
            others.pop().seal(PASSPHRASE)
        return workbooks(self)

    monkeypatch.setattr(Scan, "workbooks", sealed_meanwhile)
    with pytest.raises(Locked):
        window.overview()
    assert clear_words(folder) == []


def test_records_that_were_locked_are_no_damage(folder: Path, records: dict[str, Workbook]) -> None:
    assert records
    vault = FileVault(folder)
    vault.seal(PASSPHRASE)
    vault.lock()
    shutil.rmtree(vault.places.cache)
    with pytest.raises(Locked):
        FactsOfEveryone(vault.places, Scan(vault.places), Shelf(vault.places)).overview()
