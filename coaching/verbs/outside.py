"""What a user does when it shall not go on as before: meet less often, or part without fault."""

from datetime import date

from coaching.moments import Every
from coaching.record.relationship import Rhythm
from coaching.record.workbook import Done, Workbook
from coaching.verbs import partings, relationships


def meet_less(workbook: Workbook, *, every: Every) -> Done:
    """Meet in another rhythm from now on; the longest gap follows it."""
    done = relationships.edit(workbook, rhythm=Rhythm.of(every))
    name = done.workbook.relationship.name
    return Done(done.workbook, f"{name}: {every.words()} from now on.")


def part(
    workbook: Workbook,
    *,
    parting_id: str,
    today: date,
    ends: date | None,
    message: str,
    thanks: str,
    loose_ends: str,
) -> Done:
    """Announce an ending together with its message, thanks and loose ends, as one deed."""
    announced = partings.announce(workbook, parting_id=parting_id, today=today, ends=ends)
    texts = {"message": message, "thanks": thanks, "loose_ends": loose_ends}
    told = partings.change(announced.workbook, parting_id, **texts)
    return Done(told.workbook, announced.said)
