"""Every key that a screen offers is pressed on it once, at three sizes: each of them answers."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.torture.bench import Bench, go, settled, strike
from tests.torture.keys import WAYS
from tests.tui.app_for import seen
from tui.app import TrothApp
from tui.own_settings import WAYS_OUT

SIZES = ((80, 24), (200, 60), (40, 10))
SOME = ("put off", "a promise", "support contacts")
ENDS_OR_STOPS = WAYS_OUT | {"app.suspend", "home.leave"}
BACKS = 6
MAY_REST = frozenset(
    {
        *("move", "page", "half", "step", "cursor", "scroll", "mark", "focus_next"),
        *("focus_previous", "pane", "tab", "next_notice", "chapter", "read_on", "scroll_page"),
    }
)
"""At the end of a list, or where one stands already, these have nowhere to go."""


def offered(app: TrothApp) -> list[tuple[str, str, str]]:
    """Id, key and action of each of our deeds that is possible here now."""
    found: dict[str, tuple[str, str, str]] = {}
    for active in app.screen.active_bindings.values():
        one = active.binding
        if active.enabled and one.id and one.id not in ENDS_OR_STOPS:
            found.setdefault(one.id, (one.id, one.key, one.action.partition("(")[0]))
    return list(found.values())


def state(app: TrothApp) -> tuple[object, ...]:
    """All that a user can notice."""
    focus = app.focused
    return (
        [id(screen) for screen in app.screen_stack],
        id(focus),
        getattr(focus, "cursor", None),
        app.clipboard,
        app.theme,
        len(app._notifications),
        seen(app),
    )


async def back(pilot: Pilot[None], app: TrothApp, depth: int) -> bool:
    """Step back until this many screens are left; whether that could be done."""
    for _ in range(BACKS):
        if len(app.screen_stack) <= depth:
            break
        await strike(pilot, "escape")
        await settled(pilot)
    return len(app.screen_stack) == depth


async def walk(bench: Bench, screen: str, size: tuple[int, int]) -> list[str]:
    """Press every key of a screen, each from there; the ids of those that did not answer."""
    silent: list[str] = []
    pressed: set[str] = set()
    for number in count():
        copy = shutil.copytree(bench.folder, bench.folder.with_name(f"copy-{number}"))
        async with Bench(Path(copy), bench.moment).opened(size) as pilot:
            app = pilot.app
            assert isinstance(app, TrothApp)
            await go(pilot, WAYS[screen])
            here, depth = app.screen, len(app.screen_stack)
            left = [one for one in offered(app) if one[0] not in pressed]
            if not left:
                return silent
            for deed, key, action in left:
                pressed.add(deed)
                before = state(app)
                await strike(pilot, key)
                await settled(pilot)
                rests = action.rpartition(".")[2] in MAY_REST
                if state(app) == before and not rests:
                    silent.append(f"{deed} ({key})")
                if not await back(pilot, app, depth) or app.screen is not here:
                    break
    return silent


@pytest.mark.parametrize("screen", SOME)
async def test_every_key_of_a_few_screens_answers(bench: Bench, screen: str) -> None:
    assert await walk(bench, screen, SIZES[0]) == []


@pytest.mark.torture
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("screen", WAYS)
async def test_every_key_of_every_screen_answers(
    bench: Bench, screen: str, size: tuple[int, int]
) -> None:
    assert await walk(bench, screen, size) == []
