"""Everything typed into a workbook as things that can be found, its private words marked."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from coaching.finding import Found, fold
from coaching.record.agreement import Agreement
from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin, happened_on
from coaching.record.contact import SupportContact
from coaching.record.note import Note
from coaching.record.pulse import PulseAnswer
from coaching.record.relationship import Relationship
from coaching.record.reply import Reply
from coaching.record.story import Story, Telling
from coaching.record.workbook import KINDS, Workbook, noun_of
from coaching.timeline import say_column
from coaching.verbs.agreements import latest

YOURS = "You"
DAY_FIELDS = (
    "on",
    "about",
    "added",
    "told",
    "since",
    "opened",
    "written",
    "announced",
    "began",
    "made",
    "checked",
    "until",
)
"""Where a record keeps its day, the first of these that is a date."""

OPENED_AS: Mapping[type[Record], str] = {Telling: "story", PulseAnswer: "pulse"}
"""As which kind of the timeline a record is opened, where it is not its own noun."""

SHOWN: tuple[type[Record], ...] = (Note, Reply, Story, SupportContact)
"""Kinds whose private words stand in the line that was found; of all others only their day."""


def in_records(workbook: Workbook, today: date) -> list[Found]:
    """Everything typed about one person, or by the user for themselves.

    What the other person answered in a pulse and did not show is theirs, and is not looked at.
    """
    who = workbook.relationship.name if workbook.about_someone else YOURS
    return [
        found
        for kind in KINDS.values()
        for record in workbook.all(kind)
        for found in _of_record(record, workbook, who, today)
    ]


def _of_record(record: Record, workbook: Workbook, who: str, today: date) -> Iterator[Found]:
    if isinstance(record, Relationship):
        return
    if isinstance(record, Agreement) and record != latest(workbook):
        return
    kind, record_id = _place(record)
    head = _head(record, today)
    for audience in Audience:
        text = " · ".join(_texts(record, audience))
        if not text:
            continue
        private = audience is Audience.ONLY_ME
        shown = f"{head}: {text}" if not private or isinstance(record, SHOWN) else head
        folded = fold(f"{who} {head} {text}")
        yield Found(workbook.id, record_id, who, shown, folded, kind=kind, only_me=private)


def _place(record: Record) -> tuple[str, str]:
    """As what it is opened, and by which id."""
    if isinstance(record, PulseAnswer):
        return "pulse", record.pulse
    return OPENED_AS.get(type(record), type(record).__name__.lower()), record.id


def _texts(record: Record, audience: Audience) -> Iterator[str]:
    if isinstance(record, PulseAnswer) and record.side == "them" and audience is Audience.ONLY_ME:
        return
    for field, read_by in _text_fields(type(record)):
        of = record.audience if isinstance(record, Note) else read_by
        text = getattr(record, field)
        if of is audience and isinstance(text, str) and text:
            yield " ".join(text.split())


@cache
def _text_fields(kind: type[Record]) -> tuple[tuple[str, Audience], ...]:
    """The fields of free text of a kind, with who may read each."""
    named = ((field, kind.audience_of(field)) for field in kind.model_fields)
    return tuple((field, audience) for field, audience in named if audience is not None)


def _head(record: Record, today: date) -> str:
    noun, day = noun_of(record.table).capitalize(), _day(record)
    return f"{noun}, {say_column(day, today)}" if day else noun


def _day(record: Record) -> date | None:
    if isinstance(record, Checkin):
        return happened_on(record)
    values = (getattr(record, field) for field in _day_fields(type(record)))
    return next((value for value in values if isinstance(value, date)), None)


@cache
def _day_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field for field in DAY_FIELDS if field in kind.model_fields)
