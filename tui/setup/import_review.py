"""What a file would bring in, line by line: marked, taken in as one deed, or left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.importing.events import Calendar
from coaching.importing.items import Item, Namesakes, Plan, as_held, deed_of
from coaching.importing.plan import Around, FileRead, Wishes, plan
from coaching.importing.records import Here
from coaching.overview import Overview
from coaching.record.relationship import Role
from coaching.say import say_count
from tui.still_open import still_open
from tui.widgets.choice import Choice
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from tui.app import TrothApp

PEOPLE = (Column("", 4), Column("", 12, grow=1), Column("", 46, grow=3))
DATES = (
    Column("", 4),
    Column("", 10, grow=1),
    Column("", 22, style="$text-muted"),
    Column("", 16, grow=3, drop=1),
)
NAMESAKES = (("leave", "leave it out"), ("merge", "add to that person"), ("apart", "another one"))
SIDES = (("", "not said"), ("mentor", "mentor"), ("mentee", "mentee"))
THEIRS = (("mine", "mine"), ("theirs", "the file's"))
NOTHING = "Nothing new is in this file."
BELOW = "Why stands below."
MOST_TOLD = 200
LEFT_OUT = "left out, and worth knowing"


class ImportReview(Screen[None]):
    """Nothing comes in by looking; escape leaves everything as it is."""

    app: TrothApp
    DEFAULT_CSS = """
    ImportReview #head { padding: 0 1; height: auto; }
    ImportReview .asked { height: auto; padding: 0 1; }
    ImportReview .asked Static { width: 22; color: $text-muted; }
    ImportReview Rows { height: 2fr; min-height: 3; margin-top: 1; }
    ImportReview VerticalScroll { height: 1fr; min-height: 4; border: round $border-blurred; }
    ImportReview VerticalScroll:focus { border: round $border; }
    ImportReview #left { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_in", "take in", id="in.take", tooltip="Take in the lines that say in"),
        Binding(
            "space", "turn", "in or out", id="in.turn", tooltip="Take this line in, or leave it out"
        ),
        Binding(
            "h",
            "held",
            "it was held",
            id="in.held",
            tooltip="You did meet then; without this the date counts for nothing",
        ),
        Binding("a", "turn_all", "all", id="in.all", tooltip="All lines in, or all out"),
        Binding(
            "escape",
            "dismiss",
            "back",
            key_display="esc",
            id="in.back",
            tooltip="Back; nothing was brought in",
        ),
    ]

    rows = getters.query_one(Rows)

    def __init__(self, file: FileRead) -> None:
        """What was read from the file."""
        super().__init__()
        self._file = file
        self._plan: Plan | None = None
        self._out: set[str] = set()
        self._held: set[str] = set()
        self._busy = False

    def compose(self) -> ComposeResult:
        """How many, what is asked, the lines, what is left out."""
        yield Static(Content("Looking at the file …"), id="head", classes="title")
        yield from _asked("You are their", Choice(SIDES, id="side"))
        yield from _asked("A name that is here", Choice(NAMESAKES, id="namesakes"))
        yield from _asked("Where two differ, keep", Choice(THEIRS, id="theirs"))
        yield Rows(DATES if isinstance(self._file, Calendar) else PEOPLE, empty=NOTHING)
        left = VerticalScroll(Static(id="left"), can_focus=True)
        left.border_title = Content(LEFT_OUT)
        yield left
        yield KeyLine()

    def on_mount(self) -> None:
        """Compare the file with what is here."""
        self.rows.focus()
        self._compare()

    @on(Choice.Changed)
    def _asked_anew(self) -> None:
        self._compare()

    @work(group="compare", exclusive=True)
    async def _compare(self) -> None:
        """Off the event loop; t waits until it is shown."""
        self._plan = None
        wishes = self._wishes()
        try:
            found = await asyncio.to_thread(self._planned, wishes)
        except TrothError as error:
            self.app.show_error(error)
            return
        if not still_open(self):
            return
        self._plan, self._out, self._held = found, set(), set()
        for problem in found.problems:
            if problem.answer:
                self.query_one(f"#row-{problem.answer}").display = True
        self.query_one("#left", Static).update(Content(_left_out(found)))
        self._show()

    def _wishes(self) -> Wishes:
        chosen = {choice.id: choice.value for choice in self.query(Choice)}
        side: Role | None = next((one for one in get_args(Role) if one == chosen.get("side")), None)
        same: Namesakes = next(
            (one for one in get_args(Namesakes) if one == chosen.get("namesakes")), "leave"
        )
        return Wishes(side, same, chosen.get("theirs") == "theirs")

    def _planned(self, wishes: Wishes) -> Plan:
        coach = self.app.world.coach
        around = Around(self.app.now, self.app.zone, coach.new_id)
        return plan(self._file, Here(coach.overview(), coach.open), wishes, around)

    @property
    def _items(self) -> tuple[Item, ...]:
        return self._plan.items if self._plan else ()

    def _show(self) -> None:
        refused = self._plan is not None and bool(self._plan.problems)
        empty = BELOW if refused else NOTHING
        self.rows.show([self._row(item) for item in self._items], empty=empty)
        self.query_one("#head", Static).update(Content(f"{self._head()} Nothing was changed yet."))
        self.refresh_bindings()

    def _head(self) -> str:
        """How many would come in, or why none can."""
        chosen = len(self._items) - len(self._out)
        if self._items:
            return f"{chosen} of {say_count(len(self._items), 'line')} would come in."
        refused = self._plan.refused() if self._plan else ""
        return f"Nothing can come in: {refused} cannot be taken." if refused else NOTHING

    def _row(self, item: Item) -> Row:
        is_out, is_held = item.key in self._out, item.key in self._held
        mark = Content.styled("out", "$text-muted") if is_out else Content("● in")
        when = (item.when,) if isinstance(self._file, Calendar) else ()
        return Row(item.key, (mark, item.who, *when, "held" if is_held else item.says))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is shown is taken in; only a date gone by can have been held."""
        if action == "held":
            return any(item.passed for item in self._items)
        if action in ("take_in", "turn", "turn_all"):
            return True if self._items else None
        return True

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_turn()

    def action_turn(self) -> None:
        """This line in or out, and on to the next."""
        key = self.rows.key
        if key is not None and self._plan is not None:
            self._out ^= {key}
            self._held -= self._out
            self._show()
            self.rows.action_move(1)

    def action_turn_all(self) -> None:
        """All in, where one is out; else all out."""
        self._out = set() if self._out else {item.key for item in self._items}
        self._held -= self._out
        self._show()

    def action_held(self) -> None:
        """The meeting of this line took place, or that is not known after all."""
        item = next((one for one in self._items if one.key == self.rows.key), None)
        if item is not None and item.passed:
            self._held ^= {item.key}
            self._out -= self._held
            self._show()
            self.rows.action_move(1)

    async def action_take_in(self) -> None:
        """All lines that are in, as one deed."""
        items = [
            as_held(item, self.app.now) if item.key in self._held else item
            for item in self._items
            if item.key not in self._out
        ]
        if self._busy or not items:
            return
        self._busy = True
        try:
            said = await self.app.carry_out(lambda: self._carry_out(items))
        except TrothError as error:
            self._busy = False
            self.app.show_error(error)
            return
        self.app.say(f"{said} u takes it back.")
        self.dismiss(None)

    def _carry_out(self, items: list[Item]) -> str:
        """With a backup before, where there is anything to keep."""
        coach = self.app.world.coach
        keeping = self.app.world.keeping
        if keeping is not None and coach.overview() != Overview():
            keeping.back_up("before-import")
        deed = deed_of(items)
        coach.take_in(deed.new, deed.verbs, deed.said)
        return deed.said


def _asked(label: str, choice: Choice) -> ComposeResult:
    row = Horizontal(id=f"row-{choice.id}", classes="asked")
    row.display = False
    with row:
        yield Static(Content(label))
        yield choice


def _left_out(found: Plan) -> str:
    """What is not taken and why, then what else is worth telling; a long list is cut."""
    told = [f"Not taken: {problem.told()}" for problem in found.problems[:MOST_TOLD]]
    more = len(found.problems) - MOST_TOLD
    told += [f"{more:,} more are not taken; troth import --dry-run lists all."] if more > 0 else []
    return "\n".join([*found.notes, *told]) or "Nothing."
