"""The days of a repeating event, by the parts of RFC 5545 rules that meetings use."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, cast

from coaching.errors import Refused
from coaching.moments import LAST_YEAR, MONTHS_A_YEAR

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = frozenset(
    "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST".split()  # noqa: SIM905 - the words of the standard, as it lists them
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS_A_WEEK = 7
MOST_INTERVAL = 1000
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,4}", re.ASCII)
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """When something repeats. `until` is the last day, or moment where the rule gives a time.

    `weekdays` pairs a weekday (Monday is 0) with which of its month or year; 0 means every one.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def endless(self) -> bool:
        """Whether it names no end."""
        return self.count is None and self.until is None


def read_rule(text: str) -> Rule:
    """Read a rule like FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.

    Raises:
        Refused: it has parts that meetings do not use, or is no rule.
    """
    pairs = [part.partition("=")[::2] for part in text.strip().upper().split(";") if part]
    parts = dict(pairs)
    if parts.get("FREQ") not in FREQUENCIES or not set(parts) <= PARTS or len(parts) != len(pairs):
        raise _unknown()
    return Rule(
        frequency=cast("Frequency", parts["FREQ"]),
        interval=_positive(parts.get("INTERVAL", "1"), MOST_INTERVAL),
        count=_positive(parts["COUNT"], 9999) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        weekdays=tuple(map(_weekday, _list(parts.get("BYDAY", "")))),
        month_days=_numbers(parts.get("BYMONTHDAY", ""), 31),
        months=_numbers(parts.get("BYMONTH", ""), MONTHS_A_YEAR),
        positions=_numbers(parts.get("BYSETPOS", ""), 366),
        week_start=_weekday(parts.get("WKST", "MO"))[0],
    )


def days_of(rule: Rule, start: date, last: date, since: date | None = None) -> Iterator[date]:
    """The days of the rule from its start to a last day, in order; `until` is the caller's.

    Days before `since` are left out, and passed over fast where they need not be counted.
    """
    since, left = max(start, since or start), rule.count
    for period in _periods(rule, start, last, since):
        for day in _chosen(rule, start, period):
            if day < start:
                continue
            if day > last or left == 0:
                return
            left = None if left is None else left - 1
            if day >= since:
                yield day


def _chosen(rule: Rule, start: date, period: list[date]) -> list[date]:
    days = [day for day in period if _fits(rule, start, day)]
    if not rule.positions:
        return days
    places = {at - 1 if at > 0 else len(days) + at for at in rule.positions}
    return [day for place, day in enumerate(days) if place in places]


def _periods(rule: Rule, start: date, last: date, since: date) -> Iterator[list[date]]:
    """The days of each day, week, month or year that the interval reaches."""
    step = 0 if rule.count is not None else _periods_between(rule.frequency, start, since)
    step -= step % rule.interval
    while True:
        first, end = _bounds(rule, start, step)
        if first > last or first.year > LAST_YEAR:
            return
        yield [first + timedelta(days=number) for number in range((end - first).days)]
        step += rule.interval


def _periods_between(frequency: Frequency, start: date, since: date) -> int:
    """How many periods certainly lie wholly before a day."""
    days = (since - start).days
    per = {"DAILY": 1, "WEEKLY": DAYS_A_WEEK, "MONTHLY": 31, "YEARLY": 366}
    return max(0, days // per[frequency] - 1)


def _bounds(rule: Rule, start: date, step: int) -> tuple[date, date]:
    match rule.frequency:
        case "DAILY":
            day = start + timedelta(days=step)
            return day, day + timedelta(days=1)
        case "WEEKLY":
            back = (start.weekday() - rule.week_start) % DAYS_A_WEEK
            day = start + timedelta(days=step * DAYS_A_WEEK - back)
            return day, day + timedelta(days=DAYS_A_WEEK)
        case "MONTHLY":
            year, month = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + step, MONTHS_A_YEAR)
            day = date(year, month + 1, 1)
            return day, day + timedelta(days=calendar.monthrange(year, month + 1)[1])
        case "YEARLY":
            return date(start.year + step, 1, 1), date(start.year + step + 1, 1, 1)


def _fits(rule: Rule, start: date, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days:
        length = calendar.monthrange(day.year, day.month)[1]
        if not {day.day, day.day - length - 1} & set(rule.month_days):
            return False
    if rule.weekdays:
        return any(_is_that_weekday(rule, day, *one) for one in rule.weekdays)
    return bool(rule.month_days) or _fits_start(rule, start, day)


def _fits_start(rule: Rule, start: date, day: date) -> bool:
    """What the rule does not say comes from the first day."""
    match rule.frequency:
        case "DAILY":
            return True
        case "WEEKLY":
            return day.weekday() == start.weekday()
        case "MONTHLY":
            return day.day == start.day
        case "YEARLY":
            return day.day == start.day and (bool(rule.months) or day.month == start.month)


def _is_that_weekday(rule: Rule, day: date, weekday: int, which: int) -> bool:
    if day.weekday() != weekday:
        return False
    if not which or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        first, end = date(day.year, 1, 1), date(day.year, 12, 31)
    else:
        length = calendar.monthrange(day.year, day.month)[1]
        first, end = day.replace(day=1), day.replace(day=length)
    if which > 0:
        return (day - first).days // DAYS_A_WEEK + 1 == which
    return (end - day).days // DAYS_A_WEEK + 1 == -which


def _weekday(text: str) -> tuple[int, int]:
    match = _BYDAY.fullmatch(text)
    if match is None:
        raise _unknown()
    return WEEKDAYS.index(match[2]), int(match[1] or 0)


def _numbers(text: str, most: int) -> tuple[int, ...]:
    found = []
    for word in _list(text):
        if not _NUMBER.fullmatch(word) or not 1 <= abs(int(word)) <= most:
            raise _unknown()
        found.append(int(word))
    return tuple(found)


def _positive(text: str, most: int) -> int:
    (number, *_) = _numbers(text, most) or (0,)
    if number < 1:
        raise _unknown()
    return number


def _until(text: str) -> date | datetime:
    match = _UNTIL.fullmatch(text)
    try:
        if match is None:
            raise _unknown()
        if match[2] is None:
            return date.fromisoformat(match[1])
        zone = "+0000" if match[3] else ""
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
    except ValueError as error:
        raise _unknown() from error


def _list(text: str) -> list[str]:
    return text.split(",") if text else []


def _unknown() -> Refused:
    return Refused("it repeats in a way that Troth cannot read, so only its first date is taken.")
