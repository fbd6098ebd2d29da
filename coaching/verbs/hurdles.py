"""What a user does with a hurdle: answer, pass over, close, open again, forget."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coaching.hurdle.steps import PLAN, first_open
from coaching.moments import Wall
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Ending, Hurdle
from coaching.record.promise import Promise
from coaching.record.relationship import Role
from coaching.record.workbook import Done, Workbook

LOOK_AGAIN = "look again: is it better?"


def start(
    workbook: Workbook, *, hurdle_id: str, i_am: Role, today: date, what_happened: str
) -> Done:
    """A hurdle exists from its first answer on."""
    hurdle = Hurdle(id=hurdle_id, opened=today, i_am=i_am, what_happened=what_happened)
    return Done(workbook.put(hurdle), f"A hurdle{_with(workbook)} opened.")


def take_in(workbook: Workbook, hurdle: Hurdle, contacts: Sequence[SupportContact]) -> Done:
    """Keep a hurdle that was worked through without being kept, and whom it names."""
    return Done(workbook.put(hurdle, *contacts), "This hurdle is kept in your records now.")


def answer(
    workbook: Workbook, hurdle_id: str, question: str, *, new_id: str, today: date, **fields: Any
) -> Done:
    """Give a question its answer. The deed becomes a promise, the look-again date a check-in.

    Those two are made only where the record is about someone; `new_id` is used for them. A deed
    changed after its promise was settled is a new promise; the settled one stays as it is.
    """
    old = workbook.get(Hurdle, hurdle_id)
    left_open = tuple(one for one in old.left_open if one != question)
    hurdle = old.changed(**fields, left_open=left_open)
    if workbook.about_someone and question == "deed":
        workbook, hurdle = _with_promise(workbook, old, hurdle, new_id, today)
    if workbook.about_someone and question == "change":
        workbook, hurdle = _with_checkin(workbook, old, hurdle, new_id)
    if question == "look_again":
        workbook, hurdle = _for_oneself(workbook, hurdle)
    return Done(workbook.put(hurdle), f"Hurdle{_with(workbook)}: answer kept.")


def leave_rest_open(workbook: Workbook, hurdle_id: str) -> Done:
    """Pass over every question without an answer; each can be answered later."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    while (question := first_open(hurdle)) != PLAN:
        hurdle = hurdle.changed(left_open=(*hurdle.left_open, question))
    return Done(workbook.put(hurdle), f"Hurdle{_with(workbook)}: the rest left open.")


def leave_open(workbook: Workbook, hurdle_id: str, question: str) -> Done:
    """Pass a question over on purpose; it can be answered later."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    left = (*(one for one in hurdle.left_open if one != question), question)
    return Done(
        workbook.put(hurdle.changed(left_open=left)), f"Hurdle{_with(workbook)}: left open."
    )


def strike(workbook: Workbook, hurdle_id: str, fact: str) -> Done:
    """Leave a recorded fact out of this hurdle, or take it in again."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    struck = hurdle.struck_facts
    now_struck = tuple(one for one in struck if one != fact) if fact in struck else (*struck, fact)
    return Done(workbook.put(hurdle.changed(struck_facts=now_struck)), "Fact left out or taken in.")


def close(workbook: Workbook, hurdle_id: str, *, ending: Ending, learned: str, today: date) -> Done:
    """Close a hurdle, with how it ended and, if the user likes, what was learned."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    closed = hurdle.changed(ending=ending, learned=learned, closed=today)
    return Done(workbook.put(closed), f"Hurdle{_with(workbook)} closed.")


def open_again(workbook: Workbook, hurdle_id: str) -> Done:
    """Take a closed hurdle up again."""
    hurdle = workbook.get(Hurdle, hurdle_id).changed(ending=None, closed=None)
    return Done(workbook.put(hurdle), f"Hurdle{_with(workbook)} open again.")


def forget(workbook: Workbook, hurdle_id: str) -> Done:
    """Take a hurdle out of the record; promises and check-ins made from it stay."""
    hurdle = workbook.get(Hurdle, hurdle_id)
    return Done(workbook.without(hurdle), f"Hurdle{_with(workbook)} deleted.")


def _with_promise(
    workbook: Workbook, old: Hurdle, hurdle: Hurdle, new_id: str, today: date
) -> tuple[Workbook, Hurdle]:
    linked = workbook.find(Promise, hurdle.promise) if hurdle.promise else None
    if linked is not None and linked.state != "open":
        if _same_deed(old, hurdle):
            return workbook, hurdle
        linked = None
    if not hurdle.deed or hurdle.deed_by is None:
        kept = workbook.without(linked) if linked else workbook
        return kept, hurdle.changed(promise=None)
    promise = linked or Promise(
        id=new_id, what=hurdle.deed, whose="me", made=today, by=hurdle.deed_by, hurdle=hurdle.id
    )
    by = promise.by if hurdle.deed_by == old.deed_by else hurdle.deed_by
    promise = promise.changed(what=hurdle.deed, whose=hurdle.deed_whose or "me", by=by)
    return workbook.put(promise), hurdle.changed(promise=promise.id)


def _same_deed(old: Hurdle, new: Hurdle) -> bool:
    return (old.deed, old.deed_whose, old.deed_by) == (new.deed, new.deed_whose, new.deed_by)


def _with_checkin(
    workbook: Workbook, old: Hurdle, hurdle: Hurdle, new_id: str
) -> tuple[Workbook, Hurdle]:
    made = workbook.find(Checkin, hurdle.checkin) if hurdle.checkin else None
    if made is not None and hurdle.look_again == old.look_again:
        return workbook, hurdle
    linked = _planned_for(workbook, hurdle)
    if hurdle.look_again is None:
        kept = workbook.without(linked) if linked else workbook
        return kept, hurdle.changed(checkin=None)
    wall = Wall(hurdle.look_again, None, workbook.relationship.zone)
    checkin = linked or Checkin(
        id=new_id, planned=wall, kind="review", topic=LOOK_AGAIN, hurdle=hurdle.id
    )
    return workbook.put(checkin.changed(planned=wall)), hurdle.changed(checkin=checkin.id)


def _for_oneself(workbook: Workbook, hurdle: Hurdle) -> tuple[Workbook, Hurdle]:
    """A day to look again by oneself is no check-in; one planned for an earlier way goes."""
    linked = _planned_for(workbook, hurdle) if hurdle.checkin else None
    kept = workbook.without(linked) if linked else workbook
    return kept, hurdle.changed(checkin=None)


def _planned_for(workbook: Workbook, hurdle: Hurdle) -> Checkin | None:
    """The look-again check-in that is still planned, also where it was moved."""
    planned = (one for one in workbook.all(Checkin) if one.outcome == "planned")
    return next((one for one in planned if one.hurdle == hurdle.id), None)


def _with(workbook: Workbook) -> str:
    return f" with {workbook.relationship.name}" if workbook.about_someone else ""
