"""The covers of a sealed vault: with its key in memory, and without."""

from typing import TYPE_CHECKING, NamedTuple

from coaching.errors import Locked, VaultTrouble
from data.cover import SEALED_SUFFIX, BadCover

if TYPE_CHECKING:
    from pyrage.x25519 import Identity


class LockedCover(NamedTuple):
    """The cover of a sealed vault whose key this process has not got."""

    recipient: str
    suffix: str = SEALED_SUFFIX
    is_open: bool = False

    def wrap(self, content: bytes) -> bytes:
        """Seal the content; that needs no secret."""
        return seal_for(self.recipient, content)

    def unwrap(self, content: bytes) -> bytes:
        """Raises `Locked`."""
        del content
        raise locked()


class OpenCover:
    """The cover of a sealed vault whose key is in memory, and nowhere else in clear."""

    suffix = SEALED_SUFFIX
    is_open = True

    def __init__(self, identity: "Identity") -> None:
        self._identity = identity
        self.recipient = str(identity.to_public())

    def wrap(self, content: bytes) -> bytes:
        """Seal the content."""
        return seal_for(self.recipient, content)

    def unwrap(self, content: bytes) -> bytes:
        """The content of a sealed file. Raises `BadCover`."""
        import pyrage

        try:
            opened: bytes = pyrage.decrypt(content, [self._identity])
        except pyrage.DecryptError as error:
            raise BadCover(str(error)) from error
        return opened

    def secret(self) -> str:
        """The key as the age command writes it, to be sealed under another passphrase."""
        return str(self._identity)


def seal_for(recipient: str, content: bytes) -> bytes:
    """The content as an age file that only the recipient's identity opens."""
    need_libraries()
    import pyrage

    sealed: bytes = pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(recipient)])
    return sealed


def need_libraries() -> None:
    """`VaultTrouble` where the libraries that seal are not installed."""
    try:
        import cryptography
        import pyrage
    except ModuleNotFoundError as missing:
        raise VaultTrouble(
            "Sealed records need two more libraries. Install them with: pip install 'troth[seal]'"
        ) from missing
    del cryptography, pyrage


def locked() -> Locked:
    """What is said where a locked window is asked for records."""
    return Locked(
        "Your records are sealed and locked here. Open troth and give your passphrase, or name a "
        "file that holds it in TROTH_PASSPHRASE_FILE."
    )
