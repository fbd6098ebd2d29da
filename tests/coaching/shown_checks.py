"""Holds a sentence against the lines of its records as they are read: each day, and each count."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from coaching.record.workbook import Workbook
from coaching.say import say_day
from coaching.strategies.lines_kept import LET_GO
from coaching.strategies.record_line import RecordLine, Scope
from coaching.strategies.record_lines import record_lines
from coaching.strategies.says import Fact, Notice
from tests.coaching.fact_checks import COUNTED, NO_COUNT, all_said, figures, told
from tests.coaching.making import LONDON
from tests.coaching.shipped import shipped

DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w{3} \d{4}")
GOALS = re.compile(r"(\d+) (?:reached|changed)")
Lines = list[RecordLine]
Said = Fact | Notice


def lines_of(said: Said, book: Workbook, mine: Workbook, now: datetime) -> Lines:
    """What stands behind a sentence."""
    return list(record_lines(said, Scope(said.rule, book, mine, now, LONDON, shipped())))


def read_out(line: RecordLine) -> str:
    """All that is read on a line, its day first."""
    return "\n".join((say_day(line.day), line.told.what, *line.told.below, *line.told.own))


def unseen(book: Workbook, mine: Workbook, now: datetime) -> Iterator[str]:
    """Sentences with a day that no line behind them shows, or with another count than theirs."""
    for said in all_said(told(book, mine, now)):
        lines = lines_of(said, book, mine, now)
        seen = {say_day(book.relationship.since), say_day(now.date())}
        seen.update(day for line in lines for day in DAY.findall(read_out(line)))
        counted = COUNTS.get(said.rule)
        if not set(DAY.findall(said.words)) <= seen:
            yield f"a day: {said.words}"
        if counted and said.words and lines and not counted(lines, said):
            yield f"a count: {said.words}"


def _beginning(lines: Lines, *words: str) -> int:
    return sum(line.told.what.startswith(words) for line in lines)


def _below(lines: Lines, words: str) -> int:
    """How many lines have this in what goes with them."""
    return sum(any(words in below for below in line.told.below) for line in lines)


def _number(said: Said, pattern: str) -> int:
    found = re.search(pattern, said.words)
    return int(found[1]) if found else 0


def _all(lines: Lines, said: Said) -> bool:
    early = isinstance(said, Fact) and said.state == "too_early"
    found = figures(said)
    return early or len(lines) == (found[0] if found else 1)


def _promises(lines: Lines, said: Said) -> bool:
    """So many kept, late ones only where that is said, so many new dates, each with its date."""
    lines = [line for line in lines if line.told.under != LET_GO]
    outcomes = [line.told.what.split(": ")[0] for line in lines]
    kept = [one for one in outcomes if " kept" in one]
    return (
        len(kept) == _number(said, r"(?:kept |: )(\d+)(?: of| kept)")
        and any(" late" in one for one in kept) == ("late" in said.words)
        and _below(lines, ", in time, ") == _number(said, r"(\d+) new dates? agreed in time")
        and _below(lines, "Promised on") == len(lines)
    )


def _recent(lines: Lines, said: Said) -> bool:
    if isinstance(said, Fact) and said.state == "too_early":
        return True
    if said.words.startswith("All of"):
        return [_beginning(lines, "Held")] == figures(said) == [len(lines)]
    return [len(lines), _beginning(lines, "Held")] == figures(said)[:2]


def _not_held(lines: Lines, said: Said) -> bool:
    outcomes = [line.told.what.split(": ")[0] for line in lines]
    by_me = sum(" by you" in one for one in outcomes)
    by_them = sum(" by " in one for one in outcomes) - by_me
    return [by_me if said.rule == "not_held_me" else by_them, len(lines)] == figures(said)[:2]


def _replies(lines: Lines, said: Said) -> bool:
    in_time = sum(" answered in the agreed time" in line.told.what for line in lines)
    return [in_time, len(lines)] == figures(said)


COUNTS: Mapping[str, Callable[[Lines, Said], bool]] = {
    **dict.fromkeys(set(COUNTED) - set(NO_COUNT), _all),
    "promises": _promises,
    "recent": _recent,
    "replies": _replies,
    "not_held_me": _not_held,
    "not_held_them": _not_held,
    "goals_moved": lambda lines, said: len(lines) == sum(map(int, GOALS.findall(said.words))),
    "repair_promises": lambda lines, said: len(lines) == figures(said)[1],
}
