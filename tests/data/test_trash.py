"""What was deleted stays while its window can undo it, and is gone for good after that."""

import os
from pathlib import Path

import pytest

from data.vault import FileVault
from tests.data.people import everything, killed, names, person, promises

DISCARD = """
import sys
from data.vault import FileVault
FileVault.at(sys.argv[1]).discard(sys.argv[2])
"""


def in_trash(folder: Path) -> list[str]:
    """The files in the trash of a vault."""
    return sorted(name for name in everything(folder) if name.startswith("trash"))


def test_nothing_of_somebody_deleted_stays_outside_the_trash(
    file_vault: FileVault, folder: Path
) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.change(ben.id, promises("one"))
    file_vault.discard(ben.id)
    assert list(file_vault.places.workbooks.iterdir()) == []
    assert len(in_trash(folder)) == 2
    file_vault.recover(ben.id)
    assert len(list(file_vault.places.workbooks.iterdir())) == 2
    assert in_trash(folder) == []


def test_the_trash_of_a_window_still_open_is_left_alone(
    file_vault: FileVault, folder: Path
) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.discard(ben.id)
    other = FileVault.at(folder)
    other.tidy()
    other.close()
    file_vault.recover(ben.id)
    assert names(file_vault) == ["Ben"]


def test_closing_removes_it_for_good(file_vault: FileVault, folder: Path) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    file_vault.discard(ben.id)
    file_vault.close()
    assert list((folder / "trash").iterdir()) == []
    file_vault.close()


def test_the_trash_of_a_dead_window_is_emptied(file_vault: FileVault, folder: Path) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    killed(DISCARD, str(folder), ben.id)
    assert len(in_trash(folder)) == 1
    file_vault.tidy()
    assert list((folder / "trash").iterdir()) == []
    assert names(file_vault) == []


@pytest.mark.parametrize(("days", "left"), [(0, 1), (2, 0)])
def test_the_trash_of_another_machine_is_left_for_a_day(
    file_vault: FileVault, folder: Path, days: int, left: int
) -> None:
    theirs = folder / "trash" / "77-another_machine-18c"
    theirs.mkdir()
    (theirs / "deleted.json").write_text("{}")
    moment = theirs.stat().st_mtime - days * 24 * 3600
    os.utime(theirs, (moment, moment))
    file_vault.tidy()
    assert len(in_trash(folder)) == left
