"""The vault on disk: a folder with one file for each relationship, saved whole or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Self

from coaching.errors import VaultTrouble
from coaching.overview import Overview, Trouble
from data.care import Care
from data.facts import FactsOfEveryone
from data.files import sync_folder, write_new_files
from data.lock import PATIENCE_S, Busy, VaultLock
from data.operations import FINISHERS, finish
from data.places import MINE, Places, last_good, make_private_folder
from data.scan import Scan
from data.shelf import Shelf
from data.tidying import tidy
from data.trash import Trash
from data.troubles import Damaged, gone, told_on_save
from data.vault_file import VaultFile

if TYPE_CHECKING:
    from coaching.ports import Changed, Progress, Verb
    from coaching.record.workbook import Workbook
    from data.cover import Cover


class FileVault:
    """Implements `coaching.ports.Vault` and `Sealing`. Making one touches no disk; `create` does.

    Any thread may use it: changes wait for each other, `overview`, `open` and `stamp` for none.
    """

    def __init__(self, root: Path, patience_s: float = PATIENCE_S) -> None:
        self.places = Places(root)
        self.file = VaultFile(self.places)
        self.care = Care(self.places)
        self._lock = VaultLock(self.places, patience_s)
        self._trash = Trash(self.places)
        self._scan = Scan(self.places)
        self._shelf = Shelf(self.places)
        self._facts = FactsOfEveryone(self.places, self._scan, self._shelf)
        self._changing = Lock()
        self._writer: int | None = None
        self._has_changed = False
        self._noticed: object = None
        self._told = Overview()

    @classmethod
    def at(cls, path: str | Path) -> Self:
        """The vault in this folder, which need not be there yet; `~` is the home folder."""
        return cls(Path(path).expanduser().absolute())

    def exists(self) -> bool:
        """Whether there is a vault here. `VaultTrouble` where the path cannot be one."""
        return self.file.exists()

    def check(self) -> None:
        """`VaultTrouble` unless there is a vault here that this Troth can work with.

        Ends a long work that was cut off, if nobody is at it.
        """
        self.file.check()
        if self.file.operation is not None and self._writer != get_ident():
            self._end_what_was_cut_off()

    def check_open(self) -> None:
        """`VaultTrouble` unless there are records here and this process can read them now."""
        self._open_cover()

    def warm(self) -> None:
        """Load what the first change will need, so that it need not wait for it."""
        for module in ("filelock", "coaching.summary", "data.transaction"):
            import_module(module)

    def overview(self) -> Overview:
        """The facts of every workbook as they are on disk now; nobody where there is no vault."""
        if not self.exists():
            return Overview()
        while True:
            cover = self._open_cover()
            found = self._facts.overview()
            mended = [self._mend(trouble.workbook_id) for trouble in found.troubles]
            if any(mended):
                continue
            self.file.check()
            if self.places.cover is cover:
                return self._with_notices(found)

    def open(self, workbook_id: str) -> "Workbook":
        """A workbook as it is on disk now; an empty one for `MINE` before its first change."""
        from coaching.record.workbook import Workbook

        while self.exists():
            cover = self._open_cover()
            try:
                opened = self._shelf.open(workbook_id)
            except Damaged as trouble:
                if self._mend(workbook_id):
                    continue
                better = self.care.looked_at(workbook_id) or trouble.sentence
                raise Damaged(trouble.path, better) from trouble
            if opened is not None:
                return opened.parsed.workbook
            if last_good(self.places.workbook(workbook_id)).exists() and self._mend(workbook_id):
                continue
            self.file.check()
            if self.places.cover is cover:
                break
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
        with self._one_writer() as cover:
            path = self.places.workbook(workbook_id, cover)
            if not path.exists():
                self.care.mend(workbook_id)
            shelved = self._shelf.lately(workbook_id)
            try:
                saved = carry_out(path, workbook_id, verb, shelved, cover)
            except Damaged:
                if not self.care.mend(workbook_id):
                    raise
                saved = carry_out(path, workbook_id, verb, None, cover)
            self._shelf.keep(workbook_id, saved.opened)
        return saved.changed

    def create(self, workbooks: "Sequence[Workbook]") -> None:
        """Save new workbooks durably, all or none; makes the vault where there is none yet."""
        from data.creating import create_together
        from data.transaction import content_of_new

        new = [(one.id, content_of_new(one)) for one in workbooks]
        if not self.exists():
            self._make()
        with self._one_writer() as cover:
            contents = {self.places.workbook(key, cover): cover.wrap(raw) for key, raw in new}
            if any(path.exists() for path in contents):
                raise VaultTrouble("These records are here already. Nothing was changed.")
            if len(contents) > 1:
                create_together(self, contents)
                return
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
        with self.alone(), suppress(OSError):
            self._trash.empty_of_the_dead()
            tidy(self.places)
            self.care.thin()

    def close(self) -> None:
        """Empty this window's trash, keep the facts for the next start, let go of the vault."""
        with self._changing:
            self._trash.empty()
        if self.care.has_made:
            with suppress(VaultTrouble), self._changing, self._lock.held(patience_s=0):
                self.care.thin()
        if self._has_changed:
            with suppress(VaultTrouble):
                self.overview()

    @property
    def sealed(self) -> bool:
        """Whether the records are sealed on disk now, as far as can be seen."""
        with suppress(VaultTrouble):
            self.file.look()
        return self.places.cover.recipient is not None

    @property
    def locked(self) -> bool:
        """Whether they are sealed and this process has not got their key."""
        with suppress(VaultTrouble):
            self.file.look()
        return not self.places.cover.is_open

    def unlock(self, passphrase: str) -> None:
        """Open sealed records in this process; nothing to do where they are open."""
        if self.locked:
            from data.sealing.key import open_key

            self.places.cover = open_key(self.places, passphrase)

    def lock(self) -> None:
        """Forget the key of sealed records, and all that was read; waits for a save under way."""
        with self._changing:
            recipient = self.places.cover.recipient
            if recipient is not None:
                from data.sealing.covers import LockedCover

                self.places.cover = LockedCover(recipient)
            self.forget()

    def seal(self, passphrase: str, progress: "Progress | None" = None) -> bool:
        """Seal every file of the vault; the records stay open here. False where taken back."""
        from data.sealing.work import seal

        with self.alone():
            return seal(self, passphrase, progress)

    def unseal(self, progress: "Progress | None" = None) -> bool:
        """Write every file of the vault in clear again. False where taken back."""
        from data.sealing.work import unseal

        with self._one_writer():
            return unseal(self, progress)

    def change_passphrase(self, old: str, new: str) -> None:
        """Put the key under another passphrase. Raises `WrongPassphrase`."""
        from data.sealing.key import change_passphrase

        with self.alone():
            change_passphrase(self.places, old, new)

    def forget(self) -> None:
        """Hold nothing of the records in memory any more."""
        self._shelf.forget()
        self._facts.forget()
        self._noticed, self._told = None, Overview()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the vault against every other thread and process; it may be locked by its seal."""
        with self._changing:
            self.file.check()
            with self._lock.held(), self._as_writer():
                yield

    @contextmanager
    def alone_unchecked(self) -> Iterator[None]:
        """Hold the vault alone though vault.json cannot be read, to make that anew."""
        with self._changing, self._lock.held():
            yield

    @contextmanager
    def _one_writer(self) -> "Iterator[Cover]":
        """Hold the vault alone, for a change of its records; gives the cover to write under."""
        with self.alone():
            cover = self._open_cover()
            if self.file.is_older:
                self._migrate()
            self.care.before_change()
            self._has_changed = True
            yield cover

    @contextmanager
    def _as_writer(self) -> Iterator[None]:
        """End what was cut off, then be the one who writes. The caller holds the lock."""
        self._writer = get_ident()
        try:
            self.file.check()
            if self.file.operation is not None:
                finish(self, self.file.operation)
            yield
        finally:
            self._writer = None

    def _open_cover(self) -> "Cover":
        """The cover the records have now, which this process can open; else `Locked`."""
        self.check()
        cover = self.places.cover
        if not cover.is_open:
            from data.sealing.covers import locked

            raise locked()
        return cover

    def _migrate(self) -> None:
        """Bring the vault's file to today's schema, after a backup; workbooks follow when saved.

        Killed between the two, it begins again.
        """
        with told_on_save(self.places.backups):
            self.care.backups.make("before-migrate")
        self.file.change()

    def _mend(self, workbook_id: str) -> bool:
        """Go on from the last good copy of a bad or missing file; False where that cannot be."""
        if not workbook_id or self.care.looked_at(workbook_id) is not None:
            return False
        try:
            with self.alone():
                self._open_cover()
                return self.care.mend(workbook_id)
        except VaultTrouble:
            return False

    def _with_notices(self, found: Overview) -> Overview:
        """The overview, with what the user should hear of the files; the same while they stay."""
        notices = self.care.notices(found)
        told = (self.care.looked_at(trouble.workbook_id) for trouble in found.troubles)
        troubles = tuple(
            Trouble(trouble.workbook_id, better or trouble.sentence)
            for trouble, better in zip(found.troubles, told, strict=True)
        )
        if not (notices or troubles):
            return found
        known = (found, notices, troubles)
        if known != self._noticed:
            self._noticed = known
            self._told = replace(found, notices=notices, troubles=troubles)
        return self._told

    def _end_what_was_cut_off(self) -> None:
        """End a long work of a dead process; a living one's may go on where records are whole."""
        begun = self.file.operation
        if self._changing.acquire(blocking=False):
            try:
                with self._lock.held(patience_s=0), self._as_writer():
                    return
            except Busy:
                pass
            finally:
                self._changing.release()
        if begun is not None and not FINISHERS[begun.kind].readable:
            raise VaultTrouble(
                f"Another Troth is at work on all records in {self.places.root}. "
                "Nothing was changed. Try again in a moment."
            )

    def _make(self) -> None:
        """Make the folders and the file of a new vault."""
        self.file.refuse_foreign_folder()
        with self._changing, told_on_save(self.places.root):
            make_private_folder(self.places.root)
            with self._lock.held():
                for folder in (self.places.workbooks, self.places.drafts, self.places.trash):
                    make_private_folder(folder)
                if not self.exists():
                    self.file.create()
                with suppress(PermissionError):
                    sync_folder(self.places.root.parent)
