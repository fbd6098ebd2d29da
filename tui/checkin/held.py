"""After a check-in that was held: the next date, and if wanted a few answers in under a minute."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.say import first_name, say_count, say_day
from coaching.verbs import preparing, replies
from tui.checkin.afterwards import Afterwards, afterwards, answer
from tui.checkin.outcome import OutcomeForm
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from textual.widget import Widget

    from coaching.overview import CheckinLine
    from coaching.ports import Verb
    from coaching.record.agenda_item import AgendaItem
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook

MORE = "enter saves. tab: a few words more, if you like."


class HeldForm(OutcomeForm):
    """Enter saves from anywhere, so a check-in held as planned stays at three keys."""

    DEFAULT_CSS = """
    HeldForm Choice { margin-bottom: 0; }
    HeldForm #field-was { margin: 0; }
    HeldForm #more { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", id="held.save", tooltip="Save now"),
        Binding(
            "tab",
            "app.focus_next",
            "a few words more",
            id="held.more",
            tooltip="To the next answer",
        ),
    ]

    def __init__(
        self, workbook: Workbook, line: CheckinLine, now: datetime, *, prepared: bool
    ) -> None:
        """`prepared` says that question and habit were before the user's eyes."""
        super().__init__(workbook, "held", line, now)
        self.prepared = prepared
        self.draft_key = f"held-{workbook.id}-{line.id}"
        self.after: Afterwards | None = None

    def fields(self) -> Iterator[Widget]:
        """The next date, then what may be left as it is."""
        self.after = afterwards(self.app, self.workbook, self.line.id if self.line else "")
        yield from super().fields()
        yield Static(MORE, classes="hint", id="more")
        if self.after is not None:
            yield from self.after.fields()
            yield from self._lines(self.after.source.items)
        name = first_name(self.workbook.relationship.name)
        yield Static("Does one of you owe a reply now?", classes="field-label")
        yield Choice([("", "no"), ("me", "I do"), ("them", name)], id="reply")
        due = say_day(replies.due_by(self.workbook, self._day(), self.app.world.limits))
        yield Static(Content(f"by your reply time it is due {due}"), classes="hint", id="due")

    @on(Choice.Changed, "#reply")
    def _show_due(self) -> None:
        """A day is said only where a reply is owed."""
        self.query_one("#due").display = bool(answer(self, "reply"))

    def on_mount(self) -> None:
        """Nothing is owed at first."""
        super().on_mount()
        self._show_due()

    def _lines(self, items: Sequence[AgendaItem]) -> Iterator[Widget]:
        """Whether what the two brought was talked about."""
        if items:
            more = ", …" if len(items) > 1 else ""
            label = f"{say_count(len(items), 'line')} you two brought: {items[0].what}{more}"
            yield Static(Content(label), classes="field-label")
            answers = [("", "carry over what is left"), ("done", "all talked about")]
            yield Choice(answers, id="items")

    def _verbs(self) -> Iterator[Verb]:
        yield from super()._verbs()
        today = self.app.now.date()
        if self.after is not None:
            yield from self._answers(self.after)
            if answer(self, "items"):
                for item in self.after.source.items:
                    yield partial(preparing.settle, item_id=item.id, today=today)
        if owes := answer(self, "reply"):
            yield partial(
                replies.owe,
                reply_id=self.app.world.coach.new_id(),
                owes=cast("Side", owes),
                since=self._day(),
                today=today,
                limits=self.app.world.limits,
            )

    def _answers(self, after: Afterwards) -> Iterator[Verb]:
        """Habit and question are kept where they were used, so that neither comes again soon."""
        was, went, by = after.was(self), after.went(self), after.agenda_by(self)
        tried = after.habit if went or self.prepared else None
        if self.prepared or was or went or by:
            yield partial(
                preparing.after,
                checkin_id=after.checkin.id,
                was=was,
                habit=tried.id if tried else "",
                went=went,
                question=after.question if self.prepared else "",
                agenda_by=by,
            )

    def _day(self) -> date:
        return self._held().day
