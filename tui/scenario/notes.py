"""The facilitator's notes in a second terminal: an app that follows a play and changes nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import getters
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.bootstrap import own_settings
from tui.driver import steady
from tui.guide.reader import Reader
from tui.leaving import LEAVE_AGAIN_SECONDS, heed_signals
from tui.own_settings import put_in_force
from tui.scenario.notes_follow import Follower, Seen
from tui.scenario.notes_text import head_lines, note_lines
from tui.setup.keys import KeysScreen
from tui.theme import THEMES, only_own_colours
from tui.toasts import Toasts
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.ports import Clock

LOOK_S = 0.5
LINES_FOR_A_LINE_OF_HEAD = 6
STOPPED = (
    "The notes have stopped because of a mistake of their own. The play goes on. "
    "Open them again: troth scenario notes"
)
ELSEWHERE = "Pages are turned in the other terminal."
ONCE_MORE = "ctrl+c once more closes the notes. The play goes on."

NOTES_BINDINGS: list[BindingType] = [
    Binding("up,k", "scroll(-1)", "up", show=False, id="notes.up", tooltip="A line up"),
    Binding(
        "down,j", "scroll(1)", "more", key_display="down", id="notes.down", tooltip="A line down"
    ),
    Binding("pageup", "scroll_page(-1)", "up", show=False, id="notes.page-up", tooltip="A page up"),
    Binding("home", "scroll(-999)", "up", show=False, id="notes.home", tooltip="To the beginning"),
    Binding("end", "scroll(999)", "more", show=False, id="notes.end", tooltip="To the end"),
    Binding(
        "pagedown",
        "scroll_page(1)",
        "more",
        show=False,
        id="notes.page-down",
        tooltip="A page down",
    ),
    Binding(
        "space,left,right,enter,escape",
        "elsewhere",
        "nothing",
        show=False,
        id="notes.elsewhere",
        tooltip="Nothing here; pages are turned in the other terminal",
    ),
    Binding(
        "question_mark", "keys", "all keys", key_display="?", id="notes.keys", tooltip="All keys"
    ),
    Binding(
        "ctrl+q",
        "quit",
        "close the notes",
        priority=True,
        id="app.quit",
        tooltip="Close the notes; the play goes on",
    ),
    Binding(
        "ctrl+c",
        "leave_on_second",
        "leave",
        show=False,
        priority=True,
        id="app.leave",
        tooltip="Twice closes them too",
    ),
]


class NotesScreen(Screen[None]):
    """Time left, then the notes for the page the room sees."""

    app: NotesApp
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = NOTES_BINDINGS
    DEFAULT_CSS = """
    NotesScreen #head { height: auto; padding: 0 1; margin-bottom: 1; }
    NotesScreen Reader { height: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    """
    head = getters.query_one("#head", Static)
    reader = getters.query_one(Reader)

    def compose(self) -> ComposeResult:
        """Head, notes, keys."""
        yield Static(id="head")
        yield Reader()
        yield KeyLine()

    def on_mount(self) -> None:
        """Look at once, and again and again."""
        self.seen: Seen | None = None
        self._head = Content("")
        self._looking = False
        self.reader.can_focus = False
        self.watch(self.reader, "scroll_y", self.refresh_bindings, init=False)
        self.call_later(self.look)
        self.set_interval(LOOK_S, self.look)

    async def look(self) -> None:
        """Show what is played now; a page that was not turned stays where it is scrolled to."""
        if self._looking:
            return
        self._looking = True
        try:
            seen = await asyncio.to_thread(self.app.follower.look, self.app.now)
        finally:
            self._looking = False
        before, self.seen = self.seen, seen
        if before is None or _shown(before) != _shown(seen):
            self.reader.show(lambda width: note_lines(seen, width, self.reader.size.height))
            self.call_after_refresh(self.refresh_bindings)
        self._tell_time()

    def on_resize(self) -> None:
        """Wrap the head anew."""
        self.call_after_refresh(self._tell_time)
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolling is offered only where there is more that way."""
        if action not in {"scroll", "scroll_page"}:
            return True
        return self._has_more(down=str(parameters[0])[0] != "-")

    def _has_more(self, *, down: bool) -> bool:
        place = self.reader.scroll_y
        return place < self.reader.max_scroll_y if down else place > 0

    def _tell_time(self) -> None:
        if self.seen is None:
            return
        lines = head_lines(self.seen, self.app.now, max(20, self.size.width - 2))
        room = max(1, self.size.height // LINES_FOR_A_LINE_OF_HEAD)
        head = Content("\n").join(lines[:room])
        if head != self._head:
            self._head = head
            self.head.update(head)

    def action_scroll(self, lines: int) -> None:
        """A line up or down."""
        self.reader.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, pages: int) -> None:
        """As many lines up or down as stand in the window."""
        lines = max(1, self.reader.size.height - 1)
        self.reader.scroll_relative(y=pages * lines, animate=False)

    def action_elsewhere(self) -> None:
        """Say where pages are turned."""
        self.app.say(ELSEWHERE)

    def action_keys(self) -> None:
        """Every key that works here."""
        self.app.push_screen(KeysScreen(self.app.screen))


class NotesApp(App[None]):
    """The notes of the play that is running."""

    TITLE = "Troth, notes"
    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(__file__).parent.parent / "app.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, follower: Follower, clock: Clock) -> None:
        """Follow what this follower sees."""
        super().__init__(ansi_color=only_own_colours())
        for theme in THEMES:
            self.register_theme(theme)
        put_in_force(self, own_settings().read.settings)
        self._notifications = Toasts()
        self.follower = follower
        self._clock = clock
        self._pressed_at = 0.0

    def get_default_screen(self) -> NotesScreen:
        """The notes are all there is."""
        return NotesScreen()

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it."""
        heed_signals(lambda code: self.exit(return_code=code))

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock.now()

    def say(self, sentence: str) -> None:
        """Tell the facilitator something, in the corner."""
        self.notify(sentence, markup=False, timeout=4)

    async def action_leave_on_second(self) -> None:
        """Twice within a second leaves."""
        now = asyncio.get_running_loop().time()
        if now - self._pressed_at < LEAVE_AGAIN_SECONDS:
            self.exit()
        self._pressed_at = now
        self.say(ONCE_MORE)

    def _fatal_error(self) -> None:
        """Textual's last word after a mistake of ours: a sentence in place of a traceback."""
        self._exit_renderables.append(Text(STOPPED))
        self._close_messages_no_wait()


def _shown(seen: Seen) -> tuple[object, ...]:
    """What the notes depend on, beside the time."""
    if seen.play is None:
        return (seen.problem,)
    session = seen.play.session
    case = seen.play.script.id
    return (case, session.began, session.page, session.steps, session.ballots, seen.playing)


def show_notes(follower: Follower, clock: Clock) -> int:
    """Show the notes until they are closed; returns the exit code."""
    app = NotesApp(follower, clock)
    app.driver_class = steady(app.driver_class)
    app.run()
    return app.return_code or 0
