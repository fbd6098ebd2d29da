"""During a check-in: one calm page to glance at, the time of each beat, and one-line capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coaching.agenda.talked_about import done_verb
from coaching.say import say_count, say_time
from tui.checkin.beats import Timed, begun, timed
from tui.checkin.capture import Capture, CaptureCelebration, CaptureNote, CapturePromise
from tui.checkin.item import ItemForm
from tui.checkin.line_deeds import open_line
from tui.checkin.one_checkin import CheckinPage, open_page, open_page_of
from tui.checkin.sheet import line_entry, rows_of, sheet_of
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

NOTHING_HERE = "Nothing is written here. Just talk."
BEATS = (
    Column("", 5, style="$text-muted", timed=True),
    Column("", 20, grow=1),
    Column("", 7, drop=2, style="$text-muted"),
    Column("", 3, drop=1),
)
LINES = (Column("", 20, grow=1),)
HEIGHTS = [(0, "-short"), (18, "-tall")]


class DuringScreen(CheckinPage):
    """Look at them, not at me. Nothing here asks for anything."""

    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    DuringScreen #calm { text-align: center; padding: 1 2; text-style: bold; }
    DuringScreen #habit { text-align: center; padding: 0 2 1 2; color: $text-muted; }
    DuringScreen #talk { height: 1fr; align-horizontal: center; }
    DuringScreen #beats, DuringScreen #lines { max-width: 100; }
    DuringScreen #beats { height: auto; max-height: 45vh; border: round $border-blurred; }
    DuringScreen #lines { height: 1fr; min-height: 3; border: round $border-blurred; }
    DuringScreen Rows:focus { border: round $border; }
    DuringScreen.-short #calm { padding: 0 2; }
    DuringScreen.-short #habit { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "promise", "promise", id="during.promise", tooltip="A promise, in one line"),
        Binding(
            "w",
            "celebrate",
            "celebrate",
            id="during.celebrate",
            tooltip="Something to celebrate, in one line",
        ),
        Binding("t", "note", "note", id="during.note", tooltip="A note only for you, in one line"),
        Binding(
            "a",
            "add",
            "add a line",
            show=False,
            id="during.add",
            tooltip="One more thing to talk about; what is not reached is carried over",
        ),
        Binding(
            "space",
            "done",
            "done",
            id="during.done",
            tooltip="This line was talked about: it leaves the agenda",
        ),
        Binding("c", "log", "log it", id="during.log", tooltip="It is over: log it"),
        Binding(
            "b", "before", "agenda", show=False, id="during.before", tooltip="Change the agenda"
        ),
        Binding("u", "app.undo", "undo", show=False, id="during.undo", tooltip="Take it back"),
        Binding("escape", "back", "back", key_display="esc", id="during.back", tooltip="Back"),
    ]

    beats = getters.query_one("#beats", Rows)
    lines = getters.query_one("#lines", Rows)

    def __init__(self, workbook: Workbook, checkin_id: str) -> None:
        """The check-in with this id; "" for one that nobody planned."""
        super().__init__(workbook, checkin_id)
        self.start: datetime | None = None
        self._now_at = ""

    def compose(self) -> ComposeResult:
        """Head, the calm line, beats, lines of one beat, keys."""
        guide = self.app.world.content
        yield Head(f"With {self.workbook.relationship.name}")
        yield Static(Content(guide.habits.during), id="calm")
        yield Static(id="habit")
        with Vertical(id="talk"):
            yield Rows(BEATS, id="beats")
            yield Rows(LINES, empty=NOTHING_HERE, id="lines")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where the clock is."""
        self.follow()
        self.beats.focus()
        self.show()

    def on_resize(self) -> None:
        """Break the lines at the new width."""
        self._show_lines()

    def was_read(self) -> None:
        """Once it is logged there is nothing more to glance at."""
        checkin = self.checkin
        if self.checkin_id and (checkin is None or checkin.outcome != "planned"):
            self.leave()
        else:
            self.show()

    def on_screen_resume(self) -> None:
        """The same, where the form that logged it stood above."""
        checkin = self.checkin
        if checkin is not None and checkin.outcome != "planned":
            self.call_later(self.leave)

    def show(self) -> None:
        """The beats by the clock, and the lines of one."""
        now, guide = self.app.now, self.app.world.content
        self.sheet = sheet_of(self.workbook, self.checkin, now, guide, limits=self.app.world.limits)
        agenda = self.sheet.agenda
        self.start = self.start or begun(agenda.wall, agenda.minutes, now)
        self.query_one("#habit", Static).update(Content(agenda.habit_words))
        minutes = say_count(agenda.minutes, "minute")
        begun_at = say_time(self.start)
        self.query_one(Head).note = f"{say_time(now)}, begun {begun_at}, about {minutes}"
        self._show_beats(timed(agenda, self.start), now)
        self._show_lines()

    def _show_beats(self, found: list[Timed], now: datetime) -> None:
        self.beats.show([_row(one, now) for one in found])
        at = next((one.beat.id for one in found if one.is_now(now)), "")
        if at and at != self._now_at and self.beats.key in (self._now_at, None, _first(found)):
            self.beats.go_to(at)
        self._now_at = at

    def _show_lines(self) -> None:
        if self.sheet is None:
            return
        beat = next((one for one in self.sheet.agenda.beats if one.id == self.beats.key), None)
        entries = [line_entry(line, indent=1) for line in beat.lines] if beat else []
        width = self.lines.content_size.width or self.app.size.width - 2
        self.lines.border_title = Content(beat.name if beat else "")
        self.lines.show(rows_of(entries, width, labels=False))
        self.refresh_bindings()

    @on(Rows.Moved, "#beats")
    def _other_beat(self) -> None:
        self._show_lines()

    @on(Rows.Chosen, "#beats")
    def _into_beat(self) -> None:
        if self.lines.rows:
            self.lines.focus()

    @on(Rows.Chosen, "#lines")
    def _open_line(self, event: Rows.Chosen) -> None:
        open_line(self.app, self.workbook, event.key)

    @property
    def _line_id(self) -> str:
        return self.lines.key or "" if self.focused is self.lines else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line that settles nothing in the records offers no `done`."""
        if action != "done":
            return True
        if self.sheet is None:
            return False
        if self.focused is self.beats:
            return bool(self.lines.rows)
        return done_verb(self._line_id, self.app.now.date()) is not None

    @on(Rows.Moved, "#lines")
    def _other_line(self) -> None:
        self.refresh_bindings()

    async def action_done(self) -> None:
        """Say that the line under the cursor was talked about."""
        verb = done_verb(self._line_id, self.app.now.date())
        if verb is not None:
            changed = await self.app.do(self.workbook_id, verb)
            self.workbook = changed.workbook if changed else self.workbook
            self.show()
        elif self.focused is self.beats and self.lines.rows:
            self.lines.focus()

    def _capture(self, make: type[Capture]) -> None:
        self.app.push_screen(make(self.workbook, self.checkin_id))

    def action_promise(self) -> None:
        """A promise."""
        self._capture(CapturePromise)

    def action_celebrate(self) -> None:
        """A celebration."""
        self._capture(CaptureCelebration)

    def action_note(self) -> None:
        """A note."""
        self._capture(CaptureNote)

    def action_add(self) -> None:
        """A line."""
        self.app.push_screen(ItemForm(self.workbook, self.checkin_id))

    def action_before(self) -> None:
        """The agenda, in place of this page."""
        from tui.checkin.before import BeforeScreen

        self.app.switch_screen(BeforeScreen(self.workbook, self.checkin_id))

    def action_log(self) -> None:
        """It is over."""
        from tui.checkin.log import LogCheckin

        self.app.push_screen(LogCheckin(self.workbook_id, self.checkin_id, prepared=True))

    def action_back(self) -> None:
        """From the lines to the beats; from there back."""
        if self.focused is self.lines:
            self.beats.focus()
        else:
            self.dismiss(None)


def _row(one: Timed, now: datetime) -> Row:
    at = one.is_now(now)
    name = Content.styled(one.beat.name, "bold") if at else Content(one.beat.name)
    cells = (say_time(one.begins), name, f"{one.beat.minutes} min", "now" if at else "")
    return Row(one.beat.id, cells)


def _first(found: list[Timed]) -> str:
    return found[0].beat.id if found else ""


def open_during(app: TrothApp, workbook: Workbook, checkin_id: str = "") -> None:
    """The calm page of a check-in, else of the one at hand."""
    open_page(app, DuringScreen, workbook, checkin_id)


def open_during_of(app: TrothApp, workbook_id: str, checkin_id: str = "") -> None:
    """The same for a person known by id."""
    open_page_of(app, DuringScreen, workbook_id, checkin_id)
