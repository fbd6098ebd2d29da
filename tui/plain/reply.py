"""Note a reply owed, or say what became of one, on plain lines."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.record.reply import Reply
from coaching.say import first_name, say_day
from coaching.verbs import replies
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice, short_text

if TYPE_CHECKING:
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.plain.desk import Desk

NOT_YET = "Two lines to say when are an answer too."


def open_replies(workbook: Workbook) -> list[Reply]:
    """Replies somebody still waits for, by the day they are due."""
    return sorted((one for one in workbook.all(Reply) if one.is_open), key=lambda one: one.due)


def say_reply(reply: Reply, name: str, today: date) -> str:
    """A reply owed in one line."""
    who = f"You owe {name} a reply" if reply.owes == "me" else f"{name} owes you a reply"
    about = f" about {reply.about}" if reply.about else ""
    past = "was due" if reply.due < today else "due"
    return f"{who}{about}, {past} {say_day(reply.due)}"


def note_reply(desk: Desk, workbook_id: str) -> None:
    """Ask who owes it, about what, since when, by when."""
    workbook = desk.open(workbook_id)
    name = workbook.relationship.name
    owes = [Option("me", "Me"), Option("them", first_name(name))]
    about = f"What about? You may leave it empty. Only you read this; {name} never sees it."
    due = "By when? You may leave it empty: then by your reply time."
    parts = (
        Part("owes", lambda _: choice("Who owes the reply?", owes)),
        Part("about", lambda _: short_text(about, needed=False)),
        Part("since", lambda _: desk.day("Since when?", "today", past=True)),
        Part("due", lambda _: desk.day(due).optional()),
    )

    def deed(given: Given) -> None:
        fields = {**given, "about": given["about"] or ""}
        reply_id = desk.coach.new_id()
        limits = desk.world.limits
        verb = partial(replies.owe, reply_id=reply_id, today=desk.today, limits=limits, **fields)
        desk.do(workbook_id, verb)

    fill_in(desk.prompt, f"A reply owed, {name} and you", parts, deed)


def settle_reply(desk: Desk, workbook_id: str, reply_id: str = "") -> None:
    """Ask which reply, where it is not said, and what became of it."""
    workbook = desk.open(workbook_id)
    name, known = workbook.relationship.name, open_replies(workbook)
    if not known:
        desk.say(f"No reply is owed between you and {name}.")
        return
    only = reply_id or (known[0].id if len(known) == 1 else "")
    listed = [Option(one.id, say_reply(one, name, desk.today)) for one in known]
    parts = (
        Part("which", lambda _: choice("Which reply?", listed), lambda _: not only),
        Part("deed", lambda given: _deed(desk, workbook, only or given["which"])),
    )

    def deed(given: Given) -> None:
        desk.do(workbook_id, _verb(given["deed"], only or given["which"], desk.today))

    fill_in(desk.prompt, f"Replies, {name} and you", parts, deed)


def _deed(desk: Desk, workbook: Workbook, reply_id: str) -> Question[Any]:
    reply = workbook.get(Reply, reply_id)
    name = first_name(workbook.relationship.name)
    mine = reply.owes == "me"
    options = [
        Option("answer", "I answered" if mine else f"{name} answered", "today"),
        Option("again", f"{name} asked again" if mine else "I asked again", "today"),
        Option("let_go", "Not needed any more", "It counts for nothing"),
    ]
    told = say_reply(reply, workbook.relationship.name, desk.today)
    question = choice(f"{told}. What became of it?", options)
    return question.telling(NOT_YET) if mine else question


def _verb(deed: str, reply_id: str, today: date) -> Verb:
    match deed:
        case "answer":
            return partial(replies.answer, reply_id=reply_id, on=today, today=today)
        case "again":
            return partial(replies.ask_again, reply_id=reply_id, today=today)
        case _:
            return partial(replies.let_go, reply_id=reply_id, today=today)
