"""Every key that a screen offers is pressed on it once, at three sizes: each of them answers."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from textual.pilot import Pilot

from tests.torture.bench import Bench, go, settled, strike
from tests.torture.keys import WAYS
from tests.tui.app_for import seen
from tui.app import TrothApp
from tui.own_settings import WAYS_OUT

SIZES = ((80, 24), (200, 60), (40, 10))
SOME = ("put off", "a promise")
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


@asynccontextmanager
async def fresh(bench: Bench, screen: str, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """Troth on this screen, over records that nobody touched."""
    with TemporaryDirectory(dir=bench.folder.parent) as folder:
        copy = shutil.copytree(bench.folder, Path(folder) / "records")
        async with Bench(Path(copy), bench.moment).opened(size) as pilot:
            await go(pilot, WAYS[screen])
            yield pilot


async def answers(pilot: Pilot[None], app: TrothApp, key: str, action: str) -> bool:
    """Press a key; whether a user notices anything, or need not."""
    before = state(app)
    await strike(pilot, key)
    await settled(pilot)
    return state(app) != before or action.rpartition(".")[2] in MAY_REST


async def answers_alone(
    bench: Bench, screen: str, size: tuple[int, int], key: str, action: str
) -> bool:
    """The same as the first key on this screen: one before it may have said it all already."""
    async with fresh(bench, screen, size) as pilot:
        app = pilot.app
        assert isinstance(app, TrothApp)
        offers = any(one[1] == key for one in offered(app))
        return not offers or await answers(pilot, app, key, action)


async def walk(bench: Bench, screen: str, size: tuple[int, int]) -> list[str]:
    """Press every key of a screen, each from there; the ids of those that did not answer."""
    silent: list[tuple[str, str, str]] = []
    pressed: set[str] = set()
    while True:
        async with fresh(bench, screen, size) as pilot:
            app = pilot.app
            assert isinstance(app, TrothApp)
            here, depth = app.screen, len(app.screen_stack)
            left = [one for one in offered(app) if one[0] not in pressed]
            for deed, key, action in left:
                pressed.add(deed)
                if not await answers(pilot, app, key, action):
                    silent.append((deed, key, action))
                if not await back(pilot, app, depth) or app.screen is not here:
                    break
        if not left:
            break
    return [
        f"{deed} ({key})"
        for deed, key, action in silent
        if not await answers_alone(bench, screen, size, key, action)
    ]


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
