"""vault.json: says that a folder is a vault, by which schema, its seal, and what goes on in it."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from coaching.errors import VaultTrouble
from data.cover import CLEAR, SEALED_SUFFIX
from data.files import TEMPORARY, Signature, read_file, replace_file, signature_of
from data.migrations import OF_VAULT, migrated
from data.operations import FINISHERS, Operation
from data.places import MINE, Places, is_workbook_id
from data.troubles import damaged, newer, told_on_read, told_on_save

SCHEMA = 2
MAKE_ANEW = "It can be made anew: troth doctor --repair"
FOLDERS = frozenset({"drafts", "workbooks", "trash", "backups"})


class VaultFile:
    """The vault's own file; asks the disk again only where the file has changed.

    Each look also brings `places.cover` up to what the file says: a vault that another window
    sealed is locked here from then on.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._checked: Signature | None = None
        self.operation: Operation | None = None
        self.is_older = False

    def exists(self) -> bool:
        """Whether there is a vault. `VaultTrouble` where the path cannot be one."""
        path = self._places.vault_file
        with told_on_read(path):
            if signature_of(path) is not None:
                return True
        if self._has_records():
            raise VaultTrouble(
                f"{path} is missing, though there are records beside it. "
                f"Nothing was changed. {MAKE_ANEW}"
            )
        return False

    def check(self) -> None:
        """`VaultTrouble` unless there is a vault and this Troth can work with it as it is now."""
        path = self._places.vault_file
        if not self.exists():
            raise VaultTrouble(
                f"There are no records in {self._places.root} yet. "
                "Add someone first, as in: troth add Ben --i-am mentor"
            )
        with told_on_read(path):
            if signature_of(path) == self._checked:
                return
            content, signature = read_file(path)
        found = _parse(content or b"")
        header = self._judge(found)
        self.is_older = found is not None and found["schema"] < SCHEMA
        self._take_in(header)
        self._checked = signature

    def look(self) -> None:
        """Bring the cover up to date, where there is a vault. Raises `VaultTrouble`."""
        if self.exists():
            self.check()

    def refuse_foreign_folder(self) -> None:
        """`VaultTrouble` where a new vault would lie among somebody's other files."""
        root = self._places.root
        try:
            with told_on_read(root):
                names = os.listdir(root)  # noqa: PTH208 - names are all it needs
        except FileNotFoundError:
            return
        foreign = sorted(filter(_is_foreign, names))
        if foreign:
            raise VaultTrouble(
                f"{root} holds other files, such as {foreign[0]}. "
                "Choose an empty folder for your records with --vault. Nothing was changed."
            )

    def create(self) -> None:
        """Write the file of a new vault. Raises `OSError`."""
        created = datetime.now(UTC).isoformat(timespec="seconds")
        self._write({"schema": SCHEMA, "created": created, "seal": None, "operation": None})

    def begin(self, kind: str, details: Mapping[str, Any]) -> None:
        """Say durably that a long work goes on, before its first step; again for each new phase.

        The caller holds the vault's lock. Raises `VaultTrouble`.
        """
        self.change(operation={"kind": kind, "details": dict(details)})

    def end(self) -> None:
        """Say durably that the long work is over. Raises `VaultTrouble`."""
        self.change(operation=None)

    def change(self, **entries: object) -> None:
        """Put these entries in the file, keep all others. Raises `VaultTrouble`."""
        path = self._places.vault_file
        with told_on_read(path):
            content, _ = read_file(path)
        header = self._judge(_parse(content or b""))
        with told_on_save(path):
            self._write({**header, **entries})
        self._checked = None
        self.check()

    def _write(self, header: Mapping[str, object]) -> None:
        content = orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE)
        replace_file(self._places.vault_file, content)

    def _take_in(self, header: Mapping[str, Any]) -> None:
        """Know what a sound header says."""
        begun = header["operation"]
        self.operation = None if begun is None else Operation(begun["kind"], begun["details"])
        recipient = None if header["seal"] is None else header["seal"]["recipient"]
        if recipient == self._places.cover.recipient:
            return
        if recipient is None:
            self._places.cover = CLEAR
        else:
            from data.sealing.covers import LockedCover

            self._places.cover = LockedCover(recipient)

    def _judge(self, header: Mapping[str, Any] | None) -> Mapping[str, Any]:
        """The header as today's schema has it, if this Troth can work with it."""
        path = self._places.vault_file
        schema = header.get("schema") if header else None
        if header is None or type(schema) is not int or schema < 1:
            raise damaged(path, MAKE_ANEW)
        if schema > SCHEMA:
            raise newer(path, schema, SCHEMA)
        header = {"operation": None, **migrated(header, schema, OF_VAULT)}
        if not _is_seal(header.get("seal", "")):
            raise damaged(path, MAKE_ANEW)
        if not _is_known(header["operation"]):
            raise VaultTrouble(
                f"Work on all records in {self._places.root} was begun by a newer Troth and is not "
                "finished. Open them with that Troth first. Nothing was changed."
            )
        return header

    def _has_records(self) -> bool:
        mine = self._places.root / f"{MINE}.json"
        if mine.exists() or mine.with_name(mine.name + SEALED_SUFFIX).exists():
            return True
        try:
            names = os.listdir(self._places.workbooks)  # noqa: PTH208 - names are all it needs
        except OSError:
            return False
        plain = (name.removesuffix(SEALED_SUFFIX).removesuffix(".json") for name in names)
        return any(map(is_workbook_id, plain))


def _is_foreign(name: str) -> bool:
    """Whether a file is none of a vault's, nor one of those that systems hide everywhere."""
    return name not in FOLDERS and not name.startswith(".") and not name.endswith(TEMPORARY)


def _is_seal(seal: object) -> bool:
    return seal is None or (isinstance(seal, dict) and isinstance(seal.get("recipient"), str))


def _is_known(operation: object) -> bool:
    if operation is None:
        return True
    return (
        isinstance(operation, dict)
        and operation.get("kind") in FINISHERS
        and isinstance(operation.get("details"), dict)
    )


def _parse(content: bytes) -> Mapping[str, Any] | None:
    try:
        header = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return header if isinstance(header, dict) else None
