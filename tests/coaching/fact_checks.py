"""Holds what is said about a relationship against the records it opens: counts, and days."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from coaching.record.base import Record
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import KINDS, MINE, Workbook
from coaching.say import MONTHS
from coaching.strategies.pages import strategy_pages
from coaching.strategies.says import Behind, Fact, Notice, StrategyPage
from tests.coaching.making import SAMPLES
from tests.coaching.shipped import shipped

MINE_TOO = Workbook(MINE).put(SAMPLES[5])
DAY = re.compile(r"(\d+) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})")
Said = Fact | Notice


def told(book: Workbook, mine: Workbook, now: datetime) -> tuple[StrategyPage, ...]:
    """The ten strategies at a moment."""
    return strategy_pages(book, mine, now.date(), shipped().strategies)


def all_said(pages: tuple[StrategyPage, ...]) -> Iterator[Said]:
    """Every fact and every notice."""
    for page in pages:
        yield from page.facts
        yield from page.notices


def undated(pages: tuple[StrategyPage, ...]) -> Iterator[str]:
    """Sentences that neither carry a day nor open a record."""
    for one in all_said(pages):
        if one.words and not one.behind and not DAY.search(one.words):
            yield one.words


def rows(book: Workbook, said: Said) -> list[Record]:
    """The records a sentence opens."""
    found = (_row(book, one) or _row(MINE_TOO, one) for one in said.behind)
    return [one for one in found if one is not None]


def _row(book: Workbook, one: Behind) -> Record | None:
    return book.find(KINDS[one.table], one.record_id)


def figures(said: Said) -> list[int]:
    """The counts in a sentence: whole numbers that are no part of a day."""
    plain = DAY.sub("", said.words)
    return [int(one) for one in re.findall(r"\d+", plain.split(": ")[0])]


def recent_agrees(records: list[Record], said: Said) -> bool:
    """So many of so many were held."""
    held = sum(isinstance(one, Checkin) and one.outcome == "held" for one in records)
    found = figures(said)
    if said.words.startswith("All of"):
        return found == [len(records)] and held == len(records)
    return found[:2] == [len(records), held]


def promises_agree(records: list[Record], said: Said) -> bool:
    """So many of those settled were kept, and so many have a new date agreed in time."""
    found = [one for one in records if isinstance(one, Promise)]
    done = sum(one.state == "kept" for one in found)
    settled = sum(one.state in ("kept", "broken") for one in found)
    renewed = sum(one.renewed_in_time for one in found if one.state != "dropped")
    new_dates = re.search(r"(\d+) new dates? agreed in time", said.words)
    if renewed != (int(new_dates[1]) if new_dates else 0):
        return False
    return figures(said)[:2] == [done, settled]


def counts_all(records: list[Record], said: Said) -> bool:
    """The first number counts the records; without one it is a single record."""
    found = figures(said)
    return len(records) == (found[0] if found else 1)


def counts_last(records: list[Record], said: Said) -> bool:
    """The last number counts the check-ins."""
    return sum(isinstance(one, Checkin) for one in records) == figures(said)[-1]


def counts_not_held(records: list[Record], said: Said) -> bool:
    """So many of all the latest ones were not held by one side's doing."""
    by = said.rule.removeprefix("not_held_")
    found = [one for one in records if isinstance(one, Checkin)]
    not_held = [one for one in found if one.outcome != "held" and one.by == by]
    return [len(not_held), len(found)] == figures(said)[:2]


COUNTED = (
    *("habits", "feedback", "feedback_changed", "stories", "celebrations", "hurdles_open"),
    *("hurdles_closed", "owned", "looked_again", "versions", "reviews", "agendas", "goals_open"),
    *("help_asked", "levels", "formats", "format_now", "contacts", "next_date", "last_met"),
    *("no_agreement", "no_story", "agendas_one_side"),
)
AGREES: Mapping[str, Callable[[list[Record], Said], bool]] = {
    "recent": recent_agrees,
    "promises": promises_agree,
    "repair_promises": lambda records, said: len(records) == figures(said)[1],
    "replies": lambda records, said: len(records) == figures(said)[1],
    "goals_moved": lambda records, said: bool(records),
    **dict.fromkeys(("not_held_me", "not_held_them"), counts_not_held),
    "feedback_quiet": counts_last,
    "no_celebration": counts_last,
    **dict.fromkeys(COUNTED, counts_all),
}
NO_COUNT = ("last_met",)
"""Its figure is a length of time."""


def contradictions(book: Workbook, now: datetime) -> list[str]:
    """Sentences whose counts, or whose days, are not those of the records they open."""
    return [
        one.words
        for one in all_said(told(book, MINE_TOO, now))
        if one.words and not (_counts_agree(book, one) and _days_agree(book, one, now.date()))
    ]


def _counts_agree(book: Workbook, one: Said) -> bool:
    early = isinstance(one, Fact) and one.state not in ("good", "fact")
    if early or not one.behind or one.rule not in AGREES or one.rule in NO_COUNT:
        return True
    return AGREES[one.rule](rows(book, one), one)


def _days_agree(book: Workbook, one: Said, today: date) -> bool:
    """Every day said stands in a record it opens, or is the beginning or today."""
    known = {book.relationship.since, today}
    known.update(behind.day for behind in one.behind)
    known.update(day for record in rows(book, one) for day in _days_of(dict(record)))
    return set(_days_said(one.words)) <= known


def _days_said(words: str) -> Iterator[date]:
    for number, month, year in DAY.findall(words):
        yield date(int(year), MONTHS.index(month) + 1, int(number))


def _days_of(value: object) -> Iterator[date]:
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _days_of(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _days_of(one)
    elif hasattr(value, "model_fields_set"):
        yield from _days_of(dict(value))  # type: ignore[call-overload]  # a pydantic value
