"""The care for a vault's files that a user asks for: backups, choices, the doctor, erasing."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from coaching.keeping import Backup, Conflict, Difference, Finding, Keep, Settled
from data.conflicts import conflicts, settle
from data.erasing import erase
from data.restoring import described, differences, find_backup, restore
from data.troubles import told_on_save
from data.vault import FileVault


class Keeper:
    """Implements `coaching.keeping.Keeping` for a vault on disk."""

    def __init__(self, vault: FileVault) -> None:
        self._vault = vault

    def backups(self) -> Sequence[Backup]:
        """Every backup, the newest first."""
        return [described(one) for one in self._vault.care.backups.all()]

    def back_up(self, why: str) -> Backup:
        """Keep all records as they are now; `why` is one of `coaching.keeping.WHYS`."""
        with self._vault.alone(), told_on_save(self._vault.places.backups):
            return described(self._vault.care.backups.make(why))

    def named(self, words: str) -> Backup:
        """The backup with this name or day; `Refused` where none or several fit."""
        return described(find_backup(self._vault.places, words))

    def preview(self, name: str) -> Sequence[Difference]:
        """What putting this backup back would change."""
        self._vault.check_open()
        return differences(self._vault.places, find_backup(self._vault.places, name))

    def restore(self, name: str, only: str | None = None) -> Backup:
        """Put a backup back, of one workbook or of all; returns that of the state before."""
        return described(restore(self._vault, find_backup(self._vault.places, name), only))

    def conflicts(self) -> Sequence[Conflict]:
        """The copies in conflict, each with what tells the two apart."""
        self._vault.check_open()
        return conflicts(self._vault.places)

    def settle(self, conflict: Conflict, keep: Keep, wins: Literal["this", "other"]) -> Settled:
        """Go on with one copy or with the records of both; returns how to get the other later."""
        return settle(self._vault, conflict, keep, wins)

    def findings(self, today: date) -> Sequence[Finding]:
        """Everything in the vault that is not as it should be on this day."""
        from data.doctor.examination import examine

        return examine(self._vault, today)

    def repair(self, today: date) -> Sequence[str]:
        """Mend what can be mended without a choice, after a backup; a sentence for each deed."""
        from data.doctor.repairs import repair

        return repair(self._vault, today)

    def erase(self, workbook_id: str) -> None:
        """Remove a workbook for good, with every copy of it in this vault."""
        erase(self._vault, workbook_id)
