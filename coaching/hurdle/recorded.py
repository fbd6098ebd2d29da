"""What the record says that may bear on a hurdle: signals for the order, facts to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coaching.guide.hurdles import Signal
from coaching.record.checkin import Checkin, last_held, recent
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.say import say_ago, say_count
from coaching.thresholds import DEFAULTS, Thresholds

MOST_FACTS = 2


@dataclass(frozen=True, slots=True)
class RecordedFact:
    """A fact that may be struck out of a hurdle: a stable id, and the count in words."""

    id: str
    words: str


def recorded_facts(
    workbook: Workbook, today: date, name: str, limits: Thresholds = DEFAULTS
) -> tuple[RecordedFact, ...]:
    """At most two facts, the user's own side first; none where too little is recorded."""
    return tuple(_facts(workbook, today, name, limits))[:MOST_FACTS]


def signals(workbook: Workbook, today: date, limits: Thresholds = DEFAULTS) -> frozenset[Signal]:
    """What the record says, as the signals that order candidates (house defaults, no verdict)."""
    meetings = _meeting_signals(workbook, today, limits)
    return frozenset((*meetings, *_promise_signals(workbook, today, limits)))


def _not_held_by(latest: list[Checkin], side: str) -> list[Checkin]:
    return [one for one in latest if one.outcome != "held" and one.by == side]


def _late(workbook: Workbook, side: str, today: date, late_days: int) -> int:
    return sum(
        _days_late(promise, today) > late_days
        for promise in workbook.all(Promise)
        if promise.whose == side
    )


def _days_late(promise: Promise, today: date) -> int:
    if promise.state == "open":
        return (today - promise.by).days
    return promise.kept_late_days


def _facts(
    workbook: Workbook, today: date, name: str, limits: Thresholds
) -> Iterator[RecordedFact]:
    latest = recent(workbook.all(Checkin), limits.recent_checkins)
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
        if found and len(latest) >= min(limits.few_checkins, limits.recent_checkins):
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


def _meeting_signals(workbook: Workbook, today: date, limits: Thresholds) -> Iterator[Signal]:
    latest = recent(workbook.all(Checkin), limits.recent_checkins)
    mine, theirs = _not_held_by(latest, "me"), _not_held_by(latest, "them")
    if len(mine) >= limits.not_held_of_recent:
        yield "moved_or_cancelled_by_me"
    if len(theirs) >= limits.not_held_of_recent:
        yield "moved_or_cancelled_by_them"
    if mine and theirs:
        yield "moved_or_cancelled_by_both"
    held = sum(one.outcome == "held" for one in workbook.all(Checkin))
    if held < limits.not_yet_built_checkins:
        yield "few_checkins"
    newest = latest[-limits.as_planned :]
    if len(newest) == limits.as_planned and all(one.outcome == "held" for one in newest):
        yield "held_as_planned"
    if workbook.about_someone:
        yield from _rhythm_signals(workbook, today, limits)


def _rhythm_signals(workbook: Workbook, today: date, limits: Thresholds) -> Iterator[Signal]:
    relationship = workbook.relationship
    last = last_held(workbook.all(Checkin))
    gap = (today - last).days if last else None
    longest = relationship.rhythm.longest_days if relationship.rhythm else None
    if longest is None:
        yield "no_rhythm"
    if gap is not None and longest is not None and gap > longest:
        yield "gap_over_longest"
    long = longest * limits.long_gap_times if longest else limits.long_without_rhythm_days
    if gap is not None and gap > long:
        yield "long_since_last"
    if (today - relationship.since).days > limits.together_days:
        yield "year_together"


def _promise_signals(workbook: Workbook, today: date, limits: Thresholds) -> Iterator[Signal]:
    late = limits.late_days
    mine, theirs = _late(workbook, "me", today, late), _late(workbook, "them", today, late)
    if mine or theirs:
        yield "late_promises"
    if mine and theirs:
        yield "late_promises_both"
