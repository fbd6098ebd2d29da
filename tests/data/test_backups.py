"""The backups: made before a day's first change, listed, thinned, put back."""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import orjson
import pytest

from coaching.errors import Refused, VaultTrouble
from coaching.keeping import Difference
from coaching.record.promise import Promise
from coaching.record.workbook import MINE, Workbook
from data.backups import Backups, files_of
from data.care import Care
from data.files import move_file
from data.places import last_good
from data.restoring import described, differences, find_backup, restore
from data.vault import FileVault
from tests.data.people import everything, names, notes, person, promises

DAY = datetime(2026, 11, 24, 9, 14, 5)


class Clock:
    """The machine's clock, as the test sets it."""

    def __init__(self) -> None:
        self.moment = DAY

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """The machine's clock."""
    return Clock()


@pytest.fixture
def vault(folder: Path, clock: Clock) -> FileVault:
    """A vault with nobody in it."""
    vault = FileVault(folder, patience_s=0)
    vault.care = Care(vault.places, clock)
    vault.create([])
    return vault


@pytest.fixture
def ben(vault: FileVault) -> Workbook:
    """Ben, added yesterday."""
    workbook = person("Ben")
    vault.create([workbook])
    return workbook


def backup_names(vault: FileVault) -> list[str]:
    """The names of all backups, the newest first."""
    return [one.name for one in vault.care.backups.all()]


def contents(folder: Path) -> dict[str, bytes]:
    """The workbooks in a vault or a backup, by their ids."""
    return {key: path.read_bytes() for key, path in files_of(folder, "").items()}


def promised(vault: FileVault, workbook_id: str) -> list[str]:
    """What was promised."""
    return [promise.what for promise in vault.open(workbook_id).all(Promise)]


def test_the_first_change_of_a_day_keeps_the_state_before_it(
    vault: FileVault, ben: Workbook, clock: Clock
) -> None:
    assert backup_names(vault) == []
    vault.change(MINE, notes("mine"))
    vault.change(ben.id, promises("one"))
    clock.moment += timedelta(days=1)
    before = everything(vault.places.root)
    vault.change(ben.id, promises("two"))
    vault.change(ben.id, promises("three"))
    assert backup_names(vault) == [
        "2026-11-25-091405-first-change",
        "2026-11-24-091405-first-change",
    ]
    kept = vault.care.backups.all()[0].folder
    files = {str(path.relative_to(kept)) for path in kept.rglob("*") if path.is_file()}
    assert files == {"vault.json", "mine.json", f"workbooks/{ben.id}.json"}
    assert all((kept / name).read_bytes() == before[name] for name in files)


def test_another_window_makes_no_second_one_that_day(
    vault: FileVault, ben: Workbook, clock: Clock
) -> None:
    vault.change(ben.id, promises("one"))
    other = FileVault(vault.places.root)
    other.care = Care(other.places, clock)
    other.change(ben.id, promises("two"))
    assert len(backup_names(vault)) == 1


def test_only_the_owner_may_read_a_backup(vault: FileVault, ben: Workbook) -> None:
    vault.change(ben.id, promises("one"))
    for path in (vault.places.backups, *vault.places.backups.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700, 0o600)[path.is_file()]


def test_a_save_leaves_the_backup_as_it_was(vault: FileVault, ben: Workbook) -> None:
    vault.change(ben.id, promises("one"))
    kept = files_of(vault.care.backups.all()[0].folder, "")[ben.id]
    before = kept.read_bytes()
    for number in range(3):
        vault.change(ben.id, promises(f"{number}"))
    assert kept.read_bytes() == before


