"""Reads a calendar file: its events, each date of a repeating one, within a year of now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from coaching.errors import Refused, VaultTrouble
from coaching.importing.events import Calendar, Event
from coaching.importing.items import Problem
from coaching.importing.recurrence import Rule, days_of, read_rule
from coaching.moments import Wall, zone_of
from coaching.say import say_day
from coaching.text import quote, tame
from data.exchange.source import Source, decode

if TYPE_CHECKING:
    from icalendar.cal import Component

MOST_EVENTS = 10_000
MOST_DATES = 200
REACH = timedelta(days=366)
OLDEST_SERIES = 1970
_UNUSED = "Nothing was changed."
_BEGIN = re.compile(r"^BEGIN:VEVENT[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^END:VCALENDAR[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
# What the reader of calendars raises for values that are none.
_UNFIT = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError)


@dataclass
class _Found:
    """What is read so far, and against what it is read."""

    now: datetime
    zone: str
    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_calendar(source: Source, now: datetime, zone: str) -> Calendar:
    """The dates in a calendar; `zone` is where those are that name no zone.

    Raises:
        VaultTrouble: the file as a whole is no calendar.
    """
    text = decode(source, fallback="cp1252").text
    begins = [match.start() for match in _BEGIN.finditer(text)]
    if len(begins) > MOST_EVENTS:
        sentence = f"{source.name} has more than {MOST_EVENTS:,} events."
        raise VaultTrouble(f"{sentence} Export a shorter time from the calendar. {_UNUSED}")
    if not _END.search(text):
        line = text.count("\n") + 1
        sentence = f"{source.name}, line {line}: the calendar breaks off here."
        raise VaultTrouble(f"{sentence} Export it again. {_UNUSED}")
    components = _components(source.name, text)
    lines = list(_lines(text, begins))
    found = _Found(now, zone)
    single = _changed_dates(components)
    for number, component in enumerate(components):
        line = lines[number] if number < len(lines) else 1
        _read_event(component, line, single, found)
    return Calendar(tuple(found.events), tuple(found.problems), tuple(found.notes))


def _components(name: str, text: str) -> "list[Component]":
    try:
        import icalendar
    except ImportError as error:
        sentence = "Calendar files need the part of Troth named calendar, which is not installed."
        raise VaultTrouble(f"{sentence} Install it with: pip install troth[calendar]") from error
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        return [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (*_UNFIT, RecursionError) as error:
        sentence = f"{name} is no calendar that can be read: a line in it has no name or value."
        raise VaultTrouble(f"{sentence} Export it again. {_UNUSED}") from error


def _lines(text: str, begins: Sequence[int]) -> Iterator[int]:
    line, counted = 1, 0
    for begin in begins:
        line += text.count("\n", counted, begin)
        counted = begin
        yield line


def _changed_dates(components: "Sequence[Component]") -> set[tuple[str, str]]:
    """Dates of a repeating event that have an event of their own."""
    found = set()
    for component in components:
        of = _value(component, "RECURRENCE-ID")
        if of is not None:
            found.add((_text(component, "UID"), _stamp(of)))
    return found


def _read_event(
    component: "Component", line: int, single: set[tuple[str, str]], found: _Found
) -> None:
    title = _text(component, "SUMMARY")
    begin = _value(component, "DTSTART")
    place = f"line {line}, {quote(title)}" if title else f"line {line}"
    if begin is None:
        found.problems.append(Problem(f"{place}, DTSTART", "the event has no date to be read."))
        return
    try:
        _check_zone(component, "DTSTART", "the event is left out")
        event = Event(
            line=line,
            uid=_text(component, "UID") or f"line {line}",
            title=title,
            wall=_wall(begin, found.zone),
            people=tuple(_people(component)),
            is_promise=_text(component, "X-TROTH-KIND") == "promise",
            cancelled=_text(component, "STATUS").upper() == "CANCELLED",
        )
    except Refused as refused:
        found.problems.append(Problem(f"{place}, DTSTART", refused.sentence))
        return
    of = _value(component, "RECURRENCE-ID")
    if of is not None:
        found.events.append(replace(event, occurrence=_stamp(of)))
    elif "RRULE" in component or "RDATE" in component:
        _repeat(component, event, begin, single, (place, found))
    else:
        found.events.append(event)


def _repeat(
    component: "Component",
    event: Event,
    begin: date,
    single: set[tuple[str, str]],
    told: tuple[str, _Found],
) -> None:
    """Every date of a repeating event within a year, but for those taken out or changed."""
    place, found = told
    try:
        for name in ("EXDATE", "RDATE"):
            _check_zone(component, name, "only its first date is taken")
        rule = _rule(component)
        starts = _starts(rule, begin, found) if rule else [begin]
        left_out = set(map(_stamp, _dates(component, "EXDATE")))
        starts += [one for one in _dates(component, "RDATE") if type(one) is type(begin)]
    except Refused as refused:
        found.problems.append(Problem(f"{place}, RRULE", refused.sentence))
        found.events.append(event)
        return
    unlike = {_stamp(start): start for start in starts}
    kept = [
        start
        for stamp, start in unlike.items()
        if stamp not in left_out and (event.uid, stamp) not in single
    ]
    for start in kept[:MOST_DATES]:
        try:
            wall = _wall(start, found.zone)
        except Refused:
            continue
        found.events.append(replace(event, wall=wall, occurrence=_stamp(start)))
    _tell_bounds(rule, event, len(kept), found)


def _tell_bounds(rule: Rule | None, event: Event, count: int, found: _Found) -> None:
    title = quote(event.title)
    if count > MOST_DATES:
        found.notes.append(f"{title} repeats often; only {MOST_DATES} of its dates were read.")
    elif rule is not None and rule.endless:
        last = (found.now + REACH).date()
        found.notes.append(f"{title} repeats without an end; it was read up to {say_day(last)}.")


def _rule(component: "Component") -> Rule | None:
    value = component.get("RRULE")
    if value is None:
        return None
    if isinstance(value, list):
        raise Refused("it has several rules; only its first date is taken.")
    return read_rule(value.to_ical().decode("utf-8", "replace"))


def _starts(rule: Rule, begin: date, found: _Found) -> list[date]:
    """The dates within a year of now, those to come before those gone by where there are many."""
    first_day = begin.date() if isinstance(begin, datetime) else begin
    if first_day.year < OLDEST_SERIES:
        raise Refused("it began too long ago to be followed; only its first date is taken.")
    since, last = (found.now - REACH).date(), (found.now + REACH).date()
    starts: list[date] = []
    for day in days_of(rule, first_day, last, since):
        start = datetime.combine(day, begin.timetz()) if isinstance(begin, datetime) else day
        if _after(start, rule.until):
            break
        starts.append(start)
    today = found.now.date()
    return sorted(starts, key=lambda one: (_day(one) < today, abs(_day(one) - today)))


def _after(start: date, until: date | datetime | None) -> bool:
    if until is None:
        return False
    if not isinstance(until, datetime) or not isinstance(start, datetime):
        return _day(start) > _day(until)
    if until.tzinfo is None or start.tzinfo is None:
        return start.replace(tzinfo=None) > until.replace(tzinfo=None)
    return start.astimezone(UTC) > until


def _check_zone(component: "Component", name: str, so: str) -> None:
    """Refuse a zone that nobody knows: an hour in it could be any hour."""
    value = component.get(name)
    for one in value if isinstance(value, list) else [value]:
        zone = getattr(one, "params", {}).get("TZID", "")
        if zone and any(_is_floating(moment) for moment in _moments(one)):
            raise Refused(f"nobody here knows the zone {quote(str(zone))}, so {so}.")


def _moments(value: object) -> list[object]:
    """The moments of one property, which may hold several; none where it cannot be read."""
    try:
        some = getattr(value, "dts", [value])
        return [getattr(one, "dt", None) for one in some]
    except _UNFIT:
        return []


def _is_floating(moment: object) -> bool:
    return isinstance(moment, datetime) and moment.tzinfo is None


def _day(one: date) -> date:
    return one.date() if isinstance(one, datetime) else one


def _stamp(one: date) -> str:
    """The moment as a text that is the same for the same moment."""
    if isinstance(one, datetime) and one.tzinfo is not None:
        return one.astimezone(UTC).isoformat()
    return one.isoformat()


def _wall(begin: date, zone: str) -> Wall:
    """The wall time in the event's own zone; without one, or in UTC, in the user's."""
    if not isinstance(begin, datetime):
        return Wall(begin, None, zone)
    if begin.tzinfo is None:
        return Wall(begin.date(), begin.time(), zone)
    own = getattr(begin.tzinfo, "key", None)
    if own is None or own.upper() in {"UTC", "ETC/UTC"}:
        begin, own = begin.astimezone(zone_of(zone)), zone
    return Wall(begin.date(), begin.time(), own)


def _value(component: "Component", name: str) -> date | None:
    """The date or moment of a property; None where it is absent or none."""
    value = component.get(name)
    value = value[0] if isinstance(value, list) and value else value
    try:
        found: object = value.dt if value is not None else None
    except _UNFIT:
        return None
    return found if isinstance(found, date) else None


def _dates(component: "Component", name: str) -> list[date]:
    value = component.get(name)
    some = value if isinstance(value, list) else [value]
    try:
        found = [two.dt for one in some if one is not None for two in one.dts]
    except _UNFIT as error:
        raise Refused(f"its {name} cannot be read, so only its first date is taken.") from error
    return [one for one in found if isinstance(one, date)]


def _text(component: "Component", name: str) -> str:
    value: Any = component.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(tame(str(value)).split())


def _people(component: "Component") -> Iterator[str]:
    for name in ("ATTENDEE", "ORGANIZER"):
        value: Any = component.get(name)
        for one in value if isinstance(value, list) else [value] if value is not None else []:
            yield str(one)
            common = getattr(one, "params", {}).get("CN")
            if common:
                yield str(common)
