"""Reads the day in a date typed freely: "tue", "next week", "+2w", "24 nov", "24.11.2026"."""

import calendar
import datetime as dt
import re
from collections.abc import Callable

from coaching.errors import Refused
from coaching.moments import MONTHS_A_YEAR, add_months
from coaching.say import DAYS_A_WEEK, say_day
from coaching.when.words import (
    MONTH,
    MONTH_NAMES,
    MONTHS,
    NUMBER,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    Typed,
)

YEAR_ONE = 1970
YEARS_AHEAD = 20
CENTURY = 100
YEAR_DIGITS = 4
HOURS, MINUTES = 24, 60

NEAR_NAMES = {"yesterday": -1, "today": 0, "tomorrow": 1}
UNIT_DAYS = {"d": 1, "w": 7}
UNIT_MONTHS = {"m": 1, "y": 12}
MOST_OF_A_UNIT = {"d": 366 * 60, "w": 53 * 60, "m": 12 * 60, "y": 60}

Reader = Callable[[re.Match[str], Typed], dt.date | None]


def find_day(words: str, typed: Typed) -> dt.date | None:
    """The day these words mean; None when they are no day.

    Raises:
        Refused: they have the form of a day, but there is no such day, or it is too far away.
    """
    for pattern, read in FORMS:
        match = pattern.fullmatch(words)
        if match is not None:
            return read(match, typed)
    return None


def _named(match: re.Match[str], typed: Typed) -> dt.date:
    return typed.today + dt.timedelta(days=NEAR_NAMES[match[0]])


def _weekday(match: re.Match[str], typed: Typed) -> dt.date:
    number, here = WEEKDAYS[match["weekday"]], typed.today.weekday()
    ahead = (number - here - 1) % DAYS_A_WEEK + 1
    back = (here - number) % DAYS_A_WEEK
    into_week = typed.style.days_into_week(typed.today)
    to_its_end = DAYS_A_WEEK - 1 - into_week
    days = {
        "this": (number - typed.style.week_starts) % DAYS_A_WEEK - into_week,
        "next": ahead + DAYS_A_WEEK if ahead <= max(1, to_its_end) else ahead,
        "last": -(back or DAYS_A_WEEK),
        None: -back if typed.past else ahead,
    }
    return typed.today + dt.timedelta(days=days[match["which"]])


def _offset(match: re.Match[str], typed: Typed) -> dt.date | None:
    before, ago = match["before"], match["ago"]
    if before and ago:
        return None
    number = match["digits"] or match["number"]
    count = NUMBERS.get(number) or int(number)
    back = bool(ago) or before == "-" or (typed.past and not before)
    return _moved(-count if back else count, (match["short"] or match["unit"])[0], typed)


def _neighbour(match: re.Match[str], typed: Typed) -> dt.date:
    return _moved(1 if match["which"] == "next" else -1, match["unit"][0], typed)


def _moved(count: int, unit: str, typed: Typed) -> dt.date:
    if abs(count) > MOST_OF_A_UNIT[unit]:
        raise _too_far(typed)
    if unit in UNIT_DAYS:
        day = typed.today + dt.timedelta(days=count * UNIT_DAYS[unit])
    else:
        day = add_months(typed.today, count * UNIT_MONTHS[unit])
    _check_year(day.year, typed)
    return day


def _iso(match: re.Match[str], typed: Typed) -> dt.date:
    day = _dated(int(match["day"]), int(match["month"]), int(match["year"]), typed)
    return _on_its_weekday(match, day, typed)


def _worded(match: re.Match[str], typed: Typed) -> dt.date:
    year = int(match["year"]) if match["year"] else None
    day = _dated(int(match["day"]), MONTHS[match["month"]], year, typed)
    return _on_its_weekday(match, day, typed)


def _numeric(match: re.Match[str], typed: Typed) -> dt.date | None:
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if typed.style.day_first else (second, first)
    if match["weekday"] and _may_be_a_time(match):
        if not 1 <= month <= MONTHS_A_YEAR:
            return None
        raise Refused(
            f"{typed.quoted} can be a time or a day: write"
            f" {first}:{match['second']}, or {day} {MONTH_NAMES[month - 1][:3].lower()}."
        )
    _check_order(day, month, typed)
    return _on_its_weekday(match, _dated(day, month, _year(match["year"], typed), typed), typed)


