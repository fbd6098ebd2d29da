"""Before a check-in: its agenda from the record, to read, reorder, shorten and add to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from coaching.agenda.asking import may_guess
from coaching.agenda.build import checkin_at_hand
from coaching.agenda.source import Source
from coaching.guide.parts import fill
from coaching.say import first_name, say_count, say_here
from coaching.verbs import preparing
from tui.checkin.choosing import ChooseHabit, ChooseKind, ChooseQuestion, GuessForm
from tui.checkin.item import ItemForm
from tui.checkin.line_deeds import open_line
from tui.checkin.one_checkin import CheckinPage, open_page, open_page_of
from tui.checkin.sheet import AgendaSheet, Entry, beat_entries, rows_of, sheet_of
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

KIND, HABIT, GUESS, MIND, GAP_ROW, OFF = "kind", "habit", "guess", "mind", "gap", "off"
PLAN_FIRST = "No date is agreed yet. c plans one; then the agenda is kept with it."
ON_A_BEAT = "x takes it off this time, J and K move it, a adds a line."
COLUMNS = (Column("", 7, style="$text-muted"), Column("", 20, grow=1))


Chooser = type[ChooseKind | ChooseHabit | ChooseQuestion | GuessForm]
CHOICES: dict[str, Chooser] = {
    KIND: ChooseKind,
    HABIT: ChooseHabit,
    GUESS: GuessForm,
    "question": ChooseQuestion,
}
"""What enter opens on these lines."""


class BeforeScreen(CheckinPage):
    """The agenda of one check-in; what is changed here is kept with that check-in."""

    DEFAULT_CSS = """
    BeforeScreen Rows { height: 1fr; border: round $border-blurred; }
    BeforeScreen Rows:focus { border: round $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="before.add", tooltip="One more thing to talk about"),
        Binding(
            "x",
            "drop",
            "take off",
            id="before.drop",
            tooltip="Take a part or a line off this agenda, or put it back",
        ),
        Binding(
            "J,shift+down",
            "move(1)",
            "move",
            key_display="J K",
            id="before.down",
            tooltip="Move this part down",
        ),
        Binding(
            "K,shift+up",
            "move(-1)",
            "move up",
            show=False,
            id="before.up",
            tooltip="Move this part up",
        ),
        Binding(
            "enter",
            "open",
            "change",
            show=False,
            id="before.open",
            tooltip="Open or change what stands on this line",
        ),
        Binding(
            "q",
            "question",
            "question",
            show=False,
            id="before.question",
            tooltip="Choose another question to ask",
        ),
        Binding(
            "v",
            "kind",
            "kind",
            show=False,
            id="before.kind",
            tooltip="Another kind of check-in: first, short, review, repair, closing",
        ),
        Binding(
            "t",
            "guess",
            "guess",
            show=False,
            id="before.guess",
            tooltip="One guess: what may be on the other's mind",
        ),
        Binding("d", "during", "during", id="before.during", tooltip="The calm page for the talk"),
        Binding("c", "log", "log or plan", id="before.log", tooltip="Log how it went, or plan one"),
        Binding("u", "app.undo", "undo", show=False, id="before.undo", tooltip="Take it back"),
        Binding("escape", "back", "back", key_display="esc", id="before.back", tooltip="Back"),
    ]

    rows = getters.query_one(Rows)

    @property
    def _who(self) -> str:
        return self.workbook.relationship.name

    def compose(self) -> ComposeResult:
        """Head, agenda, keys."""
        yield Head(f"Before the check-in with {self._who}")
        yield Rows(COLUMNS)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it, and follow what is saved here and elsewhere."""
        self.follow()
        self.rows.focus()
        self.show()

    def on_resize(self) -> None:
        """Break the lines at the new width."""
        self.show()

    def was_read(self) -> None:
        """Go on with the next check-in where this one is over, or was planned just now."""
        checkin = self.checkin
        if checkin is None or checkin.outcome != "planned":
            found = checkin_at_hand(self.workbook, self.app.now)
            self.checkin_id = found.id if found else ""
        self.show()

    def show(self) -> None:
        """The agenda, and when it is for."""
        checkin, now = self.checkin, self.app.now
        self.sheet = sheet_of(
            self.workbook, checkin, now, self.app.world.content, limits=self.app.world.limits
        )
        wall = checkin.planned if checkin else None
        self.query_one(Head).note = say_here(wall, self.app.zone) if wall else "no date yet"
        self.rows.border_title = Content(self.sheet.agenda.name)
        minutes = say_count(self.sheet.agenda.minutes, "minute")
        self.rows.border_subtitle = Content(f"about {minutes}, only you see this page")
        width = self.rows.content_size.width or self.app.size.width - 2
        self.rows.show(rows_of(list(self._entries(self.sheet)), width))
        self.refresh_bindings()

    def _entries(self, sheet: AgendaSheet) -> Iterator[Entry]:
        agenda = sheet.agenda
        yield Entry(KIND, "For", agenda.purpose)
        yield Entry(HABIT, "Try", f"{agenda.habit_words} {self.app.world.content.habits.before}")
        if self.checkin is None:
            yield Entry(MIND, "Date", PLAN_FIRST)
        if self._may_guess:
            yield Entry(GUESS, "Guess", self._guess)
        for place, words in enumerate(self._in_mind):
            yield Entry(f"{MIND}:{place}", "Mind", words)
        yield Entry(GAP_ROW, "", "")
        yield from beat_entries(agenda.beats)
        if sheet.dropped:
            yield Entry(f"{GAP_ROW}:off", "", "")
            yield Entry(OFF, "", "Not this time; x puts a line back", "$text-muted")
            for key, words in sheet.dropped:
                yield Entry(f"{OFF} {key}", "off", words, "$text-muted", indent=1)

    @property
    def _in_mind(self) -> tuple[str, ...]:
        """What to have in mind; a guess has its own line."""
        before = self.sheet.agenda.before if self.sheet else ()
        guessed = bool(self.checkin and self.checkin.guess)
        return before[:-1] if guessed else before

    @property
    def _guess(self) -> str:
        written = self.checkin.guess if self.checkin else ""
        asked = fill(self.app.world.content.habits.guess, name=first_name(self._who))
        return f"{written} (only me)" if written else asked

    @property
    def _may_guess(self) -> bool:
        world = self.app.world
        source = Source(self.workbook, self.checkin, self.app.now, world.content, world.limits)
        return self.checkin is not None and may_guess(source)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a date there is nothing yet to keep changes with."""
        if action in ("drop", "move", "question", "kind"):
            return self.checkin is not None or None
        if action == "guess":
            return self._may_guess or None
        return True

    @on(Rows.Chosen)
    def _open_row(self, event: Rows.Chosen) -> None:
        self._open(event.key)

    def action_open(self) -> None:
        """What the list itself does with enter."""
        self.rows.action_choose()

    def _open(self, key: str) -> None:
        part, _, rest = key.partition(":")
        if part in CHOICES:
            self._choose(CHOICES[part])
        elif part == MIND and not rest:
            self.action_log()
        elif part == "topic":
            self._log("topic")
        elif not open_line(self.app, self.workbook, key) and self.sheet and self.sheet.beat_of(key):
            self.app.say(ON_A_BEAT)

    def _choose(self, make: Chooser) -> None:
        if self.checkin is None:
            self.app.say(PLAN_FIRST)
        else:
            self.app.push_screen(make(self.workbook, self.checkin, self.app.world.content))

    def action_question(self) -> None:
        """Choose a question."""
        self._choose(ChooseQuestion)

    def action_kind(self) -> None:
        """Choose a kind."""
        self._choose(ChooseKind)

    def action_guess(self) -> None:
        """Write a guess."""
        self._choose(GuessForm)

    def action_add(self) -> None:
        """Add a line."""
        self.app.push_screen(ItemForm(self.workbook, self.checkin_id))

    async def action_drop(self) -> None:
        """Take what is under the cursor off, or put it back."""
        key = self.rows.key or ""
        if key.startswith(f"{OFF} "):
            verb = partial(preparing.take_back, line_id=key.removeprefix(f"{OFF} "))
        elif self.sheet and self.sheet.beat_of(key):
            verb = partial(preparing.drop, line_id=key)
        else:
            return
        await self._do(partial(verb, checkin_id=self.checkin_id))

    async def _do(self, verb: Verb) -> None:
        """Save, and show it at once: the next key is about what it made."""
        changed = await self.app.do(self.workbook_id, verb)
        if changed is not None:
            self.workbook = changed.workbook
            self.show()

    async def action_move(self, by: int) -> None:
        """Move the part under the cursor."""
        beat = self.sheet.beat_of(self.rows.key or "") if self.sheet else ""
        order = self.sheet.moved(beat, by) if self.sheet and beat else None
        if order:
            verb = partial(preparing.reorder, checkin_id=self.checkin_id, beats=order)
            await self._do(verb)

    def action_during(self) -> None:
        """The calm page, in place of this one."""
        from tui.checkin.during import DuringScreen

        self.app.switch_screen(DuringScreen(self.workbook, self.checkin_id))

    def action_log(self) -> None:
        """Log it, or plan one."""
        from tui.checkin.log import LogCheckin

        self.app.push_screen(LogCheckin(self.workbook_id, self.checkin_id, prepared=True))

    def _log(self, outcome: str) -> None:
        from tui.checkin.log import open_outcome

        open_outcome(self.app, self.workbook, self.checkin_id, outcome)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


def open_before(app: TrothApp, workbook: Workbook, checkin_id: str = "") -> None:
    """The agenda of a check-in, else of the one at hand."""
    open_page(app, BeforeScreen, workbook, checkin_id)


def open_before_of(app: TrothApp, workbook_id: str, checkin_id: str = "") -> None:
    """The same for a person known by id."""
    open_page_of(app, BeforeScreen, workbook_id, checkin_id)
