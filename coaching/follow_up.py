"""The check-in planned for one friendly word after an ending, wherever it was moved to."""

from coaching.record.checkin import Checkin
from coaching.record.parting import Parting
from coaching.record.workbook import Workbook


def follow_up_checkin(workbook: Workbook, parting: Parting) -> Checkin | None:
    """The check-in of this ending, or the one that took its place; None where there is none."""
    found = workbook.find(Checkin, parting.checkin) if parting.checkin else None
    seen: set[str] = set()
    while found is not None and found.moved_to and found.id not in seen:
        seen.add(found.id)
        later = workbook.find(Checkin, found.moved_to)
        if later is None:
            break
        found = later
    return found


def follow_up_checkins(workbook: Workbook) -> tuple[Checkin, ...]:
    """Those of all endings of a relationship."""
    found = (follow_up_checkin(workbook, one) for one in workbook.all(Parting))
    return tuple(one for one in found if one is not None)
