"""Random keys on every screen: no crash, no exit, and undo brings every record back."""

import pytest

from tests.torture.bench import Bench, go, settled, strike
from tests.torture.keys import WAYS, random_keys, some_now
from tests.torture.records import assert_nothing_lost, kept, take_all_back
from tui.app import TrothApp

FEW, MANY = 25, 500
SEEDS = (1, 2, 3, 4, 5)


async def press_any(bench: Bench, screen: str, count: int, seed: int) -> None:
    """Press so many keys on a screen, then look at the records, then take all back and look."""
    before = kept(bench.folder)
    keys = random_keys(count, seed)
    async with bench.opened() as pilot:
        await go(pilot, WAYS[screen])
        for key in keys:
            await strike(pilot, key)
        await settled(pilot)
        after = kept(bench.folder)
        assert set(before) <= set(after)
        app = pilot.app
        assert isinstance(app, TrothApp)
        await take_all_back(app)
        assert_nothing_lost(before, kept(bench.folder))


@pytest.mark.parametrize("screen", some_now(tuple(WAYS)))
async def test_a_minute_of_random_keys_breaks_nothing(bench: Bench, screen: str) -> None:
    await press_any(bench, screen, FEW, seed=0)


@pytest.mark.torture
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("screen", WAYS)
async def test_many_random_keys_break_nothing(bench: Bench, screen: str, seed: int) -> None:
    await press_any(bench, screen, MANY, seed)
