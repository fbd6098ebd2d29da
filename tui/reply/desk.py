"""Replies owed with one person, both directions, and what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.errors import TrothError
from coaching.record.reply import Reply
from coaching.say import say_count, say_day
from coaching.verbs import replies
from coaching.verbs.agreements import latest
from tui.reply.form import AnsweredOn, OweReply
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

SETTLED_SHOWN = 5
NOT_YET = "“I have it. I will answer by ….” Two lines to say when are an answer too."


def open_replies(app: TrothApp, workbook: Workbook) -> None:
    """Replies owed with this person."""
    open_desk(app, lambda forms: Replies(workbook, forms))


def open_one_reply(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One reply; nothing where it is gone."""
    if workbook.find(Reply, record_id):
        open_desk(app, lambda forms: OneReply(workbook, forms, record_id))


def open_replies_of(app: TrothApp, workbook_id: str, reply_id: str = "") -> None:
    """Open the replies of a person known by id, or one of them."""
    try:
        workbook = app.world.coach.open(workbook_id)
    except TrothError as error:
        app.show_error(error)
        return
    if reply_id:
        open_one_reply(app, workbook, reply_id)
    else:
        open_replies(app, workbook)


class Replies(Desk):
    """Note a reply owed, or choose one that is there: the open ones first."""

    def heading(self) -> str:
        """With whom."""
        return f"Replies, {self.who} and you"

    def text(self) -> str:
        """The agreed time."""
        found = latest(self.workbook)
        if found is not None and found.reply_days:
            days = say_count(found.reply_days, "working day")
            return f"You agreed to answer each other within {days}."
        usual = say_count(self.app.world.limits.reply_working_days, "working day")
        return f"No reply time is agreed, so a reply is due within {usual}, as usual here."

    def lines(self) -> Iterator[Line]:
        """What is open by due day, a new one for each side, then the newest that are settled."""
        every = self.workbook.all(Reply)
        for one in sorted((one for one in every if one.is_open), key=lambda one: one.due):
            yield self._line(one)
        mine = partial(self.open, OweReply, self.workbook, "me")
        yield Line("mine", f"+ I owe {self.who} a reply", "", mine)
        theirs = partial(self.open, OweReply, self.workbook, "them")
        yield Line("theirs", f"+ {self.who} owes me a reply", "", theirs)
        settled = sorted((one for one in every if not one.is_open), key=_ended, reverse=True)
        for one in settled[:SETTLED_SHOWN]:
            yield self._line(one)

    def _line(self, reply: Reply) -> Line:
        words, note = said(reply, self.who), state(reply, self.app.now.date())
        return Line(reply.id, words, note, partial(self._choose, reply.id))

    def _choose(self, reply_id: str) -> None:
        self.open(OneReply, self.workbook, self.forms, reply_id)


class OneReply(OneRecord):
    """A reply owed, and what became of it."""

    def record(self) -> Reply | None:
        """As it is now."""
        return self.workbook.find(Reply, self.record_id)

    def heading(self) -> str:
        """Who owes whom."""
        reply = self.record()
        if reply is None:
            return ""
        return (
            f"You owe {self.who} a reply" if reply.owes == "me" else f"{self.who} owes you a reply"
        )

    def text(self) -> Content:
        """All that is kept of it."""
        reply = self.record()
        if reply is None:
            return Content("")
        asked = ", ".join(say_day(day) for day in reply.asked)
        return paragraphs(
            ("", state(reply, self.app.now.date())),
            ("About", reply.about),
            ("Since", say_day(reply.since)),
            ("By", say_day(reply.due)),
            ("Asked again", asked),
            ("", NOT_YET if reply.is_open and reply.owes == "me" else ""),
        )

    def lines(self) -> Iterator[Line]:
        """Answered, asked again, not needed; or owed again."""
        reply = self.record()
        if reply is None:
            return
        if reply.is_open:
            yield from self._open_lines(reply)
        else:
            again = partial(replies.open_again, reply_id=reply.id)
            yield Line("again", "Owed again", "that was a slip", partial(self.carry, again))
        yield self.delete_line("reply", partial(replies.delete, reply_id=reply.id))

    def _open_lines(self, reply: Reply) -> Iterator[Line]:
        today = self.app.now.date()
        words = "I answered" if reply.owes == "me" else f"{self.who} answered"
        answer = partial(replies.answer, reply_id=reply.id, on=today, today=today)
        yield Line("answered", words, "today", partial(self._settle, answer))
        another = partial(self.open, AnsweredOn, self.workbook, reply)
        yield Line("another", words, "on another day", another)
        ask = partial(replies.ask_again, reply_id=reply.id, today=today)
        asked = f"{self.who} asked again" if reply.owes == "me" else "I asked again"
        yield Line("asked", asked, "today", partial(self.carry, ask))
        let_go = partial(replies.let_go, reply_id=reply.id, today=today)
        yield Line(
            "let go", "Not needed any more", "counts for nothing", partial(self._settle, let_go)
        )

    async def _settle(self, verb: Verb) -> None:
        if await self.app.do(self.workbook.id, verb):
            self.dismiss(None)


def said(reply: Reply, name: str) -> str:
    """Who owes it, and what about."""
    who = f"You owe {name}" if reply.owes == "me" else f"{name} owes you"
    return f"{who}: {reply.about}" if reply.about else who


def state(reply: Reply, today: date) -> str:
    """Where it stands, in a few words."""
    if reply.answered is not None:
        return f"answered {say_day(reply.answered)}"
    if reply.let_go is not None:
        return f"not needed, {say_day(reply.let_go)}"
    past = "was due" if reply.due < today else "due"
    return f"{past} {say_day(reply.due)}"


def _ended(reply: Reply) -> date:
    return reply.answered or reply.let_go or reply.since
