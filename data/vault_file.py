"""vault.json: says that a folder is a vault, by which schema, and what long work goes on in it."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from coaching.errors import VaultTrouble
from data.files import TEMPORARY, Signature, read_file, replace_file, signature_of
from data.places import MINE, Places, is_workbook_id
from data.troubles import damaged, newer, told_on_read

SCHEMA = 1
FOLDERS = frozenset({"drafts", "workbooks", "trash", "backups"})


class VaultFile:
    """The vault's own file; asks the disk again only where the file has changed."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._checked: Signature | None = None

    def exists(self) -> bool:
        """Whether there is a vault. `VaultTrouble` where the path cannot be one."""
        path = self._places.vault_file
        with told_on_read(path):
            if signature_of(path) is not None:
                return True
        if self._has_records():
            raise VaultTrouble(
                f"{path} is missing, though there are records beside it. "
                "Put it back from a copy of yours. Nothing was changed."
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
        self._judge(_parse(content or b""))
        self._checked = signature

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
        made = {
            "schema": SCHEMA,
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "operation": None,
        }
        replace_file(self._places.vault_file, orjson.dumps(made, option=orjson.OPT_APPEND_NEWLINE))

    def _judge(self, header: Mapping[str, Any] | None) -> None:
        path = self._places.vault_file
        schema = header.get("schema") if header else None
        if header is None or type(schema) is not int or schema < 1:
            raise damaged(path)
        if schema > SCHEMA:
            raise newer(path, schema, SCHEMA)
        if header.get("operation") is not None:
            raise VaultTrouble(
                f"Work on all records in {self._places.root} was begun by a newer Troth and is not "
                "finished. Open them with that Troth first. Nothing was changed."
            )

    def _has_records(self) -> bool:
        if self._places.workbook(MINE).exists():
            return True
        try:
            names = os.listdir(self._places.workbooks)  # noqa: PTH208 - names are all it needs
        except OSError:
            return False
        return any(is_workbook_id(name.removesuffix(".json")) for name in names)


def _is_foreign(name: str) -> bool:
    """Whether a file is none of a vault's, nor one of those that systems hide everywhere."""
    return name not in FOLDERS and not name.startswith(".") and not name.endswith(TEMPORARY)


def _parse(content: bytes) -> Mapping[str, Any] | None:
    try:
        header = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    return header if isinstance(header, dict) else None
