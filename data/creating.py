"""Adds several people together: all of them or, after any failure or crash, none."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import VaultTrouble
from data.files import sync_folder, write_new_files
from data.operations import CREATE, Operation
from data.places import is_workbook_id
from data.troubles import told_on_save

if TYPE_CHECKING:
    from data.vault import FileVault


def create_together(vault: "FileVault", contents: Mapping[Path, bytes]) -> None:
    """Write several new workbooks. The caller holds the vault's lock. Raises `VaultTrouble`."""
    try:
        vault.file.begin(CREATE, {"files": [path.name for path in contents]})
        with told_on_save(vault.places.workbooks):
            write_new_files(contents)
        vault.file.end()
    except VaultTrouble:
        with suppress(OSError, VaultTrouble):
            _remove(contents)
            vault.file.end()
        raise


def finish_create(vault: "FileVault", operation: Operation) -> None:
    """Take back those that were written before a crash. The caller holds the vault's lock."""
    folder = vault.places.workbooks
    names = map(str, operation.details.get("files", ()))
    with told_on_save(folder):
        _remove(folder / name for name in names if is_workbook_id(name.partition(".")[0]))
        sync_folder(folder)
    vault.file.end()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
