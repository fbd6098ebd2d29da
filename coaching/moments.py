"""Moments and rhythms: planned wall times, what has happened, and how often."""

import calendar
import datetime as dt
import functools
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coaching.errors import Refused

Unit = Literal["day", "week", "month"]
ClockChange = Literal["skipped", "twice"]

FIRST_YEAR = 1900
LAST_YEAR = 2199
MONTHS_A_YEAR = 12
DAYS_IN_WEEK = 7
DAYS: dict[Unit, int] = {"day": 1, "week": 7, "month": 30}
LONGEST_EVERY: dict[Unit, int] = {"day": 366, "week": 52, "month": 12}
FREQUENCIES: dict[str, Unit] = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}
MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Wall:
    """A planned moment as agreed: wall time and IANA zone; `time` None means the day only.

    A time the clocks show twice means the first one. A time they skip is accepted (zone rules
    may change after a date was agreed) and means as long after midnight as it says.

    Raises:
        Refused: the zone is unknown, or the year is outside 1900 to 2199.
    """

    day: dt.date
    time: dt.time | None
    zone: str

    def __post_init__(self) -> None:
        _check_year(self.day.year)
        zone_of(self.zone)

    def instant(self) -> dt.datetime | None:
        """The moment in UTC; None for a day only."""
        if self.time is None:
            return None
        return dt.datetime.combine(self.day, self.time, zone_of(self.zone)).astimezone(dt.UTC)

    def in_zone(self, zone: str) -> "Wall":
        """The same instant as clocks in another zone show it; a day only stays as it is."""
        instant = self.instant()
        if instant is None or zone == self.zone:
            return self
        local = instant.astimezone(zone_of(zone))
        return Wall(local.date(), local.time(), zone)

    def passed(self, now: dt.datetime) -> bool:
        """Whether it lies before now; a day only has passed when that day is over in its zone."""
        end, timed = self.order()
        return end < now if timed else end <= now

    def shifted(self, days: int) -> "Wall":
        """The same wall time some days later (earlier if negative)."""
        return Wall(self.day + dt.timedelta(days=days), self.time, self.zone)

    def order(self) -> tuple[dt.datetime, bool]:
        """A sort key; a day only stands at the end of its day, after that day's times."""
        instant = self.instant()
        if instant is not None:
            return instant, True
        midnight = dt.datetime.combine(
            self.day + dt.timedelta(days=1), dt.time(), zone_of(self.zone)
        )
        return midnight.astimezone(dt.UTC), False


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: the UTC instant with the day it was in its zone, or a day only.

    Raises:
        Refused: the zone is unknown, the instant has no offset or lies on another day in the
            zone, or the year is outside 1900-2199.
    """

    day: dt.date
    at: dt.datetime | None
    zone: str

    def __post_init__(self) -> None:
        _check_year(self.day.year)
        zone_of(self.zone)
        if self.at is None:
            return
        if self.at.utcoffset() is None:
            raise Refused("A moment that has happened needs an offset from UTC.")
        _check_year(self.at.year)
        object.__setattr__(self, "at", self.at.astimezone(dt.UTC))
        local = self.at.astimezone(zone_of(self.zone)).date()
        if local != self.day:
            raise Refused(
                f"The day {self.day} and the time of this moment do not fit: in {self.zone} it was "
                f"{local}. Give the day it was there."
            )

    @classmethod
    def of(cls, now: dt.datetime, zone: str) -> Self:
        """This instant, on the day it is in the zone; `now` must have an offset."""
        return cls(today_in(zone, now), now, zone)

    @classmethod
    def on(cls, day: dt.date, zone: str) -> Self:
        """Some time on that day; nobody noted when."""
        return cls(day, None, zone)

    def wall(self) -> Wall:
        """The moment as clocks in its zone showed it, to the second."""
        if self.at is None:
            return Wall(self.day, None, self.zone)
        local = self.at.astimezone(zone_of(self.zone))
        return Wall(local.date(), local.time().replace(microsecond=0), self.zone)

    def order(self) -> tuple[dt.datetime, bool]:
        """A sort key as `Wall.order`; a day only stands at the end of its day."""
        if self.at is not None:
            return self.at, True
        return Wall(self.day, None, self.zone).order()


@dataclass(frozen=True, slots=True)
class Every:
    """The interval of a rhythm, in wall time: every `count` days, weeks or months.

    Raises:
        Refused: the count is below one or the interval longer than a year.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise Refused("A rhythm needs at least one day between check-ins.")
        if self.count > LONGEST_EVERY[self.unit]:
            raise Refused("A rhythm can be at most one year long.")

    @property
    def days(self) -> int:
        """Its length in days; a month counts as 30."""
        return self.count * DAYS[self.unit]

    def rule(self) -> str:
        """The RFC 5545 recurrence rule, such as FREQ=WEEKLY;INTERVAL=2."""
        frequency = next(name for name, unit in FREQUENCIES.items() if unit == self.unit)
        return f"FREQ={frequency};INTERVAL={self.count}"

    @classmethod
    def parse_rule(cls, text: str) -> Self:
        """Read what `rule` writes; INTERVAL may be left out and means 1.

        Raises:
            Refused: it is another kind of rule.
        """
        parts = [part.partition("=")[::2] for part in text.strip().upper().split(";")]
        values = dict(parts)
        unit = FREQUENCIES.get(values.pop("FREQ", ""))
        count = values.pop("INTERVAL", "1")
        digits = count.isascii() and count.isdigit() and len(count) <= MOST_DIGITS
        if unit is None or not digits or values or len(parts) != len(dict(parts)):
            raise Refused("A rhythm is kept as a rule like FREQ=WEEKLY;INTERVAL=2.")
        return cls(int(count), unit)

    def after(self, wall: Wall, times: int = 1) -> Wall:
        """The next occurrence, or a later one: the same wall time so many intervals later.

        A month later is the same day of the month, or the month's last day where it is shorter.
        """
        if self.unit == "month":
            return Wall(add_months(wall.day, self.count * times), wall.time, wall.zone)
        return wall.shifted(self.days * times)

    def words(self) -> str:
        """In plain English: "every 2 weeks"."""
        return f"every {self.unit}" if self.count == 1 else f"every {self.count} {self.unit}s"


