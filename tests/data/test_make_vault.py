"""The vaults made for measuring are whole, believable, and the same from the same seed."""

from datetime import date
from pathlib import Path

from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from data.vault import FileVault
from tests.make_vault import make_vault

UNTIL = date(2026, 11, 22)


def made(folder: Path, seed: int = 7) -> FileVault:
    """A small vault made by the script."""
    return make_vault(folder, people=5, records=403, seed=seed, until=UNTIL)


def test_it_has_as_many_people_and_records_as_asked_for(tmp_path: Path) -> None:
    vault = made(tmp_path / "vault")
    overview = vault.overview()
    workbooks = [vault.open(one.id) for one in overview.people]
    assert len({one.name for one in overview.people}) == 5
    assert overview.troubles == ()
    assert sum(len(rows) for one in workbooks for rows in one.tables.values()) == 403
    assert all(one.held for one in overview.people)
    assert any(one.planned for one in overview.people)


def test_nothing_in_it_happened_after_its_last_day(tmp_path: Path) -> None:
    vault = made(tmp_path / "vault")
    for one in vault.overview().people:
        workbook = vault.open(one.id)
        assert all(row.held.day <= UNTIL for row in workbook.all(Checkin) if row.held)
        assert all(row.settled <= UNTIL for row in workbook.all(Promise) if row.settled)


def test_the_same_seed_gives_the_same_records(tmp_path: Path) -> None:
    first, second, other = (
        {
            path.name: path.read_bytes()
            for path in made(tmp_path / name, seed).places.workbooks.iterdir()
        }
        for name, seed in (("first", 7), ("second", 7), ("other", 8))
    )
    assert first == second
    assert first != other
