"""The temporary place of a demo: made, held while its process lives, removed afterwards."""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from coaching.errors import VaultTrouble
from data.demo import make_demo
from data.places import FILE_MODE

PREFIX = "troth-demo-"
OWNER = ".owner"
RECORDS = "records"
BEGINNING_S = 60.0  # for so long a place without an owner may be one that is just being made

_owners: dict[Path, BaseFileLock] = {}


def open_demo(
    within: Path | None = None, make: Callable[[Path], datetime] = make_demo
) -> tuple[Path, datetime]:
    """Make a fresh demo in a temporary place (inside `within`, where given).

    `make` fills the folder with made-up records, which may be others than the demo's.
    Returns the vault's folder and the demo's own now. What demos left that were killed is removed
    first. Raises `VaultTrouble` where no place can be made.
    """
    try:
        parent = within or Path(tempfile.gettempdir())
        remove_leftovers(parent)
        root = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        owner = _owner_of(root)
        owner.acquire(blocking=False)
    except OSError as error:
        raise VaultTrouble(
            f"The demo found no place for its temporary folder ({error.strerror or error}). "
            "Free some space, or name another folder in TMPDIR. Nothing was changed."
        ) from error
    folder = root / RECORDS
    _owners[folder] = owner
    with ExitStack() as taken_back:
        taken_back.callback(close_demo, folder)
        now = make(folder)
        taken_back.pop_all()
    return folder, now


def close_demo(folder: Path) -> None:
    """Remove a demo that this process opened; any other folder is left alone."""
    owner = _owners.pop(folder, None)
    if owner is not None:
        owner.release()
        shutil.rmtree(folder.parent, ignore_errors=True)


def remove_leftovers(parent: Path) -> None:
    """Remove this user's demos in a folder whose process is dead.

    A living demo holds a kernel lock, which also tells a dead process whose number was given
    to another one.
    """
    for root in parent.glob(f"{PREFIX}*"):
        if _is_mine(root) and _is_dead(root):
            shutil.rmtree(root, ignore_errors=True)


def _is_mine(root: Path) -> bool:
    """Whether it is a folder of this user, and no link to one."""
    try:
        status = root.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return mine and stat.S_ISDIR(status.st_mode)


def _is_dead(root: Path) -> bool:
    try:
        if not (root / OWNER).exists():
            return time.time() - root.stat().st_mtime > BEGINNING_S
        owner = _owner_of(root)
        owner.acquire(blocking=False)
    except (OSError, Timeout):
        return False
    owner.release()
    return True


def _owner_of(root: Path) -> BaseFileLock:
    return FileLock(root / OWNER, mode=FILE_MODE, thread_local=False)
