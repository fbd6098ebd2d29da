"""Finds, by their names alone, copies that other programs left and files that were set aside."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data.cover import SEALED_SUFFIX
from data.files import TEMPORARY
from data.places import MINE, Places, is_workbook_id

ASIDE = ".damaged-"
ID_LENGTH = 36
_ASIDE_MOMENT = re.compile(r"\.damaged-(\d{8}-\d{6})")
_MOMENT = "%Y%m%d-%H%M%S"
_LAST = ".last"
_PLAIN = frozenset(f"{end}{suffix}" for end in (".json", _LAST) for suffix in ("", SEALED_SUFFIX))
_ENDINGS = (".json", SEALED_SUFFIX)


class Stray(NamedTuple):
    """A file that belongs to a workbook and is not it."""

    path: Path
    workbook_id: str


def conflict_copies(places: Places) -> tuple[Stray, ...]:
    """The files that a program which synchronises folders wrote beside a workbook."""
    return tuple(stray for stray in _beside_workbooks(places) if ASIDE not in stray.path.name)


def set_aside_between(places: Places, since: datetime, until: datetime) -> tuple[Stray, ...]:
    """The damaged files set aside between these local times."""
    found = []
    for stray in _beside_workbooks(places):
        match = _ASIDE_MOMENT.search(stray.path.name)
        if match and f"{since:{_MOMENT}}" <= match[1] <= f"{until:{_MOMENT}}":
            found.append(stray)
    return tuple(found)


def conflict_of(name: str) -> str | None:
    """The id of the workbook of which a file with this name is another copy; None for any other.

    Programs put their mark between the id and the last ending: Dropbox " (Anna's conflicted
    copy 2026-11-24)", Syncthing ".sync-conflict-20261124-091205-ABCDEFG", iCloud " 2", OneDrive
    "-LAPTOP", browsers " (1)".
    """
    workbook_id = MINE if name.startswith(MINE) else name[:ID_LENGTH]
    if workbook_id != MINE and not is_workbook_id(workbook_id):
        return None
    rest = name[len(workbook_id) :]
    if rest in _PLAIN or rest.startswith(_LAST) or TEMPORARY in rest:
        return None
    marked = rest[:1] and not rest[0].isalnum() and rest.endswith(_ENDINGS)
    return workbook_id if marked else None


def _beside_workbooks(places: Places) -> Iterator[Stray]:
    for folder, names in ((places.workbooks, None), (places.root, MINE)):
        for name in sorted(_names(folder)):
            if names is None or name.startswith(names):
                workbook_id = _owner(name)
                if workbook_id is not None and (workbook_id == MINE) is (names == MINE):
                    yield Stray(folder / name, workbook_id)


def _owner(name: str) -> str | None:
    if ASIDE in name:
        plain = name.partition(".")[0]
        return plain if plain == MINE or is_workbook_id(plain) else None
    return conflict_of(name)


def _names(folder: Path) -> Iterable[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all it needs
    except OSError:
        return ()
    return [name for name in names if name[ID_LENGTH:] not in _PLAIN]
