"""Copies that a synchronising program left: told apart, and chosen without losing anything."""

from pathlib import Path
from typing import Literal

import orjson
import pytest

from coaching.errors import VaultTrouble
from coaching.keeping import Conflict, Keep, Wording
from coaching.record.promise import Promise
from data import conflicts as module
from data.keeper import Keeper
from data.strays import conflict_copies
from data.vault import FileVault
from tests.data.people import names, person, promises

SHARED = "00000000-0000-4000-8000-00000000000a"
MARK = " (Anna's conflicted copy 2026-11-24)"


@pytest.fixture
def ben(file_vault: FileVault) -> str:
    """Ben; this copy knows promises "both" and "this", the other "both" changed and "other"."""
    workbook = person("Ben")
    file_vault.create([workbook])
    path = file_vault.places.workbook(workbook.id)
    file_vault.change(workbook.id, promises("both", SHARED))
    before = path.read_bytes()
    file_vault.change(workbook.id, promises("other"))
    tables = orjson.loads(path.read_bytes())
    for promise in tables["promises"].values():
        if promise["id"] == SHARED:
            promise["what"] = "both, as the other has it"
    other = path.with_name(f"{workbook.id}{MARK}.json")
    other.write_bytes(orjson.dumps(tables))
    path.unlink()
    path.write_bytes(before)
    file_vault.change(workbook.id, promises("this"))
    return workbook.id


def promised(vault: FileVault, workbook_id: str) -> set[str]:
    """What was promised."""
    fresh = FileVault(vault.places.root)
    return {promise.what for promise in fresh.open(workbook_id).all(Promise)}


def the_conflict(vault: FileVault) -> Conflict:
    """The one there is."""
    (found,) = Keeper(vault).conflicts()
    return found


def test_it_is_noticed_and_told_which_is_which(file_vault: FileVault, ben: str) -> None:
    vault = FileVault(file_vault.places.root)
    assert names(vault) == ["Ben"]
    (notice,) = vault.overview().notices
    assert "two copies of Ben's pages" in notice
    found = the_conflict(vault)
    assert (found.name, found.differing) == ("Ben", 1)
    assert (found.this.records, found.this.alone) == (3, 1)
    assert (found.other.records, found.other.alone) == (3, 1)
    assert found.other.file == f"{ben}{MARK}.json"
    assert found.other.newest == "2026-11-22"


def test_what_differs_is_said_in_both_wordings(file_vault: FileVault, ben: str) -> None:
    (wording,) = the_conflict(file_vault).wordings
    assert wording == Wording("promise", "what: both", "what: both, as the other has it")


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        ("this", {"both, as the other has it", "other"}),
        ("both", {"both, as the other has it", "other"}),
        ("other", {"both", "this"}),
    ],
)
def test_the_copy_not_chosen_comes_back_by_the_command_that_was_said(
    file_vault: FileVault, ben: str, keep: Keep, expected: set[str]
) -> None:
    keeper = Keeper(file_vault)
    settled = keeper.settle(the_conflict(file_vault), keep, "this")
    *_, name, only, who = settled.command.split()
    assert (only, who) == ("--only", "Ben")
    keeper.restore(name, ben)
    assert promised(file_vault, ben) == expected


@pytest.mark.parametrize(
    ("keep", "wins", "expected"),
    [
        ("this", "this", {"both", "this"}),
        ("other", "other", {"both, as the other has it", "other"}),
        ("both", "this", {"both", "this", "other"}),
        ("both", "other", {"both, as the other has it", "this", "other"}),
    ],
)
def test_the_choice_holds_and_both_old_copies_are_kept(
    file_vault: FileVault,
    ben: str,
    keep: Keep,
    wins: Literal["this", "other"],
    expected: set[str],
) -> None:
    path = file_vault.places.workbook(ben)
    other = path.with_name(f"{ben}{MARK}.json")
    this_content, other_content = path.read_bytes(), other.read_bytes()
    keeper = Keeper(file_vault)
    kept = Path(keeper.settle(the_conflict(file_vault), keep, wins).place)
    assert promised(file_vault, ben) == expected
    assert (kept / "workbooks" / path.name).read_bytes() == this_content
    assert (kept / other.name).read_bytes() == other_content
    assert not keeper.conflicts()
    assert file_vault.overview().notices == ()


def test_a_choice_cut_off_can_be_made_again(
    file_vault: FileVault, ben: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    found = the_conflict(file_vault)
    for step in ("link_or_copy", "replace_file", "sync_folder"):
        with monkeypatch.context() as patch:
            patch.setattr(module, step, cut_off)
            with pytest.raises(KeyboardInterrupt):
                Keeper(file_vault).settle(found, "both", "this")
        assert len(conflict_copies(file_vault.places)) == 1
    Keeper(file_vault).settle(found, "both", "this")
    assert promised(file_vault, ben) == {"both", "this", "other"}


def test_a_copy_that_cannot_be_read_can_only_be_put_away(file_vault: FileVault, ben: str) -> None:
    other = file_vault.places.workbook(ben).with_name(f"{ben}{MARK}.json")
    other.write_bytes(b"{")
    found = the_conflict(file_vault)
    assert (found.this.readable, found.other.readable) == (True, False)
    with pytest.raises(VaultTrouble, match="damaged"):
        Keeper(file_vault).settle(found, "both", "this")
    kept = Path(Keeper(file_vault).settle(found, "this", "this").place)
    assert (kept / other.name).read_bytes() == b"{"
    assert promised(file_vault, ben) == {"both", "this"}


def test_a_copy_whose_first_is_gone_can_take_its_place(file_vault: FileVault, ben: str) -> None:
    path = file_vault.places.workbook(ben)
    path.unlink()
    found = the_conflict(file_vault)
    assert found.name == "Ben"
    Keeper(file_vault).settle(found, "other", "other")
    assert promised(file_vault, ben) == {"both, as the other has it", "other"}


def test_a_copy_that_went_meanwhile_is_said(file_vault: FileVault, ben: str) -> None:
    found = the_conflict(file_vault)
    Keeper(file_vault).settle(found, "this", "this")
    with pytest.raises(VaultTrouble, match="not there any more"):
        Keeper(file_vault).settle(found, "this", "this")
