"""Writes the papers of a workshop into a folder: all of them or none, never over another file."""

import os
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from coaching.errors import Refused, TrothError
from data.files import write_new_files
from data.places import FOLDER_MODE


def write_papers(folder: str, texts: Mapping[str, str]) -> Path:
    """Write each text under its name; gives the full folder. `~` is the home folder.

    Raises:
        Refused: no folder, a file in its place, or a paper of that name is there already.
        TrothError: they cannot be written; none is left then.
    """
    if not folder.strip():
        raise Refused("Write where the papers shall go, for example ~/workshop", field="folder")
    target = Path(folder.strip()).expanduser().absolute()
    paths = {target / name: text.encode() for name, text in texts.items()}
    for path in paths:
        if os.path.lexists(path):
            raise Refused(f"{path} is there already. Name another folder.", field="folder")
    try:
        target.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        write_new_files(paths)
    except OSError as error:
        raise TrothError(
            f"The papers cannot be written to {target} ({error.strerror or error}). "
            "Name another folder."
        ) from error
    return target


def free_folder(name: str) -> str:
    """A folder of this name in the home folder that is not there yet; a number is added if so."""
    for number in count(1):
        folder = f"~/{name}" if number == 1 else f"~/{name}-{number}"
        if not os.path.lexists(Path(folder).expanduser()):
            return folder
    raise AssertionError("count() never ends")
