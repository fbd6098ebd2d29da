"""While you were away: every check-in that passed, one line each, marked by one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coaching.home import passed_checkins
from coaching.say import say_count
from tui.checkin.away_once import keep_left
from tui.checkin.marks import Mark, Moved, MovedTo, save_marks, say_marks, say_when
from tui.widgets.form import HEIGHTS
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from coaching.overview import CheckinLine, Overview, Person
    from tui.app import TrothApp

WHAT = "These check-ins passed and nothing is recorded. What became of each?"
NOTHING_LEFT = "Nothing waits for a word any more."
COLUMNS = (
    Column("", 11, grow=2, style="$text-muted", timed=True),
    Column("", 8, grow=4),
    Column("", 6, grow=1, drop=1, style="$text-muted"),
    Column("", 7, grow=5),
)


class WhileAway(ModalScreen[None]):
    """Enter saves the marks and leaves the rest unknown; escape leaves all as it is for later."""

    app: TrothApp
    DEFAULT_CSS = """
    WhileAway { align: center middle; }
    WhileAway > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface;
    }
    WhileAway #what { padding: 0 1; margin-bottom: 1; }
    WhileAway Rows { min-height: 1; margin-bottom: 1; }
    WhileAway KeyLine { dock: none; }
    WhileAway.-short #what { display: none; }
    WhileAway.-short Rows { margin-bottom: 0; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "mark('held')", "held", id="away.held", tooltip="It took place as planned"),
        Binding("m", "moved", "moved", id="away.moved", tooltip="It was moved to another date"),
        Binding(
            "x",
            "mark('missed')",
            "missed",
            id="away.missed",
            tooltip="It did not take place, and nobody called it off",
        ),
        Binding(
            "backspace,delete",
            "mark('')",
            "no mark",
            show=False,
            id="away.clear",
            tooltip="Take the mark of this line away",
        ),
        Binding(
            "enter",
            "save",
            "save, rest unknown",
            priority=True,
            id="away.save",
            tooltip="Save what is marked; the others are left unknown and count for nothing",
        ),
        Binding(
            "escape",
            "leave",
            "later",
            key_display="esc",
            id="away.later",
            tooltip="Leave everything as it is, for later",
        ),
    ]

    rows = getters.query_one(Rows)

    def __init__(self) -> None:
        """For every active relationship."""
        super().__init__()
        self._marks: dict[str, Mark] = {}
        self._passed: dict[str, tuple[Person, CheckinLine]] = {}
        self._busy = False

    def compose(self) -> ComposeResult:
        """What this is, the lines, keys."""
        box = Vertical()
        box.border_title = Content("While you were away")
        with box:
            yield Static(Content(WHAT), id="what", classes="hint")
            yield Rows(COLUMNS, empty=NOTHING_LEFT)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the lines, oldest first, and follow what is logged elsewhere."""
        self._follow(self.app.facts)
        self.app.facts_changed.subscribe(self, self._follow)
        self.rows.focus()

    def on_resize(self) -> None:
        """The list takes the room there is, and no more than it needs."""
        self._fit()

    def _follow(self, facts: Overview) -> None:
        passed = passed_checkins(facts, self.app.now)
        self._passed = {f"{person.id} {line.id}": (person, line) for person, line in passed}
        self._marks = {key: mark for key, mark in self._marks.items() if key in self._passed}
        self._show()

    def _show(self) -> None:
        self.rows.show([self._row(key, *pair) for key, pair in self._passed.items()])
        box = self.query_one(Vertical)
        passed = say_count(len(self._passed), "check-in")
        box.border_subtitle = Content(f"{len(self._marks)} of {passed} marked")
        self._fit()

    def _fit(self) -> None:
        frame = 4 if self.has_class("-short") else 8
        room = max(1, self.size.height - frame)
        self.rows.styles.height = max(1, min(len(self._passed), room))

    def _row(self, key: str, person: Person, line: CheckinLine) -> Row:
        mark, today = self._marks.get(key), self.app.now.date()
        said = Content(mark.words(today)) if mark else Content.styled("…", "$text-muted")
        when = say_when(line.wall.in_zone(self.app.zone), today)
        return Row(key, (when, person.name, line.topic, said))

    def action_mark(self, outcome: str) -> None:
        """Mark this line, and go on to the next."""
        if outcome:
            self._set(Mark(outcome))
        elif self.rows.key:
            self._marks.pop(self.rows.key, None)
            self._show()

    def _set(self, mark: Mark) -> None:
        if self.rows.key:
            self._marks[self.rows.key] = mark
            self._show()
            self.rows.action_move(1)

    def action_moved(self) -> None:
        """Ask for the new date, then mark this line."""
        if self.rows.key:
            person, line = self._passed[self.rows.key]
            self.app.push_screen(MovedTo(person, line), self._moved)

    def _moved(self, moved: Moved | None) -> None:
        if moved:
            self._set(Mark("moved", moved))

    @on(Rows.Chosen)
    def _clicked_twice(self, event: Rows.Chosen) -> None:
        self.action_mark("" if event.key in self._marks else "held")

    async def action_save(self) -> None:
        """Save the marks, one deed for each person; where one fails, stay with those left."""
        if self._busy:
            return
        self._busy = True
        saved, errors = await save_marks(self.app, self._passed, self._marks)
        self._busy = False
        self.app.say(say_marks(saved))
        if errors:
            self.app.show_error(errors[0])
        else:
            self.dismiss(None)

    async def action_leave(self) -> None:
        """Leave everything as it is, and do not ask again today."""
        await keep_left(self.app)
        self.dismiss(None)
