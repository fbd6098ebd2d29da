"""The words dates and rhythms are made of, and the text they are read from."""

import datetime as dt
from dataclasses import dataclass

from coaching.moments import HOUSE_STYLE, DateStyle
from coaching.text import quote

WEEKDAY_ROWS = (
    "mon monday",
    "tue tues tuesday",
    "wed weds wednesday",
    "thu thur thurs thursday",
    "fri friday",
    "sat saturday",
    "sun sunday",
)
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
COUNTING = "one two three four five six seven eight nine ten eleven twelve"

WEEKDAYS = {word: number for number, row in enumerate(WEEKDAY_ROWS) for word in row.split()}
MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
NUMBERS = {"a": 1, "an": 1, **{word: n for n, word in enumerate(COUNTING.split(), 1)}}

WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NUMBER = "|".join(NUMBERS)

LONGEST = 60  # characters; no date or rhythm is written longer
DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2212,", "----- ")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and what it is read against."""

    text: str
    today: dt.date
    past: bool = False
    style: DateStyle = HOUSE_STYLE

    @property
    def quoted(self) -> str:
        """The text as a sentence can show it."""
        return quote(self.text)


def plain_words(text: str) -> str:
    """The text as the patterns expect it: lower case, plain dashes, single blanks, no commas.

    Empty when it is too long to be a date or a rhythm.
    """
    words = " ".join(text[: 10 * LONGEST].translate(DASHES).casefold().split())
    return words if len(words) <= LONGEST else ""
