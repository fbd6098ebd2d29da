"""vault.json: whether it is there and sound, and how it is made anew."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from coaching.errors import VaultTrouble
from coaching.keeping import Finding
from data.backups import Backups
from data.cover import SEALED_SUFFIX
from data.files import link_or_copy, read_file, replace_file
from data.places import Places
from data.troubles import Damaged, told_on_save
from data.vault_file import SCHEMA, VaultFile

Header = Mapping[str, Any]


def check_header(places: Places) -> tuple[Finding, ...]:
    """What is wrong with vault.json. `VaultTrouble` for a newer schema, or no vault at all."""
    try:
        VaultFile(places).check()
    except Damaged as trouble:
        return (_finding(places, trouble.sentence.partition(" It can be made")[0]),)
    except VaultTrouble:
        if places.vault_file.exists() or not _holds_records(places):
            raise
        return (_finding(places, f"{places.vault_file} is missing."),)
    return ()


def make_anew(places: Places, now: datetime) -> str:
    """Write a sound vault.json; the damaged one stays under another name. Says what was done."""
    path = places.vault_file
    header = _sound_header(places, now)
    if header is None:
        raise no_way(places)
    with told_on_save(path):
        aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}")
        if path.exists() and not aside.exists():
            link_or_copy(path, aside)
        replace_file(path, orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE))
    return f"{path} was made anew."


def no_way(places: Places) -> VaultTrouble:
    """The trouble of sealed records whose vault.json no backup holds."""
    return VaultTrouble(
        f"{places.vault_file} cannot be made anew: the records are sealed and no backup says with "
        "which key. Put back a copy of yours. Your records are as they were."
    )


def _finding(places: Places, what: str) -> Finding:
    known = _sound_header(places, datetime.now(UTC)) is not None
    return Finding(
        kind="vault-file",
        what=what,
        where=str(places.vault_file),
        means="Troth opens nothing here until it is whole. The records themselves are beside it.",
        way_on="A repair writes it anew." if known else "Put back a copy of yours.",
        repairable=known,
    )


def _sound_header(places: Places, now: datetime) -> Header | None:
    """The header of the newest backup that has one, else a new one for clear records."""
    sealed = _holds_records(places, SEALED_SUFFIX)
    for backup in Backups(places).all():
        found = _read(places, backup.folder.name)
        if found is not None and (found.get("seal") is not None) is sealed:
            return {**found, "operation": None}
    if sealed:
        return None
    made = now.astimezone(UTC).isoformat(timespec="seconds")
    return {"schema": SCHEMA, "created": made, "seal": None, "operation": None}


def _read(places: Places, backup: str) -> Header | None:
    path = places.backups / backup / places.vault_file.name
    try:
        VaultFile(Places(path.parent)).check()
        found: Header = orjson.loads(read_file(path)[0] or b"")
    except (OSError, ValueError, VaultTrouble):
        return None
    return found


def _holds_records(places: Places, suffix: str | None = None) -> bool:
    endings = ("", SEALED_SUFFIX) if suffix is None else (suffix,)
    found = (
        places.root.glob(f"{name}.json{end}") for name in ("mine", "workbooks/*") for end in endings
    )
    return any(True for paths in found for _ in paths)
