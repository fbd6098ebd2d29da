"""What lies around the content of a vault's files: nothing, or age in a sealed vault."""

from typing import NamedTuple, Protocol


class BadCover(ValueError):
    """The content of a sealed file is damaged, or was sealed for another vault."""


class Cover(Protocol):
    """How a vault's files are kept. A file's name ends in `suffix`, so that names tell the state.

    `recipient` is the public key that sealed files are for; None in a clear vault.
    """

    @property
    def suffix(self) -> str:
        """What the names of files end in: "" or ".age"."""

    @property
    def recipient(self) -> str | None:
        """The public key of a sealed vault; None where the vault is clear."""

    @property
    def is_open(self) -> bool:
        """Whether this process can read what is covered."""

    def wrap(self, content: bytes) -> bytes:
        """What is written to the disk for this content. Works while the vault is locked, too."""

    def unwrap(self, content: bytes) -> bytes:
        """The content of a file. Raises `BadCover`, and `Locked` while the vault is locked."""


class Clear(NamedTuple):
    """The cover of a clear vault: none."""

    suffix: str = ""
    recipient: str | None = None
    is_open: bool = True

    def wrap(self, content: bytes) -> bytes:
        """The content itself."""
        return content

    def unwrap(self, content: bytes) -> bytes:
        """The content itself."""
        return content


CLEAR = Clear()
SEALED_SUFFIX = ".age"
