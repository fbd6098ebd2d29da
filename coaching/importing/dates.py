"""Settles by a whole column whether its dates have the day or the month first."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from coaching.errors import Refused
from coaching.moments import MONTHS_A_YEAR, DateStyle
from coaching.say import say_day
from coaching.text import quote
from coaching.when import read_day

# Dots are left out: nobody writes the month first with dots.
_NUMERIC = re.compile(r"\s*(\d\d?)([/-])(\d\d?)(?:\2(?:\d{4}|\d\d))?\s*", re.ASCII)
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?\s*$", re.ASCII)


def settle_order(texts: Iterable[str]) -> bool | None:
    """True: the day stands first, False: the month, as one value forces; None: nothing tells."""
    day_first = month_first = False
    for text in texts:
        match = _NUMERIC.fullmatch(_day_only(text))
        if match is not None:
            day_first |= int(match[1]) > MONTHS_A_YEAR
            month_first |= int(match[3]) > MONTHS_A_YEAR
    return None if day_first == month_first else day_first


def read_start(text: str, day_first: bool | None, now: datetime, zone: str) -> date:
    """A day as `coaching.when.read_day` reads it, in the order the whole column settled.

    Raises:
        Refused: it is no day, or could be two.
    """
    words = _day_only(text)
    match = _NUMERIC.fullmatch(words)
    if match is None or day_first is not None:
        return read_day(words, now, zone, style=DateStyle(day_first is not False), past=True)
    first, second = int(match[1]), int(match[3])
    one = read_day(words, now, zone, style=DateStyle(second <= MONTHS_A_YEAR), past=True)
    if first == second or max(first, second) > MONTHS_A_YEAR:
        return one
    other = read_day(words, now, zone, style=DateStyle(day_first=False), past=True)
    raise Refused(f"{quote(words)} can be {say_day(one)} or {say_day(other)}. Write it like {one}.")


def _day_only(text: str) -> str:
    """Without the midnight that spreadsheets put after a day."""
    return _MIDNIGHT.sub("", text)
