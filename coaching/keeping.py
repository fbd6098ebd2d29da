"""What the user is told of the vault itself: backups, doubtful files, copies in conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

WHYS: Mapping[str, str] = {
    "first-change": "before the first change of the day",
    "before-restore": "before an older state was put back",
    "before-migrate": "before a newer Troth changed the form of the files",
    "before-repair": "before a repair",
    "before-import": "before an import",
    "before-seal": "before sealing or unsealing",
    "before-choice": "before a choice between two copies",
    "other-copy": "with the copy that was not chosen of two",
}
"""Why a backup was made, by the word in its name."""

Keep = Literal["this", "other", "both"]


@dataclass(frozen=True, slots=True)
class Backup:
    """A dated copy of all records. `made` is local time, `size` bytes, `people` how many."""

    name: str
    made: datetime
    why: str
    people: int
    size: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What putting a backup back would change for one workbook, counted in records.

    `what` is "comes back", also where the file as it is now cannot be read, "goes", "changes" or
    "cannot be compared"; `name` is empty for the user's own pages; `newest` is the day of the
    newest entry of pages that come back.
    """

    workbook_id: str
    name: str
    what: Literal["comes back", "goes", "changes", "cannot be compared"]
    added: int = 0
    removed: int = 0
    changed: int = 0
    newest: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of two copies of somebody's pages: when it was last changed, and what only it has.

    `alone` counts the records the other copy lacks, `newest` is the day of its latest entry;
    `readable` is False where nothing can be said about its inside.
    """

    file: str
    changed: datetime
    records: int
    alone: int
    newest: str
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Wording:
    """One record that both copies have in another form: its kind, and what each copy says."""

    noun: str
    this: str
    other: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice made: the folder in which both copies lie, and what to type for the other one.

    `command` is empty where that other copy cannot be read.
    """

    place: str
    command: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two copies of one workbook, left by a program that synchronises folders.

    `differing` counts the records that both have in another form, `wordings` says them.
    """

    workbook_id: str
    name: str
    this: Copy
    other: Copy
    differing: int
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `kind` is a short fixed word, `what` says it, `where` names file and place, `means` says what
    it means for the user, and `way_on` what a repair would do or what the user decides.
    """

    kind: str
    what: str
    where: str
    means: str
    way_on: str
    repairable: bool = False


class Keeping(Protocol):
    """The care for a vault's files. Every method may raise `VaultTrouble`."""

    def backups(self) -> Sequence[Backup]:
        """Every backup, the newest first."""

    def back_up(self, why: str) -> Backup:
        """Keep all records as they are now; `why` is one of `WHYS`."""

    def named(self, words: str) -> Backup:
        """The backup with this name or day; `Refused` where none or several fit."""

    def preview(self, name: str) -> Sequence[Difference]:
        """What putting this backup back would change."""

    def restore(self, name: str, only: str | None = None) -> Backup:
        """Put a backup back, of one workbook or of all; returns that of the state before."""

    def conflicts(self) -> Sequence[Conflict]:
        """The copies in conflict, each with what tells the two apart."""

    def settle(self, conflict: Conflict, keep: Keep, wins: Literal["this", "other"]) -> Settled:
        """Go on with one copy or with the records of both; returns how to get the other later.

        `wins` decides about the records that both have in another form.
        """

    def findings(self, today: date) -> Sequence[Finding]:
        """Everything in the vault that is not as it should be on this day."""

    def repair(self, today: date) -> Sequence[str]:
        """Mend what can be mended without a choice, after a backup; a sentence for each deed."""

    def erase(self, workbook_id: str) -> None:
        """Remove a workbook for good, with every copy of it in this vault."""
