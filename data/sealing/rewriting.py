"""Writes the files of a vault under another cover beside the old ones, and removes the old ones."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from coaching.errors import VaultTrouble
from coaching.ports import Progress
from data.cover import SEALED_SUFFIX, BadCover
from data.files import TEMPORARY, read_file, replace_file, signature_of, sync_folder
from data.places import MINE, Places
from data.trash import OWNER
from data.troubles import damaged, told_on_save

Turn = Callable[[bytes], bytes]
SET_ASIDE = ".damaged"
_NEVER = frozenset({"vault.json", "identity.age", OWNER})


def clear_files(places: Places) -> list[Path]:
    """The files in clear that hold, or may hold, what the user wrote."""
    return [path for path in _all_files(places) if path.suffix != SEALED_SUFFIX]


def sealed_files(places: Places) -> list[Path]:
    """The sealed files of a vault, but for its key."""
    return [path for path in _all_files(places) if path.suffix == SEALED_SUFFIX]


def sealed_name(path: Path) -> Path:
    """The file that holds the same sealed."""
    return path.with_name(path.name + SEALED_SUFFIX)


def clear_name(path: Path) -> Path:
    """The file that holds the same in clear."""
    return path.with_name(path.name.removesuffix(SEALED_SUFFIX))


def other_name(path: Path) -> Path:
    """The file that holds the same under the other cover."""
    return clear_name(path) if path.suffix == SEALED_SUFFIX else sealed_name(path)


class Rewriting:
    """Writes each file again under its other name, with `turn` for its content.

    A file that is there already with the time of the old one is not written again, so that
    this can go on where it was cut off. Files that are one on the disk stay one. What was set
    aside as damaged and cannot be turned is left as it is; for any other it is `VaultTrouble`.
    """

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._written: dict[tuple[int, int], Path] = {}

    def write_all(self, paths: list[Path], progress: Progress | None) -> bool:
        """Write them all durably; False where `progress` wants it taken back."""
        for done, path in enumerate(paths):
            if progress is not None and not progress(done, len(paths)):
                return False
            self.write(path)
        for folder in {path.parent for path in paths}:
            with told_on_save(folder):
                sync_folder(folder)
        return progress is None or progress(len(paths), len(paths))

    def write(self, path: Path) -> None:
        """Write one file, unless it has gone or was written before."""
        target = other_name(path)
        with told_on_save(target), suppress(FileNotFoundError):
            status = os.stat(path)  # noqa: PTH116 - its device and inode are needed together
            there = signature_of(target)
            if there is None or there.mtime_ns != status.st_mtime_ns:
                self._write_anew(path, target, status)
            if status.st_nlink > 1:
                self._written[status.st_dev, status.st_ino] = target

    def _write_anew(self, path: Path, target: Path, status: os.stat_result) -> None:
        twin = self._written.get((status.st_dev, status.st_ino))
        if twin is not None and _linked(twin, target):
            return
        content, signature = read_file(path)
        try:
            turned = self._turn(content or b"")
        except BadCover as error:
            if SET_ASIDE in path.name:
                return
            raise damaged(path) from error
        _put(target, turned, signature.mtime_ns)


def remove_rewritten(paths: list[Path], rewriting: Rewriting | None, drafts: Path) -> None:
    """Remove each file that is there under its other name, too.

    With `rewriting`, one that is not is written first, and so is a draft that was typed meanwhile.
    Raises `VaultTrouble`.
    """
    for path in paths:
        if rewriting is not None and (path.parent == drafts or not other_name(path).exists()):
            rewriting.write(path)
        if other_name(path).exists():
            with told_on_save(path):
                path.unlink(missing_ok=True)
    for folder in {path.parent for path in paths}:
        with told_on_save(folder):
            sync_folder(folder)


def remove_temporary(places: Places) -> None:
    """Remove what was begun in clear and never finished."""
    for path in _walk(places):
        if path.name.endswith(TEMPORARY) and f"{SEALED_SUFFIX}." not in path.name:
            with told_on_save(path):
                path.unlink(missing_ok=True)


def refuse_links(places: Places) -> None:
    """`VaultTrouble` where a file or folder is a link, for a seal would not reach its target."""
    for path in _walk(places):
        if path.is_symlink():
            raise VaultTrouble(
                f"{path} is a link to a file elsewhere, which a seal would not reach. "
                "Put the file itself in its place first. Nothing was changed."
            )


def _all_files(places: Places) -> list[Path]:
    return sorted(
        path
        for path in _walk(places)
        if path.name not in _NEVER and not path.name.endswith(TEMPORARY) and path.is_file()
    )


def _walk(places: Places) -> Iterator[Path]:
    """Every file and link in the folders of a vault, and those of `MINE` beside them."""
    yield from (path for path in places.root.glob(f"{MINE}*") if not path.is_dir())
    for folder in (
        places.workbooks,
        places.drafts,
        places.trash,
        places.backups,
        places.cache,
    ):
        for inside, folders, names in os.walk(folder):
            yield from (Path(inside, name) for name in names)
            yield from (link for name in folders if (link := Path(inside, name)).is_symlink())


def _linked(twin: Path, target: Path) -> bool:
    """Whether the file could be made one with its twin; it must not be there."""
    try:
        target.unlink(missing_ok=True)
        target.hardlink_to(twin)
    except OSError:
        return False
    return True


def _put(target: Path, content: bytes, mtime_ns: int) -> None:
    """Write a file durably but for its folder, and give it this time."""
    replace_file(target, content, durable=False)
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.utime(target, ns=(mtime_ns, mtime_ns))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
