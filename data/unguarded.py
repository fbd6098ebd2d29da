"""Writes the files that no lock guards, never clear into a vault that is being sealed meanwhile."""

from collections.abc import Callable
from pathlib import Path

from data.cover import Cover
from data.files import replace_file
from data.places import Places
from data.vault_file import VaultFile

PathUnder = Callable[[Cover], Path]


def present_cover(places: Places) -> Cover:
    """The cover that the vault has on disk now. Raises `VaultTrouble`."""
    VaultFile(places).look()
    return places.cover


def write_unguarded(
    places: Places, path_under: PathUnder, content: bytes, *, durable: bool = True
) -> Path:
    """Write the file that `path_under` names for a cover, under the cover of now; gives its path.

    Looks once more afterwards: where another window sealed or unsealed the vault in between, the
    file is taken away and written again. Raises `OSError` and `VaultTrouble`.
    """
    while True:
        cover = present_cover(places)
        path = path_under(cover)
        try:
            replace_file(path, cover.wrap(content), durable=durable)
        except FileNotFoundError:
            if present_cover(places).recipient == cover.recipient:
                raise
            continue
        if present_cover(places).recipient == cover.recipient:
            return path
        path.unlink(missing_ok=True)
