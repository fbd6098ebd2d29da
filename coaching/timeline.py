"""Everything recorded about one person as lines, newest first; a hurdle's words never."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from coaching.facts import say_by
from coaching.hurdle.steps import PLAN, STAGES, first_open, stage_of
from coaching.moments import Wall
from coaching.record.base import Audience
from coaching.record.checkin import Checkin, happened_on
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.say import MONTHS, first_name, say_count, say_day, say_of, say_short, say_time

Kind = Literal[
    "checkin",
    "promise",
    "hurdle",
    "note",
    "agreement",
    "goal",
    "reply",
    "feedback",
    "celebration",
    "story",
    "pulse",
    "topic",
    "trial",
    "doubt",
    "review",
    "parting",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One line: what kind of record, its id, its day, and what it says."""

    kind: Kind
    record_id: str
    day: date
    what: str


def timeline(workbook: Workbook, now: datetime, zone: str) -> list[Happening]:
    """Every record with a day, newest first; planned times by the clocks of the user's zone."""
    name = first_name(workbook.relationship.name)
    lines = [
        *(checkin_line(one, workbook, now, zone) for one in workbook.all(Checkin)),
        *(promise_line(one, name, now.date()) for one in workbook.all(Promise)),
        *(hurdle_line(one) for one in workbook.all(Hurdle)),
        *(_note(one) for one in workbook.all(Note)),
    ]
    return sorted(lines, key=lambda line: line.day)[::-1]


def say_column(day: date, today: date) -> str:
    """A day in 11 cells: "Tue 24 Nov" in this year, "24 Nov 2025" in others."""
    if day.year == today.year:
        return say_day(day).rsplit(" ", 1)[0]
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def checkin_line(checkin: Checkin, workbook: Workbook, now: datetime, zone: str) -> Happening:
    """What became of a check-in, or when it is planned by the clocks of the user's zone."""
    topic = f": {checkin.topic}" if checkin.topic else ""
    if checkin.outcome == "planned" and checkin.planned is not None:
        here = checkin.planned.in_zone(zone)
        return Happening("checkin", checkin.id, here.day, f"{_planned(here, now)}{topic}")
    said = f"{_outcome(checkin, workbook, now.date())}{topic}"
    return Happening("checkin", checkin.id, happened_on(checkin), said)


def _planned(wall: Wall, now: datetime) -> str:
    time = f", {say_time(wall.time)}" if wall.time else ""
    return f"Passed{time}, nothing recorded" if wall.passed(now) else f"Check-in planned{time}"


def _outcome(checkin: Checkin, workbook: Workbook, today: date) -> str:
    by = say_by(checkin.by, first_name(workbook.relationship.name))
    match checkin.outcome:
        case "unknown":
            return "Not known what became of it"
        case "held":
            return "Held"
        case "moved":
            return f"Moved{by}{_moved_to(checkin, workbook, today)}"
        case outcome:
            return f"{outcome.capitalize()}{by}"


def _moved_to(checkin: Checkin, workbook: Workbook, today: date) -> str:
    new = workbook.find(Checkin, checkin.moved_to) if checkin.moved_to else None
    return f" to {say_short(new.planned.day, today)}" if new and new.planned else ""


def promise_line(promise: Promise, name: str, today: date) -> Happening:
    """What became of a promise; `name` is the other person's first name."""
    who = "You" if promise.whose == "me" else name
    match promise.state:
        case "open":
            owe = "You owe" if promise.whose == "me" else f"{name} owes you"
            said = f"{owe}{_days((today - promise.by).days, 'late')}"
        case "kept":
            said = f"{who} kept{_days(promise.kept_late_days, 'late')}"
        case "dropped":
            whose = "Your" if promise.whose == "me" else say_of(name)
            said = f"{whose} promise, let go"
        case "broken":
            said = f"{who} did not keep"
    day = promise.settled or promise.by
    return Happening("promise", promise.id, day, f"{said}: {promise.what}")


def _days(days: int, late: str) -> str:
    return f", {say_count(days, 'day')} {late}" if days > 0 else ""


def hurdle_line(hurdle: Hurdle) -> Happening:
    """Where a hurdle stands."""
    if hurdle.closed is not None:
        return Happening("hurdle", hurdle.id, hurdle.closed, "A hurdle, closed")
    return Happening("hurdle", hurdle.id, hurdle.opened, ", ".join(["A hurdle", *_stand(hurdle)]))


def _stand(hurdle: Hurdle) -> Iterator[str]:
    question = first_open(hurdle)
    stage = stage_of(question)
    if question == PLAN:
        yield "plan made"
    else:
        yield f"at {STAGES.index(stage) + 1} {stage.capitalize()}"
    if hurdle.look_again is not None:
        yield f"look again {say_day(hurdle.look_again)}"


def _note(note: Note) -> Happening:
    first_line = note.text.split("\n", 1)[0]
    shared = "" if note.audience == Audience.ONLY_ME else " for us two"
    return Happening("note", note.id, note.about, f"Note{shared}: {first_line}")
