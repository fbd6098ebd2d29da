"""The forms of a reply owed: who owes it since when, and the day it came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from coaching.errors import Refused, TrothError
from coaching.say import say_day
from coaching.verbs import replies
from tui.widgets.choice import Choice
from tui.widgets.day_form import DayForm
from tui.widgets.fields import DateField, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.reply import Reply
    from coaching.record.workbook import Workbook

ONLY_ME = "only me: {name} never sees these words"


class OweReply(DayForm):
    """Who owes whom a reply, about what, since when, by when."""

    def __init__(self, workbook: Workbook, owes: Side) -> None:
        """A new one, owed by this side unless the user says otherwise."""
        super().__init__(workbook, f"reply-{workbook.id}-{owes}")
        self.owes: Side = owes

    def title_text(self) -> str:
        """With whom."""
        return f"A reply owed, {self.who} and you"

    def fields(self) -> Iterator[Widget]:
        """Who, about what, since, by."""
        yield Static("Who owes the reply?", classes="field-label")
        yield Choice([("me", "me"), ("them", self.who)], self.owes, id="owes")
        under = ONLY_ME.replace("{name}", self.who)
        yield Field("about", "What about? You may leave it empty", under=under)
        yield self.day_field("Since when?")
        yield DateField(
            "due", "By when? Empty: by your reply time", self._ahead, example="fri, +2d"
        )
        yield Static(id="agreed", classes="hint")

    def on_mount(self) -> None:
        """Begin with the words; who owes is one shift+tab away."""
        super().on_mount()
        self._explain()
        self.field("about").query_one(Input).focus()

    def _ahead(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    @on(Input.Changed)
    def _explain(self) -> None:
        """The agreed day while none is typed."""
        shown = ""
        if not self.field("due").text.strip():
            try:
                due = replies.due_by(self.workbook, self.day(), self.app.world.limits)
                shown = f"By your reply time that is {say_day(due)}."
            except TrothError:
                shown = ""
        self.query_one("#agreed", Static).update(Content(shown))

    def verb(self) -> Verb:
        """Note it."""
        due = self.query_one("#field-due", DateField).wall()
        since = self.day()
        if due is not None and due.day < since:
            raise Refused("The reply cannot be due before it was asked for.", "due")
        return partial(
            replies.owe,
            reply_id=self.app.world.coach.new_id(),
            owes="me" if self.query_one("#owes", Choice).value == "me" else "them",
            about=self.field("about").text,
            since=since,
            today=self.today,
            due=due.day if due else None,
            limits=self.app.world.limits,
        )


class AnsweredOn(DayForm):
    """The day a reply came."""

    def __init__(self, workbook: Workbook, reply: Reply) -> None:
        """This reply."""
        super().__init__(workbook, f"answered-{reply.id}")
        self.reply = reply

    def title_text(self) -> str:
        """Whose."""
        if self.reply.owes == "me":
            return f"You answered {self.who}"
        return f"{self.who} answered"

    def fields(self) -> Iterator[Widget]:
        """The day."""
        yield self.day_field("When?")

    def verb(self) -> Verb:
        """Record it."""
        return partial(replies.answer, reply_id=self.reply.id, on=self.day(), today=self.today)
