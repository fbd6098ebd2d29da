"""TinyDB's storage for one transaction: a workbook's tables, read once and written once."""

from typing import Any

from tinydb.storages import Storage

from data.documents import Place, Tables, content_of, split, together


class WorkbookStorage(Storage):
    """Holds the tables that can be read; what cannot is set aside and goes back verbatim."""

    def __init__(self, tables: Tables, odd: frozenset[Place] = frozenset()) -> None:
        self._sound, self._aside = split(tables, odd)

    def read(self) -> dict[str, dict[str, Any]]:
        """The tables as they are now, in memory."""
        return self._sound

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep these tables in memory; nothing reaches the disk from here."""
        self._sound = data

    def content(self) -> bytes:
        """The whole file as it should be saved."""
        return content_of(together(self._sound, self._aside))
