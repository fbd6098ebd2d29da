"""Reads a date with or without a time, typed freely, into a planned moment."""

import datetime as dt
import re
from collections.abc import Iterator

from coaching.errors import Refused
from coaching.moments import HOUSE_STYLE, DateStyle, Wall, gap_at, today_in
from coaching.say import DAYS_A_WEEK, say_day, say_time
from coaching.text import quote
from coaching.when.days import find_day
from coaching.when.times import find_time
from coaching.when.words import WEEKDAYS, Typed, plain_words

ISO_T = re.compile(r"(?<=\d)t(?=\d)")


def read_when(
    text: str, now: dt.datetime, zone: str, *, style: DateStyle = HOUSE_STYLE, past: bool = False
) -> Wall:
    """Read a date typed freely, with or without a time, as wall time in the zone.

    How words are read, `now` being the day it is in the zone:

    - "tue", "on tue": the first Tuesday after today; if `past`, the last one, today included
      (with a time: the last one that is over).
    - "next tue": the first Tuesday after today, but when that is tomorrow or still in this
      week, the one in the week after. "last tue": the last one before today. "this tue": the one
      in this week, even if it is over. Weeks go from Monday to Sunday, or as `style` says.
    - "next week", "next month": the same weekday, the same day of the month (or its last day).
    - "2w", "3 days": ahead, or back if `past`; "+2w", "in 2 weeks" ahead, "-2w", "2 weeks ago"
      back. The letters are d, w, m (months) and y.
    - "24 nov": the nearest one from today on; if `past`, the nearest one up to today.
    - "24/11", "24.11.": day first, or month first by `style`. "24/11/26" is 2026.
    - "3pm" alone: the next such time; if `past`, the last one.
    - A time that the clocks show twice means the first one.

    Raises:
        Refused: it is not wholly understood, does not exist, or is too far away.
    """
    wall = find_when(text, now, zone, style=style, past=past)
    if wall is None:
        raise Refused(_not_understood(text, past, "tue 3pm, 24 nov 15:00 or +2w"))
    return wall


def read_day(
    text: str, now: dt.datetime, zone: str, *, style: DateStyle = HOUSE_STYLE, past: bool = False
) -> dt.date:
    """Read a day typed freely, as `read_when`.

    Raises:
        Refused: as `read_when`, or it has a time.
    """
    wall = find_when(text, now, zone, style=style, past=past)
    if wall is None:
        raise Refused(_not_understood(text, past, "tue, 24 nov or +2w"))
    if wall.time is not None:
        raise Refused(f"{quote(text)} has a time; a day is enough here, like tue or 24 nov.")
    return wall.day


def find_when(
    text: str, now: dt.datetime, zone: str, *, style: DateStyle = HOUSE_STYLE, past: bool = False
) -> Wall | None:
    """As `read_when`, but None when the text does not have the form of a date.

    Raises:
        Refused: it has the form of a date, but there is no such date or it is too far away.
    """
    words = ISO_T.sub(" ", plain_words(text))
    typed = Typed(text, today_in(zone, now), past, style)
    if not words:
        return None
    day = find_day(words, typed)
    if day is not None:
        return Wall(day, None, zone)
    alone = find_time(words, typed, after_day=False)
    if alone is not None:
        return _nearest(alone, now, typed, zone)
    for day_words, time_words, after_day in _splits(words.split()):
        time = find_time(time_words, typed, after_day)
        day = find_day(day_words, typed) if time else None
        if day and time:
            again = past and day_words.removeprefix("on ") in WEEKDAYS
            return _made(_last(day, time, now, zone) if again else day, time, zone)
    return None


def _splits(words: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Each way to part the words into day and time, and whether the day stands first."""
    for cut in range(1, len(words)):
        yield " ".join(words[:cut]), " ".join(words[cut:]), True
    for cut in range(len(words) - 1, 0, -1):
        yield " ".join(words[cut:]), " ".join(words[:cut]), False


def _nearest(time: dt.time, now: dt.datetime, typed: Typed, zone: str) -> Wall:
    today = Wall(typed.today, time, zone)
    if today.passed(now) == typed.past:
        return _made(today.day, time, zone)
    return _made(today.shifted(-1 if typed.past else 1).day, time, zone)


def _last(day: dt.date, time: dt.time, now: dt.datetime, zone: str) -> dt.date:
    """The day, or a week before it where the time is still to come."""
    wall = Wall(day, time, zone)
    return day if wall.passed(now) else wall.shifted(-DAYS_A_WEEK).day


def _made(day: dt.date, time: dt.time, zone: str) -> Wall:
    if gap_at(day, time, zone) == "skipped":
        raise Refused(
            f"{say_time(time)} does not exist on {say_day(day)} in {zone},"
            " because clocks go forward then. Choose another time."
        )
    return Wall(day, time, zone)


def _not_understood(text: str, past: bool, examples: str) -> str:
    if past:
        examples = "yesterday, last tue or 13 nov"
    if not text.strip():
        return f"A date is needed here, like {examples}."
    return f"{quote(text)} is not a date Troth can read. Try {examples}."
