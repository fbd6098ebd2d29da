"""Reads a file together with its signature, and replaces it whole or not at all."""

import errno
import os
import shutil
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from data.places import FILE_MODE, last_good

TEMPORARY = ".tmp"
_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EXDEV})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS})
_WINDOWS = os.name == "nt"
_BINARY = getattr(os, "O_BINARY", 0)
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_IS_LINK = frozenset({errno.ELOOP, errno.EMLINK})
_PAUSES_S = (0.01, 0.05, 0.2)


class Signature(NamedTuple):
    """What tells two states of a file apart; every save gives another one."""

    inode: int
    mtime_ns: int
    size: int


def signature_of(path: str | Path) -> Signature | None:
    """The signature of the file as it is now; None where there is none."""
    try:
        return _signature(os.stat(path))  # noqa: PTH116 - also called with the str of a scan
    except FileNotFoundError:
        return None


class NoPlainFile(OSError):
    """What has the name of a file is a folder, a link or a device."""


def read_file(path: Path, at_most: int | None = None) -> tuple[bytes | None, Signature]:
    """The content of a file and the signature it had then; None where it has more bytes.

    Follows no link and waits for no device: `NoPlainFile` for whatever is no plain file.
    """
    with open(path, "rb", opener=_open_plain) as file:
        signature = _signature(os.fstat(file.fileno()))
        if at_most is not None and signature.size > at_most:
            return None, signature
        return file.read(), signature


def replace_file(
    path: Path, content: bytes, *, keep_last: bool = False, durable: bool = True
) -> Signature:
    """Put this content in the place of a file: after any failure or crash the old one is there.

    With `keep_last` the old content stays beside it. `durable` waits until the disk has it.
    Raises `OSError` with the old file untouched and nothing left behind.
    """
    temporary = _beside(path)
    old = signature_of(path)
    try:
        signature = _write(temporary, content, old, durable=durable)
        if keep_last and old is not None:
            _keep(path, last_good(path))
        move_file(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if durable:
        _sync_or_put_back(path, is_new=old is None, kept=keep_last)
    return signature


def write_new_files(contents: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, durably: all of them, or none. Raises `OSError`."""
    begun: list[Path] = []
    try:
        for path, content in contents.items():
            temporary = _beside(path)
            begun += (temporary, path)
            _write(temporary, content, None, durable=True)
            move_file(temporary, path)
        for folder in {path.parent for path in contents}:
            sync_folder(folder)
    except OSError:
        for path in begun:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows which files are in a folder, where the system can do that."""
    if _WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def move_file(source: Path, target: Path) -> None:
    """Move in one step, over what is there; on Windows a reader may hold that for a moment."""
    for pause in _PAUSES_S if _WINDOWS else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def link_or_copy(path: str | Path, target: str | Path) -> None:
    """Give a file a second name, which must be free; a copy where the system has no links."""
    try:
        os.link(path, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copyfile(path, target)
        os.chmod(target, FILE_MODE)  # noqa: PTH101 - also a str


def _open_plain(path: str, flags: int) -> int:
    try:
        descriptor = os.open(path, flags | _PLAIN)
    except OSError as error:
        if error.errno in _IS_LINK:
            raise NoPlainFile(error.errno, "it is a link to another place", path) from error
        raise
    kind = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(kind):
        os.close(descriptor)
        what = "a folder" if stat.S_ISDIR(kind) else "a device"
        raise NoPlainFile(errno.EINVAL, f"it is {what}, not a file", path)
    return descriptor


def _beside(path: Path) -> Path:
    """Where this process writes what shall become this file."""
    return path.with_name(f"{path.name}.{os.getpid()}{TEMPORARY}")


def _signature(status: os.stat_result) -> Signature:
    return Signature(status.st_ino, status.st_mtime_ns, status.st_size)


def _write(path: Path, content: bytes, old: Signature | None, *, durable: bool) -> Signature:
    """Write a new private file whose time is later than the old one's, however coarse the clock."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        moment = max(time.time_ns(), old.mtime_ns + 1 if old else 0)
        os.utime(path if _WINDOWS else descriptor, ns=(moment, moment))
        if durable:
            os.fsync(descriptor)
        return _signature(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _keep(path: Path, copy: Path) -> None:
    """Make `copy` hold what the file holds now, without a moment in which there is no copy."""
    temporary = _beside(copy)
    temporary.unlink(missing_ok=True)
    try:
        link_or_copy(path, temporary)
        move_file(temporary, copy)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sync_or_put_back(path: Path, *, is_new: bool, kept: bool) -> None:
    """A save the disk refused in its very last step is taken back, so that it never half counts."""
    try:
        sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            if is_new:
                path.unlink()
            elif kept:
                _keep(last_good(path), path)
        raise
