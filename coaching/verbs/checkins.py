"""What a user does with a check-in: plan, hold, move, miss, cancel, leave unknown."""

from collections.abc import Iterator
from datetime import datetime

from coaching.errors import Refused
from coaching.moments import Moment, Wall
from coaching.record.base import Side
from coaching.record.checkin import Checkin, Kind, happened_on
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day, say_wall


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
    return _recorded(workbook, checkin, f"held on {say_day(held.day)}")


def hold_unplanned(
    workbook: Workbook, *, checkin_id: str, held: Moment, now: datetime, topic: str = ""
) -> Done:
    """Log a meeting that nobody had planned. Refused when the moment is still to come."""
    _refuse_future(held, now)
    checkin = Checkin(id=checkin_id, outcome="held", held=held, topic=topic)
    return _recorded(workbook, checkin, f"held on {say_day(held.day)}")


def move(workbook: Workbook, checkin_id: str, *, new_id: str, to: Wall, by: Side | None) -> Done:
    """Put a check-in off to another date, and say whose wish that was.

    Where it is the date to look at a hurdle again, that date goes along.
    """
    old = _unmoved(workbook, checkin_id)
    new = Checkin(id=new_id, planned=to, kind=old.kind, topic=old.topic, hurdle=old.hurdle)
    moved = old.changed(outcome="moved", by=by, moved_to=new_id, held=None)
    workbook = workbook.put(moved, new, *_looking_again(workbook, new))
    return Done(workbook, f"Check-in {_with(workbook)} moved to {say_wall(to)}.")


def miss(workbook: Workbook, checkin_id: str, *, by: Side | None, now: datetime) -> Done:
    """Log a check-in that did not take place though nobody called it off."""
    checkin = _unmoved(workbook, checkin_id)
    if checkin.planned is not None and checkin.planned.day > now.date():
        raise Refused(
            f"{say_wall(checkin.planned)} is still to come, so it cannot be missed yet. "
            "Cancel or move it instead."
        )
    missed = checkin.changed(outcome="missed", by=by, held=None)
    return _recorded(workbook, missed, f"missed{_day(missed)}")


def cancel(workbook: Workbook, checkin_id: str, *, by: Side | None) -> Done:
    """Log a check-in that one side called off."""
    cancelled = _unmoved(workbook, checkin_id).changed(outcome="cancelled", by=by, held=None)
    return _recorded(workbook, cancelled, f"cancelled{_day(cancelled)}")


def leave_unknown(workbook: Workbook, *checkin_ids: str) -> Done:
    """Say that nobody remembers; such check-ins count for nothing."""
    left = [
        _unmoved(workbook, one).changed(outcome="unknown", by=None, held=None)
        for one in checkin_ids
    ]
    return Done(workbook.put(*left), f"Left unknown {_with(workbook)}.")


def _recorded(workbook: Workbook, checkin: Checkin, what: str) -> Done:
    """The check-in put down; one from before the relationship began moves that day back to it."""
    said = f"Check-in {_with(workbook)} {what}."
    relationship, day = workbook.relationship, happened_on(checkin)
    if day >= relationship.since:
        return Done(workbook.put(checkin), said)
    earlier = relationship.changed(since=day)
    return Done(
        workbook.put(checkin, earlier), f"{said} The relationship counts from that day now."
    )


def _looking_again(workbook: Workbook, moved: Checkin) -> Iterator[Hurdle]:
    hurdle = workbook.find(Hurdle, moved.hurdle) if moved.hurdle else None
    if hurdle is not None and hurdle.closed is None and moved.planned is not None:
        yield hurdle.changed(look_again=moved.planned.day)


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
