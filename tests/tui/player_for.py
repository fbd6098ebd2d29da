"""Plays a case without a terminal: the player over a store in a folder, and what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from coaching.scenario.play import Play
from coaching.scenario.run import Run
from coaching.scenario.script import Minutes
from data.clock import FixedClock
from data.scenario_loader import ScenarioLibrary
from data.scenario_store import PlayStore
from tests.tui.app_for import NOW, ZONE, until
from tui.scenario.player import PlayerApp
from tui.scenario.stage import Stage

LIBRARY = ScenarioLibrary()
TO_FIRST_CHOICE = ("space",) * 9


@dataclass
class Playing:
    """A player that runs, and the folder its runs are kept in."""

    app: PlayerApp
    pilot: Pilot[Any]
    store: PlayStore

    @property
    def play(self) -> Play:
        """The play as it is shown."""
        return self.app.play

    @property
    def kept(self) -> Run:
        """The run as another process would read it."""
        newest = self.store.newest()
        assert newest is not None
        return newest.read()

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def text(self) -> str:
        """All the text on the screen."""
        await self.pilot.pause()
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def said(self) -> str:
        """What was said to the facilitator under the page."""
        return str(self.app.page_screen.query_one("#said").render())


def begin(folder: Path, which: str = "sc03", minutes: Minutes = 25) -> Stage:
    """A fresh run of a case, kept in this folder."""
    case = LIBRARY.find(which)
    play = Play.begin(case, LIBRARY.house(), minutes=minutes, at=NOW)
    run = Run(saved=NOW, session=play.session)
    return Stage(play, run, PlayStore(folder).begin(case, run), FixedClock(NOW, ZONE))


def take_up(folder: Path) -> Stage:
    """The newest run in this folder, as a new process takes it up."""
    store = PlayStore(folder)
    file = store.newest()
    assert file is not None
    run = file.read()
    play = Play.resume(file.case(), LIBRARY.house(), run.session)
    return Stage(play, run, store.resume(file), FixedClock(NOW, ZONE))


@asynccontextmanager
async def playing(stage: Stage, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Playing]:
    """The player over this run, closed afterwards."""
    app = PlayerApp(lambda: stage, stage.play.script.title)
    try:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: app.is_ready)
            yield Playing(app, pilot, PlayStore(stage.keeper.file.path.parent))
    finally:
        stage.keeper.close()
