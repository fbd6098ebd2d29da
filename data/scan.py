"""Which workbooks are in a vault, told apart by the signatures of their files, at little cost."""

import os
import time
from collections.abc import Callable, Mapping

from data.files import Signature, signature_of
from data.places import MINE, Places, is_workbook_id, last_good
from data.strays import conflict_copies
from data.troubles import told_on_read

VAULT = "vault"
LOOK_AT_FILES_EVERY_S = 10
# A folder's time may be this coarse (FAT: 2 s), so a younger one cannot rule out another save.
COARSEST_CLOCK_S = 2.5
_NANO = 10**9

Stamp = frozenset[tuple[str, Signature]]


class Scan:
    """Looks at the files of a vault. `now_ns` is the system's own clock, never the record's."""

    def __init__(self, places: Places, now_ns: Callable[[], int] = time.time_ns) -> None:
        self._places = places
        self._now_ns = now_ns
        self._stamp: Stamp = frozenset()
        self._folders: tuple[Signature | None, ...] = ()
        self._looked_ns = 0

    def workbooks(self) -> dict[str, Signature]:
        """The signature of every workbook's file by workbook id. Raises `VaultTrouble`."""
        folder = f"{self._places.workbooks}{os.sep}"
        ending = f".json{self._places.cover.suffix}"
        found: dict[str, Signature] = {}
        with told_on_read(self._places.workbooks):
            for name in _names(folder):
                workbook_id = name.removesuffix(ending)
                if workbook_id != name and is_workbook_id(workbook_id):
                    _note(found, workbook_id, folder + name)
            _note(found, MINE, str(self._places.workbook(MINE)))
        return found

    def gone(self) -> tuple[str, ...]:
        """The workbooks whose file is not there, though its last good copy is.

        A deletion takes the copy first, so that these were removed by something else. Raises
        `VaultTrouble`.
        """
        suffix = self._places.cover.suffix
        file, last = f".json{suffix}", f".last{suffix}"
        with told_on_read(self._places.workbooks):
            names = {*_names(str(self._places.workbooks))}
            mine = self._places.workbook(MINE)
            names |= {one.name for one in (mine, last_good(mine)) if one.is_file()}
        copies = {name.removesuffix(last) for name in names if name.endswith(last)}
        missing = sorted(one for one in copies if f"{one}{file}" not in names)
        return tuple(one for one in missing if one == MINE or is_workbook_id(one))

    def stamp(self) -> Stamp:
        """Differs after any save. The folders are a hint, each file's signature decides."""
        now = self._now_ns()
        with told_on_read(self._places.root):
            folders = (signature_of(self._places.workbooks), signature_of(self._places.root))
        if not self._still_good(now, folders):
            self._stamp = frozenset(self._everything().items())
            self._folders, self._looked_ns = folders, now
        return self._stamp

    def _still_good(self, now: int, folders: tuple[Signature | None, ...]) -> bool:
        if folders != self._folders:
            return False
        if not 0 <= now - self._looked_ns < LOOK_AT_FILES_EVERY_S * _NANO:
            return False
        changed_ns = max((folder.mtime_ns for folder in folders if folder), default=0)
        return self._looked_ns - changed_ns > COARSEST_CLOCK_S * _NANO

    def _everything(self) -> Mapping[str, Signature]:
        found = self.workbooks()
        _note(found, VAULT, str(self._places.vault_file))
        for stray in conflict_copies(self._places):
            _note(found, stray.path.name, str(stray.path))
        return found


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are all it needs
    except FileNotFoundError:
        return []


def _note(found: dict[str, Signature], workbook_id: str, path: str) -> None:
    signature = signature_of(path)
    if signature is not None:
        found[workbook_id] = signature
