"""What a user does with phases and endings: change phase, announce, tie up, end, follow up."""

from datetime import date, timedelta
from typing import Any

from coaching.errors import Refused
from coaching.follow_up import follow_up_checkin
from coaching.moments import Moment, Wall
from coaching.record.checkin import Checkin, happened_on
from coaching.record.parting import Parting
from coaching.record.relationship import Phase
from coaching.record.workbook import Done, Workbook
from coaching.say import say_count, say_day
from coaching.thresholds import DEFAULTS, Thresholds
from coaching.verbs import relationships

FIXED = frozenset({"id", "announced", "ended", "followed", "checkin"})
FRIENDLY = "a friendly word"
SOON_AFTER = 60
LATE_AFTER = 90


def change_phase(workbook: Workbook, *, phase: Phase, today: date) -> Done:
    """Say in which phase the relationship is."""
    relationship = workbook.relationship.changed(phase=phase, phase_since=today)
    return Done(workbook.put(relationship), f"{relationship.name}: phase {phase}.")


def announce(workbook: Workbook, *, parting_id: str, today: date, ends: date | None = None) -> Done:
    """Announce an ending; the phase is parting from then on. No reason is asked."""
    if ends is not None and ends < today:
        raise Refused(f"{say_day(ends)} has passed. Choose a day from today on.", "ends")
    if any(one.ended is None for one in workbook.all(Parting)):
        raise Refused("An ending is announced already. Change that one.")
    parting = Parting(id=parting_id, announced=today, ends=ends)
    phased = change_phase(workbook, phase="parting", today=today).workbook
    when = f" for {say_day(ends)}" if ends else ""
    name = workbook.relationship.name
    return Done(phased.put(parting), f"Ending with {name} announced{when}.")


def change(workbook: Workbook, parting_id: str, **fields: Any) -> Done:
    """Change message, thanks, loose ends, what comes after, or the last day."""
    if not FIXED.isdisjoint(fields):
        raise ValueError("the days of announcing and following up are not edited")
    parting = workbook.get(Parting, parting_id).changed(**fields)
    return Done(workbook.put(parting), "Ending changed.")


def end_well(
    workbook: Workbook,
    parting_id: str,
    *,
    today: date,
    both_want_follow_up: bool,
    checkin_id: str = "",
    limits: Thresholds = DEFAULTS,
) -> Done:
    """End the relationship; where both want it, a friendly word is due 60 to 90 days later.

    With `checkin_id`, that day is planned as a check-in with this id.
    """
    later = today + timedelta(days=max(SOON_AFTER, min(limits.follow_up_days, LATE_AFTER)))
    parting = workbook.get(Parting, parting_id).changed(
        ended=today,
        both_want_follow_up=both_want_follow_up,
        follow_up=later if both_want_follow_up else None,
        checkin=checkin_id or None if both_want_follow_up else None,
    )
    book = workbook.put(parting)
    if parting.checkin is not None:
        wall = Wall(later, None, workbook.relationship.zone)
        book = book.put(Checkin(id=checkin_id, planned=wall, kind="short", topic=FRIENDLY))
    done = relationships.end(book, today=today)
    word = f" A friendly word is due on {say_day(later)}." if both_want_follow_up else ""
    return Done(done.workbook, f"{done.said}{word}")


def follow_up(workbook: Workbook, parting_id: str, *, today: date) -> Done:
    """Record that the friendly word was sent; a check-in planned for it is held with that."""
    parting = workbook.get(Parting, parting_id).changed(followed=today)
    planned = follow_up_checkin(workbook, parting)
    if planned is not None and planned.outcome == "planned":
        held = Moment.on(today, workbook.relationship.zone)
        workbook = workbook.put(planned.changed(outcome="held", held=held))
    return Done(workbook.put(parting), f"Friendly word sent on {say_day(today)}.")


def is_followed(workbook: Workbook, parting: Parting) -> bool:
    """Whether the friendly word was sent, or the check-in planned for it has an outcome."""
    planned = follow_up_checkin(workbook, parting)
    settled = planned is not None and planned.outcome not in ("planned", "moved")
    return parting.followed is not None or settled


def go_on_after_all(workbook: Workbook, parting_id: str, *, today: date) -> Done:
    """Take an announced ending back; the phase is growing again."""
    parting = workbook.get(Parting, parting_id)
    book = workbook.without(parting)
    phased = change_phase(book, phase="growing", today=today).workbook
    return Done(phased, f"{workbook.relationship.name}: you go on after all.")


def announced_early(
    workbook: Workbook, parting: Parting, limits: Thresholds = DEFAULTS
) -> str | None:
    """A reminder where fewer than two check-ins lie between announcing and the last day.

    Source: content base, 5.8; None where there are enough, or no last day is set.
    """
    if parting.ends is None:
        return None
    between = [
        one
        for one in workbook.all(Checkin)
        if one.outcome in ("planned", "held")
        and parting.announced <= happened_on(one) <= parting.ends
    ]
    if len(between) >= limits.closing_checkins:
        return None
    some = say_count(len(between), "check-in") if between else "No check-in"
    verb = "lies" if len(between) <= 1 else "lie"
    return f"{some} {verb} before the last day. Two give time to end well."
