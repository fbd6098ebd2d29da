"""Reads how often, typed freely: "2w", "every two weeks", "monthly"."""

import re

from coaching.errors import Refused
from coaching.moments import Every, Unit
from coaching.text import quote
from coaching.when.words import NUMBER, NUMBERS, plain_words

ADVERBS = {
    "daily": Every(1, "day"),
    "weekly": Every(1, "week"),
    "fortnightly": Every(2, "week"),
    "monthly": Every(1, "month"),
    "quarterly": Every(3, "month"),
    "yearly": Every(12, "month"),
}
UNITS: dict[str, tuple[int, Unit]] = {
    **dict.fromkeys(("d", "day"), (1, "day")),
    **dict.fromkeys(("w", "wk", "week"), (1, "week")),
    "fortnight": (2, "week"),
    **dict.fromkeys(("m", "month"), (1, "month")),
    "quarter": (3, "month"),
    **dict.fromkeys(("y", "year"), (12, "month")),
}
LONG_UNIT = "day|week|fortnight|month|quarter|year"
COUNTED = re.compile(
    r"(?:(?:once )?(?:every|each) )?"
    rf"(?:(?P<digits>-?\d{{1,9}}) ?(?P<short>wk|[dwmy]|{LONG_UNIT})"
    rf"|(?P<number>{NUMBER}|zero|no) (?P<unit>{LONG_UNIT}))s?",
    re.ASCII,
)
SINGLE = re.compile(
    rf"(?:once an?|(?:once )?(?:every|each)(?P<other> other| second)?) ({LONG_UNIT})"
)
TWO_MEANINGS = re.compile(r"bi-?(weekly|monthly)")
EXAMPLES = "2w, every 10 days or monthly"


def read_every(text: str) -> Every:
    """Read how often, typed freely: "2w", "every two weeks", "every other week", "monthly".

    Raises:
        Refused: it is not wholly understood, is no length at all, or is longer than a year.
    """
    every = find_every(text)
    if every is None and not text.strip():
        raise Refused(f"A rhythm is needed here, like {EXAMPLES}.")
    if every is None:
        raise Refused(f"{quote(text)} is not a rhythm Troth can read. Try {EXAMPLES}.")
    return every


def find_every(text: str) -> Every | None:
    """As `read_every`, but None when the text does not have the form of a rhythm.

    Raises:
        Refused: it has the form of a rhythm, but cannot be one.
    """
    words = plain_words(text)
    if words in ADVERBS:
        return ADVERBS[words]
    if TWO_MEANINGS.fullmatch(words):
        unit = "week" if words.endswith("weekly") else "month"
        raise Refused(
            f"{quote(text)} can mean twice a {unit} or every two {unit}s."
            f" Write every 2 {unit}s if that is meant."
        )
    single = SINGLE.fullmatch(words)
    if single is not None:
        return _made(2 if single["other"] else 1, single[2], text)
    counted = COUNTED.fullmatch(words)
    if counted is None:
        return None
    number = counted["digits"] or counted["number"]
    count = NUMBERS.get(number, 0) if counted["number"] else int(number)
    return _made(count, counted["short"] or counted["unit"], text)


def _made(count: int, unit: str, text: str) -> Every:
    times, base = UNITS[unit]
    try:
        return Every(count * times, base)
    except Refused as refused:
        raise Refused(f"{quote(text)}: {refused.sentence} Try {EXAMPLES}.") from refused
