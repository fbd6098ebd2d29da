"""Vaults of every released schema open, and become today's with the first change."""

import shutil
from pathlib import Path

import orjson
import pytest

from coaching.errors import VaultTrouble
from coaching.overview import Overview
from coaching.record.note import Note
from data import documents, migrations, vault_file
from data.backups import Backups
from data.drafts import FileDrafts
from data.vault import FileVault
from tests.data.people import everything, names, promises

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = sorted(GOLDEN.iterdir())
PEOPLE = ["Amara Okafor", "Ben Lindqvist", "Chiara Russo", "Dev Patel", "Efua Mensah"]


@pytest.fixture(params=SCHEMAS, ids=lambda folder: folder.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A vault as an older Troth left it."""
    return Path(shutil.copytree(request.param, tmp_path / "vault"))


def test_every_schema_up_to_todays_has_a_golden_vault_or_a_step() -> None:
    assert len(SCHEMAS) >= vault_file.SCHEMA - 1
    assert set(migrations.OF_VAULT) == set(range(1, vault_file.SCHEMA))
    assert set(migrations.OF_WORKBOOK) == set(range(1, documents.SCHEMA))
    assert vault_file.SCHEMA >= documents.SCHEMA


def test_an_old_vault_opens_without_a_word_changed(old: Path) -> None:
    before = everything(old)
    vault = FileVault.at(old)
    overview = vault.overview()
    assert set(PEOPLE) <= {one.name for one in overview.people}
    assert (overview.troubles, overview.notices) == ((), ())
    assert not any(one.unreadable for one in (*overview.people, overview.mine))
    notes = vault.open(_id_of(overview, "Ben Lindqvist")).all(Note)
    assert 'Line one\nline two: ünïcödé, [brackets], "quotes"' in [note.text for note in notes]
    assert FileDrafts(vault.places).keys() == ("note:ben",)
    assert everything(old) == before


def test_the_first_change_makes_it_todays_after_a_backup(old: Path) -> None:
    before = everything(old)
    vault = FileVault.at(old)
    ben = _id_of(vault.overview(), "Ben Lindqvist")
    vault.change(ben, promises("one more"))
    header = orjson.loads(vault.places.vault_file.read_bytes())
    assert header["schema"] == vault_file.SCHEMA
    (backup,) = [one for one in Backups(vault.places).all() if one.why == "before-migrate"]
    kept = everything_in(backup.folder)
    assert kept == {name: content for name, content in before.items() if name in kept}
    assert len(kept) == len(vault.overview().people) + 2
    assert names(FileVault.at(old)) == names(vault)


def test_a_kill_before_the_new_form_is_written_is_harmless(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = FileVault.at(old)
    ben = _id_of(vault.overview(), "Ben Lindqvist")

    def cut_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault.file, "change", cut_off)
    with pytest.raises(KeyboardInterrupt):
        vault.change(ben, promises("one"))
    again = FileVault.at(old)
    again.change(ben, promises("one"))
    assert orjson.loads(again.places.vault_file.read_bytes())["schema"] == vault_file.SCHEMA


def test_no_new_form_without_a_backup(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    vault = FileVault.at(old)
    ben = _id_of(vault.overview(), "Ben Lindqvist")
    before = everything(old)
    monkeypatch.setattr("data.backups.make_private_folder", full)
    with pytest.raises(VaultTrouble, match="disk is full"):
        vault.change(ben, promises("one"))
    assert everything(old) == before


def test_steps_follow_each_other() -> None:
    steps = {
        1: lambda old: {**old, "schema": 2, "second": True},
        2: lambda old: {**old, "schema": 3, "third": old["second"]},
    }
    assert migrations.migrated({"schema": 1}, 1, steps) == {
        "schema": 3,
        "second": True,
        "third": True,
    }
    assert migrations.migrated({"schema": 3}, 3, steps) == {"schema": 3}


def everything_in(folder: Path) -> dict[str, bytes]:
    """The content of every file of a backup."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _id_of(overview: Overview, name: str) -> str:
    return next(one.id for one in overview.people if one.name == name)
