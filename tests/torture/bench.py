"""The app over records on disk, and the ways to its screens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tests.tui.app_for import shared_content, until
from tui.app import TrothApp
from tui.bootstrap import open_records
from tui.home.screen import HomeScreen
from tui.world import Opening

TURNS = 20
CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f"}


class StayingApp(TrothApp):
    """Troth, which leaves by ctrl+q at the end only: `q` or the palette might at any moment."""

    may_leave = False

    async def action_quit(self) -> None:
        """Leave, where the bench says so."""
        if self.may_leave:
            await super().action_quit()


@dataclass(frozen=True)
class Bench:
    """Records on disk, and the moment to look at them."""

    folder: Path
    moment: datetime

    @asynccontextmanager
    async def opened(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
        """Troth at home; it must run until ctrl+q, and that must end it from anywhere."""
        records = open_records(str(self.folder), self.moment.isoformat())
        world = records.world(Opening())
        world.load_content = shared_content
        app = StayingApp(world)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: app.focused is not None)
            await app.workers.wait_for_complete()
            while not isinstance(app.screen, HomeScreen):
                await pilot.press("escape")
            yield pilot
            assert app.is_running
            app.may_leave = True
            await strike(pilot, "ctrl+q")
            await until(pilot, lambda: app.return_code is not None)
            assert app.return_code == 0
        records.close()


async def go(pilot: Pilot[None], way: tuple[str, ...]) -> None:
    """Press these keys, each after what the last one opened is there."""
    for key in way:
        await strike(pilot, key)
        await settled(pilot)


async def strike(pilot: Pilot[None], key: str) -> None:
    """Press a key as a fast typist does: the next one may come before all is done."""
    name = _character_to_key(key) if len(key) == 1 else key
    character = CHARACTERS.get(key, key if len(key) == 1 else None)
    pilot.app.post_message(events.Key(name, character))
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def resize(pilot: Pilot[None], columns: int, rows: int) -> None:
    """Give the window another size."""
    size = Size(columns, rows)
    driver = pilot.app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    pilot.app.post_message(events.Resize(size, size))
    await until(pilot, lambda: pilot.app.screen.size == size)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what a key began has come to its end."""
    await pilot.app.workers.wait_for_complete()
    for _ in range(TURNS):
        await asyncio.sleep(0)
    await pilot.pause()
