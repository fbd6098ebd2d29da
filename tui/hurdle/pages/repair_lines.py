"""Two lists worked on line by line: expected, got, asked for; and who does what by when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.hurdle import commitments
from coaching.hurdle.repair_plan import who
from coaching.record.promise import Promise
from coaching.say import say_day
from coaching.verbs import repairing
from tui.hurdle.pages.base import Page
from tui.hurdle.repair_forms import CommitmentForm, ExpectedForm
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from coaching.ports import Verb
    from coaching.record.repair import Commitment
    from tui.app import TrothApp
    from tui.widgets.form import Form

DEED = "deed"
MUTED = "$text-muted"


class LinesPage(Page):
    """A list; n writes a line, enter changes one, D takes it away. Each is saved as it is made."""

    app: TrothApp
    COLUMNS: ClassVar[Sequence[Column]]
    EMPTY: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "write", "a line", id="hurdle.line-new", tooltip="Write a line"),
        Binding(
            "D", "drop", "take away", id="hurdle.line-drop", tooltip="Take the line under it away"
        ),
    ]

    def widgets(self) -> Iterable[Widget]:
        """The list, and what is to be said about it."""
        yield Rows(self.COLUMNS, empty=self.EMPTY, id="lines")
        yield Static(id="about", classes="help")

    def on_mount(self) -> None:
        """Show the lines; a new one left in the middle is opened again, as it was."""
        self.show()
        key = self.form(None).draft_key
        if key and self.app.drafts.read(key) is not None:
            self.call_after_refresh(self.action_write)

    def answer(self) -> Mapping[str, Any] | None:
        """The lines are kept already; none leaves it open."""
        kept = getattr(self.session.answers, self.session.question)
        return {self.session.question: kept} if kept else None

    def rows(self) -> Sequence[Row]:
        """The lines as they are now."""
        raise NotImplementedError

    def about(self) -> str:
        """What is said under the list."""
        return ""

    def form(self, place: int | None) -> Form[bool]:
        """The form for a new line, or for the one at this place."""
        raise NotImplementedError

    def taken_away(self, place: int) -> Verb:
        """What takes the line at this place away."""
        raise NotImplementedError

    def show(self, _: object = None) -> None:
        """Put the lines on screen."""
        if self.is_attached:
            self.query_one("#lines", Rows).show(self.rows())
            self.query_one("#about", Static).update(Content(self.about()))

    async def carry(self, verb: Verb) -> None:
        """Save a change of the lines and show them."""
        try:
            changed = await self.app.carry_out(lambda: self.session.save(verb))
            self.app.say(changed.said)
        except TrothError as error:
            self.app.show_error(error)
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a line that is there can be taken away."""
        return action != "drop" or (self.is_mounted and self._place is not None)

    @property
    def _place(self) -> int | None:
        key = self.query_one("#lines", Rows).key
        return int(key) if key is not None and key.isdigit() else None

    def action_write(self) -> None:
        """Write a line."""
        self.app.push_screen(self.form(None), self.show)

    async def action_drop(self) -> None:
        """Take the line under the cursor away."""
        if self._place is not None:
            await self.carry(self.taken_away(self._place))

    @on(Rows.Chosen, "#lines")
    def _change(self, event: Rows.Chosen) -> None:
        event.stop()
        if self._place is not None:
            self.app.push_screen(self.form(self._place), self.show)

    @on(Rows.Moved, "#lines")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.show_line(event.rows)
        self.refresh_bindings()


class ExpectedPage(LinesPage):
    """Expected, got, asked for; 1 keeps a line, 2 changes it, 3 drops it."""

    COLUMNS = (
        Column("Expected", 14, grow=2),
        Column("What came", 14, grow=2, drop=1, style=MUTED),
        Column("Asked for", 14, grow=2),
        Column("", 7),
    )
    EMPTY = "No line yet. n writes the first one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "decide('keep')", "keep", id="hurdle.line-keep", tooltip="This stays as it is"
        ),
        Binding(
            "2",
            "decide('change')",
            "change",
            id="hurdle.line-change",
            tooltip="What is asked for takes its place",
        ),
        Binding(
            "3", "decide('drop')", "drop", id="hurdle.line-let-go", tooltip="Neither expects it"
        ),
    ]

    def rows(self) -> Sequence[Row]:
        """The lines with what was decided."""
        decided = {one.id: one.label for one in self.session.content.repair.decisions}
        return [
            Row(str(place), (one.expected, one.got, one.ask, decided.get(one.decision or "", "")))
            for place, one in enumerate(self.session.answers.expected)
        ]

    def form(self, place: int | None) -> Form[bool]:
        """Expected, got, asked for."""
        return ExpectedForm(self.session, place)

    def taken_away(self, place: int) -> Verb:
        """The line goes."""
        return partial(repairing.drop_line, hurdle_id=self.session.hurdle_id, place=place)

    async def action_decide(self, decision: str) -> None:
        """Decide about the line under the cursor, or take the decision back."""
        place = self._place
        if place is None:
            return
        line = self.session.answers.expected[place]
        new = line.changed(decision=None if line.decision == decision else decision)
        verb = partial(
            repairing.write_line, hurdle_id=self.session.hurdle_id, line=new, place=place
        )
        await self.carry(verb)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A decision needs a line."""
        if action == "decide":
            return self.is_mounted and self._place is not None
        return super().check_action(action, parameters)


class CommitmentsPage(LinesPage):
    """Who does what by when, and how the other will notice; each becomes a promise."""

    COLUMNS = (
        Column("Who", 6),
        Column("What", 12, grow=3),
        Column("By", 15),
        Column("Seen by", 12, grow=1, drop=1, style=MUTED),
    )
    EMPTY = "Nothing is taken on yet. n writes the first deed."

    def rows(self) -> Sequence[Row]:
        """The first deed, then what was taken on."""
        session, hurdle = self.session, self.session.answers
        lines = [self._row(str(n), one) for n, one in enumerate(hurdle.commitments)]
        if not hurdle.deed:
            return lines
        by = say_day(hurdle.deed_by) if hurdle.deed_by else ""
        does = who(hurdle.deed_whose or "me", session.name)
        return [Row(DEED, (does, hurdle.deed, by, "")), *lines]

    def about(self) -> str:
        """What the lines of expectations asked for; whether anything is due within a week."""
        session, words = self.session, self.session.content.repair.commitments
        lines = [f"Asked for: {ask}" for ask in commitments.asks_in(session.answers)]
        if session.answers.closest in commitments.WORDS_CARRY_LITTLE:
            lines.append(words.carry_little)
        if commitments.first_is_late(session.answers, session.today):
            lines.append(f"? {words.sooner}")
        return "\n".join(lines)

    def form(self, place: int | None) -> Form[bool]:
        """Who, what, by when, seen by, if not."""
        return CommitmentForm(self.session, place)

    def taken_away(self, place: int) -> Verb:
        """It goes, with its promise where that is still open."""
        return partial(repairing.take_back, hurdle_id=self.session.hurdle_id, place=place)

    def _row(self, key: str, one: Commitment) -> Row:
        promise = self.session.workbook.find(Promise, one.promise) if one.promise else None
        by = promise.by if promise is not None else one.by
        return Row(key, (who(one.who, self.session.name), one.what, say_day(by), one.seen_by))
