"""Vaults and drafts of both kinds, for every test of the data layer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.ports import Drafts, Vault
from coaching.record.workbook import Workbook
from data.drafts import FileDrafts
from data.memory_vault import MemoryDrafts, MemoryVault
from data.vault import FileVault
from tests.data.faults import Disk
from tests.data.people import Windows
from tests.data.sealing import PASSPHRASE, filled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a vault may be made."""
    return tmp_path / "vault"


@pytest.fixture
def file_vault(folder: Path) -> FileVault:
    """A vault on disk without anybody in it; a change waits for no other window."""
    vault = FileVault(folder, patience_s=0)
    vault.create([])
    return vault


@pytest.fixture(params=["on disk", "in memory"])
def windows(request: pytest.FixtureRequest, folder: Path) -> Windows:
    """Opens windows on one store, of either kind."""
    if request.param == "in memory":
        memory = MemoryVault()
        return lambda: memory
    FileVault.at(folder).create([])
    return lambda: FileVault.at(folder)


@pytest.fixture
def vault(windows: Windows) -> Vault:
    """A vault of either kind."""
    return windows()


@pytest.fixture(params=["on disk", "in memory"])
def drafts(request: pytest.FixtureRequest, folder: Path) -> Drafts:
    """Drafts of either kind."""
    return MemoryDrafts() if request.param == "in memory" else FileDrafts(FileVault(folder).places)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk under the vault, until the test refuses a step in working order."""
    with monkeypatch.context() as patch:
        yield Disk(patch)


@pytest.fixture
def records(folder: Path) -> dict[str, Workbook]:
    """What is recorded in a filled vault."""
    return filled(folder)


@pytest.fixture
def sealed(folder: Path, records: dict[str, Workbook]) -> FileVault:
    """The filled vault, sealed and open in this window."""
    assert records
    vault = FileVault(folder, patience_s=0)
    assert vault.seal(PASSPHRASE)
    return vault


@pytest.fixture
def ben(records: dict[str, Workbook]) -> str:
    """Somebody's id."""
    return next(iter(records))
