"""Two copies of one workbook, left by another program: which is which, and the choice."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from coaching.errors import VaultTrouble
from coaching.keeping import Conflict, Copy, Keep, Settled
from data.backups import Backups, Made
from data.conflict_words import wordings
from data.cover import Cover
from data.damage import command
from data.documents import Tables, content_of, header, parse
from data.files import link_or_copy, replace_file, sync_folder
from data.merging import Place, compared, merged, newest_day, records_in
from data.places import MINE, Places
from data.reading import check_size, read_tables, read_workbook
from data.restoring import name_of
from data.strays import conflict_copies
from data.troubles import gone, told_on_save

if TYPE_CHECKING:
    from data.vault import FileVault

WHY, OTHER = "before-choice", "other-copy"


def conflicts(places: Places) -> tuple[Conflict, ...]:
    """Every pair of copies, with what tells the two apart."""
    cover = places.cover
    found = []
    for stray in conflict_copies(places):
        path = places.workbook(stray.workbook_id)
        this, other = _tables(path, cover), _tables(stray.path, cover)
        apart = compared(this or {}, other or {})
        found.append(
            Conflict(
                stray.workbook_id,
                _name(stray.workbook_id, this, other),
                _copy(path, this, apart.only_this | apart.differing, len(apart.only_this)),
                _copy(stray.path, other, apart.only_other | apart.differing, len(apart.only_other)),
                len(apart.differing),
                wordings(this or {}, other or {}, apart.differing),
            )
        )
    return tuple(found)


def settle(
    vault: "FileVault", conflict: Conflict, keep: Keep, wins: Literal["this", "other"]
) -> Settled:
    """Go on with one copy or with both's records; says where both lie and how to get the other.

    Killed at any moment, both copies are still there to choose from, or the choice is made.
    """
    with vault.alone():
        places = vault.places
        path = places.workbook(conflict.workbook_id)
        other = path.parent / conflict.other.file
        if not other.is_file() or other.is_symlink():
            raise gone_copy(other)
        content = _chosen(path, other, keep, wins, places.cover)
        with told_on_save(places.root):
            kept = Backups(places).make(WHY)
            link_or_copy(other, kept.folder / other.name)
            sync_folder(kept.folder)
            later = _for_later(places, conflict, keep, other, kept)
            if content is not None:
                replace_file(path, places.cover.wrap(content), keep_last=path.exists())
            other.unlink()
            sync_folder(path.parent)
        vault.forget()
    return Settled(str(kept.folder), later)


def _for_later(places: Places, conflict: Conflict, keep: Keep, other: Path, kept: Made) -> str:
    """What to type to have the copy that is not chosen, which a backup holds in its place."""
    given_up = places.workbook(conflict.workbook_id) if keep == "other" else other
    try:
        workbook = read_workbook(given_up, conflict.workbook_id, places.cover).parsed.workbook
    except (FileNotFoundError, VaultTrouble):
        return ""
    if keep != "other":
        kept = Backups(places).make(OTHER, instead={conflict.workbook_id: other})
    return command(kept.name, workbook)


def gone_copy(path: Path) -> VaultTrouble:
    """The trouble of a copy that is not there any more."""
    return VaultTrouble(f"{path} is not there any more. Nothing was changed.")


def _chosen(
    path: Path, other: Path, keep: Keep, wins: Literal["this", "other"], cover: Cover
) -> bytes | None:
    """What the workbook's file shall hold; None where it stays as it is."""
    if keep == "this":
        return None
    try:
        theirs, _ = read_tables(other, cover)
        if keep == "other":
            return content_of(theirs)
        this, _ = read_tables(path, cover)
    except FileNotFoundError as missing:
        raise gone() from missing
    return check_size(path, content_of(merged(this, theirs, other_wins=wins == "other")))


def _tables(path: Path, cover: Cover) -> Tables | None:
    with suppress(FileNotFoundError, VaultTrouble):
        return read_tables(path, cover)[0]
    return None


def _copy(path: Path, tables: Tables | None, telling: frozenset[Place], alone: int) -> Copy:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        changed = datetime.fromtimestamp(0).astimezone()
    if tables is None:
        return Copy(path.name, changed, 0, 0, "", readable=False)
    newest = newest_day(tables, telling, changed.date())
    return Copy(path.name, changed, records_in(tables), alone, newest)


def _name(workbook_id: str, *copies: Tables | None) -> str:
    if workbook_id == MINE:
        return ""
    for tables in copies:
        name = name_of(parse(workbook_id, tables or header()).workbook)
        if name:
            return name
    return ""
