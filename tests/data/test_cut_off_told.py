"""A long work that was cut off is told of, once it has been ended by the next start."""

from pathlib import Path

import pytest

from data.restoring import restore
from data.vault import FileVault
from tests.data.people import person, promises
from tests.data.sealing import PASSPHRASE


def cut_off(*_: object, **__: object) -> None:
    """What a kill does."""
    raise KeyboardInterrupt


def told_next(root: Path) -> tuple[str, ...]:
    """What the next start tells."""
    vault = FileVault(root, patience_s=0)
    vault.check()
    if vault.locked:
        vault.unlock(PASSPHRASE)
    return vault.overview().notices


@pytest.fixture
def vault(file_vault: FileVault) -> FileVault:
    """Ben is in it."""
    file_vault.create([person("Ben")])
    return file_vault


def test_a_seal_that_was_finished(vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("data.sealing.work._remove_clear", cut_off)
        with pytest.raises(KeyboardInterrupt):
            vault.seal(PASSPHRASE)
    root = vault.places.root
    assert told_next(root) == (
        "Sealing was cut off before. It is finished now: your records are sealed.",
    )
    assert told_next(root) == ()


def test_taking_a_seal_off_that_was_taken_back(
    vault: FileVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.seal(PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr("data.sealing.rewriting.Rewriting.write_all", cut_off)
        with pytest.raises(KeyboardInterrupt):
            vault.unseal()
    (said,) = told_next(vault.places.root)
    assert said.endswith("your records are still sealed.")


def test_a_restore_that_was_finished(vault: FileVault, monkeypatch: pytest.MonkeyPatch) -> None:
    (ben,) = vault.overview().people
    made = vault.care.backups.make("before-import")
    vault.change(ben.id, promises("one"))
    with monkeypatch.context() as patch:
        patch.setattr("data.restoring._take_place", cut_off)
        with pytest.raises(KeyboardInterrupt):
            restore(vault, made, None)
    (said,) = told_next(vault.places.root)
    assert said.endswith("It is finished now: the backup is back.")
