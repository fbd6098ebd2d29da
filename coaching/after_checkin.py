"""What follows from the outcome of a check-in: when it was held, what comes next."""

from datetime import datetime

from coaching.moments import Moment, Wall
from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.rhythm import propose_next
from coaching.say import say_wall
from coaching.verbs import checkins


def held_as_planned(wall: Wall, now: datetime) -> Moment:
    """The moment of a check-in held as planned; one whose hour is to come was held that day."""
    instant = wall.instant()
    if instant is None or instant > now:
        return Moment.on(wall.day, wall.zone)
    return Moment.of(instant, wall.zone)


def held_then(wall: Wall) -> Moment:
    """The moment of a check-in held at a wall time that was typed."""
    instant = wall.instant()
    return Moment.of(instant, wall.zone) if instant else Moment.on(wall.day, wall.zone)


def logged(workbook: Workbook, checkin_id: str, *, held: bool, now: datetime) -> Workbook:
    """The records as they will be, so that the next date is counted from this check-in."""
    checkin = workbook.get(Checkin, checkin_id)
    if not held:
        return checkins.cancel(workbook, checkin_id, by=None).workbook
    wall = checkin.planned or Wall(now.date(), None, workbook.relationship.zone)
    moment = Moment.on(min(wall.day, now.date()), wall.zone)
    return checkins.hold(workbook, checkin_id, held=moment, now=now).workbook


def held_unplanned(workbook: Workbook, held: Moment, now: datetime) -> Workbook:
    """The same for a meeting that nobody had planned."""
    return checkins.hold_unplanned(workbook, checkin_id="", held=held, now=now).workbook


def booked(workbook: Workbook, now: datetime) -> Wall | None:
    """The next check-in that is planned already, after today."""
    coming = [
        one.planned
        for one in workbook.all(Checkin)
        if one.outcome == "planned" and one.planned and one.planned.day > now.date()
    ]
    return min(coming, key=lambda wall: wall.order(), default=None)


def proposed(workbook: Workbook, now: datetime) -> str:
    """The next date by the rhythm as it would be typed; "" without one."""
    wall = propose_next(workbook, now)
    return say_wall(wall) if wall else ""
