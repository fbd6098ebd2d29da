"""Turns what the system says about a file into one sentence for the user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coaching.errors import Gone, VaultTrouble
from data.files import NoPlainFile

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_ELSEWHERE = "or choose another place with --vault"


class Damaged(VaultTrouble):
    """The content of the file at `path` is no record."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


@contextmanager
def told_on_read(path: Path) -> Iterator[None]:
    """Any `OSError` inside but `FileNotFoundError` becomes a `VaultTrouble` about this path."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise VaultTrouble(_cannot_read(path, error)) from error


@contextmanager
def told_on_save(path: Path) -> Iterator[None]:
    """Any `OSError` inside becomes a `VaultTrouble` that says nothing was saved."""
    try:
        yield
    except OSError as error:
        raise VaultTrouble(_cannot_save(path, error)) from error


def gone() -> Gone:
    """What is said where a workbook's file is not there any more."""
    return Gone(
        "This relationship is not in your records any more; it was deleted in another window. "
        "Nothing was changed."
    )


def no_folder(path: Path) -> VaultTrouble:
    """The trouble of a vault path that leads through a file."""
    file = next((step for step in (path, *path.parents) if step.is_file()), path)
    return VaultTrouble(
        f"{file} is a file, but Troth keeps records in a folder. "
        "Choose a folder with --vault. Nothing was changed."
    )


def newer(path: Path, schema: object, known: int) -> VaultTrouble:
    """The trouble of a file from a Troth that knows more than this one."""
    return VaultTrouble(
        f"{path} was written by a newer Troth (schema {schema}, this one knows {known}). "
        "Nothing was changed. Open these records with the newer Troth."
    )


def damaged(path: Path, way_on: str = "Put a copy of yours in its place.") -> Damaged:
    """The trouble of a file whose content is no record; `way_on` says what to do."""
    return Damaged(path, f"{path} is damaged and was left as it is. {way_on}")


def _cannot_read(path: Path, error: OSError) -> str:
    if isinstance(error, NotADirectoryError):
        return no_folder(path).sentence
    if isinstance(error, NoPlainFile):
        return (
            f"{path} cannot be read: {error.strerror}. Nothing was changed. "
            "Put the file itself there, or move this away."
        )
    if error.errno in FORBIDDEN:
        return f"Troth may not read {path}. Allow yourself to read it, {_ELSEWHERE}."
    return f"{path} cannot be read: {_reason(error)}. Nothing was changed. Try again in a moment."


def _cannot_save(path: Path, error: OSError) -> str:
    if isinstance(error, NotADirectoryError | FileExistsError):
        return no_folder(path).sentence
    if error.errno in FULL:
        return (
            f"The disk is full, so nothing was saved in {path}. "
            "Free some space and try again; what was saved before is safe."
        )
    if error.errno in FORBIDDEN or error.errno == errno.EROFS:
        return (
            f"Troth may not write in {path}, so nothing was saved. "
            f"Allow yourself to write there, {_ELSEWHERE}."
        )
    return (
        f"Nothing was saved in {path}: {_reason(error)}. "
        "What was saved before is safe. Try again in a moment."
    )


def _reason(error: OSError) -> str:
    return (error.strerror or "the system gave no reason").lower()
