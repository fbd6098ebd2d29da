"""Opens workbooks; the last few are not parsed again while their files stay as they are."""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from data.files import signature_of
from data.places import Places
from data.troubles import told_on_read

if TYPE_CHECKING:
    from data.reading import Opened

ROOM = 8


class Shelf:
    """The workbooks of a vault as they are on disk; safe to use from several threads."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lately: OrderedDict[str, Opened] = OrderedDict()
        self._lock = Lock()

    def open(self, workbook_id: str, *, keep: bool = True) -> "Opened | None":
        """The workbook as it is now; None where there is no file. `VaultTrouble` for a bad one."""
        cover = self._places.cover
        path = self._places.workbook(workbook_id, cover)
        with told_on_read(path):
            signature = signature_of(path)
        opened = self.lately(workbook_id)
        if opened is not None and opened.signature == signature:
            return opened
        from data.reading import read_workbook

        try:
            opened = read_workbook(path, workbook_id, cover)
        except FileNotFoundError:
            return None
        if keep and cover is self._places.cover:
            self.keep(workbook_id, opened)
        return opened

    def lately(self, workbook_id: str) -> "Opened | None":
        """What was opened or saved lately under this id, perhaps older than its file."""
        with self._lock:
            return self._lately.get(workbook_id)

    def keep(self, workbook_id: str, opened: "Opened | None") -> None:
        """Keep this in place of what was kept under its id; None forgets it."""
        with self._lock:
            self._lately.pop(workbook_id, None)
            if opened is not None:
                self._lately[workbook_id] = opened
            if len(self._lately) > ROOM:
                self._lately.popitem(last=False)

    def forget(self) -> None:
        """Hold nothing in memory any more."""
        with self._lock:
            self._lately.clear()
