"""What the record says that may bear on a hurdle: signals for the order, facts to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coaching.guide.hurdles import Signal
from coaching.record.checkin import Checkin, last_held, recent
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.say import say_ago, say_count
from coaching.thresholds import (
    AS_PLANNED,
    FEW_CHECKINS,
    LONG_GAP_OF_LONGEST,
    LONG_TOGETHER_DAYS,
    LONG_WITHOUT_RHYTHM_DAYS,
    NOT_HELD_OF_RECENT,
    NOT_YET_BUILT_CHECKINS,
    PROMISE_LATE_DAYS,
)

MOST_FACTS = 2


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """A fact that may be struck out of a hurdle: a stable id, and the count in words."""

    id: str
    words: str


def recorded_facts(workbook: Workbook, today: date, name: str) -> tuple[RecordedFact, ...]:
    """At most two facts, the user's own side first; none where too little is recorded."""
    return tuple(_facts(workbook, today, name))[:MOST_FACTS]


def signals(workbook: Workbook, today: date) -> frozenset[Signal]:
    """What the record says, as the signals that order candidates (house defaults, no verdict)."""
    return frozenset((*_meeting_signals(workbook, today), *_promise_signals(workbook, today)))


def _not_held_by(latest: list[Checkin], side: str) -> list[Checkin]:
    return [one for one in latest if one.outcome != "held" and one.by == side]


def _late(workbook: Workbook, side: str, today: date) -> int:
    return sum(
        _days_late(promise, today) > PROMISE_LATE_DAYS
        for promise in workbook.all(Promise)
        if promise.whose == side
    )


def _days_late(promise: Promise, today: date) -> int:
    if promise.state == "open":
        return (today - promise.by).days
    return promise.kept_late_days


def _facts(workbook: Workbook, today: date, name: str) -> Iterator[RecordedFact]:
    latest = recent(workbook.all(Checkin))
    overdue = {
        side: sum(
            promise.state == "open" and promise.by < today
            for promise in workbook.all(Promise)
            if promise.whose == side
        )
        for side in ("me", "them")
    }
    for side, who in (("me", "you"), ("them", name)):
        found = _not_held_by(latest, side)
        if found and len(latest) >= FEW_CHECKINS:
            yield RecordedFact(
                f"not_held_{side}",
                f"{len(found)} of the last {say_count(len(latest), 'check-in')} "
                f"{_outcomes(found)} by {who}.",
            )
        if overdue[side]:
            whose = "of yours" if side == "me" else f"of {who}"
            open_ones = say_count(overdue[side], "promise")
            verb = "is" if overdue[side] == 1 else "are"
            yield RecordedFact(f"late_{side}", f"{open_ones} {whose} {verb} past the date.")
    last = last_held(workbook.all(Checkin))
    if last is not None:
        yield RecordedFact("last_met", f"You last met {say_ago(last, today)}.")


def _outcomes(found: list[Checkin]) -> str:
    kinds = list(dict.fromkeys(one.outcome for one in found))
    return " or ".join(kinds)


def _meeting_signals(workbook: Workbook, today: date) -> Iterator[Signal]:
    latest = recent(workbook.all(Checkin))
    mine, theirs = _not_held_by(latest, "me"), _not_held_by(latest, "them")
    if len(mine) >= NOT_HELD_OF_RECENT:
        yield "moved_or_cancelled_by_me"
    if len(theirs) >= NOT_HELD_OF_RECENT:
        yield "moved_or_cancelled_by_them"
    if mine and theirs:
        yield "moved_or_cancelled_by_both"
    held = sum(one.outcome == "held" for one in workbook.all(Checkin))
    if held < NOT_YET_BUILT_CHECKINS:
        yield "few_checkins"
    if len(latest) >= AS_PLANNED and all(one.outcome == "held" for one in latest[-AS_PLANNED:]):
        yield "held_as_planned"
    if workbook.about_someone:
        yield from _rhythm_signals(workbook, today)


def _rhythm_signals(workbook: Workbook, today: date) -> Iterator[Signal]:
    relationship = workbook.relationship
    last = last_held(workbook.all(Checkin))
    gap = (today - last).days if last else None
    longest = relationship.rhythm.longest_days if relationship.rhythm else None
    if longest is None:
        yield "no_rhythm"
    if gap is not None and longest is not None and gap > longest:
        yield "gap_over_longest"
    long = longest * LONG_GAP_OF_LONGEST if longest else LONG_WITHOUT_RHYTHM_DAYS
    if gap is not None and gap > long:
        yield "long_since_last"
    if (today - relationship.since).days > LONG_TOGETHER_DAYS:
        yield "year_together"


def _promise_signals(workbook: Workbook, today: date) -> Iterator[Signal]:
    mine, theirs = _late(workbook, "me", today), _late(workbook, "them", today)
    if mine or theirs:
        yield "late_promises"
    if mine and theirs:
        yield "late_promises_both"
