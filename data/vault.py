"""The vault on disk: a folder with one file for each relationship, saved whole or not at all."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from coaching.errors import VaultTrouble
from coaching.overview import Overview
from data.facts import FactsOfEveryone
from data.files import TEMPORARY, sync_folder, write_new_files
from data.lock import PATIENCE_S, VaultLock
from data.places import MINE, Places, make_private_folder
from data.scan import Scan
from data.shelf import Shelf
from data.trash import Trash
from data.troubles import gone, told_on_save
from data.vault_file import VaultFile

if TYPE_CHECKING:
    from coaching.ports import Changed, Verb
    from coaching.record.workbook import Workbook

HOUR_S = 3600


class FileVault:
    """Implements `coaching.ports.Vault`. Making one touches no disk; `create` makes the folder.

    Any thread may use it: changes wait for each other, `overview`, `open` and `stamp` for none.
    """

    def __init__(self, root: Path, patience_s: float = PATIENCE_S) -> None:
        self.places = Places(root)
        self._file = VaultFile(self.places)
        self._lock = VaultLock(self.places, patience_s)
        self._trash = Trash(self.places)
        self._scan = Scan(self.places)
        self._shelf = Shelf(self.places)
        self._facts = FactsOfEveryone(self.places, self._scan, self._shelf)
        self._changing = Lock()
        self._has_changed = False

    @classmethod
    def at(cls, path: str | Path) -> Self:
        """The vault in this folder, which need not be there yet; `~` is the home folder."""
        return cls(Path(path).expanduser().absolute())

    def exists(self) -> bool:
        """Whether there is a vault here. `VaultTrouble` where the path cannot be one."""
        return self._file.exists()

    def check(self) -> None:
        """`VaultTrouble` unless there is a vault here that this Troth can work with."""
        self._file.check()

    def warm(self) -> None:
        """Load what the first change will need, so that it need not wait for it."""
        for module in ("filelock", "coaching.summary", "data.transaction"):
            import_module(module)

    def overview(self) -> Overview:
        """The facts of every workbook as they are on disk now; nobody where there is no vault."""
        if not self.exists():
            return Overview()
        self.check()
        return self._facts.overview()

    def open(self, workbook_id: str) -> "Workbook":
        """A workbook as it is on disk now; an empty one for `MINE` before its first change."""
        from coaching.record.workbook import Workbook

        if self.exists():
            self.check()
            opened = self._shelf.open(workbook_id)
            if opened is not None:
                return opened.parsed.workbook
        if workbook_id != MINE:
            raise gone()
        return Workbook(MINE)

    def change(self, workbook_id: str, verb: "Verb") -> "Changed":
        """Apply the verb to the newest workbook and save it durably, or raise and save nothing.

        The first change to `MINE` makes the vault where there is none yet.
        """
        from data.transaction import carry_out

        if workbook_id == MINE and not self.exists():
            self._make()
        path = self.places.workbook(workbook_id)
        with self._one_writer():
            saved = carry_out(path, workbook_id, verb, self._shelf.lately(workbook_id))
            self._shelf.keep(workbook_id, saved.opened)
        return saved.changed

    def create(self, workbooks: "Sequence[Workbook]") -> None:
        """Save new workbooks durably, all or none; makes the vault where there is none yet."""
        from data.transaction import content_of_new

        contents = {self.places.workbook(one.id): content_of_new(one) for one in workbooks}
        if not self.exists():
            self._make()
        with self._one_writer():
            if any(path.exists() for path in contents):
                raise VaultTrouble("These records are here already. Nothing was changed.")
            with told_on_save(self.places.workbooks):
                write_new_files(contents)

    def discard(self, workbook_id: str) -> None:
        """Move a workbook to the trash, which is emptied when this window closes."""
        with self._one_writer(), told_on_save(self.places.root):
            if not self.places.workbook(workbook_id).exists():
                raise gone()
            self._trash.put(workbook_id)

    def recover(self, workbook_id: str) -> None:
        """Bring a workbook back from the trash."""
        with self._one_writer(), told_on_save(self.places.root):
            if not self._trash.holds(workbook_id):
                raise gone()
            self._trash.take_back(workbook_id)

    def stamp(self) -> object:
        """A cheap value that differs after any window has saved."""
        return self._scan.stamp()

    def tidy(self) -> None:
        """Remove what dead windows left: their trash, and files they had only begun to write.

        Takes the lock; meant for after the first frame.
        """
        if not self.exists():
            return
        with self._one_writer(), suppress(OSError):
            self._trash.empty_of_the_dead()
            for folder in (self.places.root, self.places.workbooks):
                _remove_temporary(folder, older_than_s=0)
            for folder in (self.places.drafts, self.places.cache):
                _remove_temporary(folder, older_than_s=HOUR_S)

    def close(self) -> None:
        """Empty this window's trash, keep the facts for the next start, let go of the vault."""
        with self._changing:
            self._trash.empty()
        if self._has_changed:
            with suppress(VaultTrouble):
                self.overview()

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        """Hold the vault against every other thread and process."""
        with self._changing:
            self.check()
            with self._lock.held():
                self.check()
                self._has_changed = True
                yield

    def _make(self) -> None:
        """Make the folders and the file of a new vault."""
        self._file.refuse_foreign_folder()
        with self._changing, told_on_save(self.places.root):
            make_private_folder(self.places.root)
            with self._lock.held():
                for folder in (self.places.workbooks, self.places.drafts, self.places.trash):
                    make_private_folder(folder)
                if not self.exists():
                    self._file.create()
                with suppress(PermissionError):
                    sync_folder(self.places.root.parent)


def _remove_temporary(folder: Path, older_than_s: float) -> None:
    if not folder.is_dir():
        return
    for path in folder.glob(f"*{TEMPORARY}"):
        if time.time() - path.stat().st_mtime >= older_than_s:
            path.unlink(missing_ok=True)
