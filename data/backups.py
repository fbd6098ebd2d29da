"""Dated copies of all records beside them: made at their own moments, thinned as time goes by."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from coaching.settings import BackupSettings
from data.cover import SEALED_SUFFIX
from data.files import TEMPORARY, link_or_copy, move_file, replace_file, sync_folder
from data.places import MINE, Places, is_workbook_id, make_private_folder
from data.thinning import keep

FIRST_CHANGE = "first-change"
DELIBERATE_STAY = timedelta(days=30)  # those before a restore, a repair, a choice
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}-\d{6})-([a-z]+(?:-[a-z]+)*)")
_MOMENT = "%Y-%m-%d-%H%M%S"
_JSON = ".json"
VAULT_FILE = "vault.json"
NOTHING: Mapping[str, Path] = MappingProxyType({})


class Made(NamedTuple):
    """A backup: its folder, the local time it was made, and the word that says why."""

    folder: Path
    made: datetime
    why: str

    @property
    def name(self) -> str:
        """How the user names it."""
        return self.folder.name


def local_now() -> datetime:
    """The machine's local time, whatever the record's clock says."""
    return datetime.now()  # noqa: DTZ005 - the names of backups are in local time, without a zone


class Backups:
    """The backups of a vault. Its caller holds the vault's lock, but for `all`.

    A backup shares its files with the records as long as those stay the same, for a save puts a
    new file in the place of the old one.
    """

    def __init__(self, places: Places, now: Callable[[], datetime] = local_now) -> None:
        self._places = places
        self._now = now
        self._day_done: object = None

    def all(self) -> tuple[Made, ...]:
        """Every whole backup, the newest first."""
        try:
            names = os.listdir(self._places.backups)  # noqa: PTH208 - names are all it needs
        except OSError:
            return ()
        found = (_read_name(self._places.backups / name) for name in names)
        return tuple(sorted(filter(None, found), key=lambda one: one.made, reverse=True))

    def before_change(self) -> bool:
        """Make the backup of this day, if there is none yet. Raises `OSError`, once a day."""
        today = self._now().date()
        if today == self._day_done:
            return False
        suffix = self._places.cover.suffix
        someone = next(_workbook_names(self._places.workbooks, suffix), None)
        if someone is None and not self._places.workbook(MINE).exists():
            return False
        self._day_done = today
        if any(backup.made.date() == today for backup in self.all()):
            return False
        self.make(FIRST_CHANGE, durable=False)
        return True

    def make(
        self, why: str, *, durable: bool = True, instead: Mapping[str, Path] = NOTHING
    ) -> Made:
        """Keep all records as they are now. Raises `OSError`, leaving nothing half made.

        `instead` has other files for some, by workbook id.
        """
        make_private_folder(self._places.backups)
        moment = self._free_moment(why)
        target = self._places.backups / f"{moment:{_MOMENT}}-{why}"
        begun = target.with_name(f"{target.name}.{os.getpid()}{TEMPORARY}")
        try:
            _copy_all(self._places, begun)
            for workbook_id, path in instead.items():
                _put_instead(begun, self._places.workbook(workbook_id), path)
            if durable:
                sync_folder(begun / "workbooks")
                sync_folder(begun)
            move_file(begun, target)
            if durable:
                sync_folder(self._places.backups)
        except OSError:
            shutil.rmtree(begun, ignore_errors=True)
            raise
        return Made(target, moment, why)

    def thin(self, how_many: BackupSettings) -> None:
        """Remove the backups that are not kept any more, and what was only begun."""
        found = self.all()
        kept = keep([backup.made for backup in found], self._now(), how_many)
        lately = self._now() - DELIBERATE_STAY
        for backup in found:
            deliberate = backup.why != FIRST_CHANGE and backup.made > lately
            if backup.made not in kept and not deliberate:
                shutil.rmtree(backup.folder, ignore_errors=True)
        with suppress(OSError):
            for begun in self._places.backups.glob(f"*{TEMPORARY}"):
                shutil.rmtree(begun, ignore_errors=True)

    def _free_moment(self, why: str) -> datetime:
        moment = self._now().replace(microsecond=0, tzinfo=None)
        taken = {backup.made for backup in self.all()}
        while moment in taken or (self._places.backups / f"{moment:{_MOMENT}}-{why}").exists():
            moment += timedelta(seconds=1)
        return moment


def files_of(folder: Path, suffix: str) -> Mapping[str, Path]:
    """The workbooks' files in a vault or a backup, by workbook id; those under another cover not.

    `suffix` is that of the cover. Links and folders are passed over.
    """
    inside = folder / "workbooks"
    found = {key: inside / name for key, name in _workbook_names(inside, suffix)}
    mine = folder / f"{MINE}{_JSON}{suffix}"
    if mine.is_file() and not mine.is_symlink():
        found[MINE] = mine
    return found


def other_cover(suffix: str) -> str:
    """The suffix that files have under the other kind of cover."""
    return "" if suffix else SEALED_SUFFIX


def _workbook_names(folder: Path, suffix: str) -> Iterator[tuple[str, str]]:
    """The id and the file name of every workbook in a folder."""
    ending = f"{_JSON}{suffix}"
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            workbook_id = entry.name.removesuffix(ending)
            plain = entry.name != workbook_id and entry.is_file(follow_symlinks=False)
            if plain and is_workbook_id(workbook_id):
                yield workbook_id, entry.name


def _copy_all(places: Places, target: Path) -> None:
    make_private_folder(target)
    make_private_folder(target / "workbooks")
    source, goal = f"{places.workbooks}{os.sep}", f"{target / 'workbooks'}{os.sep}"
    for _, name in _workbook_names(places.workbooks, places.cover.suffix):
        link_or_copy(source + name, goal + name)
    mine = places.workbook(MINE)
    if mine.is_file() and not mine.is_symlink():
        link_or_copy(mine, target / mine.name)
    with suppress(FileNotFoundError):
        replace_file(target / VAULT_FILE, places.vault_file.read_bytes(), durable=False)


def _put_instead(begun: Path, file: Path, other: Path) -> None:
    target = (begun if file.name.startswith(MINE) else begun / "workbooks") / file.name
    target.unlink(missing_ok=True)
    link_or_copy(other, target)


def _read_name(folder: Path) -> Made | None:
    match = _NAME.fullmatch(folder.name)
    if match is None:
        return None
    try:
        made = datetime.fromisoformat(f"{match[1][:10]}T{match[1][11:]}")
    except ValueError:
        return None
    return Made(folder, made, match[2])
