"""The demo's temporary place: there while its process lives, gone afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.errors import VaultTrouble
from data.demo_place import PREFIX, RECORDS, close_demo, open_demo
from data.vault import FileVault
from tests.source_files import ROOT

DIES = """
import os, sys
from pathlib import Path
from data.demo_place import open_demo
open_demo(Path(sys.argv[1]))
os._exit(9)
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Path]:
    folder, _ = open_demo(tmp_path)
    yield folder
    close_demo(folder)


def places(parent: Path) -> list[Path]:
    return sorted(parent.glob(f"{PREFIX}*"))


def test_a_demo_is_a_vault_only_its_owner_can_enter(opened: Path) -> None:
    vault = FileVault.at(opened)
    assert len(vault.overview().people) == 6
    vault.close()
    if os.name != "nt":
        assert opened.parent.stat().st_mode & 0o077 == 0


def test_closing_leaves_nothing_behind(tmp_path: Path) -> None:
    folder, _ = open_demo(tmp_path)
    close_demo(folder)
    close_demo(folder)
    assert list(tmp_path.iterdir()) == []


def test_a_demo_that_was_killed_is_removed_by_the_next_one(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], cwd=ROOT, check=False)
    assert run.returncode == 9
    (left,) = places(tmp_path)
    folder, _ = open_demo(tmp_path)
    assert places(tmp_path) == [folder.parent]
    assert folder.parent != left
    close_demo(folder)


def test_a_demo_that_is_open_stays(opened: Path, tmp_path: Path) -> None:
    folder, _ = open_demo(tmp_path)
    assert places(tmp_path) == sorted([opened.parent, folder.parent])
    close_demo(folder)
    assert (opened / "vault.json").exists()


def test_a_place_that_is_just_being_made_stays_and_an_old_one_goes(tmp_path: Path) -> None:
    young, old = tmp_path / f"{PREFIX}young", tmp_path / f"{PREFIX}old"
    young.mkdir()
    old.mkdir()
    os.utime(old, (0, 0))
    folder, _ = open_demo(tmp_path)
    assert young.exists()
    assert not old.exists()
    close_demo(folder)


def test_what_is_no_demo_of_ours_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    os.utime(elsewhere, (0, 0))
    link, file = tmp_path / f"{PREFIX}link", tmp_path / f"{PREFIX}file"
    link.symlink_to(elsewhere)
    file.write_text("mine", encoding="utf-8")
    folder, _ = open_demo(tmp_path)
    close_demo(folder)
    close_demo(elsewhere / RECORDS)
    assert elsewhere.exists()
    assert link.is_symlink()
    assert file.exists()


def test_no_place_for_the_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(VaultTrouble, match="The demo found no place for its temporary folder"):
        open_demo(file)
    assert list(tmp_path.iterdir()) == [file]
