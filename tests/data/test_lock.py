"""One writer at a time, and whoever must wait too long is told for whom."""

import os
from pathlib import Path

import pytest

from coaching.errors import VaultTrouble
from data.lock import VaultLock
from data.places import Places
from data.vault import FileVault
from tests.data.people import killed, names, person, promises

HOLD = """
import sys
from pathlib import Path
from data.lock import VaultLock
from data.places import Places
VaultLock(Places(Path(sys.argv[1]))).held().__enter__()
"""


def test_a_change_during_another_is_refused_and_says_who_saves(
    file_vault: FileVault, folder: Path
) -> None:
    ben = person("Ben")
    file_vault.create([ben])
    other = FileVault(folder, patience_s=0)
    with VaultLock(Places(folder)).held():
        with pytest.raises(VaultTrouble) as told:
            other.change(ben.id, promises("one"))
        assert f"process {os.getpid()} on " in told.value.sentence
        assert "Try again" in told.value.sentence
        assert other.open(ben.id) == ben
        assert names(other) == ["Ben"]
    other.change(ben.id, promises("one"))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}"])
def test_a_holder_who_left_no_name_still_gives_a_sentence(folder: Path, content: str) -> None:
    FileVault(folder).create([])
    with VaultLock(Places(folder)).held():
        Places(folder).holder.write_text(content)
        with (
            pytest.raises(VaultTrouble, match="another process"),
            VaultLock(Places(folder), patience_s=0).held(),
        ):
            raise AssertionError("two held the lock")


def test_a_dead_holder_frees_the_lock(folder: Path) -> None:
    FileVault(folder).create([])
    killed(HOLD, str(folder))
    with VaultLock(Places(folder), patience_s=0).held():
        pass


def test_a_failure_inside_frees_the_lock(folder: Path) -> None:
    FileVault(folder).create([])
    with pytest.raises(ZeroDivisionError), VaultLock(Places(folder)).held():
        raise ZeroDivisionError
    with VaultLock(Places(folder), patience_s=0).held():
        pass
