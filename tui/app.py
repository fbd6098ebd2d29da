"""The app: one place that saves, one that shows errors, one that notices time and other windows."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import threading
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.text import Text
from textual import events
from textual.signal import Signal

from coaching.errors import Locked, TrothError
from coaching.overview import Overview, Trouble
from tui.app_keys import BINDINGS
from tui.crash import sentence, stack_of
from tui.drafts import DraftKeeper
from tui.driver import is_over_another, steady
from tui.home.screen import HomeScreen
from tui.keys_in_order import KeysInOrder
from tui.leaving import CtrlC, heed_signals
from tui.lock.keeper import LockKeeper
from tui.own_settings import InForce
from tui.theme import THEMES, only_own_colours
from tui.toasts import TellingApp
from tui.watch import LOOK_SECONDS, Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from coaching.ports import Changed, Verb
    from tui.world import World

T = TypeVar("T")
BEHIND_THE_LOCK = frozenset({"undo", "redo", "keys", "command_palette"})
WIDTHS = [(0, "-narrow"), (60, "-normal"), (110, "-wide")]


class TrothApp(TellingApp):
    """Troth in the terminal."""

    TITLE = "Troth"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(__file__).with_name("app.tcss"),
        Path(__file__).parent / "home" / "home.tcss",
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS = BINDINGS
    OFFERS_SETTINGS: ClassVar[bool] = True

    def __init__(self, world: World) -> None:
        """Run on this world."""
        super().__init__(ansi_color=only_own_colours())
        for theme in THEMES:
            self.register_theme(theme)
        self.world = world
        self.facts: Overview = Overview()
        self.facts_changed: Signal[Overview] = Signal(self, "facts_changed")
        self.in_force = InForce(self)
        self.time_changed: Signal[datetime] = Signal(self, "time_changed")
        self.drafts = DraftKeeper(self, lambda: world.coach.drafts)
        self.safety_asked = self.safety_heard = False
        self.lock = LockKeeper(self)
        self.leaving = threading.Event()
        self._saving = asyncio.Lock()
        self.outside = Watch(self)
        self._ctrl_c = CtrlC(self)
        self._typed = KeysInOrder(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes go through one at a time, in order."""
        if isinstance(event, events.InputEvent):
            self.lock.touch()
        typed = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        self.touches += typed or isinstance(event, events.MouseDown)
        await (self._typed.take(event) if typed else super().on_event(event))

    def on_load(self) -> None:
        """Read the facts, so that home shows them from its first frame on."""
        self.facts = self._read_facts()
        self.outside.begin()

    def get_default_screen(self) -> HomeScreen:
        """Home lies under every other screen, from the start in the layout of this width."""
        fitting = [name for least, name in WIDTHS if self.size.width >= least]
        return HomeScreen(classes=fitting[-1])

    async def on_mount(self) -> None:
        """Lock sealed records before any key counts; listen for time, windows and signals."""
        if self.lock.locked:
            await self.lock.cover()
        self.set_interval(LOOK_SECONDS, self.outside.look)
        heed_signals(self._leave_on_signal)

    @property
    def now(self) -> datetime:
        """The record's present moment, in the user's zone."""
        return self.world.clock.now()

    @property
    def is_saving(self) -> bool:
        """Whether something is being saved just now."""
        return self._saving.locked()

    @property
    def zone(self) -> str:
        """The user's zone."""
        return self.world.clock.zone()

    async def carry_out(self, deed: Callable[[], T], *, read_again: bool = True) -> T:
        """Do something that saves, off the event loop and one at a time; raises `TrothError`."""
        try:
            async with self._saving:
                result = await asyncio.to_thread(deed)
        except Locked:
            await self.lock.cover()
            raise
        if read_again:
            await self.refresh_facts()
        return result

    async def do(self, workbook_id: str, verb: Verb) -> Changed | None:
        """Carry out one verb and say what was done; an error is shown and gives None."""
        try:
            changed = await self.carry_out(lambda: self.world.coach.do(workbook_id, verb))
        except TrothError as error:
            self.show_error(error)
            return None
        self.say(changed.said)
        return changed

    def say(self, sentence: str) -> None:
        """Tell the user what was done."""
        if sentence:
            self.notify(sentence, markup=False, timeout=4)

    def show_error(self, error: TrothError) -> None:
        """The one place that shows what went wrong."""
        self.notify(error.sentence, severity="error", markup=False, timeout=7)

    async def refresh_facts(self) -> None:
        """Read the facts again and tell every screen that shows them."""
        self.facts = await asyncio.to_thread(self._read_facts)
        self.outside.seen(await asyncio.to_thread(self.world.stamp))
        self.facts_changed.publish(self.facts)

    async def action_undo(self) -> None:
        """Take the newest change of this window back."""
        await self._turn(self.world.coach.undo)

    async def action_redo(self) -> None:
        """Do the newest undone change again."""
        await self._turn(self.world.coach.redo)

    async def action_quit(self) -> None:
        """Leave, after what is being saved is on disk."""
        await self.leave(0)

    async def leave(self, code: int) -> None:
        """Keep what was typed, wait for the last save, then leave with this exit code."""
        self.leaving.set()
        self.drafts.keep_all()
        async with self._saving:
            self.exit(return_code=code)

    async def action_copy_or_leave(self) -> None:
        """Copy a selection; without one, twice within a second leaves."""
        await self._ctrl_c.press()

    def warm_up(self) -> None:
        """Load what the first key will need, off the event loop, after the first frame."""
        self.in_force.tell()
        with contextlib.suppress(TrothError):
            _ = self.world.content
            if not self.world.opening.alone:
                _ = self.world.coach

    def action_command_palette(self) -> None:
        """Every deed by its words."""
        from tui.commands import open_palette

        open_palette(self)

    async def action_lock(self) -> None:
        """Lock sealed records in this window."""
        await self.lock.lock()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Under the lock only leaving is possible; without a seal there is nothing to lock."""
        if action == "lock":
            return self.lock.sealed and not self.lock.locked
        if action == "suspend_process":
            return sys.platform != "win32" and not is_over_another(self)
        if action in BEHIND_THE_LOCK and self.lock.locked:
            return False
        return super().check_action(action, parameters)

    def action_keys(self) -> None:
        """Show every key that works here."""
        from tui.setup.keys import KeysScreen

        self.push_screen(KeysScreen(self.screen))

    async def _turn(self, deed: Callable[[], str]) -> None:
        try:
            self.say(await self.carry_out(deed))
        except TrothError as error:
            self.show_error(error)

    def _handle_exception(self, error: Exception) -> None:
        """On the way out all is saved; what still runs then may find its screen gone."""
        if self.return_code is None:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual's last word after a mistake of ours: a sentence in place of a traceback."""
        report = self.world.report_crash(stack_of(self._exception))
        self._exit_renderables.append(Text(sentence(str(report) if report else "")))
        self._close_messages_no_wait()

    def _read_facts(self) -> Overview:
        try:
            return self.world.overview()
        except Locked:
            return Overview()
        except TrothError as error:
            return Overview(troubles=(Trouble("", error.sentence),))

    def _leave_on_signal(self, code: int) -> None:
        self.run_worker(self.leave(code), exit_on_error=False)


def run(world: World, kind: type[TrothApp] = TrothApp) -> int:
    """Open Troth on this world; returns the exit code, which is not 0 after a crash."""
    app = kind(world)
    app.driver_class = steady(app.driver_class)
    app.run()
    with contextlib.suppress(TrothError):
        world.close()
    gc.freeze()  # Nothing is freed on the way out: the end of the process does it, 0.2 s sooner.
    return app.return_code or 0
