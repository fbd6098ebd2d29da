"""`troth log`: how a check-in went."""

import argparse
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import Refused
from coaching.moments import Moment, Wall
from coaching.ports import NewId
from coaching.record.base import Side
from coaching.record.checkin import Checkin
from coaching.record.workbook import Done, Workbook
from coaching.rhythm import propose_next
from coaching.say import say_day, say_wall
from coaching.verbs import checkins
from coaching.when import read_when
from tui.bootstrap import Records
from tui.cli.names import find_person
from tui.cli.output import say
from tui.cli.which_checkin import none_planned, open_one, recorded_one

OUTCOMES = ("held", "missed", "cancelled", "moved")
CAN_BE_AHEAD = ("cancelled", "moved")


@dataclass(frozen=True)
class Asked:
    """What is to be logged. `walls` are the days that the typed WHEN can mean."""

    outcome: str
    walls: tuple[Wall, ...]
    to: Wall | None
    by: Side | None
    now: datetime
    zone: str
    new_id: NewId


def run_log(options: argparse.Namespace, records: Records) -> int:
    """Log a check-in as held, missed, cancelled or moved."""
    records.check()
    asked = _asked(options, records)
    person = find_person(records.overview(), options.name)
    changed = records.coach.do(person.id, lambda workbook: logged(workbook, asked))
    next_one = _next(changed.workbook, asked) if asked.outcome == "held" else ""
    say(f"{changed.said} {next_one}".rstrip())
    return 0


def logged(workbook: Workbook, asked: Asked) -> Done:
    """The workbook with this outcome in it.

    Raises:
        Refused: no planned check-in fits, or more than one.
    """
    if asked.outcome == "held":
        return _hold(workbook, asked)
    checkin = open_one(workbook, asked.walls, asked.zone)
    if asked.outcome == "moved":
        if checkin is None or asked.to is None:
            raise none_planned(workbook, asked.walls[0], asked.zone)
        return checkins.move(workbook, checkin.id, new_id=asked.new_id(), to=asked.to, by=asked.by)
    checkin = checkin or recorded_one(workbook, asked.walls, asked.zone)
    if checkin is None:
        raise none_planned(workbook, asked.walls[0], asked.zone)
    if asked.outcome == "missed":
        return checkins.miss(workbook, checkin.id, by=asked.by, now=asked.now)
    return checkins.cancel(workbook, checkin.id, by=asked.by)


def _asked(options: argparse.Namespace, records: Records) -> Asked:
    outcome = next(one for one in OUTCOMES if getattr(options, one) is not None)
    if (outcome == "moved") != (options.to is not None):
        raise Refused(
            "--moved and --to go together. "
            'Example: troth log Ben --moved thu --to "fri 3pm" --by them'
        )
    if outcome == "held" and options.by is not None:
        raise Refused("--by says who missed, cancelled or moved a check-in; leave it out here.")
    now, zone = records.clock.now(), records.clock.zone()
    style = records.settings.dates.style
    text = getattr(options, outcome)
    walls = [read_when(text, now, zone, style=style, past=True)]
    if outcome in CAN_BE_AHEAD:
        walls.append(read_when(text, now, zone, style=style))
    return Asked(
        outcome=outcome,
        walls=tuple(dict.fromkeys(walls)),
        to=None if options.to is None else read_when(options.to, now, zone, style=style),
        by=options.by,
        now=now,
        zone=zone,
        new_id=records.coach.new_id,
    )


def _hold(workbook: Workbook, asked: Asked) -> Done:
    wall = asked.walls[0]
    checkin = open_one(workbook, asked.walls, asked.zone, nearest_before=True)
    if checkin is None:
        _refuse_twice(workbook, wall)
        checkin = recorded_one(workbook, asked.walls, asked.zone, ("missed", "cancelled"))
    held = _moment(wall, checkin, asked.now)
    if checkin is None:
        return checkins.hold_unplanned(
            workbook, checkin_id=asked.new_id(), held=held, now=asked.now
        )
    return checkins.hold(workbook, checkin.id, held=held, now=asked.now)


def _moment(wall: Wall, checkin: Checkin | None, now: datetime) -> Moment:
    """When it was: as typed; without a time as planned, where that time has come."""
    planned = checkin.planned if checkin else None
    if wall.time is None and planned is not None and planned.time and planned.passed(now):
        return Moment(planned.day, planned.instant(), planned.zone)
    return Moment(wall.day, wall.instant(), wall.zone)


def _refuse_twice(workbook: Workbook, wall: Wall) -> None:
    for one in workbook.all(Checkin):
        if one.held is None or one.held.day != wall.day:
            continue
        if wall.time is None or one.held.at in (None, wall.instant()):
            raise Refused(
                f"A check-in with {workbook.relationship.name} on {say_day(wall.day)} is recorded "
                "as held already. Nothing was changed. Give a second one its own time."
            )


def _next(workbook: Workbook, asked: Asked) -> str:
    """The next date, or how to get one."""
    ahead = [
        one.planned.in_zone(asked.zone)
        for one in workbook.all(Checkin)
        if one.outcome == "planned" and one.planned and not one.planned.passed(asked.now)
    ]
    if ahead:
        return f"Next: {say_wall(min(ahead, key=Wall.order))}."
    proposed = propose_next(workbook, asked.now)
    if proposed is None:
        return "No next date yet; open troth to plan one."
    return f"No next date yet; your rhythm says {say_wall(proposed)}. Open troth to plan it."
