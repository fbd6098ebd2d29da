"""Writes planned check-ins and promise dates as an iCalendar file (RFC 5545)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vText

from coaching.exchange import Leaving, Wish, chain, in_calendar
from coaching.exchange_sides import roles_in
from coaching.moments import Wall, gap_at
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from data.exchange.zone_rules import zone_rules

PRODUCT = "-//Troth//Troth export 1//EN"
KIND = "X-TROTH-KIND"
LENGTH = timedelta(hours=1)
"""House default: the record keeps no length, and an event without one can hardly be seen."""
COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
ROUND_CHANGES = timedelta(days=400)

Start = datetime | date
LastChange = Callable[[str], datetime | None]


def as_calendar(
    wish: Wish, parts: Sequence[Leaving], made: datetime, last_change: LastChange
) -> bytes:
    """The calendar file. `last_change` says when a workbook was last saved, None if unknown."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    entries = [
        entry
        for part in parts
        for entry in _entries(wish, part, made, last_change(part.workbook.id))
    ]
    for zone in _zones([entry.start for entry in entries]):
        calendar.add_component(zone)
    for entry in entries:
        entry.event.add("dtstamp", made.astimezone(UTC))
        calendar.add_component(entry.event)
    content: bytes = calendar.to_ical()
    return content


def uid(record_id: str) -> str:
    """The name by which calendars know a record again."""
    return f"{record_id}@troth"


def starts(wall: Wall) -> Start:
    """The start as it is written: a day, or the wall time with its zone.

    A time the clocks skip is written as the time they show at that instant. One they show twice is
    written in UTC: readers differ in which of the two they take.
    """
    instant = wall.instant()
    if instant is None or wall.time is None:
        return wall.day
    if wall.zone == "UTC" or gap_at(wall.day, wall.time, wall.zone) == "twice":
        return instant
    return instant.astimezone(ZoneInfo(wall.zone))


class _Text(vText):
    r"""A text escaped by RFC 5545, section 3.3.11; the library takes "C:\N" for a new line."""

    def to_ical(self) -> bytes:
        escaped = str(self).replace("\\", "\\\\").replace("\n", "\\n")
        return escaped.replace(";", "\\;").replace(",", "\\,").encode()


class _Entry(NamedTuple):
    """An event with its start, from which the zones are taken."""

    event: Event
    start: Start


def _entries(
    wish: Wish, part: Leaving, made: datetime, changed: datetime | None
) -> Iterator[_Entry]:
    book = part.workbook
    saved = max(0, int((changed - COUNTED_FROM).total_seconds())) if changed else 0
    for checkin in book.all(Checkin):
        if in_calendar(checkin, made.date()) and checkin.planned is not None:
            first, *moves = chain(book, checkin)
            start, over = starts(checkin.planned), checkin.outcome == "cancelled"
            event = _event(first.id, "check-in", start)
            _tell(event, wish, _checkin_title(wish, book), checkin.topic)
            _settle(event, saved + len(moves), over=over)
            _remind(event, wish, over=over)
            yield _Entry(event, start)
    for promise in book.all(Promise):
        if in_calendar(promise, made.date()):
            over = promise.state in ("dropped", "broken")
            event = _event(promise.id, "promise", promise.by)
            event.add("transp", "TRANSPARENT")
            _tell(event, wish, _promise_title(wish, part, promise), "")
            kept = promise.state == "kept"
            _settle(event, saved + len(promise.new_dates) + kept, over=over)
            _remind(event, wish, over=over or kept)
            yield _Entry(event, promise.by)


def _event(record_id: str, kind: str, start: Start) -> Event:
    event = Event()
    event.add("uid", uid(record_id))
    event.add(KIND, kind)
    event.add("dtstart", start)
    event.add("dtend", _end(start))
    return event


def _end(start: Start) -> Start:
    if not isinstance(start, datetime):
        return start + timedelta(days=1)
    return (start.astimezone(UTC) + LENGTH).astimezone(start.tzinfo)


def _tell(event: Event, wish: Wish, title: str, description: str) -> None:
    event.add("summary", _Text(title))
    if description and not wish.short_titles:
        event.add("description", _Text(description))
    event.add("class", "PRIVATE")


def _settle(event: Event, sequence: int, *, over: bool) -> None:
    """The number that grows with every change: seconds until the last save, moves, the end.

    What was called off is cancelled; what was done stays, as done is not called off.

    The save makes it grow also where a move was taken back.
    """
    event.add("sequence", sequence + over)
    event.add("status", "CANCELLED" if over else "CONFIRMED")


def _remind(event: Event, wish: Wish, *, over: bool) -> None:
    if wish.alarm is None or over:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", -wish.alarm)
    event.add_component(alarm)


def _checkin_title(wish: Wish, book: Workbook) -> str:
    if wish.short_titles or wish.audience is Audience.US_TWO or not book.about_someone:
        return "Check-in"
    return f"Check-in with {book.relationship.name}"


def _promise_title(wish: Wish, part: Leaving, promise: Promise) -> str:
    word = "Kept promise" if promise.state == "kept" else "Promise"
    if wish.short_titles:
        return word
    book, roles = part.workbook, roles_in(part, wish.audience)
    if roles:
        return f"{word} of the {roles[promise.whose]}: {promise.what}"
    if not book.about_someone:
        return f"{word}: {promise.what}"
    joint = "to" if promise.whose == "me" else "from"
    return f"{word} {joint} {book.relationship.name}: {promise.what}"


def _zones(starts_used: Sequence[Start]) -> Iterator[Timezone]:
    """What each zone's clocks do around the dates used, for readers that do not know the zone."""
    used: dict[str, list[date]] = {}
    for start in starts_used:
        if isinstance(start, datetime) and isinstance(start.tzinfo, ZoneInfo):
            used.setdefault(start.tzinfo.key, []).append(start.date())
    for zone, days in sorted(used.items()):
        yield zone_rules(zone, min(days) - ROUND_CHANGES, max(days) + ROUND_CHANGES)
