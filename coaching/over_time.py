"""What became of check-ins week by week, and of promises month by month, for pictures over time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from coaching.moments import DAYS
from coaching.record.base import Side
from coaching.record.checkin import Checkin, happened_on, known
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook

WEEK = DAYS["week"]
MONTHS_A_YEAR = 12

Met = Literal["held", "not_held", "none"]
Fate = Literal["in_time", "new_date", "late", "broken", "open", "past"]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday: whether a check-in was held, and whether the gap was too long.

    `over` is whether the days since the last one held were more than the rhythm at its end; never
    without a rhythm or before the first one held.
    """

    monday: date
    met: Met
    over: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The promises settled in a month, or due in it while open, by their day."""

    first: date
    fates: tuple[Fate, ...]


def weeks(workbook: Workbook, today: date, count: int) -> tuple[Week, ...]:
    """The latest weeks up to this one, oldest first, none before the first check-in."""
    told = known(workbook.all(Checkin))
    past = [one for one in told if happened_on(one) <= today]
    if not past or count < 1:
        return ()
    this = _monday(today)
    back = min(count - 1, (this - _monday(happened_on(past[0]))).days // WEEK)
    rhythm = workbook.relationship.rhythm
    ideal = rhythm.every.days if rhythm else None
    outcomes: dict[date, set[str]] = {}
    for one in past:
        outcomes.setdefault(_monday(happened_on(one)), set()).add(one.outcome)
    held = [happened_on(one) for one in past if one.outcome == "held"]
    shown = []
    for ago in range(back, -1, -1):
        monday = this - timedelta(days=WEEK * ago)
        end = min(today, monday + timedelta(days=WEEK - 1))
        gap = _days_since_last(held, end)
        over = ideal is not None and gap is not None and gap > ideal
        shown.append(Week(monday, _met(outcomes.get(monday, set())), over))
    return tuple(shown)


def _met(outcomes: set[str]) -> Met:
    return "held" if "held" in outcomes else "not_held" if outcomes else "none"


def _days_since_last(held: Sequence[date], end: date) -> int | None:
    """Days from the last one held up to a day; `held` is sorted, oldest first."""
    before = bisect_right(held, end)
    return (end - held[before - 1]).days if before else None


def months(workbook: Workbook, side: Side, today: date, count: int) -> tuple[Month, ...]:
    """The latest months in which a promise of one side was settled or is due, oldest first.

    A promise let go counts for nothing.
    """
    mine = [one for one in workbook.all(Promise) if one.whose == side and one.state != "dropped"]
    found: dict[date, list[Fate]] = {}
    for one in sorted(mine, key=_day):
        found.setdefault(_day(one).replace(day=1), []).append(_fate(one, today))
    since = _months_before(today, count - 1)
    return tuple(Month(first, tuple(fates)) for first, fates in found.items() if first >= since)


def _day(promise: Promise) -> date:
    return promise.settled or promise.by


def _fate(promise: Promise, today: date) -> Fate:
    if promise.state == "open":
        return "past" if promise.by < today else "open"
    if promise.state == "broken":
        return "broken"
    if promise.kept_late_days:
        return "late"
    return "new_date" if promise.new_dates else "in_time"


def _monday(day: date) -> date:
    return day - timedelta(days=min(day.weekday(), (day - date.min).days))


def _months_before(day: date, count: int) -> date:
    place = max(MONTHS_A_YEAR, day.year * MONTHS_A_YEAR + day.month - 1 - count)
    return date(place // MONTHS_A_YEAR, place % MONTHS_A_YEAR + 1, 1)
