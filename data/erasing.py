"""Removes a workbook for good: its file and every copy of it that this vault holds."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import VaultTrouble
from coaching.record.workbook import Workbook
from data.drafts import FileDrafts
from data.files import sync_folder
from data.places import Places, is_workbook_id
from data.troubles import gone, told_on_save

if TYPE_CHECKING:
    from data.vault import FileVault


def erase(vault: "FileVault", workbook_id: str) -> None:
    """Remove the records with their last good copy, set-aside files, backups, trash and drafts.

    Copies go first and the file itself last: cut off on the way, the person is still there to be
    deleted again. A disk may keep old blocks of it. Raises `VaultTrouble`.
    """
    if not is_workbook_id(workbook_id):
        raise ValueError(f"{workbook_id!r} is not the id of a relationship")
    ids = _ids_in(vault, workbook_id)
    with vault.alone():
        places = vault.places
        path = places.workbook(workbook_id)
        if not path.exists():
            raise gone()
        with told_on_save(places.root):
            _drop_drafts(places, ids)
            for copy in _copies(places, workbook_id):
                if copy != path:
                    copy.unlink(missing_ok=True)
            path.unlink()
            sync_folder(path.parent)
        vault.forget()
    vault.overview()


def _ids_in(vault: "FileVault", workbook_id: str) -> set[str]:
    """The ids of everything recorded there; drafts are kept under them."""
    try:
        workbook = vault.open(workbook_id)
    except VaultTrouble:
        workbook = Workbook(workbook_id)
    return {workbook_id}.union(*workbook.tables.values())


def _copies(places: Places, workbook_id: str) -> Iterator[Path]:
    """Every file with this id at the beginning of its name, wherever it lies in the vault."""
    for folder in (places.workbooks, places.trash, places.backups):
        if folder.is_dir():
            yield from [path for path in folder.rglob(f"{workbook_id}*") if not path.is_dir()]


def _drop_drafts(places: Places, ids: set[str]) -> None:
    drafts = FileDrafts(places)
    keys = drafts.keys()
    for key in keys:
        if any(one in key for one in ids):
            with suppress(VaultTrouble):
                drafts.drop(key)
