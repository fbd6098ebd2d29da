"""What a user does with a relationship: add, edit, pause, go on, end."""

from datetime import date
from typing import Any

from coaching.moments import Every, Wall
from coaching.record.checkin import Checkin
from coaching.record.relationship import Relationship, Rhythm, Role
from coaching.record.workbook import Done, Workbook

FIXED = frozenset({"id", "state"})


def new_workbook(
    *,
    workbook_id: str,
    checkin_id: str,
    name: str,
    i_am: Role,
    today: date,
    zone: str,
    every: Every | None = None,
    next_one: Wall | None = None,
) -> Workbook:
    """A workbook for a new relationship; only the name is needed. Refuses a blank or long name."""
    relationship = Relationship(
        id=workbook_id,
        name=name,
        i_am=i_am,
        since=today,
        zone=zone,
        rhythm=Rhythm.of(every) if every else None,
    )
    workbook = Workbook(workbook_id).put(relationship)
    if next_one is None:
        return workbook
    return workbook.put(Checkin(id=checkin_id, planned=next_one, kind="first"))


def edit(workbook: Workbook, **fields: Any) -> Done:
    """Change what is known about the relationship: any field but its id and state."""
    if not FIXED.isdisjoint(fields):
        raise ValueError("the id and the state of a relationship are not edited")
    relationship = workbook.relationship.changed(**fields)
    return Done(workbook.put(relationship), f"{relationship.name}: details changed.")


def pause(workbook: Workbook, *, today: date) -> Done:
    """Set a relationship aside: nothing of it asks for attention until it goes on."""
    relationship = workbook.relationship.changed(state="paused", state_since=today)
    return Done(workbook.put(relationship), f"{relationship.name}: paused.")


def go_on(workbook: Workbook, *, today: date) -> Done:
    """Take a paused or ended relationship up again."""
    relationship = workbook.relationship.changed(state="active", state_since=today)
    return Done(workbook.put(relationship), f"{relationship.name}: active again.")


def end(workbook: Workbook, *, today: date) -> Done:
    """End a relationship; its record stays and can be read."""
    relationship = workbook.relationship.changed(
        state="ended", phase="afterwards", state_since=today
    )
    return Done(workbook.put(relationship), f"{relationship.name}: ended. The record stays.")
