"""Where each file of a vault lies, under which cover, and that only its owner may read it."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from data.cover import CLEAR, SEALED_SUFFIX, Cover

FILE_MODE = 0o600
FOLDER_MODE = 0o700
MINE = "mine"

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Places:
    """The files and folders of the vault at `root`; naming them touches no disk.

    `cover` is what the files have as far as this process knows: `VaultFile.look` asks the disk.
    """

    root: Path
    cover: Cover = field(default=CLEAR, compare=False)

    @property
    def vault_file(self) -> Path:
        """The schema number, and the state of a long operation."""
        return self.root / "vault.json"

    @property
    def identity(self) -> Path:
        """The key of a sealed vault, under its passphrase."""
        return self.root / "identity.age"

    @property
    def workbooks(self) -> Path:
        """One file for each relationship."""
        return self.root / "workbooks"

    @property
    def drafts(self) -> Path:
        """What was typed and is no change yet."""
        return self.root / "drafts"

    @property
    def trash(self) -> Path:
        """What was deleted while a window that can undo it is open."""
        return self.root / "trash"

    @property
    def backups(self) -> Path:
        """Dated copies of all records."""
        return self.root / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again from the record."""
        return self.root / ".cache"

    @property
    def overview(self) -> Path:
        """The facts of everyone, derived from the record, under the present cover."""
        return self.overview_under(self.cover)

    @property
    def lock(self) -> Path:
        """The kernel's lock for the one writer."""
        return self.root / ".lock"

    @property
    def holder(self) -> Path:
        """Who took the lock last: process and machine."""
        return self.root / ".lock-holder"

    def overview_under(self, cover: Cover) -> Path:
        """The facts of everyone, under this cover."""
        return self.cache / f"overview.json{cover.suffix}"

    def workbook(self, workbook_id: str, cover: Cover | None = None) -> Path:
        """The file of one workbook, under the present cover or the one given.

        File names are ids, never names: else `ValueError`.
        """
        suffix = (cover or self.cover).suffix
        if workbook_id == MINE:
            return self.root / f"mine.json{suffix}"
        if not is_workbook_id(workbook_id):
            raise ValueError(f"{workbook_id!r} is not the id of a workbook")
        return self.workbooks / f"{workbook_id}.json{suffix}"


def is_workbook_id(text: str) -> bool:
    """Whether this is an id as new workbooks get it: a UUID in small letters."""
    return _UUID.fullmatch(text) is not None


def last_good(path: Path) -> Path:
    """The copy of a file from before its last save."""
    if path.suffix == SEALED_SUFFIX:
        return path.with_name(f"{path.with_suffix('').stem}.last{SEALED_SUFFIX}")
    return path.with_suffix(".last")


def make_private_folder(folder: Path) -> None:
    """Make a folder, with those above it, that only its owner can enter."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if os.name != "nt" and folder.stat().st_mode & 0o777 != FOLDER_MODE:
        folder.chmod(FOLDER_MODE)


def default_vault() -> Path:
    """The folder for records on this system, where the user named no other."""
    from platformdirs import user_data_path

    return user_data_path("troth", appauthor=False)
