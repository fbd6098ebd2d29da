"""What a user does with an agenda: add, reorder, drop and settle lines, choose a question, a habit.

And before and after a check-in: one guess, one line, whether the habit happened.
"""

from collections.abc import Sequence
from datetime import date

from coaching.errors import Refused
from coaching.record.agenda_item import AgendaItem
from coaching.record.base import Side
from coaching.record.checkin import AgendaAuthor, Checkin, HabitWent, Kind
from coaching.record.workbook import Done, Workbook


def add(
    workbook: Workbook, *, item_id: str, what: str, by: Side, today: date, checkin_id: str = ""
) -> Done:
    """Put a line on an agenda; without a check-in it stands on the next one."""
    if checkin_id:
        workbook.get(Checkin, checkin_id)
    item = AgendaItem(id=item_id, what=what, by=by, added=today, checkin=checkin_id)
    return Done(workbook.put(item), f"On the agenda: {item.what}.")


def settle(workbook: Workbook, item_id: str, *, today: date) -> Done:
    """Say that a line was talked about, or is not needed; it is not carried over."""
    item = workbook.get(AgendaItem, item_id).changed(settled=today)
    return Done(workbook.put(item), f"Off the agenda: {item.what}.")


def delete(workbook: Workbook, item_id: str) -> Done:
    """Take a line out of the record."""
    item = workbook.get(AgendaItem, item_id)
    return Done(workbook.without(item), f"Agenda line deleted: {item.what}.")


def drop(workbook: Workbook, checkin_id: str, line_id: str) -> Done:
    """Take a beat or a line off the agenda of one check-in; the record behind it stays."""
    checkin = _planned(workbook, checkin_id)
    others = tuple(one for one in checkin.agenda_dropped if one != line_id)
    changed = checkin.changed(agenda_dropped=(*others, line_id))
    return Done(workbook.put(changed), "Taken off this agenda.")


def take_back(workbook: Workbook, checkin_id: str, line_id: str) -> Done:
    """Put a beat or a line back that was taken off."""
    checkin = _planned(workbook, checkin_id)
    left = tuple(one for one in checkin.agenda_dropped if one != line_id)
    return Done(workbook.put(checkin.changed(agenda_dropped=left)), "Back on this agenda.")


def reorder(workbook: Workbook, checkin_id: str, *, beats: Sequence[str]) -> Done:
    """Put the beats of an agenda in this order."""
    changed = _planned(workbook, checkin_id).changed(agenda_order=tuple(dict.fromkeys(beats)))
    return Done(workbook.put(changed), "Agenda put in another order.")


def choose_kind(workbook: Workbook, checkin_id: str, *, kind: Kind) -> Done:
    """Make it another kind of check-in; its own beats come, in their own order."""
    changed = _planned(workbook, checkin_id).changed(kind=kind, agenda_order=())
    return Done(workbook.put(changed), "Another kind of check-in, with its agenda.")


def reword(workbook: Workbook, item_id: str, *, what: str) -> Done:
    """Change the words of an agenda line."""
    item = workbook.get(AgendaItem, item_id).changed(what=what)
    return Done(workbook.put(item), f"Agenda line changed: {item.what}.")


def choose_question(workbook: Workbook, checkin_id: str, *, question: str) -> Done:
    """Choose a question of the bank for this check-in; "" leaves the choice to Troth."""
    changed = workbook.get(Checkin, checkin_id).changed(asked=question)
    return Done(workbook.put(changed), "Question chosen.")


def choose_habit(workbook: Workbook, checkin_id: str, *, habit: str) -> Done:
    """Choose the listening habit to try; "" leaves the choice to Troth."""
    changed = workbook.get(Checkin, checkin_id).changed(habit=habit)
    return Done(workbook.put(changed), "Listening habit chosen.")


def guess(workbook: Workbook, checkin_id: str, *, guess: str) -> Done:
    """Write one line on what may be on the other's mind; only the user reads it."""
    changed = workbook.get(Checkin, checkin_id).changed(guess=guess)
    return Done(workbook.put(changed), "Your guess is kept, only for you.")


def after(
    workbook: Workbook,
    checkin_id: str,
    *,
    was: str = "",
    habit: str = "",
    went: HabitWent | None = None,
    question: str = "",
    agenda_by: AgendaAuthor | None = None,
) -> Done:
    """Note after a check-in what it was, the habit tried, the question asked, who set the agenda.

    What is left out stays as it was.
    """
    checkin = workbook.get(Checkin, checkin_id)
    given = {
        "was": was,
        "habit": habit,
        "habit_went": went,
        "asked": question,
        "agenda_by": agenda_by,
    }
    changed = checkin.changed(**{name: value for name, value in given.items() if value})
    return Done(workbook.put(changed), f"Kept with the check-in of {workbook.relationship.name}.")


def correct(
    workbook: Workbook,
    checkin_id: str,
    *,
    was: str,
    went: HabitWent | None,
    agenda_by: AgendaAuthor | None,
) -> Done:
    """Put other answers after a check-in, or take them back: exactly these are kept."""
    checkin = workbook.get(Checkin, checkin_id)
    changed = checkin.changed(was=was, habit_went=went, agenda_by=agenda_by)
    return Done(workbook.put(changed), f"Kept with the check-in of {workbook.relationship.name}.")


def _planned(workbook: Workbook, checkin_id: str) -> Checkin:
    checkin = workbook.get(Checkin, checkin_id)
    if checkin.outcome != "planned":
        raise Refused("This check-in is over, so its agenda stays as it was.")
    return checkin