def _may_be_a_time(match: re.Match[str]) -> bool:
    dotted = match["mark"] == "." and not match["year"] and not match["end"]
    in_range = int(match["first"]) < HOURS and int(match["second"]) < MINUTES
    return dotted and in_range and len(match["second"]) > 1


def _check_order(day: int, month: int, typed: Typed) -> None:
    if not 1 <= day <= MONTHS_A_YEAR < month:
        return
    if month > calendar.monthrange(YEAR_ONE, day)[1]:
        return
    first, example = "month", f"{day}/{month}"
    if typed.style.day_first:
        first, example = "day", f"{month}/{day}"
    name = MONTH_NAMES[day - 1][:3].lower()
    raise Refused(
        f"{typed.quoted} has no month {month}: the {first} comes first here."
        f" Write {example} or {month} {name}."
    )


def _year(text: str | None, typed: Typed) -> int | None:
    if text is None or len(text) == YEAR_DIGITS:
        return int(text) if text else None
    year = typed.today.year // CENTURY * CENTURY + int(text)
    last_century = typed.past and year > typed.today.year and year - CENTURY >= YEAR_ONE
    return year - CENTURY if last_century else year


def _dated(day: int, month: int, year: int | None, typed: Typed) -> dt.date:
    if not 1 <= month <= MONTHS_A_YEAR:
        raise Refused(f"{typed.quoted} has no month {month}: months go from 1 to 12.")
    if year is None:
        year = _nearest_year(day, month, typed)
    _check_year(year, typed)
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise Refused(
            f"{typed.quoted} does not exist: {MONTH_NAMES[month - 1]} {year} has {length} days."
        )
    return dt.date(year, month, day)


def _nearest_year(day: int, month: int, typed: Typed) -> int:
    today = (typed.today.month, typed.today.day)
    if typed.past:
        return typed.today.year - ((month, day) > today)
    return typed.today.year + ((month, day) < today)


def _on_its_weekday(match: re.Match[str], day: dt.date, typed: Typed) -> dt.date:
    name = match["weekday"]
    if name and WEEKDAYS[name] != day.weekday():
        raise Refused(
            f"{typed.quoted} does not fit together: that day is {say_day(day)}."
            " Leave the weekday out, or change the date."
        )
    return day


def _check_year(year: int, typed: Typed) -> None:
    if year < YEAR_ONE or year > typed.today.year + YEARS_AHEAD:
        raise _too_far(typed)


def _too_far(typed: Typed) -> Refused:
    last = typed.today.year + YEARS_AHEAD
    return Refused(
        f"{typed.quoted} is too far away: years from {YEAR_ONE} to {last} can be used."
        " Check the year."
    )


LEAD = rf"(?:on )?(?:(?P<weekday>{WEEKDAY}) )?(?:the )?"
DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
UNITS = "days?|weeks?|months?|years?"
COUNT = (
    rf"(?:(?P<digits>\d{{1,9}}) ?(?P<short>wks?|[dwmy]|{UNITS})"
    rf"|(?P<number>{NUMBER}) (?P<unit>{UNITS}))"
)
ISO = r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
SHORT = r"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)"
SHORT_END = r"(?:(?P=mark)(?P<year>\d{4}|\d\d)|(?P<end>\.))?"
DASHED = r"(?P<first>\d\d?)(?P<mark>-)(?P<second>\d\d?)-(?P<year>\d{4})"

FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(form, re.ASCII), read)
    for form, read in (
        ("|".join(NEAR_NAMES), _named),
        (rf"(?:(?P<which>next|this|last) |on )?(?P<weekday>{WEEKDAY})", _weekday),
        (r"(?P<which>next|last) (?P<unit>week|month|year)", _neighbour),
        (rf"(?P<before>[+-]|in(?= ))? ?{COUNT}(?P<ago> ago)?", _offset),
        (rf"{LEAD}{ISO}", _iso),
        (rf"{LEAD}{DAY}\.? ?(?:of )?(?P<month>{MONTH})\.?(?: (?P<year>\d{{4}}))?", _worded),
        (rf"{LEAD}(?P<month>{MONTH})\.? {DAY}(?: (?P<year>\d{{4}}))?", _worded),
        (rf"{LEAD}{SHORT}{SHORT_END}", _numeric),
        (rf"{LEAD}{DASHED}", _numeric),
    )
)
