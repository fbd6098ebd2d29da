"""Reads a short length of time as it is typed: 30m, 2h, 1d, 1w."""

import re
from datetime import timedelta

from coaching.errors import Refused
from coaching.text import quote

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
LONGEST = timedelta(days=366)
_LENGTH = re.compile(r"(\d{1,5})\s*([mhdw])")


def read_length(text: str) -> timedelta:
    """The length. Refused where it is none, is nothing, or is longer than a year."""
    found = _LENGTH.fullmatch(text.strip().lower())
    length = timedelta(**{UNITS[found[2]]: int(found[1])}) if found else timedelta()
    if not timedelta() < length <= LONGEST:
        raise Refused(
            f"{quote(text)} is not a length Troth can use. Write it like 30m, 2h or 1d, "
            "at most a year."
        )
    return length
