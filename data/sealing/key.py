"""The key of a sealed vault: made, kept under a passphrase in identity.age, opened with it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import VaultTrouble
from data.cover import BadCover
from data.files import read_file, replace_file
from data.places import Places
from data.sealing.covers import OpenCover, need_libraries
from data.sealing.passphrase_file import opened_with, sealed_with
from data.troubles import told_on_read, told_on_save

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

MOST_BYTES = 64 * 1024
SECRET = "AGE-SECRET-KEY-1"


def make_key(places: Places, passphrase: str) -> OpenCover:
    """A new key, kept durably under the passphrase and read back once to be sure."""
    need_libraries()
    import pyrage

    made = OpenCover(pyrage.x25519.Identity.generate())
    _keep(places.identity, made, passphrase)
    if _read(places.identity, passphrase).recipient != made.recipient:
        raise _damaged(places.identity)
    return made


def open_key(places: Places, passphrase: str) -> OpenCover:
    """The cover that opens a sealed vault. Raises `WrongPassphrase` and `VaultTrouble`."""
    need_libraries()
    opened = _read(places.identity, passphrase)
    if opened.recipient != places.cover.recipient:
        raise VaultTrouble(
            f"{places.identity} is the key of other records. Put the one that belongs to these "
            "back from a copy of yours. Nothing was changed."
        )
    return opened


def change_passphrase(places: Places, old: str, new: str) -> None:
    """Keep the key under the new passphrase. Raises `WrongPassphrase` for the old one."""
    if places.cover.recipient is None:
        raise not_sealed()
    _keep(places.identity, open_key(places, old), new)


def is_there(places: Places) -> bool:
    """Whether the key's file is there, with a beginning as age files have it."""
    try:
        content, _ = read_file(places.identity, at_most=MOST_BYTES)
    except OSError:
        return False
    return content is not None and content.startswith(b"age-encryption.org/v1\n")


def not_sealed() -> VaultTrouble:
    """What is said where a seal is asked about that is not there."""
    return VaultTrouble("Your records are not sealed. To seal them: troth seal")


def _keep(path: Path, key: OpenCover, passphrase: str) -> None:
    """Write the key as age-keygen does, so that the age command can use it."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    text = f"# created: {made}\n# public key: {key.recipient}\n{key.secret()}\n"
    with told_on_save(path):
        replace_file(path, sealed_with(passphrase, text.encode()))


def _read(path: Path, passphrase: str) -> OpenCover:
    try:
        with told_on_read(path):
            content, _ = read_file(path, at_most=MOST_BYTES)
    except FileNotFoundError as missing:
        raise VaultTrouble(
            f"{path}, the key of your sealed records, is missing. Put it back from a copy of "
            "yours; without it nobody can open them. Nothing was changed."
        ) from missing
    try:
        return OpenCover(_identity(opened_with(passphrase, content or b"")))
    except BadCover as error:
        raise _damaged(path) from error


def _identity(text: bytes) -> "Identity":
    import pyrage

    lines = text.decode("ascii", "replace").splitlines()
    secrets = [line.strip() for line in lines if line.startswith(SECRET)]
    try:
        return pyrage.x25519.Identity.from_str(secrets[0])
    except (LookupError, pyrage.IdentityError) as error:
        raise BadCover("there is no key in it") from error


def _damaged(path: Path) -> VaultTrouble:
    return VaultTrouble(
        f"{path}, the key of your sealed records, is damaged; your passphrase may be right. "
        "Put the file back from a copy of yours. Nothing was changed."
    )
