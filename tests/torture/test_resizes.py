"""Random window sizes: the cursor, the focus and every typed word stay where they were."""

import random
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.torture.bench import Bench, go, resize, settled, strike
from tests.torture.keys import WAYS
from tui.widgets.rows import Rows

FEW, MANY = 8, 50
HERE = ("check-ins", "a promise")


def standing(pilot: Pilot[None]) -> dict[str, Any]:
    """Which screens are open, where the keys go, each list's row and each field's text."""
    screen = pilot.app.screen
    return {
        "screens": [type(one).__name__ for one in pilot.app.screen_stack],
        "focus": screen.focused,
        "rows": {rows: rows.key for rows in screen.query(Rows)},
        "texts": {field: field.value for field in screen.query(Input)}
        | {area: area.text for area in screen.query(TextArea)},
    }


async def resize_at_random(bench: Bench, screen: str, count: int) -> None:
    """Go to a screen, move and type a little, then resize the window many times."""
    chance = random.Random(screen)
    async with bench.opened() as pilot:
        await go(pilot, WAYS[screen])
        for key in ("down", "down", "b", "e"):
            await strike(pilot, key)
        await settled(pilot)
        before = standing(pilot)
        for _ in range(count):
            await resize(pilot, chance.randint(20, 200), chance.randint(5, 60))
        await resize(pilot, 80, 24)
        await settled(pilot)
        assert standing(pilot) == before


@pytest.mark.parametrize("screen", HERE)
async def test_random_sizes_move_nothing(bench: Bench, screen: str) -> None:
    await resize_at_random(bench, screen, FEW)


@pytest.mark.torture
@pytest.mark.parametrize("screen", WAYS)
async def test_many_random_sizes_move_nothing(bench: Bench, screen: str) -> None:
    await resize_at_random(bench, screen, MANY)
