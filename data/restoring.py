"""Puts a backup back, whole or one workbook of it, and tells beforehand what that would change."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coaching.errors import Refused, VaultTrouble
from coaching.keeping import Backup, Difference
from coaching.record.relationship import Relationship
from coaching.record.workbook import MINE, Workbook, touched
from data.backups import Backups, Made, files_of, other_cover
from data.cover import Cover
from data.files import Signature, link_or_copy, move_file, signature_of, sync_folder
from data.merging import compared, newest_day
from data.operations import RESTORE, Operation
from data.places import Places, last_good, make_private_folder
from data.reading import read_tables, read_workbook
from data.troubles import Damaged, told_on_read, told_on_save

if TYPE_CHECKING:
    from data.vault import FileVault


WHY = "before-restore"


def described(backup: Made) -> Backup:
    """What the user is told of a backup; the size is what it would take alone."""
    files: dict[str, Path] = {}
    for suffix in ("", other_cover("")):
        files |= files_of(backup.folder, suffix)
    size = sum(file.stat().st_size for file in files.values())
    people = len(files.keys() - {MINE})
    return Backup(backup.name, backup.made, backup.why, people, size)


def find_backup(places: Places, words: str) -> Made:
    """The backup with this name, or with this beginning of a name. `Refused` else."""
    wanted = words.strip().rstrip("/")
    found = [one for one in Backups(places).all() if one.name.startswith(wanted)]
    whole = [one for one in found if one.name == wanted]
    if not wanted or not found:
        raise Refused("There is no backup with this name or day. See them with: troth backup list")
    if len(whole or found) > 1:
        names = ", ".join(one.name for one in found[:4])
        raise Refused(f"Several backups fit: {names}. Write the whole name of one.")
    return (whole or found)[0]


def differences(places: Places, backup: Made) -> Sequence[Difference]:
    """What putting this backup back would change, workbook by workbook."""
    cover = places.cover
    then = _files_in(places, backup)
    now = files_of(places.root, cover.suffix)
    found = []
    for workbook_id in sorted({**then, **now}):
        before, after = now.get(workbook_id), then.get(workbook_id)
        if before and after and _same_bytes(before, after):
            continue
        difference = _difference(workbook_id, before, after, cover)
        if difference is not None:
            found.append(difference)
    return found


def restore(vault: "FileVault", backup: Made, only: str | None) -> Made:
    """Put a backup back, after one of the present state, which it returns.

    With `only` nothing but that workbook. Killed at any moment, the next start goes on with it.
    """
    with vault.alone():
        files = _files_in(vault.places, backup)
        if only is not None and only not in files:
            raise Refused("These pages are not in that backup. Nothing was changed.")
        with told_on_save(vault.places.backups):
            before = Backups(vault.places).make(WHY)
        _begin(vault, backup, only)
        _put_back(vault, files, only)
    return before


def _begin(vault: "FileVault", backup: Made, only: str | None) -> None:
    try:
        vault.file.begin(RESTORE, {"backup": backup.name, "only": only})
    except VaultTrouble:
        with suppress(VaultTrouble):
            vault.file.end()
        raise


def finish_restore(vault: "FileVault", operation: Operation) -> None:
    """Go on with a restore that was cut off. The caller holds the vault's lock."""
    only = operation.details.get("only")
    backup = find_backup(vault.places, str(operation.details["backup"]))
    _put_back(vault, _files_in(vault.places, backup), only)


def _put_back(vault: "FileVault", files: Mapping[str, Path], only: str | None) -> None:
    places = vault.places
    now = files_of(places.root, places.cover.suffix)
    with _goes_on_later(), told_on_save(places.workbooks):
        for workbook_id in [only] if only is not None else files:
            _take_place(files[workbook_id], places.workbook(workbook_id))
        for workbook_id in () if only is not None else now.keys() - files.keys():
            last_good(now[workbook_id]).unlink(missing_ok=True)
            now[workbook_id].unlink(missing_ok=True)
        sync_folder(places.workbooks)
        sync_folder(places.root)
        vault.file.end()
    vault.forget()


