"""Describes for a calendar file what the clocks of a zone do, for readers that do not know it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from coaching.moments import zone_of

STEP = timedelta(days=1)
EXACT = timedelta(seconds=1)


class _Turn(NamedTuple):
    """A clock change: the instant, and the offsets from UTC before and from then on."""

    instant: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def zone_rules(zone: str, first: date, last: date) -> Timezone:
    """The clock changes of a zone from one day to another, each with its day.

    Onsets are told by the clocks before the change, as RFC 5545 has it (section 3.6.5). Each stands
    as a start and as a date, for readers that only count dates and rules.
    """
    info = zone_of(zone)
    start = datetime.combine(first, time(), UTC)
    rules = Timezone()
    rules.add("tzid", zone)
    turns = [_begin(info, start), *_turns(info, start, datetime.combine(last, time(), UTC))]
    for turn in turns:
        part = TimezoneDaylight() if turn.summer else TimezoneStandard()
        onset = (turn.instant + turn.before).replace(tzinfo=None)
        part.add("dtstart", onset)
        part.add("rdate", [onset])
        part.add("tzoffsetfrom", turn.before)
        part.add("tzoffsetto", turn.after)
        part.add("tzname", turn.name)
        rules.add_component(part)
    return rules


def _begin(info: ZoneInfo, start: datetime) -> _Turn:
    offset = _offset(info, start)
    return _turn(info, start, offset)


def _turns(info: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Turn]:
    """Each change of the offset; no zone has two within a day."""
    while start < end:
        before = _offset(info, start)
        if _offset(info, start + STEP) != before:
            yield _turn(info, _first_after(info, start), before)
        start += STEP


def _first_after(info: ZoneInfo, start: datetime) -> datetime:
    """The second in which the offset changes, within a day from the start."""
    before, low, high = _offset(info, start), start, start + STEP
    while high - low > EXACT:
        middle = low + timedelta(seconds=(high - low) // EXACT // 2)
        low, high = (middle, high) if _offset(info, middle) == before else (low, middle)
    return high


def _turn(info: ZoneInfo, instant: datetime, before: timedelta) -> _Turn:
    local = instant.astimezone(info)
    name = local.tzname() or "local"
    return _Turn(instant, before, _offset(info, instant), name, bool(local.dst()))


def _offset(info: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(info).utcoffset() or timedelta()
