"""What check-ins, promises and replies show where they stand behind a sentence."""

from collections.abc import Iterator
from datetime import date

from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.promise import NewDate, Promise
from coaching.record.reply import Reply
from coaching.say import say_day, say_list
from coaching.strategies.record_line import Scope, Told
from coaching.timeline import checkin_line, promise_line

WENT = {"yes": "yes", "partly": "partly", "no": "no", "cannot_say": "cannot say"}
AGENDA_RULES = ("agendas", "agendas_one_side")
COUNTED_APART = ("recent", "not_held_me", "not_held_them")
NEW_DATE_APART = "The new date counts as a check-in of its own."
STILL_OPEN = "Still open, not counted yet"
ONLY_NEW_DATE = "Still open: only the new date is counted"
LET_GO = "Let go, not counted"


def checkin(one: Checkin, _: date, scope: Scope) -> Told:
    """What became of it; who set its agenda or how its habit went, where that is meant."""
    line = checkin_line(one, scope.workbook, scope.now, scope.zone)
    return Told(line.what, tuple(_of_checkin(one, scope)))


def _of_checkin(one: Checkin, scope: Scope) -> Iterator[str]:
    if scope.rule in COUNTED_APART and one.outcome == "moved" and one.moved_to is not None:
        yield NEW_DATE_APART
    if scope.rule in AGENDA_RULES and one.agenda_by is not None:
        yield f"{scope.who(one.agenda_by)} set the agenda."
    if scope.rule == "habits" and one.habit_went is not None:
        habits = scope.content.habits.habits
        tried = next((habit.text for habit in habits if habit.id == one.habit), "")
        asked = f"Did it happen: {WENT[one.habit_went]}."
        yield f"The habit: {tried} {asked}" if tried else f"A listening habit. {asked}"
    if scope.rule == "looked_again" and one.hurdle is not None:
        yield from _hurdle(one.hurdle, "A look again at the hurdle opened on {}.", scope)


def promise(one: Promise, _: date, scope: Scope) -> Told:
    """What was promised and when, each date it had, and what it was to put right."""
    line = promise_line(one, scope.name, scope.now.date())
    return Told(line.what, tuple(_dates_of(one, scope)), under=_not_counted(one, scope.rule))


def _not_counted(one: Promise, rule: str) -> str:
    """The heading over a promise that a count of settled ones leaves out."""
    if rule != "promises" or one.state in ("kept", "broken"):
        return ""
    if one.state == "dropped":
        return LET_GO
    return ONLY_NEW_DATE if one.renewed_in_time else STILL_OPEN


def _dates_of(one: Promise, scope: Scope) -> Iterator[str]:
    due = one.new_dates[0].was if one.new_dates else one.by
    yield f"Promised on {say_day(one.made)}, due {say_day(due)}."
    yield from map(_moved, one.new_dates)
    if one.hurdle is not None:
        words = "To put something right, from the hurdle opened on {}."
        yield from _hurdle(one.hurdle, words, scope)


def _moved(new: NewDate) -> str:
    """A later date agreed, and whether in time: by the day it was due."""
    if new.agreed < new.was:
        when = "in time, before it was due"
    else:
        when = "in time, on the day it was due" if new.in_good_faith else "after it was due"
    return f"New date agreed on {say_day(new.agreed)}, {when}: {say_day(new.now)}."


def _hurdle(hurdle_id: str, words: str, scope: Scope) -> Iterator[str]:
    found = scope.workbook.find(Hurdle, hurdle_id)
    if found is not None:
        yield words.format(say_day(found.opened))


def reply(one: Reply, _: date, scope: Scope) -> Told:
    """Since when it was owed, the agreed day, and the day it came."""
    about = f": {one.about}" if one.about else ""
    if one.answered is None:
        what = "You owe a reply" if one.owes == "me" else f"{scope.name} owes you a reply"
        return Told(f"{what}{about}", tuple(_asked(one)))
    late = (one.answered - one.due).days
    how = "in the agreed time" if late <= 0 else "after the agreed day"
    return Told(f"{scope.who(one.owes)} answered {how}{about}", tuple(_asked(one)))


def _asked(one: Reply) -> Iterator[str]:
    yield f"Owed since {say_day(one.since)}, agreed for {say_day(one.due)}."
    if one.asked:
        yield f"Asked again on {say_list([say_day(day) for day in one.asked])}."
