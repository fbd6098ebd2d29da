"""What makes a commitment one that can be seen: its words, its date, how many at once."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coaching.guide.repair import CommitmentWords
from coaching.record.base import Side
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.thresholds import DEED_DAYS

MOST_A_SIDE = 3
"""A house default. Source: the content base, 3.6."""

WORDS_CARRY_LITTLE = frozenset({"dishonesty", "confidentiality_breach", "self_interest"})
"""After these, deeds that can be seen. Source: Kim and others 2004; Schweitzer and others 2006."""

LEADING = re.compile(r"^(?:(?:i|we)(?:'ll| will| am going to)? )?(?:to )?")


def vague(what: str, words: CommitmentWords) -> str:
    """The question about words that leave open what will be seen; "" where none is known.

    A vague verb counts where it leads; a vague time anywhere.
    """
    text = " ".join(what.casefold().replace("’", "'").split()).rstrip(".")
    led = f"{LEADING.sub('', text)} "
    for one in words.vague:
        for word in one.words:
            anywhere = word.startswith("…")
            bare = word.removeprefix("…")
            found = f" {bare} " in f" {text} " if anywhere else led.startswith(f"{bare} ")
            if found:
                return one.ask
    return ""


def open_of(hurdle: Hurdle, side: Side, promises: Iterable[Promise] = ()) -> int:
    """How many deeds this side has taken on here and not settled, the first deed counted too."""
    settled = {one.id for one in promises if one.state != "open"}
    mine = [one.promise for one in hurdle.commitments if one.who == side]
    if hurdle.deed and (hurdle.deed_whose or "me") == side:
        mine.append(hurdle.promise)
    return sum(promise is None or promise not in settled for promise in mine)


def room_for(hurdle: Hurdle, side: Side, promises: Iterable[Promise] = ()) -> bool:
    """Whether this side can take on one more."""
    return open_of(hurdle, side, promises) < MOST_A_SIDE


def first_by(hurdle: Hurdle) -> date | None:
    """The earliest date of all that was taken on; None where nothing was."""
    days = [one.by for one in hurdle.commitments]
    if hurdle.deed and hurdle.deed_by:
        days.append(hurdle.deed_by)
    return min(days, default=None)


def first_is_late(hurdle: Hurdle, today: date) -> bool:
    """Whether nothing is to be seen within a week."""
    first = first_by(hurdle)
    return first is not None and first > today + timedelta(days=DEED_DAYS)


def asks_in(hurdle: Hurdle) -> Sequence[str]:
    """What the lines of expectations ask for and the two decided to change: ideas for deeds."""
    return [one.ask for one in hurdle.expected if one.ask and one.decision == "change"]