class DateStyle(NamedTuple):
    """How typed dates are read: which of 3/4 is the day, and the weekday a week begins with.

    0 is Monday, as in `date.weekday`.
    """

    day_first: bool = True
    week_starts: int = 0

    def days_into_week(self, day: dt.date) -> int:
        """How many days lie between the beginning of its week and this day."""
        return (day.weekday() - self.week_starts) % DAYS_IN_WEEK


HOUSE_STYLE = DateStyle()
"""The day first, weeks from Monday."""


@functools.cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone with this IANA name.

    Raises:
        Refused: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        shown = ascii(name[:40])[1:-1]
        sentence = f'There is no time zone "{shown}"; names look like Europe/Berlin.'
        raise Refused(sentence) from error


def today_in(zone: str, now: dt.datetime) -> dt.date:
    """The day it is in the zone; `now` must have an offset.

    Raises:
        Refused: there is no such zone, or the year is outside 1900 to 2199.
    """
    _check_year(now.year)
    return now.astimezone(zone_of(zone)).date()


def gap_at(day: dt.date, time: dt.time, zone: str) -> ClockChange | None:
    """Whether a clock change skips this wall time or shows it twice; None on an ordinary one."""
    local = dt.datetime.combine(day, time.replace(fold=0), zone_of(zone))
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return None
    return "skipped" if first < second else "twice"


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of a later (earlier if negative) month, or that month's last day."""
    year, month0 = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    _check_year(year)
    return dt.date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(f"The year {year} is outside {FIRST_YEAR} to {LAST_YEAR}.")
