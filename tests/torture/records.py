"""What must be true of the records after anything at all happened to the screens."""

from collections.abc import Mapping
from pathlib import Path

from coaching.coach import Coach
from coaching.errors import Refused
from coaching.record.base import Record
from coaching.record.workbook import MINE, Workbook
from data.vault import FileVault
from tui.app import TrothApp

Kept = Mapping[str, Mapping[str, Record]]


def kept(folder: Path) -> Kept:
    """Every record on disk by its id, in its workbook by its id; all of them must be readable."""
    vault = FileVault.at(folder)
    overview = vault.overview()
    assert overview.troubles == ()
    people = [person.id for person in overview.people]
    workbooks = [vault.open(workbook_id) for workbook_id in (*people, MINE)]
    assert [one.id for one in workbooks if one.unreadable] == []
    return {one.id: records_of(one) for one in workbooks}


def records_of(workbook: Workbook) -> dict[str, Record]:
    """The records of one workbook by their ids."""
    return {key: record for table in workbook.tables.values() for key, record in table.items()}


async def take_all_back(app: TrothApp) -> None:
    """Undo every deed of this window, each after what is being saved."""
    await app.carry_out(lambda: undo_all(app.world.coach), read_again=False)


def undo_all(coach: Coach) -> None:
    """Undo until there is nothing left to undo."""
    for _ in range(10_000):
        try:
            coach.undo()
        except Refused:
            return
    raise AssertionError("undo never came to an end")


def assert_nothing_lost(before: Kept, after: Kept) -> None:
    """Everyone from before is there, with every record as it was."""
    assert set(before) <= set(after)
    changed = {
        workbook_id: sorted(set(records) - set(after[workbook_id]))
        or [key for key, record in records.items() if after[workbook_id][key] != record]
        for workbook_id, records in before.items()
    }
    assert {key: ids for key, ids in changed.items() if ids} == {}
