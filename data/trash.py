"""What was deleted, kept for undo while its window is open, and gone for good after that."""

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data.files import move_file, sync_folder
from data.lock import machine
from data.places import FILE_MODE, Places, last_good, make_private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

OWNER = ".owner"
OTHER_MACHINE_S = 24 * 3600
_ODD = re.compile(r"[^A-Za-z0-9]+")


class Trash:
    """This window's folder in the trash. Its caller holds the vault's lock, but for `empty`.

    The owner of a folder holds a kernel lock in it, so that nobody mistakes it for a dead one's.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._folder: Path | None = None
        self._owner: BaseFileLock | None = None

    def put(self, workbook_id: str) -> None:
        """Move a workbook's file, with its last good copy, here. Raises `OSError`."""
        path = self._places.workbook(workbook_id)
        _move_whole((last_good(path).name, path.name), path.parent, self._own_folder())

    def holds(self, workbook_id: str) -> bool:
        """Whether this window deleted it and can bring it back."""
        name = self._places.workbook(workbook_id).name
        return self._folder is not None and (self._folder / name).exists()

    def take_back(self, workbook_id: str) -> None:
        """Move it to where it was. Raises `OSError`."""
        path = self._places.workbook(workbook_id)
        _move_whole((path.name, last_good(path).name), self._own_folder(), path.parent)

    def empty(self) -> None:
        """Remove for good what this window deleted."""
        if self._owner is not None:
            self._owner.release()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._owner = self._folder = None

    def empty_of_the_dead(self) -> None:
        """Remove what windows deleted that ended without emptying their part.

        A lock does not always reach another machine, so its folders are left for a day.
        """
        if not self._places.trash.is_dir():
            return
        for folder in self._places.trash.iterdir():
            if folder.is_dir() and folder != self._folder and _is_dead(folder):
                shutil.rmtree(folder, ignore_errors=True)

    def _own_folder(self) -> Path:
        if self._folder is None:
            name = f"{os.getpid()}-{_machine_word()}-{time.time_ns():x}"
            make_private_folder(self._places.trash)
            make_private_folder(self._places.trash / name)
            owner = _lock_of(self._places.trash / name)
            owner.acquire(blocking=False)
            self._owner, self._folder = owner, self._places.trash / name
        return self._folder


def _move_whole(names: tuple[str, ...], source: Path, target: Path) -> None:
    """Move these files, in this order; if the disk refuses any step, they are where they were."""
    there = [name for name in names if (source / name).exists()]
    try:
        for name in there:
            move_file(source / name, target / name)
        sync_folder(target)
        sync_folder(source)
    except OSError:
        for name in reversed(there):
            with suppress(OSError):
                move_file(target / name, source / name)
        raise


def _is_dead(folder: Path) -> bool:
    from filelock import Timeout

    if f"-{_machine_word()}-" not in folder.name:
        age_s = time.time() - folder.stat().st_mtime
        if age_s < OTHER_MACHINE_S:
            return False
    owner = _lock_of(folder)
    try:
        owner.acquire(blocking=False)
    except (Timeout, OSError):
        return False
    owner.release()
    return True


def _lock_of(folder: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(folder / OWNER, mode=FILE_MODE, thread_local=False)


def _machine_word() -> str:
    return _ODD.sub("_", machine())
