"""Writes what leaves: each file whole or not at all, readable by its owner only."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coaching.errors import Refused, ThereAlready, VaultTrouble
from coaching.exchange import Page
from data.files import replace_file, sync_folder
from data.places import make_private_folder


def write_parcel(
    path: str, pages: Sequence[Page], *, vault: Path, folder: bool, force: bool
) -> Path:
    """Write the pages: one into this file, or all into this folder, which is made if need be.

    `~` is the home folder; a folder that is there gets the file under its own name. `vault` is the
    folder of the records, in which nothing else is ever written.

    Raises:
        Refused: no path, or something is there already and `force` is not set.
        VaultTrouble: a file cannot be written; none of the new ones is left then.
    """
    if not path.strip():
        raise Refused("Write where it shall go, for example ~/troth.json", field="path")
    target = Path(path.strip()).expanduser().absolute()
    targets = _targets(target, pages, folder=folder)
    _check(target, list(targets), vault, force=force)
    try:
        if folder:
            make_private_folder(target)
        _write_all(targets, force=force)
    except OSError as error:
        raise _cannot(target, error) from error
    return target if folder else next(iter(targets))


def _targets(target: Path, pages: Sequence[Page], *, folder: bool) -> dict[Path, bytes]:
    if folder or target.is_dir():
        return {target / page.name: page.content for page in pages}
    return {target: pages[0].content}


def _check(target: Path, paths: Sequence[Path], vault: Path, *, force: bool) -> None:
    if target.exists() and len(paths) > 1 and not target.is_dir():
        raise Refused(f"{target} is a file, and a folder is needed. Choose another.", "path")
    home = vault.resolve()
    for path in paths:
        if path.parent.resolve().is_relative_to(home):
            raise Refused(f"{target} is in the folder of your records. Choose another.", "path")
        if os.path.lexists(path) and not (force and _is_plain_file(path)):
            raise _there_already(path)


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _write_all(targets: dict[Path, bytes], *, force: bool) -> None:
    new: list[Path] = []
    try:
        for path, content in targets.items():
            if force and path.exists():
                replace_file(path, content)
            else:
                _write_new(path, content)
                new.append(path)
    except OSError as error:
        for written in new:
            with suppress(OSError):
                written.unlink()
        if isinstance(error, FileExistsError):
            raise _there_already(path) from error
        raise _cannot(path, error) from error


def _write_new(path: Path, content: bytes) -> None:
    """Write it beside first; the last step fails where something came to be there meanwhile."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    replace_file(temporary, content)
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        _move_new(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def _move_new(temporary: Path, path: Path) -> None:
    """Where the disk knows no links: take the name first, then put the whole file in its place."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        temporary.replace(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _there_already(path: Path) -> ThereAlready:
    return ThereAlready(f"{path} is there already. Choose another name.", "path")


def _cannot(path: Path, error: OSError) -> VaultTrouble:
    """Names what the user asked for, never the file beside it in which the writing began."""
    folder = path.parent
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return VaultTrouble(f"There is no folder {folder}. Make it first, or choose another place.")
    return VaultTrouble(
        f"{path} cannot be written ({error.strerror or error}). Choose another place."
    )