def test_a_backup_that_fails_stops_no_save_and_is_told_once_a_day(
    vault: FileVault, ben: Workbook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def full(*_: object) -> None:
        tries.append(clock.moment)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data.backups.link_or_copy", full)
    vault.change(ben.id, promises("one"))
    vault.change(ben.id, promises("two"))
    assert promised(vault, ben.id) == ["one", "two"]
    (notice,) = vault.overview().notices
    assert notice.startswith("No backup could be made today in")
    assert "no space left" in notice
    assert len(tries) == 1
    assert list(vault.places.backups.iterdir()) == []


def test_links_and_folders_are_not_copied(vault: FileVault, ben: Workbook, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("elsewhere")
    amara = person("Amara")
    vault.places.workbook(amara.id).symlink_to(secret)
    vault.change(ben.id, promises("one"))
    assert set(files_of(vault.care.backups.all()[0].folder, "")) == {ben.id}


def test_what_is_not_kept_any_more_goes_when_the_window_closes(
    vault: FileVault, ben: Workbook, clock: Clock
) -> None:
    for day in range(40):
        clock.moment = DAY + timedelta(days=day)
        window = FileVault(vault.places.root)
        window.care = Care(window.places, clock)
        window.change(ben.id, promises(f"{day}"))
        window.close()
    made = [one.made.date() for one in vault.care.backups.all()]
    assert made[:7] == [(clock.moment - timedelta(days=back)).date() for back in range(7)]
    assert 7 < len(made) <= 7 + 4 + 2


def test_one_before_a_restore_stays_for_a_month(
    vault: FileVault, ben: Workbook, clock: Clock
) -> None:
    clock.moment -= timedelta(days=20)
    made = vault.care.backups.make("before-restore")
    for _ in range(20):
        clock.moment += timedelta(days=1)
        vault.care.backups.make("first-change")
        vault.care.thin()
    assert made.name in backup_names(vault)
    clock.moment += timedelta(days=31)
    vault.care.backups.make("first-change")
    vault.care.thin()
    assert made.name not in backup_names(vault)


def test_a_preview_says_what_comes_back_goes_and_changes(vault: FileVault, ben: Workbook) -> None:
    amara = person("Amara")
    vault.create([amara])
    vault.change(ben.id, promises("one", "00000000-0000-4000-8000-000000000001"))
    backup = vault.care.backups.make("before-import")
    vault.change(ben.id, promises("two"))
    saved = datetime(2026, 11, 24, 9, 12).timestamp()
    os.utime(vault.places.workbook(amara.id), (saved, saved))
    vault.discard(amara.id)
    chiara = person("Chiara")
    vault.create([chiara])
    assert sorted(differences(vault.places, backup), key=lambda one: one.name) == [
        Difference(amara.id, "Amara", "comes back", added=1, newest="2026-11-22"),
        Difference(ben.id, "Ben", "changes", removed=1),
        Difference(chiara.id, "Chiara", "goes", removed=1),
    ]
    told = described(backup)
    assert (told.people, told.why, told.made) == (2, "before-import", backup.made)
    assert told.size > 100


def test_restoring_all_brings_the_state_back_and_keeps_the_one_before(
    vault: FileVault, ben: Workbook
) -> None:
    amara = person("Amara")
    vault.create([amara])
    vault.change(MINE, notes("mine"))
    backup = vault.care.backups.make("before-import")
    then = contents(vault.places.root)
    vault.change(ben.id, promises("two"))
    vault.change(MINE, notes("more"))
    vault.discard(amara.id)
    vault.create([person("Chiara")])
    now = contents(vault.places.root)
    before = restore(vault, backup, None)
    assert names(vault) == ["Amara", "Ben"]
    assert promised(vault, ben.id) == []
    assert contents(vault.places.root) == then
    assert contents(before.folder) == now
    restore(vault, before, None)
    assert names(vault) == ["Ben", "Chiara"]


def test_restoring_one_leaves_all_others(vault: FileVault, ben: Workbook) -> None:
    amara = person("Amara")
    vault.create([amara])
    backup = vault.care.backups.make("before-import")
    vault.change(ben.id, promises("two"))
    vault.change(amara.id, promises("hers"))
    restore(vault, backup, ben.id)
    assert promised(vault, ben.id) == []
    assert promised(vault, amara.id) == ["hers"]
    with pytest.raises(Refused, match="not in that backup"):
        restore(vault, backup, person("Nobody").id)


@pytest.mark.parametrize("steps", range(12))
def test_a_restore_cut_off_goes_on_at_the_next_start(
    vault: FileVault, ben: Workbook, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    people = [person(name) for name in ("Amara", "Chiara")]
    vault.create(people)
    backup = vault.care.backups.make("before-import")
    for one in (ben, *people):
        vault.change(one.id, promises("after the backup"))
    vault.create([person("Dev")])
    done = 0

    def cut_off(source: Path, target: Path) -> None:
        nonlocal done
        done += 1
        if done > steps:
            raise KeyboardInterrupt
        move_file(source, target)

    monkeypatch.setattr("data.restoring.move_file", cut_off)
    if steps < 6:
        with pytest.raises(KeyboardInterrupt):
            restore(vault, backup, None)
    else:
        restore(vault, backup, None)
    monkeypatch.undo()
    again = FileVault(vault.places.root)
    assert names(again) == ["Amara", "Ben", "Chiara"]
    for one in (ben, *people):
        assert promised(again, one.id) == []
        assert b"after the backup" in last_good(again.places.workbook(one.id)).read_bytes()
    assert orjson.loads(again.places.vault_file.read_bytes())["operation"] is None


def test_a_backup_is_named_by_its_name_or_by_its_day(vault: FileVault, ben: Workbook) -> None:
    first = vault.care.backups.make("before-import")
    assert find_backup(vault.places, "2026-11-24") == first
    assert find_backup(vault.places, first.name) == first
    vault.care.backups.make("before-import")
    with pytest.raises(Refused, match="Several"):
        find_backup(vault.places, "2026-11-24")
    for words in ("2025", "", "../2026"):
        with pytest.raises(Refused, match="no backup"):
            find_backup(vault.places, words)


def test_what_is_no_backup_is_passed_over(vault: FileVault, ben: Workbook) -> None:
    made = vault.care.backups.make("before-import")
    for name in ("2026-13-45-999999-odd", "notes", "2026-11-24-091405-x.77.tmp"):
        (vault.places.backups / name).mkdir()
    assert Backups(vault.places).all() == (made,)


def test_a_restore_without_room_for_a_backup_changes_nothing(
    vault: FileVault, ben: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    backup = vault.care.backups.make("before-import")
    vault.change(ben.id, promises("one"))
    before = everything(vault.places.root)
    monkeypatch.setattr("data.backups.link_or_copy", full)
    with pytest.raises(VaultTrouble, match="disk is full"):
        restore(vault, backup, None)
    assert everything(vault.places.root) == before
