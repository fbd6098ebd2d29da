"""What a user does with a check-in: plan, hold, move, miss, cancel, leave unknown."""

from datetime import datetime
from itertools import count

from coaching.errors import Refused
from coaching.moments import Moment, Wall
from coaching.record.base import Side
from coaching.record.checkin import Checkin, Kind
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day, say_wall
from coaching.summary import happened_on, last_held


def plan(
    workbook: Workbook,
    *,
    checkin_id: str,
    wall: Wall,
    kind: Kind = "regular",
    topic: str = "",
) -> Done:
    """Agree a date for a check-in."""
    checkin = Checkin(id=checkin_id, planned=wall, kind=kind, topic=topic)
    return Done(workbook.put(checkin), f"Check-in {_with(workbook)} planned: {say_wall(wall)}.")


def retopic(workbook: Workbook, checkin_id: str, *, topic: str) -> Done:
    """Say what a planned check-in is about."""
    checkin = workbook.get(Checkin, checkin_id).changed(topic=topic)
    return Done(workbook.put(checkin), f"Topic {_with(workbook)} changed.")


def hold(workbook: Workbook, checkin_id: str, *, held: Moment, now: datetime) -> Done:
    """Log a check-in as held. Refused when the moment is still to come."""
    _refuse_future(held, now)
    checkin = _unmoved(workbook, checkin_id).changed(outcome="held", held=held, by=None)
    return Done(workbook.put(checkin), f"Check-in {_with(workbook)} held on {say_day(held.day)}.")


def hold_unplanned(
    workbook: Workbook, *, checkin_id: str, held: Moment, now: datetime, topic: str = ""
) -> Done:
    """Log a meeting that nobody had planned. Refused when the moment is still to come."""
    _refuse_future(held, now)
    checkin = Checkin(id=checkin_id, outcome="held", held=held, topic=topic)
    return Done(workbook.put(checkin), f"Check-in {_with(workbook)} held on {say_day(held.day)}.")


def move(workbook: Workbook, checkin_id: str, *, new_id: str, to: Wall, by: Side | None) -> Done:
    """Put a check-in off to another date, and say whose wish that was."""
    old = _unmoved(workbook, checkin_id)
    new = Checkin(id=new_id, planned=to, kind=old.kind, topic=old.topic, hurdle=old.hurdle)
    moved = old.changed(outcome="moved", by=by, moved_to=new_id, held=None)
    return Done(workbook.put(moved, new), f"Check-in {_with(workbook)} moved to {say_wall(to)}.")


def miss(workbook: Workbook, checkin_id: str, *, by: Side | None, now: datetime) -> Done:
    """Log a check-in that did not take place though nobody called it off."""
    checkin = _unmoved(workbook, checkin_id)
    if checkin.planned is not None and checkin.planned.day > now.date():
        raise Refused(
            f"{say_wall(checkin.planned)} is still to come, so it cannot be missed yet. "
            "Cancel or move it instead."
        )
    missed = checkin.changed(outcome="missed", by=by, held=None)
    return Done(workbook.put(missed), f"Check-in {_with(workbook)} missed{_day(missed)}.")


def cancel(workbook: Workbook, checkin_id: str, *, by: Side | None) -> Done:
    """Log a check-in that one side called off."""
    cancelled = _unmoved(workbook, checkin_id).changed(outcome="cancelled", by=by, held=None)
    return Done(workbook.put(cancelled), f"Check-in {_with(workbook)} cancelled{_day(cancelled)}.")


def leave_unknown(workbook: Workbook, *checkin_ids: str) -> Done:
    """Say that nobody remembers; such check-ins count for nothing."""
    left = [
        _unmoved(workbook, one).changed(outcome="unknown", by=None, held=None)
        for one in checkin_ids
    ]
    return Done(workbook.put(*left), f"Left unknown {_with(workbook)}.")


def propose_next(workbook: Workbook, now: datetime) -> Wall | None:
    """The next date by the rhythm: at the last planned time of day, never in the past.

    None without a rhythm, or where a later day is planned already. Counted from the last one held.
    """
    relationship = workbook.relationship
    if relationship.rhythm is None or _has_date_ahead(workbook, now):
        return None
    every = relationship.rhythm.every
    last = _last_at_its_usual_time(workbook, now)
    coming = (every.after(last, times) for times in count(1))
    return next(wall for wall in coming if wall.day > now.date() and not wall.passed(now))


def _last_at_its_usual_time(workbook: Workbook, now: datetime) -> Wall:
    """The day of the last one held, or today, at the time of day last planned."""
    checkins = workbook.all(Checkin)
    timed = (c.planned for c in checkins if c.planned is not None and c.planned.time is not None)
    usual = max(timed, key=Wall.order, default=None)
    zone = usual.zone if usual else workbook.relationship.zone
    return Wall(last_held(checkins) or now.date(), usual.time if usual else None, zone)


def _has_date_ahead(workbook: Workbook, now: datetime) -> bool:
    return any(
        one.outcome == "planned"
        and one.planned is not None
        and not one.planned.passed(now)
        and one.planned.day > now.date()
        for one in workbook.all(Checkin)
    )


def _unmoved(workbook: Workbook, checkin_id: str) -> Checkin:
    checkin = workbook.get(Checkin, checkin_id)
    if checkin.moved_to is None:
        return checkin
    successor = workbook.find(Checkin, checkin.moved_to)
    if successor is None or successor.planned is None:
        return checkin
    raise Refused(
        f"This check-in was moved to {say_wall(successor.planned)}. Log that one instead."
    )


def _refuse_future(held: Moment, now: datetime) -> None:
    later = held.at > now if held.at is not None else held.day > now.date()
    if later:
        raise Refused(
            f"{say_day(held.day)} is still to come, so it cannot have been held yet. "
            "Plan or move it instead.",
            field="when",
        )


def _with(workbook: Workbook) -> str:
    return f"with {workbook.relationship.name}"


def _day(checkin: Checkin) -> str:
    return f" on {say_day(happened_on(checkin))}"
