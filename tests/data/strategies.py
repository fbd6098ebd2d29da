"""Hypothesis strategies for records of every kind, workbooks, and documents that are none."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from coaching.moments import Every, Moment, Wall
from coaching.overview import (
    CheckinLine,
    HurdleLine,
    Kept,
    Person,
    PromiseLine,
    PutOffLine,
    ReplyLine,
    TrialLine,
)
from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import NewDate, Promise
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship, Rhythm
from coaching.record.workbook import Workbook
from tests.data.plain_values import days, few, ids, lines, no_halves, sides, texts, titles
from tests.data.practice_strategies import practice_records

BEN = "018bf979-f000-738b-a652-e44da7f29e26"

zones = st.sampled_from(("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"))
walls = st.builds(Wall, days, st.none() | st.times(), zones)
instants = st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))
moments = st.builds(Moment.on, days, zones) | st.builds(Moment.of, instants, zones)
roles = st.sampled_from(("mentor", "mentee"))
rhythms = st.builds(
    Rhythm.of, st.builds(Every, st.integers(1, 12), st.sampled_from(("day", "week", "month")))
)

relationships = st.builds(
    Relationship,
    id=ids,
    name=titles,
    i_am=roles,
    pronouns=lines,
    since=days,
    phase=st.sampled_from(("starting", "growing", "parting", "afterwards")),
    rhythm=st.none() | rhythms,
    channel=lines,
    zone=zones,
    state=st.sampled_from(("active", "paused", "ended")),
    state_since=st.none() | days,
)
held_checkins = st.builds(
    Checkin,
    id=ids,
    planned=st.none() | walls,
    topic=lines,
    outcome=st.just("held"),
    held=moments,
)
other_checkins = st.builds(
    Checkin,
    id=ids,
    planned=walls,
    kind=st.sampled_from(("first", "regular", "short", "review", "repair", "closing")),
    topic=lines,
    outcome=st.sampled_from(("planned", "moved", "missed", "cancelled", "unknown")),
    by=st.none() | sides,
    moved_to=st.none() | ids,
    hurdle=st.none() | ids,
)
new_dates = few(st.builds(NewDate, was=days, agreed=days, now=days))
open_promises = st.builds(
    Promise, id=ids, what=titles, whose=sides, made=days, by=days, new_dates=new_dates
)
settled_promises = st.builds(
    Promise,
    id=ids,
    what=titles,
    whose=sides,
    made=days,
    by=days,
    state=st.sampled_from(("kept", "dropped", "broken")),
    settled=days,
    new_dates=new_dates,
)
hurdles = st.builds(
    Hurdle,
    id=ids,
    opened=days,
    i_am=roles,
    what_happened=texts,
    effect=texts,
    closest=lines,
    words=texts,
    deed=lines,
    deed_by=st.none() | days,
    first_sentence=texts,
    closed=st.none() | days,
    ending=st.none() | st.just("settled"),
    left_open=st.lists(st.sampled_from(("effect", "words", "who")), max_size=2).map(tuple),
)
notes = st.builds(Note, id=ids, text=texts, about=days, audience=st.sampled_from(Audience))
contacts = st.builds(SupportContact, id=ids, name=titles, kind=lines, reach=lines, checked=days)
put_offs = st.builds(PutOff, id=ids, rule=lines, subject=ids, until=days)

records: st.SearchStrategy[Record] = st.one_of(
    held_checkins,
    other_checkins,
    open_promises,
    settled_promises,
    hurdles,
    notes,
    contacts,
    put_offs,
    practice_records,
)
several_records = st.lists(records, max_size=8, unique_by=lambda record: record.id)


@st.composite
def workbooks(draw: st.DrawFn, workbook_id: str = BEN) -> Workbook:
    """A workbook about someone, with records of every kind."""
    about = draw(relationships).changed(id=workbook_id)
    return Workbook(workbook_id).put(about, *draw(several_records))


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(no_halves, max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(no_halves, max_size=8), inner)
    ),
    max_leaves=8,
)

planned_lines = st.builds(CheckinLine, ids, walls, lines, lines, st.none() | ids)
promise_lines = st.builds(PromiseLine, ids, sides, lines, days)
hurdle_lines = st.builds(HurdleLine, ids, lines, lines, few(lines), days, st.none() | days)
reply_lines = st.builds(ReplyLine, ids, sides, days, days)
trial_lines = st.builds(TrialLine, ids, lines, days)
put_off_lines = st.builds(PutOffLine, lines, ids, days)
kept = st.builds(Kept, *[st.integers(0, 99)] * 5)

people = st.builds(
    Person,
    id=ids,
    name=lines,
    i_am=roles,
    state=st.sampled_from(("active", "paused", "ended")),
    since=st.none() | days,
    zone=zones,
    ideal_days=st.none() | st.integers(1, 366),
    longest_days=st.none() | st.integers(1, 732),
    held=st.integers(0, 500),
    last_held=st.none() | days,
    last_not_held=st.none() | st.tuples(days, lines, lines),
    planned=few(planned_lines),
    promises=few(promise_lines),
    my_kept=kept,
    their_kept=kept,
    hurdles=few(hurdle_lines),
    put_offs=few(put_off_lines),
    replies=few(reply_lines),
    trials=few(trial_lines),
    celebrated=st.none() | st.tuples(days, lines),
    unreadable=st.integers(0, 9),
)
