"""Every file and folder of a vault: what does not belong, is open to others, or was left over."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from coaching.keeping import Conflict, Finding
from coaching.say import say_count, say_day, say_day_and_time
from coaching.text import quote
from data.conflicts import conflicts
from data.cover import SEALED_SUFFIX
from data.drafts import DAMAGED
from data.files import TEMPORARY
from data.places import FILE_MODE, FOLDER_MODE, MINE, Places, is_workbook_id
from data.strays import ASIDE, conflict_of

LEFT_OVER_S = 60.0
_OURS = ("drafts", "trash", "backups", ".cache")
_USER_DECIDES = "Troth leaves it alone; move it away or remove it yourself."


def check_files(places: Places) -> Iterator[Finding]:
    """What is wrong with the files as such. Opens none but copies in conflict."""
    for path in everything(places):
        yield from _check_entry(places, path)
    yield from _check_modes(places)
    yield from map(_conflict, conflicts(places))


def is_left_over(path: Path) -> bool:
    """Whether a save that never ended left this file, and not one that goes on now."""
    return path.name.endswith(TEMPORARY) and time.time() - path.lstat().st_mtime > LEFT_OVER_S


def too_open(path: Path) -> int | None:
    """The mode a file or folder should have, where others can read it now; else None."""
    status = path.lstat()
    if os.name == "nt" or stat.S_ISLNK(status.st_mode):
        return None
    wanted = FOLDER_MODE if stat.S_ISDIR(status.st_mode) else FILE_MODE
    return wanted if stat.S_IMODE(status.st_mode) & ~wanted else None


def readable_by_others(places: Places) -> list[Path]:
    """The vault's files and folders that others who use the machine may read."""
    own = (path for path in everything(places) if not is_foreign(places, path))
    return [path for path in (places.root, *own) if too_open(path) is not None]


def is_foreign(places: Places, path: Path) -> bool:
    """Whether a name, where names are looked at, is none that Troth or a copy of its files has."""
    if path.parent not in (places.root, places.workbooks, places.drafts):
        return False
    return not (_is_aside(path.name) or conflict_of(path.name) or _belongs(places, path))


def everything(places: Places) -> Iterator[Path]:
    """Every file and folder in the vault; follows no link."""
    waiting = [places.root]
    while waiting:
        folder = waiting.pop()
        found: list[os.DirEntry[str]] = []
        with suppress(PermissionError), os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            yield folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(folder / entry.name)


def _check_entry(places: Places, path: Path) -> Iterator[Finding]:
    if path.is_symlink():
        yield _finding(
            "link",
            path,
            f"This is a link to another place: {quote(str(path.readlink()))}.",
            "Troth reads and writes nothing through links.",
            "Put the file itself there, or remove the link.",
        )
        return
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        yield _finding(
            "closed",
            path,
            "Troth may not look into this folder.",
            "Nothing in it is shown or kept in backups.",
            "Allow yourself to read it.",
        )
    elif is_left_over(path):
        yield _finding(
            "left-over",
            path,
            "A save or a backup that never ended left this.",
            "Nothing in it counts; what was saved is in the file itself.",
            "A repair removes it.",
            repairable=True,
        )
    elif path.parent in (places.root, places.workbooks, places.drafts):
        yield from _check_name(places, path)


def _check_modes(places: Places) -> Iterator[Finding]:
    found = readable_by_others(places)
    if found:
        count = say_count(len(found), "file or folder", "files and folders")
        yield _finding(
            "mode",
            found[0],
            f"Others who use this machine may read {count}.",
            "What is written here is meant for you alone.",
            "A repair lets only you read them.",
            repairable=True,
        )


def _check_name(places: Places, path: Path) -> Iterator[Finding]:
    if _is_aside(path.name):
        yield _finding(
            "set-aside",
            path,
            "This file could not be read and was set aside.",
            "An earlier copy took its place; something may be in it that is nowhere else.",
            "Keep it as long as you may want to look into it, then remove it yourself.",
        )
    elif not is_foreign(places, path):
        yield from _check_last(places, path)
    else:
        yield _finding(
            "foreign",
            path,
            "This is no file of Troth.",
            "It is in nobody's records and in no backup.",
            _USER_DECIDES,
        )


def _is_aside(name: str) -> bool:
    return ASIDE in name or name.removesuffix(SEALED_SUFFIX).endswith(DAMAGED)


def _belongs(places: Places, path: Path) -> bool:
    name = path.name
    if name.startswith(".") or name.endswith(TEMPORARY):
        return True
    plain = name.removesuffix(SEALED_SUFFIX)
    stem, ending = os.path.splitext(plain)  # noqa: PTH122 - a name, not a path
    if path.parent == places.drafts:
        return ending == ".json"
    if path.parent == places.workbooks:
        return is_workbook_id(stem) and ending in (".json", ".last")
    known = {"vault.json", "identity", "workbooks", *_OURS, f"{MINE}.json", f"{MINE}.last"}
    return plain in known


def _check_last(places: Places, path: Path) -> Iterator[Finding]:
    """A last good copy without its file, and one person's file in clear beside the sealed one."""
    plain = path.name.removesuffix(SEALED_SUFFIX)
    stem, ending = os.path.splitext(plain)  # noqa: PTH122 - a name, not a path
    if path.parent == places.drafts or not (is_workbook_id(stem) or stem == MINE):
        return
    file = path.with_name(f"{stem}.json{places.cover.suffix}")
    if ending == ".last" and not file.exists():
        yield _finding(
            "no-file",
            path,
            f"This is the copy of a file that is gone: {file.name}.",
            "Somebody's records may be missing.",
            f"A repair puts this copy in the place of {file.name}, if it can be read.",
            repairable=True,
        )
    elif ending == ".json" and path != file:
        yield _finding(
            "other-cover",
            path,
            "This file is sealed and the others are not, or the other way round.",
            "It is not shown.",
            "If its records are missing, put back a backup; else remove it yourself.",
        )


def _conflict(conflict: Conflict) -> Finding:
    this, other = conflict.this, conflict.other
    whose = f"{conflict.name}'s" if conflict.name else "your own"
    told = []
    for copy in (this, other):
        inside = (
            f"{say_count(copy.records, 'record')}, {copy.alone} of them only here"
            f"{f', newest entry {say_day(date.fromisoformat(copy.newest))}' if copy.newest else ''}"
            if copy.readable
            else "cannot be read"
        )
        told.append(f"{copy.file} (changed {say_day_and_time(copy.changed)}: {inside})")
    return Finding(
        kind="two-copies",
        what=f"There are two copies of {whose} pages.",
        where=other.file,
        means=f"Open is {told[0]}. The other one is {told[1]}."
        + (f" Records that differ: {conflict.differing}." if conflict.differing else ""),
        way_on="Open Troth and press ctrl+p, then: two copies. Nothing is lost by choosing.",
    )


def _finding(
    kind: str, path: Path, what: str, means: str, way_on: str, *, repairable: bool = False
) -> Finding:
    return Finding(kind, what, str(path), means, way_on, repairable)
