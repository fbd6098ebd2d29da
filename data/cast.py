"""Puts the records of a case's cast into a vault of their own, for the screens to show."""

from datetime import datetime
from pathlib import Path

from data.demo import fill
from data.scenario_loader import Case, ScenarioLibrary
from data.scenario_records import Records
from data.scenario_store import CASE_SUFFIX, RunFile
from data.vault import FileVault


def find_case(which: str) -> Case:
    """A case as `ScenarioLibrary.find` takes it, or the copy that a run keeps of its own.

    Raises:
        TrothError: there is none, or it cannot be read.
    """
    path = Path(which)
    if not path.name.endswith(CASE_SUFFIX):
        return ScenarioLibrary().find(which)
    return RunFile(path.with_name(f"{path.name.removesuffix(CASE_SUFFIX)}.json")).case()


def make_cast(records: Records, folder: Path) -> datetime:
    """Put these records into a fresh vault in this folder; returns their own now, aware.

    Raises:
        VaultTrouble: it cannot be saved.
    """
    vault = FileVault.at(folder)
    try:
        fill(vault, records)
    finally:
        vault.close()
    return records.moment
