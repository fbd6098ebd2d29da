"""Reads a file to be brought in: only a plain file, only so much of it, and as text."""

import codecs
import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from coaching.errors import VaultTrouble
from coaching.text import tame

MOST_BYTES = 100 * 1024 * 1024
NAME_LENGTH = 120
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)
_UNUSED = "Nothing was changed."


@dataclass(frozen=True)
class Source:
    """The content of a file, and its name as sentences show it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Decoded:
    """The text of a file; `guessed` is the encoding where the file did not say it."""

    text: str
    guessed: str = ""


def read_source(path: str) -> Source:
    """The file at this path; `~` is the home folder.

    Raises:
        VaultTrouble: it is no plain file, is too big or cannot be read.
    """
    name = shown(path)
    try:
        return Source(name, _content(_path(path), name))
    except (OSError, ValueError, RuntimeError) as error:
        raise VaultTrouble(_cannot_read(name, error)) from error


def read_all(name: str, stream: BinaryIO) -> Source:
    """What another program hands over. `VaultTrouble` where it is too much."""
    return Source(name, _all_of(name, stream))


def shown(path: str) -> str:
    """The file's name as a sentence can show it: tame, on one line, not too long."""
    name = " ".join(tame(path).split()) or "the file"
    return name if len(name) <= NAME_LENGTH else f"…{name[-NAME_LENGTH:]}"


def decode(source: Source, *, fallback: str = "") -> Decoded:
    """The text of a file: UTF-8, or what its first bytes say, else the fallback, which is told.

    Raises:
        VaultTrouble: it is none of these; the sentence names the line.
    """
    content = source.content
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "") or _even(content)
    try:
        return Decoded(content.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        if fallback and not encoding and b"\0" not in content:
            return Decoded(content.decode(fallback, errors="replace"), fallback)
        line = content.count(b"\n", 0, error.start) + 1
        sentence = f"{source.name}, line {line}: this is not text in UTF-8."
        raise VaultTrouble(f"{sentence} Save the file as UTF-8 and try again. {_UNUSED}") from error


def _even(content: bytes) -> str:
    """UTF-16 without a mark shows itself by a zero in every other byte of plain words."""
    head = content[:200]
    if b"\0" not in head:
        return ""
    if head[1:] and not any(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if not any(head[::2]) else ""


def _path(text: str) -> Path:
    return Path(text).expanduser()


def _content(path: Path, name: str) -> bytes:
    _check_kind(path.stat(), name)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        _check_kind(os.fstat(descriptor), name)
        return _all_of(name, file)


def _all_of(name: str, stream: BinaryIO) -> bytes:
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _too_big(name)
    return content


def _check_kind(status: os.stat_result, name: str) -> None:
    for is_kind, kind in _KINDS:
        if is_kind(status.st_mode):
            way = "a file in it" if kind == "a folder" else "a file, or - for standard input"
            raise VaultTrouble(f"{name} is {kind}, not a file. Name {way}. {_UNUSED}")
    if status.st_size > MOST_BYTES:
        raise _too_big(name)


def _too_big(name: str) -> VaultTrouble:
    most = MOST_BYTES // 1024**2
    sentence = f"{name} has more than {most} MB, which is more than Troth takes in at once."
    return VaultTrouble(f"{sentence} Divide it, or export one person at a time. {_UNUSED}")


def _cannot_read(name: str, error: OSError | ValueError | RuntimeError) -> str:
    if isinstance(error, FileNotFoundError) or not isinstance(error, OSError):
        return f"There is no file {name}. Look at its name and folder. {_UNUSED}"
    if isinstance(error, PermissionError):
        return f"Troth may not read {name}. Allow yourself to read it. {_UNUSED}"
    if error.errno == errno.ENAMETOOLONG:
        return f"{name} is too long for a file's name. {_UNUSED}"
    reason = (error.strerror or "the system gave no reason").lower()
    return f"{name} cannot be read: {reason}. {_UNUSED}"
