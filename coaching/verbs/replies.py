"""What a user does with a reply owed: note it, ask again, answer it, let it go."""

from datetime import date, timedelta

from coaching.errors import Refused
from coaching.record.base import Side
from coaching.record.reply import Reply
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day
from coaching.thresholds import DEFAULTS, Thresholds
from coaching.verbs.agreements import latest

SATURDAY = 5


def owe(
    workbook: Workbook,
    *,
    reply_id: str,
    owes: Side,
    since: date,
    today: date,
    about: str = "",
    due: date | None = None,
    limits: Thresholds = DEFAULTS,
) -> Done:
    """Note that one side waits for a reply; due by the agreed reply time unless a day is given."""
    if since > today:
        raise Refused(f"{say_day(since)} is still to come. Say since when it is owed.", "since")
    by = due or due_by(workbook, since, limits)
    reply = Reply(id=reply_id, owes=owes, about=about, since=since, due=by)
    name = workbook.relationship.name
    who = f"You owe {name}" if owes == "me" else f"{name} owes you"
    return Done(workbook.put(reply), f"{who} a reply by {say_day(by)}.")


def due_by(workbook: Workbook, since: date, limits: Thresholds = DEFAULTS) -> date:
    """The day a reply is due: so many working days after it was asked for."""
    found = latest(workbook)
    days = found.reply_days if found and found.reply_days else limits.reply_working_days
    day = since
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def ask_again(workbook: Workbook, reply_id: str, *, today: date) -> Done:
    """Record that the waiting side asked again."""
    reply = _open(workbook, reply_id)
    again = reply.changed(asked=(*reply.asked, today))
    return Done(workbook.put(again), f"Asked again on {say_day(today)}.")


def answer(workbook: Workbook, reply_id: str, *, on: date, today: date) -> Done:
    """Record that the reply came. Refused for a day still to come."""
    if on > today:
        raise Refused(f"{say_day(on)} is still to come. Log the reply on that day.", "when")
    reply = _open(workbook, reply_id).changed(answered=on)
    who = "You answered" if reply.owes == "me" else f"{workbook.relationship.name} answered"
    return Done(workbook.put(reply), f"{who} on {say_day(on)}.")


def let_go(workbook: Workbook, reply_id: str, *, today: date) -> Done:
    """Record that the reply is not needed any more; it counts for nothing."""
    reply = _open(workbook, reply_id).changed(let_go=today)
    return Done(workbook.put(reply), "This reply is not needed any more.")


def open_again(workbook: Workbook, reply_id: str) -> Done:
    """Take back how a reply was settled, where that was a slip."""
    reply = workbook.get(Reply, reply_id).changed(answered=None, let_go=None)
    return Done(workbook.put(reply), "This reply is owed again.")


def delete(workbook: Workbook, reply_id: str) -> Done:
    """Take a reply out of the record."""
    return Done(workbook.without(workbook.get(Reply, reply_id)), "Reply deleted.")


def _open(workbook: Workbook, reply_id: str) -> Reply:
    reply = workbook.get(Reply, reply_id)
    if not reply.is_open:
        raise Refused("This reply is settled already. Nothing was changed.")
    return reply
