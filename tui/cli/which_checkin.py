"""Finds the check-in that a day, or a day with a time, means."""

from collections.abc import Sequence

from coaching.errors import Refused
from coaching.moments import Wall
from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.say import say_day, say_wall
from tui.cli.names import first_few

NOT_SETTLED = ("planned", "unknown")
SETTLED = ("held", "missed", "cancelled")


def open_one(
    workbook: Workbook, walls: Sequence[Wall], zone: str, *, nearest_before: bool = False
) -> Checkin | None:
    """The check-in on one of these days about which nothing is recorded yet, or None.

    With `nearest_before`, of several that day the last one not after the time.

    Raises:
        Refused: several fit, and the time does not say which.
    """
    return _the_one(workbook, walls, zone, NOT_SETTLED, nearest_before=nearest_before)


def recorded_one(
    workbook: Workbook, walls: Sequence[Wall], zone: str, outcomes: Sequence[str] = SETTLED
) -> Checkin | None:
    """The check-in planned for one of these days that has an outcome to correct, or None."""
    return _the_one(workbook, walls, zone, outcomes)


def none_planned(workbook: Workbook, wall: Wall, zone: str) -> Refused:
    """What to say where no planned check-in fits: the dates that are planned."""
    name = workbook.relationship.name
    sentence = f"No check-in with {name} is planned on {say_day(wall.day)}."
    dates = _dates(_planned(workbook, ("planned",)), zone)
    if not dates:
        return Refused(f"{sentence} None is planned at all. Plan one first; troth opens the app.")
    return Refused(f"{sentence} Planned: {first_few(dates)}.")


def _the_one(
    workbook: Workbook,
    walls: Sequence[Wall],
    zone: str,
    outcomes: Sequence[str],
    *,
    nearest_before: bool = False,
) -> Checkin | None:
    found: dict[str, Checkin] = {}
    for wall in walls:
        same_day = [
            one for one in _planned(workbook, outcomes) if _local(one, zone).day == wall.day
        ]
        found |= {one.id: one for one in _narrowed(same_day, wall, zone, nearest_before)}
    fitting = list(found.values())
    if len(fitting) > 1:
        raise Refused(
            f"{len(fitting)} check-ins with {workbook.relationship.name} fit: "
            f"{first_few(_dates(fitting, zone))}. Say which, with its day and time in full."
        )
    return fitting[0] if fitting else None


def _narrowed(
    same_day: list[Checkin], wall: Wall, zone: str, nearest_before: bool
) -> list[Checkin]:
    exact = [one for one in same_day if _local(one, zone).time == wall.time]
    if exact:
        return exact[:1]
    if not nearest_before or wall.time is None:
        return same_day
    before = [one for one in same_day if _local(one, zone).order() <= wall.order()]
    return before[-1:] or same_day


def _planned(workbook: Workbook, outcomes: Sequence[str]) -> list[Checkin]:
    """Check-ins of these outcomes that had a date, by that date."""
    found = [one for one in workbook.all(Checkin) if one.planned and one.outcome in outcomes]
    return sorted(found, key=lambda one: one.planned.order() if one.planned else ())


def _dates(found: Sequence[Checkin], zone: str) -> list[str]:
    return [say_wall(_local(one, zone)) for one in found]


def _local(checkin: Checkin, zone: str) -> Wall:
    if checkin.planned is None:
        raise ValueError("a check-in that was never planned has no date")
    return checkin.planned.in_zone(zone)
