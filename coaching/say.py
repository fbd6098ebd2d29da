"""The one place that words dates, times, counts and lists; always in English."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.moments import Moment, Wall

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SIBILANTS = ("s", "x", "z", "ch", "sh")

NEAR_DAYS = 6  # how far ahead a weekday alone is clear
CLEAR_WITHOUT_YEAR = 300  # days either way
DAYS_TOLD_AS_DAYS = 60
DAYS_A_MONTH = 365.25 / 12
DAYS_A_YEAR = 365.25
MONTHS_A_YEAR = 12
FEWEST_MONTHS_AGO = 2
MONTHS_TOLD_AS_MONTHS = 23
DAYS_A_WEEK = 7
HALF_DAY = 12
_TITLES = (
    "prof professor profa dr dra doctor doktor docent mag ing dipl-ing mr ms mrs mx miss sir "
    "dame lord lady madam madame mme mlle m monsieur herr hr frau fr fru señor señora señorita sr "
    "sra srta senhor senhora dott signor signora sig pan pani pak bapak bu ibu encik puan cikgu "
    "ustad ustadh ustaz ustadha ustazah sheikh imam mullah rabbi swami rev reverend father pastor "
    "bishop brother sister capt captain cpt maj major col colonel lt lieutenant gen general sgt "
    "sergeant cmdr commander adm admiral hon judge"
)
TITLES = frozenset(_TITLES.split())
"""Words before a name that are no name, in small letters and without a full stop."""
ROOM_FOR_HALF_DAYS = len("10:00 am") - len("10:00")


@dataclass
class _Clock:
    """How the user reads a clock: whether in twice twelve hours."""

    twelve: Callable[[], bool]


_CLOCK = _Clock(twelve=lambda: False)


def say_times_by(twelve: Callable[[], bool]) -> None:
    """From here on say every time in 24 hours, or where `twelve` says so in twice twelve.

    It is asked at each time that is said, so that a changed setting holds at once.
    """
    _CLOCK.twelve = twelve


def time_room() -> int:
    """The cells that a column needs for a time beyond those for "15:00"."""
    return ROOM_FOR_HALF_DAYS if _CLOCK.twelve() else 0


def say_day(day: dt.date) -> str:
    """The day in full: "Tue 24 Nov 2026"."""
    return f"{_day_and_month(day)} {day.year}"


def say_time(time: dt.time | dt.datetime) -> str:
    """The time of the day: "15:00", or "3:00 pm" for a user who set that. No other place does."""
    if not _CLOCK.twelve():
        return f"{time.hour:02}:{time.minute:02}"
    half = "am" if time.hour < HALF_DAY else "pm"
    return f"{time.hour % HALF_DAY or HALF_DAY}:{time.minute:02} {half}"


def say_day_and_time(at: dt.datetime) -> str:
    """A day in full and the time: "Tue 24 Nov 2026, 09:12"."""
    return f"{say_day(at.date())}, {say_time(at)}"


def say_wall(wall: Wall) -> str:
    """A planned moment in full, as it is shown back: "Tue 24 Nov 2026, 15:00"."""
    day = say_day(wall.day)
    return day if wall.time is None else f"{day}, {say_time(wall.time)}"


def say_here(wall: Wall, zone: str) -> str:
    """A wall time in full; agreed in another zone, with the time it is in the user's own."""
    if wall.time is None or wall.zone == zone:
        return say_wall(wall)
    here = wall.in_zone(zone)
    day = "" if here.day == wall.day else f"{_day_and_month(here.day)}, "
    there = wall.zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{say_wall(wall)} in {there}, {day}{say_time(here.time or wall.time)} here"


def say_moment(moment: Moment) -> str:
    """Something that happened, in full, by the clocks of its zone: "Tue 24 Nov 2026, 15:00"."""
    return say_wall(moment.wall())


def say_short(day: dt.date, today: dt.date) -> str:
    """A day beside others: "today", "tomorrow", "yesterday", "Thu", "Fri 13 Nov".

    A weekday alone lies in the next 6 days; the year stands only when it is another one.
    """
    ahead = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if ahead in near:
        return near[ahead]
    if 0 < ahead <= NEAR_DAYS:
        return WEEKDAYS[day.weekday()]
    return _day_and_month(day) if day.year == today.year else say_day(day)


def say_next(wall: Wall, now: dt.datetime, zone: str) -> str:
    """When to be where, as clocks in the zone show it: "today 15:00", "Thu 10:00", "Tue 8 Dec".

    Short enough for a narrow column: the time only up to 6 days ahead, the year only beyond
    300 days.
    """
    local = wall.in_zone(zone)
    today = Moment.of(now, zone).day
    ahead = (local.day - today).days
    if not 0 <= ahead <= NEAR_DAYS:
        clear = abs(ahead) <= CLEAR_WITHOUT_YEAR
        return _day_and_month(local.day) if clear else say_day(local.day)
    day = "today" if ahead == 0 else WEEKDAYS[local.day.weekday()]
    return day if local.time is None else f"{day} {say_time(local.time)}"


def say_ago(day: dt.date, today: dt.date) -> str:
    """How long ago: "today", "yesterday", "26 days ago", "3 months ago"; never in the future.

    Days up to 60, then whole months that are over, from 24 months on whole years.
    """
    days = (today - day).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{_passed(day, today)} ago"


def say_duration_days(days: int) -> str:
    """A length: "10 days", "2 weeks", from 61 days on "about 3 months", "about 2 years"."""
    if days > DAYS_TOLD_AS_DAYS:
        return f"about {_length(days)}"
    weeks, rest = divmod(days, DAYS_A_WEEK)
    return say_count(weeks, "week") if weeks and not rest else say_count(days, "day")


def say_count(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: "1 promise", "2 promises"; give the plural where it is irregular."""
    return f"{count:,} {noun if count == 1 else plural or _plural(noun)}"


def say_list(words: Sequence[str], joint: str = "and") -> str:
    """A list in a sentence: "a", "a and b", "a, b and c"; "" for none."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def first_name(name: str) -> str:
    """What a person is called in a sentence: the first word of the name; "" of no name.

    Behind a title no first name is told apart, so the whole name stands: "Prof. Weber".
    """
    first, *others = name.split() or [""]
    titled = bool(others) and first.rstrip(".").casefold() in TITLES
    return " ".join((first, *others)) if titled else first


def say_of(name: str) -> str:
    """Whose: "Ben's", "Chris'"."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def say_date(day: dt.date) -> str:
    """A day where room is short: "12 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def _day_and_month(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {say_date(day)}"


def _passed(day: dt.date, today: dt.date) -> str:
    """The time between two days in days, or in whole months or years; never rounded up."""
    begun = (today.year - day.year) * MONTHS_A_YEAR + today.month - day.month
    months = begun - (today.day < day.day)
    days = (today - day).days
    if days <= DAYS_TOLD_AS_DAYS or months < FEWEST_MONTHS_AGO:
        return say_count(days, "day")
    if months <= MONTHS_TOLD_AS_MONTHS:
        return say_count(months, "month")
    return say_count(months // MONTHS_A_YEAR, "year")


def _length(days: int) -> str:
    if days <= DAYS_TOLD_AS_DAYS:
        return say_count(days, "day")
    months = round(days / DAYS_A_MONTH)
    if months <= MONTHS_TOLD_AS_MONTHS:
        return say_count(months, "month")
    return say_count(max(2, int(days / DAYS_A_YEAR)), "year")


def _plural(noun: str) -> str:
    if noun.endswith(SIBILANTS):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
