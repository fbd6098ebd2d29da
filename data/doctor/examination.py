"""Everything a vault holds, looked at in turn; one bad thing never hides the rest."""

from datetime import date
from typing import TYPE_CHECKING

from coaching.keeping import Finding
from data.doctor.files import check_files
from data.doctor.header import check_header
from data.doctor.records import check_records
from data.troubles import told_on_read

if TYPE_CHECKING:
    from data.vault import FileVault


def examine(vault: "FileVault", today: date) -> tuple[Finding, ...]:
    """What is not as it should be on this day. Changes nothing. Raises `Locked`, `VaultTrouble`."""
    header = check_header(vault.places)
    if header:
        return header
    vault.check_open()
    with told_on_read(vault.places.root):
        return (*check_files(vault.places), *check_records(vault.places, today))
