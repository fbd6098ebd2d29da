"""What is due: check-ins, promises and hurdles with a date, overdue first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from coaching.hurdle.next_words import HURDLE_NEXT
from coaching.kinds import say_about
from coaching.overview import Overview, Person


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with a date. `kind`: check-in, promise, hurdle. `state`: overdue, today, upcoming.

    The day to decide about another format is a thing for a check-in, and has its kind.
    `when` is ISO 8601: a day, or a local date and time with its offset; an unfinished hurdle
    without a date to look again is for today. `whose` is "me" or "them" for a promise, else "".
    """

    kind: str
    relationship: str
    what: str
    when: str
    state: str
    whose: str
    day: date


def due(overview: Overview, now: datetime, within: timedelta) -> list[Due]:
    """Everything dated up to `within` from now, and all that is overdue; by date, then name."""
    edge = (now + within).date()
    active = [person for person in overview.people if person.state == "active"]
    ended = [_planned_only(person) for person in overview.people if person.state == "ended"]
    found = [item for person in (*active, *ended, overview.mine) for item in _of(person, now)]
    near = [item for item in found if item.day <= edge]
    return sorted(near, key=lambda item: (item.day, item.when, item.relationship.casefold()))


def _planned_only(person: Person) -> Person:
    """After an ending only a friendly word, agreed for later, is due."""
    return replace(person, promises=(), hurdles=(), trials=())


def _of(person: Person, now: datetime) -> Iterator[Due]:
    today = now.date()
    for line in person.planned:
        instant = line.wall.instant()
        local = instant.astimezone(now.tzinfo) if instant else None
        day = local.date() if local else line.wall.day
        state = "overdue" if line.wall.passed(now) else _state(max(day, today), today)
        when = local.isoformat(timespec="minutes") if local else day.isoformat()
        yield Due("check-in", person.name, say_about(line.topic, line.kind), when, state, "", day)
    for promise in person.promises:
        state = _state(promise.by, today)
        yield Due(
            "promise",
            person.name,
            promise.what,
            promise.by.isoformat(),
            state,
            promise.whose,
            promise.by,
        )
    for trial in person.trials:
        what, on = f"decide about another format, {trial.what}", trial.until
        yield Due("check-in", person.name, what, on.isoformat(), _state(on, today), "", on)
    for hurdle in person.hurdles:
        if hurdle.step == "done" and hurdle.look_again is None:
            continue
        day = hurdle.look_again or today
        what = HURDLE_NEXT[hurdle.question]
        yield Due("hurdle", person.name, what, day.isoformat(), _state(day, today), "", day)


def _state(day: date, today: date) -> str:
    if day < today:
        return "overdue"
    return "today" if day == today else "upcoming"
