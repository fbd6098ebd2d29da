"""The stamp of a vault is cheap, and still tells every change."""

import os
from pathlib import Path

import pytest

from data.places import Places
from data.scan import COARSEST_CLOCK_S, LOOK_AT_FILES_EVERY_S, Scan
from data.vault import FileVault
from tests.data.people import person

SECOND = 10**9


class HandClock:
    """A system clock moved by hand."""

    def __init__(self, now_ns: int) -> None:
        self.now_ns = now_ns

    def __call__(self) -> int:
        return self.now_ns


@pytest.fixture
def clock(file_vault: FileVault) -> HandClock:
    """A clock that stands a minute after the vault was last changed."""
    return HandClock(file_vault.places.root.stat().st_mtime_ns + 60 * SECOND)


def change_inside(path: Path) -> None:
    """Change a file as a program does that does not replace it: its folder shows nothing."""
    with path.open("ab") as file:
        file.write(b" ")


def test_a_change_inside_a_file_is_seen_in_ten_seconds(folder: Path, clock: HandClock) -> None:
    ben = person("Ben")
    FileVault.at(folder).create([ben])
    scan = Scan(Places(folder), clock)
    before = scan.stamp()
    change_inside(Places(folder).workbook(ben.id))
    clock.now_ns += LOOK_AT_FILES_EVERY_S * SECOND
    assert scan.stamp() != before


def test_while_nothing_happens_only_the_folders_are_looked_at(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = Scan(Places(folder), clock)
    before = scan.stamp()
    monkeypatch.setattr(scan, "workbooks", lambda: pytest.fail("looked at every file"))
    clock.now_ns += SECOND
    assert scan.stamp() == before


def test_a_folder_changed_just_now_is_not_relied_on(folder: Path) -> None:
    ben = person("Ben")
    FileVault.at(folder).create([ben])
    places = Places(folder)
    just_now = HandClock(places.workbooks.stat().st_mtime_ns + int(COARSEST_CLOCK_S * SECOND) - 1)
    scan = Scan(places, just_now)
    before = scan.stamp()
    change_inside(places.workbook(ben.id))
    assert scan.stamp() != before


def test_a_clock_set_back_hides_nothing(folder: Path, clock: HandClock) -> None:
    ben = person("Ben")
    FileVault.at(folder).create([ben])
    scan = Scan(Places(folder), clock)
    before = scan.stamp()
    change_inside(Places(folder).workbook(ben.id))
    clock.now_ns -= 3600 * SECOND
    assert scan.stamp() != before


def test_the_vault_file_belongs_to_the_stamp(folder: Path, clock: HandClock) -> None:
    FileVault.at(folder).create([])
    scan = Scan(Places(folder), clock)
    before = scan.stamp()
    os.utime(Places(folder).vault_file, (1, 1))
    clock.now_ns += LOOK_AT_FILES_EVERY_S * SECOND
    assert scan.stamp() != before
