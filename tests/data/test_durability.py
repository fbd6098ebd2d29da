"""A save counts whole or not at all, whatever step of it the system refuses."""

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from coaching.record.base import Record
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Done, Workbook
from data.places import last_good
from data.vault import FileVault
from tests.data.faults import Disk, outcomes
from tests.data.people import names, notes, person, promises

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


def _take_away(workbook: Workbook, record: Record) -> Done:
    return Done(workbook.without(record), "")


@pytest.mark.parametrize("error", FAULTS, ids=errno.errorcode.get)
def test_a_failed_save_leaves_the_old_state(file_vault: FileVault, disk: Disk, error: int) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("the first"))
    troubles = 0
    for trouble in outcomes(disk, lambda: file_vault.change(ben.id, promises("one more")), error):
        told = FileVault.at(file_vault.places.root).open(ben.id).all(Promise)
        saved = len(told) - 1
        if trouble is not None:
            troubles += 1
            assert saved == 0, trouble.sentence
            assert str(file_vault.places.root) in trouble.sentence
        else:
            file_vault.change(ben.id, partial(_take_away, record=told[-1]))
        assert list(file_vault.places.root.rglob("*.tmp")) == []
    assert troubles >= 5


def test_a_failed_first_save_of_what_is_mine_leaves_nothing(
    file_vault: FileVault, disk: Disk
) -> None:
    for trouble in outcomes(disk, lambda: file_vault.change(MINE, notes("mine"))):
        if trouble is not None:
            assert not file_vault.places.workbook(MINE).exists()
        else:
            file_vault.places.workbook(MINE).unlink()


def test_adding_several_adds_all_or_none(file_vault: FileVault, disk: Disk) -> None:
    people = [person("Ben"), person("Amara"), person("Chiara")]
    for trouble in outcomes(disk, lambda: file_vault.create(people)):
        if trouble is not None:
            assert names(FileVault.at(file_vault.places.root)) == []
            assert list(file_vault.places.workbooks.iterdir()) == []
        else:
            assert names(file_vault) == ["Amara", "Ben", "Chiara"]
            for one in people:
                file_vault.places.workbook(one.id).unlink()


def test_a_failed_deletion_loses_nothing(file_vault: FileVault, disk: Disk) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    before = file_vault.change(ben.id, promises("one")).workbook
    for trouble in outcomes(disk, lambda: file_vault.discard(ben.id)):
        if trouble is None:
            assert names(file_vault) == []
            file_vault.recover(ben.id)
        assert file_vault.open(ben.id) == before


def test_a_failed_undo_of_a_deletion_can_be_tried_again(file_vault: FileVault, disk: Disk) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    before = file_vault.change(ben.id, promises("one")).workbook
    file_vault.discard(ben.id)
    for trouble in outcomes(disk, lambda: file_vault.recover(ben.id)):
        assert names(file_vault) == ([] if trouble else ["Ben"])
        if trouble is None:
            assert file_vault.open(ben.id) == before
            file_vault.discard(ben.id)


def test_a_disk_that_writes_little_at_a_time_still_saves_all(
    file_vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda where, what: write(where, what[:7]))
    ben = person("Ben")
    file_vault.create([ben])
    assert FileVault.at(file_vault.places.root).open(ben.id) == ben


def test_the_last_good_copy_is_the_state_before(file_vault: FileVault) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    path = file_vault.places.workbook(ben.id)
    assert not last_good(path).exists()
    for number in range(3):
        before = path.read_bytes()
        file_vault.change(ben.id, promises(f"number {number}"))
        assert last_good(path).read_bytes() == before


def test_where_the_disk_knows_no_links_the_copy_is_written(
    file_vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    ben = person("Ben")
    file_vault.create([ben])
    path = file_vault.places.workbook(ben.id)
    before = path.read_bytes()
    file_vault.change(ben.id, promises("one"))
    assert last_good(path).read_bytes() == before
    assert last_good(path).stat().st_mode & 0o777 == 0o600


def test_a_kill_between_two_steps_leaves_nothing_behind_after_tidying(
    file_vault: FileVault,
) -> None:
    begun = [
        file_vault.places.workbooks / "018bf979-f000-738b-a652-e44da7f29e26.json.77.tmp",
        file_vault.places.root / "mine.json.77.tmp",
    ]
    for path in begun:
        path.write_text("half a")
    file_vault.tidy()
    assert not any(path.exists() for path in begun)


def test_every_save_gets_a_later_time_than_the_one_before(
    file_vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.files.time.time_ns", lambda: 10**18)
    ben = person("Ben")
    file_vault.create([ben])
    path = Path(file_vault.places.workbook(ben.id))
    times = [path.stat().st_mtime_ns]
    for number in range(3):
        file_vault.change(ben.id, promises(f"number {number}"))
        times.append(path.stat().st_mtime_ns)
    assert times == sorted(set(times))
