"""Goes on from the last good copy of a workbook whose file is damaged, or gone."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coaching.errors import VaultTrouble
from coaching.record.relationship import Relationship
from coaching.record.workbook import MINE, Workbook
from coaching.say import say_day_and_time
from data.backups import Backups, Made, files_of
from data.cover import Cover
from data.files import link_or_copy, read_file, replace_file, sync_folder
from data.places import Places, last_good
from data.reading import Opened, read_workbook
from data.strays import ASIDE
from data.troubles import Damaged, told_on_save

YOUR_OWN, SOMEBODY = "your own", "somebody's"


class Mended(NamedTuple):
    """Where a damaged file lies now, None where it was gone, and the sentence that says so."""

    path: Path | None
    sentence: str


def mend(places: Places, workbook_id: str, now: datetime) -> Mended | None:
    """Put the last good copy in the place of a damaged file, or of one that is gone.

    The damaged file stays under another name. None where the file is sound, or gone with its copy,
    as a deleted one is. The caller holds the vault's lock; `now` is local time. Killed at any
    moment, it leaves the damaged file in its place or the good copy. Raises `Damaged` where there
    is no good copy, with the way on, and `VaultTrouble` where the disk refuses.
    """
    cover, path = places.cover, places.workbook(workbook_id)
    is_gone = False
    try:
        read_workbook(path, workbook_id, cover)
    except FileNotFoundError:
        is_gone = True
    except Damaged:
        pass
    else:
        return None
    if is_gone and not last_good(path).is_file():
        return None
    good = read_last_good(path, workbook_id, cover)
    if good is None:
        raise Damaged(path, not_mended(places, workbook_id, is_gone=is_gone))
    with told_on_save(path):
        aside = None if is_gone else _keep_damaged(path, cover, now)
        content, _ = read_file(last_good(path))
        replace_file(path, content or b"")
    return Mended(aside, _sentence(good, path, aside))


def read_last_good(path: Path, workbook_id: str, cover: Cover) -> Opened | None:
    """What the copy from before the last save holds; None where it cannot be read."""
    try:
        return read_workbook(last_good(path), workbook_id, cover)
    except (FileNotFoundError, VaultTrouble):
        return None


def _keep_damaged(path: Path, cover: Cover, now: datetime) -> Path:
    """Give the damaged file a second name, unless it got one before a crash. Raises `OSError`."""
    plain = path.name.removesuffix(cover.suffix)
    for other in path.parent.glob(f"{plain}{ASIDE}*{cover.suffix}"):
        if other.samefile(path):
            return other
    stem = f"{plain}{ASIDE}{now:%Y%m%d-%H%M%S}"
    aside, number = path.with_name(f"{stem}{cover.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{cover.suffix}")
    link_or_copy(path, aside)
    sync_folder(path.parent)
    return aside


def _sentence(good: Opened, path: Path, aside: Path | None) -> str:
    saved = datetime.fromtimestamp(good.signature.mtime_ns / 1e9).astimezone()
    pages = f"{first_up(whose(good.parsed.workbook))} pages"
    when = say_day_and_time(saved)
    open_now = f"the copy from {when}, is open. What was saved later is not in it."
    if aside is None:
        return f"{pages} were gone from their folder; {open_now} The file that was gone is {path}."
    return f"{pages} were damaged; {open_now} The damaged file is kept as {aside}."


def not_mended(places: Places, workbook_id: str, *, is_gone: bool) -> str:
    """What is wrong where no good copy lies beside the file, and the way on: a backup, if any."""
    path, newest = places.workbook(workbook_id), _newest_backup(places, workbook_id)
    wrong = "gone from their folder" if is_gone else "damaged"
    of_whom = whose(newest.workbook) if newest else YOUR_OWN if workbook_id == MINE else SOMEBODY
    parts = [f"{first_up(of_whom)} pages are {wrong}, and no good copy lies beside the file."]
    if is_gone:
        parts.append(f"To go on without them, move {last_good(path)} away.")
    else:
        parts.append(f"The file was left as it is: {path}.")
    if newest is not None:
        made, way_on = newest.backup.made, command(newest.backup.name, newest.workbook)
        parts.append(f"The newest backup of them is of {say_day_and_time(made)}: {way_on}")
    else:
        parts.append(f"No backup has them; if you have a copy elsewhere, name it {path.name}.")
    return " ".join(parts)


class _Newest(NamedTuple):
    backup: Made
    workbook: Workbook


def _newest_backup(places: Places, workbook_id: str) -> _Newest | None:
    """The newest backup in which these pages can be read."""
    cover = places.cover
    for backup in Backups(places).all():
        copy = files_of(backup.folder, cover.suffix).get(workbook_id)
        if copy is None:
            continue
        try:
            return _Newest(backup, read_workbook(copy, workbook_id, cover).parsed.workbook)
        except (OSError, VaultTrouble):
            continue
    return None


def command(backup: str, workbook: Workbook) -> str:
    """What to type to put back these pages alone."""
    return f"troth backup restore {backup} --only {_word(workbook)}"


def first_up(words: str) -> str:
    """These words of ours at the beginning of a sentence; a name stays as it is written."""
    return words.capitalize() if words in (YOUR_OWN, SOMEBODY) else words


def whose(workbook: Workbook) -> str:
    """Whose pages these are, as in: Ben's, your own."""
    if workbook.id == MINE:
        return YOUR_OWN
    names = [one.name for one in workbook.all(Relationship)]
    return f"{names[0]}'s" if names else SOMEBODY


def _word(workbook: Workbook) -> str:
    if workbook.id == MINE:
        return "mine"
    import shlex

    return shlex.quote(next((one.name for one in workbook.all(Relationship)), workbook.id))
