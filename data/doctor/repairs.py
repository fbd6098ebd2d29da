"""Mends what needs no choice of the user, after a backup, and says what was done."""

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coaching.errors import VaultTrouble
from data.backups import files_of, local_now
from data.cover import BadCover
from data.doctor.files import everything, is_left_over, readable_by_others, too_open
from data.doctor.header import check_header, make_anew, no_way
from data.doctor.records import has_key_twice
from data.documents import content_of
from data.files import read_file, replace_file
from data.reading import MOST_BYTES, read_tables
from data.scan import Scan
from data.troubles import Damaged, told_on_save

if TYPE_CHECKING:
    from data.vault import FileVault

WHY = "before-repair"


def repair(vault: "FileVault", today: date) -> Sequence[str]:
    """Mend what can be mended; a sentence for each deed. Each is whole or not done at all."""
    done = list(_header(vault))
    with vault.alone():
        vault.check_open()
        with told_on_save(vault.places.backups):
            backup = vault.care.backups.make(WHY)
        done.append(f"Everything as it was before lies in {backup.folder}.")
        with told_on_save(vault.places.root):
            done += _files(vault)
        done += _workbooks(vault)
        vault.forget()
    return done


def _header(vault: "FileVault") -> Iterator[str]:
    findings = check_header(vault.places)
    if findings and not findings[0].repairable:
        raise no_way(vault.places)
    if findings:
        with vault.alone_unchecked():
            yield make_anew(vault.places, local_now())


def _files(vault: "FileVault") -> Iterator[str]:
    for path in list(everything(vault.places)):
        if path.is_file() and not path.is_symlink() and is_left_over(path):
            path.unlink()
            yield f"{path} was removed; nothing in it counted."
    for path in readable_by_others(vault.places):
        wanted = too_open(path)
        if wanted is not None:  # a second name of a file closed just now
            path.chmod(wanted)
            yield f"{path} can be read only by you now."


def _workbooks(vault: "FileVault") -> Iterator[str]:
    places = vault.places
    files = files_of(places.root, places.cover.suffix)
    gone = {workbook_id: places.workbook(workbook_id) for workbook_id in Scan(places).gone()}
    for workbook_id, path in {**files, **gone}.items():
        try:
            if vault.care.mend(workbook_id):
                yield f"{path} goes on from its last good copy{_aside(gone, workbook_id)}."
            content = places.cover.unwrap(read_file(path, MOST_BYTES)[0] or b"")
            if has_key_twice(content):
                tables, _ = read_tables(path, places.cover)
                with told_on_save(path):
                    new = places.cover.wrap(content_of(tables))
                    replace_file(path, new, keep_last=True)
                yield f"{path} was written anew, without what stood there twice."
        except Damaged as trouble:
            yield f"Not mended: {trouble.sentence}"
        except (VaultTrouble, OSError, BadCover):
            continue


def _aside(gone: Container[str], workbook_id: str) -> str:
    return "" if workbook_id in gone else "; the damaged file was set aside"
