"""Reads the time in a date typed freely: "3pm", "3:30 pm", "15:00", "15h", "noon"."""

import datetime as dt
import re

from coaching.errors import Refused
from coaching.when.words import Typed

HALF_DAY = 12
HOURS, MINUTES = 24, 60

TWELVE = re.compile(
    r"(?:at )?(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\.?", re.A
)
COLON = re.compile(r"(?:at )?(?P<hour>\d\d?):(?P<minute>\d\d)(?::00)?", re.A)
LETTER = re.compile(r"(?:at )?(?P<hour>\d\d?) ?h(?P<minute>\d\d)?", re.A)
DOT = re.compile(r"(?:at )?(?P<hour>\d\d?)\.(?P<minute>\d\d)", re.A)
NOON = re.compile(r"(?:at )?(?:12 )?noon")
MIDNIGHT = re.compile(r"(?:at )?(?:12 )?midnight")
BARE = re.compile(r"at (?P<hour>\d\d?)", re.A)


def find_time(words: str, typed: Typed, after_day: bool) -> dt.time | None:
    """The time these words mean; None when they are no time. A dot needs a day before it.

    Raises:
        Refused: they have the form of a time, but there is no such time, or it is unclear.
    """
    if NOON.fullmatch(words):
        return dt.time(HALF_DAY)
    twelve = TWELVE.fullmatch(words)
    if twelve is not None:
        return _of_half_day(twelve, typed)
    match = COLON.fullmatch(words) or LETTER.fullmatch(words)
    if match is None and after_day:
        match = DOT.fullmatch(words)
    if match is not None:
        return _made(int(match["hour"]), match["minute"], typed)
    _refuse_unclear(words, typed)
    return None


def _of_half_day(match: re.Match[str], typed: Typed) -> dt.time:
    hour = int(match["hour"])
    if not 1 <= hour <= HALF_DAY:
        raise Refused(
            f"{typed.quoted} has no such time: before am or pm the hour goes from 1 to 12."
            " Write 3pm or 15:00."
        )
    return _made(hour % HALF_DAY + HALF_DAY * (match["half"] == "p"), match["minute"], typed)


def _made(hour: int, minute: str | None, typed: Typed) -> dt.time:
    minutes = int(minute or 0)
    if hour >= HOURS or minutes >= MINUTES:
        raise Refused(f"{typed.quoted} has no such time: times go from 00:00 to 23:59.")
    return dt.time(hour, minutes)


def _refuse_unclear(words: str, typed: Typed) -> None:
    if MIDNIGHT.fullmatch(words):
        raise Refused(
            f"{typed.quoted} is unclear, as midnight can begin or end a day:"
            " write 00:00 for its beginning or 23:59 for its end."
        )
    if BARE.fullmatch(words):
        raise Refused(f"The time in {typed.quoted} is unclear: write it like 3pm or 15:00.")
