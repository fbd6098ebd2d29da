"""The next date that a rhythm proposes: counted from the last one held, on the usual day and time.

A date held off the usual weekday does not drag the later ones along, and a weekend is proposed
only where the two usually meet on one (house rule).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count

from coaching.moments import DAYS, Every, Wall
from coaching.record.checkin import Checkin, last_held
from coaching.record.workbook import Workbook
from coaching.thresholds import USUAL_FROM_CHECKINS

WEEK = DAYS["week"]
HALF_A_WEEK = 3
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Usual:
    """When two people usually meet: a weekday (Monday is 0), a time, in a zone; None: not known."""

    weekday: int | None
    time: time | None
    zone: str


def propose_next(workbook: Workbook, now: datetime) -> Wall | None:
    """The next date by the rhythm, on the usual weekday and time, after today.

    None without a rhythm, or where a later day is planned already.
    """
    rhythm = workbook.relationship.rhythm
    if rhythm is None or _has_date_ahead(workbook, now):
        return None
    checkins = workbook.all(Checkin)
    usual = usual_date(checkins, workbook.relationship.zone)
    last = last_held(checkins) or now.date()
    coming = _dates(rhythm.every, Wall(last, usual.time, usual.zone), usual)
    return next(wall for wall in coming if wall.day > now.date() and not wall.passed(now))


def usual_date(checkins: Sequence[Checkin], zone: str) -> Usual:
    """The weekday and time most used lately; where two are even, the one that was held.

    Dates that a move led to and the day to look at a hurdle again count less than dates agreed.
    """
    lately = _agreed_lately(checkins)
    walls = [one.planned for one in lately if one.planned is not None]
    if not walls:
        return Usual(None, None, zone)
    days = Counter(wall.day.weekday() for wall in walls)
    held = [one.planned for one in lately if one.planned and one.outcome == "held"]
    weekday = max(days, key=lambda day: (days[day], _latest(held, day), _latest(walls, day)))
    best = _at_the_usual_time(walls, weekday)
    return Usual(weekday, best.time, best.zone)


def _agreed_lately(checkins: Sequence[Checkin]) -> list[Checkin]:
    moved_to = {one.moved_to for one in checkins}
    agreed = [one for one in checkins if one.planned is not None and one.hurdle is None]
    firsthand = [one for one in agreed if one.id not in moved_to]
    return sorted(firsthand or agreed, key=_order)[-USUAL_FROM_CHECKINS:]


def _at_the_usual_time(walls: Sequence[Wall], weekday: int) -> Wall:
    """The newest of those at the time most used on this weekday; without one there, on any."""
    on_the_day = [wall for wall in walls if wall.day.weekday() == weekday]
    timed = [wall for wall in on_the_day if wall.time] or [wall for wall in walls if wall.time]
    times = Counter(wall.time for wall in timed)
    return max(reversed(timed), key=lambda wall: times[wall.time], default=on_the_day[-1])


def _dates(every: Every, last: Wall, usual: Usual) -> Iterator[Wall]:
    for times in count(1):
        yield _on_usual_day(every.after(last, times), every, usual.weekday)


def _on_usual_day(wall: Wall, every: Every, weekday: int | None) -> Wall:
    """The nearest usual weekday; in a rhythm of odd days only away from an unusual weekend."""
    day = wall.day.weekday()
    whole_weeks = every.unit != "day" or every.count % WEEK == 0
    if whole_weeks and weekday is not None:
        return wall.shifted((weekday - day + HALF_A_WEEK) % WEEK - HALF_A_WEEK)
    if day >= SATURDAY and (weekday is None or weekday < SATURDAY):
        return wall.shifted(WEEK - day)
    return wall


def _latest(walls: Sequence[Wall], weekday: int) -> date:
    return max((wall.day for wall in walls if wall.day.weekday() == weekday), default=date.min)


def _order(checkin: Checkin) -> tuple[datetime, bool]:
    if checkin.planned is None:
        raise ValueError("only check-ins with a date are put in order")
    return checkin.planned.order()


def _has_date_ahead(workbook: Workbook, now: datetime) -> bool:
    return any(
        one.outcome == "planned"
        and one.planned is not None
        and not one.planned.passed(now)
        and one.planned.day > now.date()
        for one in workbook.all(Checkin)
    )
