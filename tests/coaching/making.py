"""Small made-up records, people and moments, so that a test names only what it is about."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from coaching.moments import Moment, Wall
from coaching.overview import CheckinLine, HurdleLine, Overview, Person, PromiseLine, TrialLine
from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Record, Value
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.parting import Parting
from coaching.record.promise import NewDate, Promise
from coaching.record.pulse import Pulse, PulseAnswer
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.reply import Reply
from coaching.record.review import Review, ReviewLine
from coaching.record.story import Story, Telling
from coaching.record.topic import Move, Topic, Try
from coaching.record.trial import Trial
from coaching.record.workbook import Workbook

LONDON = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(LONDON))
"""A Tuesday."""
TODAY = NOW.date()

SAMPLES: tuple[Record, ...] = (
    Relationship(
        id="ben", name="Ben Lindqvist", i_am="mentor", since=date(2026, 1, 5), zone=LONDON
    ),
    Checkin(id="c", planned=Wall(TODAY, None, LONDON)),
    Promise(id="p", what="introduction", whose="me", made=TODAY, by=TODAY),
    Hurdle(id="h", opened=TODAY, i_am="mentor"),
    Note(id="n", text="Likes trains.", about=TODAY),
    SupportContact(id="s", name="Dana", kind="ombuds", checked=TODAY),
    PutOff(id="o", rule="no_date", subject="ben", until=TODAY),
    Agreement(id="a", since=TODAY),
    Goal(id="g", what="run a project", author="them", since=TODAY),
    Reply(id="r", owes="me", since=TODAY, due=TODAY),
    Feedback(id="f", direction="given", on=TODAY),
    Celebration(id="e", act="the first talk", whose="them", on=TODAY),
    Story(id="st", title="the lost grant", kind="setback", written=TODAY),
    Telling(id="te", title="the lost grant", by="me", told=TODAY),
    Pulse(id="pu", on=TODAY, first="me"),
    PulseAnswer(id="pa", pulse="pu", side="me"),
    Topic(id="t", name="hiring", level=3, since=TODAY),
    Doubt(id="d", on=TODAY, kind="hope", text="That we go on."),
    Review(id="re", began=TODAY, agreement="a"),
    Parting(id="pt", announced=TODAY),
    AgendaItem(id="ai", what="the budget", by="them", added=TODAY),
    Trial(id="tr", what="a walk", since=TODAY, until=date(2026, 12, 31)),
)
"""One plain record of each kind."""
VALUES: tuple[type[Value], ...] = (*map(type, SAMPLES), NewDate, Try, Move, ReviewLine)


def day(text: str) -> date:
    """A day of 2026, or of the year that is said: "11-24" or "2025-11-24"."""
    return date.fromisoformat(text if text.count("-") > 1 else f"2026-{text}")


def wall(text: str, zone: str = LONDON) -> Wall:
    """A planned moment: "11-24" or "11-24 15:00"."""
    the_day, _, the_time = text.partition(" ")
    return Wall(day(the_day), time.fromisoformat(the_time) if the_time else None, zone)


def moment(text: str, zone: str = LONDON) -> Moment:
    """Something that happened: "11-24" or "11-24 15:00"."""
    planned = wall(text, zone)
    return Moment(planned.day, planned.instant(), zone)


def clock(text: str, zone: str = LONDON) -> datetime:
    """A present moment in a zone: "11-24 15:00"."""
    the_day, _, the_time = text.partition(" ")
    return datetime.combine(day(the_day), time.fromisoformat(the_time), ZoneInfo(zone))


def ben(*records: Record, **fields: Any) -> Workbook:
    """The workbook about Ben with these records; `fields` are those of the relationship."""
    return Workbook("ben").put(SAMPLES[0].changed(**fields), *records)


def checkin(record_id: str, on: str, outcome: str = "planned", by: str | None = None) -> Checkin:
    """A check-in planned for a moment; if held, held then."""
    held = moment(on) if outcome == "held" else None
    fields = {"id": record_id, "planned": wall(on), "outcome": outcome, "by": by, "held": held}
    return Checkin.model_validate(fields)


def promise(record_id: str, by: str, whose: str = "me", kept: str = "", **fields: Any) -> Promise:
    """A promise by a day, kept on a day if there is one."""
    settled = {"state": "kept", "settled": day(kept)} if kept else {}
    known = {"id": record_id, "what": f"the {record_id}", "whose": whose, "made": day("01-05")}
    return Promise.model_validate({**known, "by": day(by), **settled, **fields})


def hurdle(**fields: Any) -> Hurdle:
    """A hurdle of a mentor, opened on 21 November, with these answers."""
    return Hurdle.model_validate(
        {"id": "h", "opened": day("11-21"), "i_am": "mentor", **fields},
    )


def person(name: str, **facts: Any) -> Person:
    """The facts of an active relationship that began this January, without a rhythm."""
    known = {"id": name.lower(), "since": day("01-05"), "zone": LONDON, "held": 5}
    return Person(**{**known, "name": name, **facts})


def met(record_id: str, on: str, topic: str = "", zone: str = LONDON) -> CheckinLine:
    """A planned check-in of an overview."""
    return CheckinLine(record_id, wall(on, zone), "regular", topic)


def owed(record_id: str, by: str, whose: str = "me") -> PromiseLine:
    """An open promise of an overview."""
    return PromiseLine(record_id, whose, f"the {record_id}", day(by))


def tried(until: str, what: str = "a walk") -> TrialLine:
    """Another format of an overview, tried until a day."""
    return TrialLine("t", what, day(until))


def strain(question: str = "words", look_again: str = "", **facts: Any) -> HurdleLine:
    """An open hurdle of an overview, opened on 21 November and standing at a question."""
    step = {"plan": "done", "who": "support"}.get(question, "repair")
    done = ("source",) if step != "done" else ("source", "repair", "support")
    again = day(look_again) if look_again else None
    known = {"id": "h", "step": step, "question": question, "done": done, "look_again": again}
    return HurdleLine(**{**known, "opened": day("11-21"), **facts})


def everyone(*people: Person, **facts: Any) -> Overview:
    """An overview of these people."""
    return Overview(people, **facts)
