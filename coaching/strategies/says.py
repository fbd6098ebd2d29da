"""What is said about a strategy: facts with the records behind them, and notices that ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coaching.record.base import Record, Side

State = Literal["good", "fact", "too_early", "unknown"]
Stage = Literal["look", "soon"]

NOTHING = "nothing"
"""The rule of the one fact of a strategy of which nothing is recorded."""
BEST_FIRST: tuple[State, ...] = ("good", "fact", "too_early", "unknown")


@dataclass(frozen=True, slots=True)
class Behind:
    """A record behind a sentence: its table, its id and its day."""

    table: str
    record_id: str
    day: date


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of counts and dates. `side` is whose doing it is; None for both or nobody.

    `state` is good (as visible as a gap), fact, too_early (below the minimum of events), or
    unknown (nothing recorded, which may have happened elsewhere).
    """

    rule: str
    state: State
    side: Side | None
    words: str
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What deserves a look: counts and dates, then a question.

    `subject` is the record it is about, or the workbook; with `rule` it says what is hidden until
    a date. `deed` is what could be done. `stage` "soon" is the second, to ask sooner.
    """

    rule: str
    subject: str
    stage: Stage
    side: Side | None
    words: str
    question: str
    why: str
    deed: str
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A notice hidden until a date, and why."""

    notice: Notice
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class StrategyPage:
    """One strategy of one relationship: good facts first, then the others, then notices."""

    id: str
    number: int
    name: str
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]
    hidden: tuple[Hidden, ...]
    cannot_tell: str


def behind(records: Iterable[tuple[Record, date]]) -> tuple[Behind, ...]:
    """The records behind a sentence, oldest first."""
    found = (Behind(record.table, record.id, day) for record, day in records)
    return tuple(sorted(found, key=lambda one: (one.day, one.record_id)))


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Good facts first, and of the same state the user's own side first."""
    sides: tuple[Side | None, ...] = ("me", None, "them")
    return tuple(
        sorted(facts, key=lambda one: (BEST_FIRST.index(one.state), sides.index(one.side)))
    )
