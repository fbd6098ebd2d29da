"""What a user does with a doubt, a fear or a hope: write it, decide, say it, let it go."""

from datetime import date

from coaching.record.doubt import Doubt, DoubtKind, Then
from coaching.record.workbook import Done, Workbook

DECIDED = {
    "say_next_time": "It stands on your own agenda for next time.",
    "not_yet": "It stays here, only for you.",
    "tell_someone_else": "Kept: you want to tell someone else.",
}


def write(
    workbook: Workbook,
    *,
    doubt_id: str,
    kind: DoubtKind,
    text: str,
    today: date,
    then: Then = "not_yet",
    who: str = "",
) -> Done:
    """Write one down, or change the one with this id, and say what to do with it."""
    old = workbook.find(Doubt, doubt_id) or Doubt(id=doubt_id, on=today, kind=kind, text=text)
    doubt = old.changed(kind=kind, text=text, then=then, who=who)
    said = DECIDED[doubt.then] if doubt.is_open else "Its words are changed."
    return Done(workbook.put(doubt), said)


def decide(workbook: Workbook, doubt_id: str, *, then: Then, who: str = "") -> Done:
    """Choose anew: say it next time, not yet, or tell someone else."""
    doubt = workbook.get(Doubt, doubt_id).changed(then=then, who=who)
    return Done(workbook.put(doubt), DECIDED[doubt.then])


def say(workbook: Workbook, doubt_id: str, *, today: date) -> Done:
    """Record that it was said."""
    doubt = workbook.get(Doubt, doubt_id).changed(said=today)
    return Done(workbook.put(doubt), "You said it.")


def let_go(workbook: Workbook, doubt_id: str, *, today: date) -> Done:
    """Record that it need not be said any more."""
    doubt = workbook.get(Doubt, doubt_id).changed(let_go=today)
    return Done(workbook.put(doubt), "You let it go.")


def delete(workbook: Workbook, doubt_id: str) -> Done:
    """Take it out of the record."""
    return Done(workbook.without(workbook.get(Doubt, doubt_id)), "Deleted.")
