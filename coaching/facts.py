"""The facts of one relationship in words: counts and dates, your own side first, no verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from coaching.overview import Kept
from coaching.record.base import Side
from coaching.record.checkin import Checkin, known, last_held
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.say import say_ago, say_count, say_day, say_list, say_of
from coaching.summary import kept
from coaching.thresholds import DEFAULTS, Thresholds

TOO_EARLY = "too early to say"
LATE_DAYS_NAMED = 3
NOT_HELD = ("moved", "missed", "cancelled")
SIDES: tuple[Side, Side] = ("me", "them")


def facts_of(workbook: Workbook, today: date, limits: Thresholds = DEFAULTS) -> tuple[str, ...]:
    """One sentence each: last met, the latest check-ins, promises kept by the user and by them.

    Below the minimums (house defaults, not research) it is "too early to say". Unknown check-ins
    and promises let go count for nothing.
    """
    name = workbook.relationship.name
    checkins, promises = workbook.all(Checkin), workbook.all(Promise)
    latest = recent_told(checkins, name, limits.few_checkins, limits.recent_checkins)
    sentences = [last_met(checkins, today), latest]
    sentences += [promises_told(promises, side, name, limits.few_promises) for side in SIDES]
    return tuple(sentences)


def say_by(by: str | None, name: str) -> str:
    """Who did it: " by you", " by Ben", or nothing where nobody said."""
    return {"me": " by you", "them": f" by {name}"}.get(by or "", "")


def last_met(checkins: Sequence[Checkin], today: date) -> str:
    """When the two last met."""
    last = last_held(checkins)
    if last is None:
        return "No check-in held yet."
    return f"You last met {say_ago(last, today)}, on {say_day(last)}."


def recent_told(
    checkins: Sequence[Checkin],
    name: str,
    few: int = DEFAULTS.few_checkins,
    at_most: int = DEFAULTS.recent_checkins,
) -> str:
    """What became of the latest check-ins, and by whom; too early to say below `few`."""
    told = known(checkins)
    latest = told[-at_most:]
    if len(told) < few:
        return f"Check-ins: {TOO_EARLY}."
    held = sum(one.outcome == "held" for one in latest)
    last = "last " if len(told) > len(latest) else ""
    some = f"{last}{len(latest)} check-ins"
    if held == len(latest):
        return f"All of the {some} were held."
    first = f"{held} {'was' if held == 1 else 'were'} held"
    return f"Of the {some}, {say_list([first, *_not_held(latest, name)])}."


def _not_held(latest: Sequence[Checkin], name: str) -> Iterator[str]:
    counted: Counter[tuple[str, str]] = Counter((one.by or "", one.outcome) for one in latest)
    for by in ("me", "them", ""):
        for outcome in NOT_HELD:
            if count := counted[by, outcome]:
                yield f"{count} {outcome}{say_by(by, name)}"


def promises_told(
    promises: Sequence[Promise], whose: Side, name: str, few: int = DEFAULTS.few_promises
) -> str:
    """How one side's promises were settled; below `few` settled ones it is too early to say."""
    counts = kept(promises, whose)
    done = counts.in_time + counts.late
    late = sorted(
        one.kept_late_days for one in promises if one.whose == whose and one.kept_late_days
    )
    if counts.settled >= few:
        who = "You" if whose == "me" else name
        first = f"{who} kept {done} of {counts.settled} promises{_when(done, late)}"
        return f"{'; '.join([first, *_new_dates(counts)])}."
    so_far = [*_so_far(counts, late), *_new_dates(counts)]
    so_far.append(f"{TOO_EARLY} more" if so_far else TOO_EARLY)
    return f"{'Your' if whose == 'me' else say_of(name)} promises: {'; '.join(so_far)}."


def _so_far(counts: Kept, late: Sequence[int]) -> Iterator[str]:
    done = counts.in_time + counts.late
    if done:
        yield f"{done} kept{_when(done, late)}"
    if counts.broken:
        yield f"{counts.broken} not kept"


def _when(done: int, late: Sequence[int]) -> str:
    """Whether those kept came in time, or how late."""
    if not done:
        return ""
    if not late:
        return ", in time" if done == 1 else ", all in time"
    return f", {_late(late)}" if done == 1 else f"; {len(late)} of them {_late(late)}"


def _new_dates(counts: Kept) -> Iterator[str]:
    """A date agreed anew before the old one had passed is good faith, and told as such."""
    if counts.new_date_in_time:
        yield f"{say_count(counts.new_date_in_time, 'new date')} agreed in time"


def _late(days: Sequence[int]) -> str:
    if len(days) == 1:
        return f"{say_count(days[0], 'day')} late"
    if len(days) > LATE_DAYS_NAMED:
        return f"late, by {say_count(days[-1], 'day')} at most"
    return f"late, by {say_list([str(day) for day in days])} days"