@contextmanager
def _goes_on_later() -> Iterator[None]:
    """Say of any trouble inside that the next start goes on with the work."""
    try:
        yield
    except VaultTrouble as trouble:
        raise VaultTrouble(
            f"{trouble.sentence} Putting the backup back is not finished; "
            "it goes on by itself when you next open Troth."
        ) from trouble


def _take_place(copy: Path, path: Path) -> None:
    """Put a file of a backup in its place, what was there beside it. Raises `OSError`."""
    if not path.parent.is_dir():
        make_private_folder(path.parent)
    if path.exists() and path.samefile(copy):
        return
    for source, target in ((path, last_good(path)), (copy, path)):
        begun = target.with_name(f"{target.name}.restored.tmp")
        begun.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            link_or_copy(source, begun)
            move_file(begun, target)


def _files_in(places: Places, backup: Made) -> Mapping[str, Path]:
    with told_on_read(backup.folder):
        files = files_of(backup.folder, places.cover.suffix)
        if not files and files_of(backup.folder, other_cover(places.cover.suffix)):
            kind = "sealed" if not places.cover.suffix else "not sealed"
            raise VaultTrouble(
                f"The backup in {backup.folder} is {kind}, and your records are "
                f"{'not' if not places.cover.suffix else 'sealed'}. Nothing was changed."
            )
    return files


def _difference(
    workbook_id: str, before: Path | None, after: Path | None, cover: Cover
) -> Difference | None:
    try:
        then = _read(workbook_id, after, cover)
        now = _readable(workbook_id, before, cover)
    except VaultTrouble:
        name = _name_of_either(workbook_id, (before, after), cover)
        return Difference(workbook_id, name, "cannot be compared")
    if now is None and after is None:
        return None
    if now is None or before is None:
        newest = _newest(after, cover)
        return Difference(workbook_id, name_of(then), "comes back", count(then), newest=newest)
    name = name_of(then) or name_of(now)
    if after is None:
        return Difference(workbook_id, name, "goes", removed=count(now))
    pairs = touched(now, then)
    lost, found = _odd(now) - _odd(then), _odd(then) - _odd(now)
    if not (pairs or lost or found):
        return None
    return Difference(
        workbook_id,
        name,
        "changes",
        added=sum(pair.before is None for pair in pairs) + len(found),
        removed=sum(pair.after is None for pair in pairs) + len(lost),
        changed=sum(None not in pair for pair in pairs),
    )


def _readable(workbook_id: str, path: Path | None, cover: Cover) -> Workbook | None:
    """A workbook as it is now; None where its file is damaged."""
    try:
        return _read(workbook_id, path, cover)
    except Damaged:
        return None


def _newest(path: Path | None, cover: Cover) -> str:
    """The day of the newest entry in a workbook's file that is not after its last save."""
    if path is None:
        return ""
    tables, signature = read_tables(path, cover)
    saved = datetime.fromtimestamp(signature.mtime_ns / 1e9).astimezone()
    return newest_day(tables, compared({}, tables).only_other, saved.date())


def name_of(workbook: Workbook) -> str:
    """The name of whom a workbook is about; "" for the user's own, or where it is not known."""
    return next((one.name for one in workbook.all(Relationship)), "")


def count(workbook: Workbook) -> int:
    """How many records a workbook holds, those that cannot be read as well."""
    return sum(map(len, workbook.tables.values())) + len(workbook.unreadable)


def _odd(workbook: Workbook) -> set[str]:
    documents: Iterable[Mapping[str, Any]] = (one.document for one in workbook.unreadable)
    return {json.dumps(document, sort_keys=True, default=str) for document in documents}


def _name_of_either(workbook_id: str, paths: Iterable[Path | None], cover: Cover) -> str:
    for path in paths:
        with suppress(VaultTrouble):
            name = name_of(_read(workbook_id, path, cover))
            if name:
                return name
    return ""


def _read(workbook_id: str, path: Path | None, cover: Cover) -> Workbook:
    if path is None:
        return Workbook(workbook_id)
    try:
        return read_workbook(path, workbook_id, cover).parsed.workbook
    except FileNotFoundError:
        return Workbook(workbook_id)


def _same_bytes(one: Path, other: Path) -> bool:
    signatures: tuple[Signature | None, ...] = (signature_of(one), signature_of(other))
    return signatures[0] is not None and signatures[0] == signatures[1]
