"""What coaching needs from the world: a vault, drafts, a clock and new ids."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coaching.overview import Overview
from coaching.record.workbook import Done, Touched, Workbook

Verb = Callable[[Workbook], Done]


@dataclass(frozen=True)
class Changed:
    """A saved change: the new workbook, the records it touched and the sentence of the verb."""

    workbook: Workbook
    touched: tuple[Touched, ...]
    said: str


class Vault(Protocol):
    """The one place that saves. Every method may raise `VaultTrouble`."""

    def overview(self) -> Overview:
        """The facts of every workbook, as they are on disk now."""

    def open(self, workbook_id: str) -> Workbook:
        """A workbook as it is on disk now; an empty one for `MINE` before its first change."""

    def change(self, workbook_id: str, verb: Verb) -> Changed:
        """Apply the verb to the freshest workbook and save it durably; or raise, saving nothing."""

    def create(self, workbooks: Sequence[Workbook]) -> None:
        """Save new workbooks durably."""

    def discard(self, workbook_id: str) -> None:
        """Move a workbook to the trash, which is emptied when this window closes."""

    def recover(self, workbook_id: str) -> None:
        """Bring a workbook back from the trash."""

    def stamp(self) -> object:
        """A cheap value that differs after any window has saved."""

    def close(self) -> None:
        """Empty this window's trash and let go of the vault."""


Progress = Callable[[int, int], bool]
"""Told how much is done of how much; False asks to take everything back."""


class Sealing(Protocol):
    """The passphrase seal over a vault. Its methods block; they may raise `VaultTrouble`."""

    @property
    def sealed(self) -> bool:
        """Whether the records are sealed, opened here or not."""

    @property
    def locked(self) -> bool:
        """Whether they are sealed and not opened in this process."""

    def unlock(self, passphrase: str) -> None:
        """Open them for this process. `WrongPassphrase` where it is another."""

    def lock(self) -> None:
        """Forget in this process what opens them."""

    def seal(self, passphrase: str, progress: Progress) -> bool:
        """Seal everything; False where it was taken back."""

    def unseal(self, progress: Progress) -> bool:
        """Write everything in plain files again; False where it was taken back."""

    def change_passphrase(self, old: str, new: str) -> None:
        """From now on the new one opens them."""


@dataclass(frozen=True)
class Draft:
    """Text typed into a form and not saved as a change yet: field names to text."""

    key: str
    fields: Mapping[str, str]
    typed: datetime


class Drafts(Protocol):
    """Typed text by form, outside record, undo, backups and exports."""

    def write(self, draft: Draft) -> None:
        """Keep a draft, in place of the one with its key."""

    def read(self, key: str) -> Draft | None:
        """The draft of a form, or None."""

    def drop(self, key: str) -> None:
        """Forget a draft; no error where there is none."""

    def keys(self) -> tuple[str, ...]:
        """The forms that have a draft."""


class Clock(Protocol):
    """The record's clock and the user's zone."""

    def now(self) -> datetime:
        """The present moment, aware, in the user's zone."""

    def zone(self) -> str:
        """The IANA name of the user's zone."""


NewId = Callable[[], str]
