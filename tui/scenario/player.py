"""The player of a workshop case: an app of its own, which knows no records but the case's."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType

from coaching.errors import TrothError
from tui.bootstrap import own_settings
from tui.driver import steady
from tui.keys_in_order import AT_ONCE, KeysInOrder
from tui.leaving import LEAVE_AGAIN_SECONDS, heed_signals
from tui.own_settings import put_in_force
from tui.scenario.bindings import APP_BINDINGS
from tui.scenario.screen import PlayScreen
from tui.theme import THEMES, only_own_colours

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from coaching.ports import Clock
    from coaching.scenario.play import Play
    from coaching.scenario.script import Script
    from tui.scenario.stage import KeptFile, Stage

STOPPED = (
    "The player has stopped because of a mistake of its own. The play is kept up to its last "
    "page: troth scenario play --resume"
)
FIRST_FRAME_S = 0.05
ONCE_MORE = "ctrl+c once more leaves. The play is kept."


class PlayerApp(App[None]):
    """A case before a room."""

    TITLE = "Troth, a workshop"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(__file__).parent.parent / "app.tcss",
        Path(__file__).with_name("player.tcss"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = APP_BINDINGS
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, load: Callable[[], Stage], title: str = "", *, is_resumed: bool = False
    ) -> None:
        """Play the run that `load` gives, which is asked after the first frame.

        Of a run that is resumed, no page is seen and no key counts until the page left is there.
        """
        super().__init__(ansi_color=only_own_colours())
        for theme in THEMES:
            self.register_theme(theme)
        put_in_force(self, own_settings().read.settings)
        self.title_first = title
        self.is_resumed = is_resumed
        self.problem: TrothError | None = None
        self._load = load
        self._stage: Stage | None = None
        self._early: list[events.Event] = []
        self._saving = asyncio.Lock()
        self._pressed_at = 0.0
        self._typed = KeysInOrder(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes go through one at a time, in order."""
        typed = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        if typed and self._stage is None and getattr(event, "key", "") not in AT_ONCE:
            if not self.is_resumed:
                self._early.append(event)
            return
        await (self._typed.take(event) if typed else super().on_event(event))

    def get_default_screen(self) -> PlayScreen:
        """The page lies under every other screen."""
        return PlayScreen()

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it."""
        heed_signals(self._leave_on_signal)
        self.set_timer(FIRST_FRAME_S, self._begin)

    @property
    def is_ready(self) -> bool:
        """Whether the run is there; until then only the test page can be seen."""
        return self._stage is not None

    @property
    def stage(self) -> Stage:
        """The run; asked only once it is there."""
        if self._stage is None:
            raise RuntimeError("the run is not loaded yet")
        return self._stage

    @property
    def play(self) -> Play:
        """The play as it is now."""
        return self.stage.play

    @property
    def case(self) -> Script:
        """The case as it was when the run began."""
        return self.stage.play.script

    @property
    def run_file(self) -> KeptFile:
        """Where the run is kept."""
        return self.stage.keeper.file

    @property
    def clock(self) -> Clock:
        """The clock of the run."""
        return self.stage.clock

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.stage.now

    @property
    def page_screen(self) -> PlayScreen:
        """The page under everything."""
        return cast("PlayScreen", self.screen_stack[0])

    async def keep(self, deed: Callable[[], None]) -> bool:
        """Keep something off the event loop, one at a time; an error is shown, and False."""
        try:
            async with self._saving:
                await asyncio.to_thread(deed)
        except TrothError as error:
            self.show_error(error)
            return False
        return True

    def say(self, sentence: str) -> None:
        """Tell the facilitator something, under the page."""
        self.page_screen.say(sentence)

    def show_error(self, error: TrothError) -> None:
        """The one place that shows what went wrong."""
        self.page_screen.say(error.sentence, wrong=True)

    def action_help(self) -> None:
        """Every key, and how a case goes."""
        from tui.scenario.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    async def action_quit(self) -> None:
        """Leave, after what is being kept is on disk."""
        await self.leave(0)

    async def action_leave_on_second(self) -> None:
        """Twice within a second leaves."""
        now = asyncio.get_running_loop().time()
        if now - self._pressed_at < LEAVE_AGAIN_SECONDS:
            await self.leave(0)
        self._pressed_at = now
        self.say(ONCE_MORE)

    async def leave(self, code: int) -> None:
        """Wait for the last save, then leave with this exit code."""
        async with self._saving:
            self.exit(return_code=code)

    def _begin(self) -> None:
        self.run_worker(self._take_in(), exit_on_error=True)

    async def _take_in(self) -> None:
        """Load the run; then do what was typed meanwhile. Where it fails, leave with the reason."""
        try:
            self._stage = await asyncio.to_thread(self._load)
        except TrothError as error:
            self.problem = error
            self.exit(return_code=1)
            return
        self.page_screen.show_page()
        if self.play.page.kind != "test":
            self.say(self.stage.hello)
        for event in self._early:
            await self._typed.take(event)
        self._early.clear()

    def _fatal_error(self) -> None:
        """Textual's last word after a mistake of ours: a sentence in place of a traceback."""
        self._exit_renderables.append(Text(STOPPED))
        self._close_messages_no_wait()

    def _leave_on_signal(self, code: int) -> None:
        self.run_worker(self.leave(code), exit_on_error=False)


def play_on_screen(load: Callable[[], Stage], title: str, *, is_resumed: bool) -> int:
    """Play until the facilitator leaves; returns the exit code. Raises what `load` raises."""
    app = PlayerApp(load, title, is_resumed=is_resumed)
    app.driver_class = steady(app.driver_class)
    try:
        app.run()
    finally:
        if app.is_ready:
            with contextlib.suppress(OSError):
                app.stage.keeper.close()
    if app.problem is not None:
        raise app.problem
    return app.return_code or 0
