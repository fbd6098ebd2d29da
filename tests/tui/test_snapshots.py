"""Two screens kept as text: home of the demo, and the candidates for the source of a hurdle."""

from datetime import datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from data.demo import make_demo
from data.memory_vault import MemoryVault
from data.vault import FileVault
from tests.tui.app_for import app_for, person, seen, until, vault_of
from tests.tui.wizard import Walk


@pytest.fixture
def demo(tmp_path: Path) -> tuple[MemoryVault, datetime]:
    """The demo's records and its now."""
    now = make_demo(tmp_path)
    vault = FileVault.at(tmp_path)
    people = [vault.open(one.id) for one in vault.overview().people]
    return MemoryVault(people), now


async def test_home_of_the_demo(
    demo: tuple[MemoryVault, datetime], snapshot: SnapshotAssertion
) -> None:
    vault, now = demo
    app = app_for(vault, now)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Good lately" in seen(app))
        assert seen(app) == snapshot


async def test_the_candidates_for_a_source(snapshot: SnapshotAssertion) -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=(80, 24)) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("1")
        await walk.sees("Show all 18")
        await walk.sees("could also be")
        assert seen(app) == snapshot
