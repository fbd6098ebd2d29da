"""Writes a page the user takes along: a new file, whole or not at all, never over another."""

import os
from pathlib import Path

from coaching.errors import Refused, VaultTrouble

PRIVATE = 0o600


def write_page(path: str, text: str) -> Path:
    """Write the text into a new file and give its full path; `~` means the home folder.

    Raises:
        Refused: the path is empty, or something is there already.
        VaultTrouble: the file cannot be written.
    """
    if not path.strip():
        raise Refused("Write where the page shall go, for example ~/plan.md", field="path")
    target = Path(path.strip()).expanduser().absolute()
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    except FileExistsError as error:
        raise Refused(f"{target} is there already. Choose another name.", field="path") from error
    except OSError as error:
        raise _cannot(target, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _cannot(target, error) from error
    return target


def _cannot(target: Path, error: OSError) -> VaultTrouble:
    return VaultTrouble(
        f"{target} cannot be written ({error.strerror or error}). Choose another place."
    )
