"""What a user does with an agreement: write it, change it, say yes, compare versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coaching.errors import Refused
from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.relationship import Tie
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day

FIXED = frozenset({"id", "version", "since", "yes_me", "yes_them"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A line that differs between two versions, named by its field."""

    field: str
    was: object
    now: object


def latest(workbook: Workbook) -> Agreement | None:
    """The latest version of the agreement, or None."""
    versions = workbook.all(Agreement)
    return max(versions, key=lambda one: (one.version, one.since), default=None)


def write(workbook: Workbook, *, new_id: str, today: date, **lines: Any) -> Done:
    """Write or change lines of the agreement.

    While nobody said yes the latest version is changed in place; after that the change begins a
    new version, to which each says yes anew.
    """
    if not FIXED.isdisjoint(lines):
        raise ValueError("version, days and yeses are not edited")
    old = latest(workbook)
    name = workbook.relationship.name
    if old is None:
        first = Agreement(id=new_id, since=today, **lines)
        return Done(workbook.put(first), f"Agreement with {name} begun.")
    changed = old.changed(**lines)
    if changed == old:
        return Done(workbook, f"The agreement with {name} is as it was.")
    if old.yes_me is None and old.yes_them is None:
        return Done(workbook.put(changed), f"Agreement with {name} changed.")
    new = changed.changed(
        id=new_id, version=old.version + 1, since=today, yes_me=None, yes_them=None
    )
    return Done(workbook.put(new), f"Version {new.version} of the agreement with {name} begun.")


def say_yes(workbook: Workbook, *, side: Side, today: date) -> Done:
    """Record that one side said yes to the latest version."""
    found = latest(workbook)
    if found is None:
        raise Refused("There is no agreement yet. Write a line of it first.")
    name = workbook.relationship.name
    field = "yes_me" if side == "me" else "yes_them"
    if getattr(found, field) is not None:
        who = "You" if side == "me" else name
        raise Refused(f"{who} said yes already, on {say_day(getattr(found, field))}.")
    agreed = found.changed(**{field: today})
    who = "You" if side == "me" else name
    return Done(workbook.put(agreed), f"{who} said yes to the agreement on {say_day(today)}.")


def both_say_yes(workbook: Workbook, *, today: date) -> Done:
    """Record that both said yes to the latest version; a yes that is there stays."""
    found = latest(workbook)
    if found is None:
        raise Refused("There is no agreement yet. Write a line of it first.")
    agreed = found.changed(yes_me=found.yes_me or today, yes_them=found.yes_them or today)
    return Done(workbook.put(agreed), "Both of you said yes to it.")


def take_yes_back(workbook: Workbook, *, side: Side) -> Done:
    """Take a yes back, where that was a slip."""
    found = latest(workbook)
    if found is None:
        raise Refused("There is no agreement yet. Write a line of it first.")
    again = found.changed(**{"yes_me" if side == "me" else "yes_them": None})
    return Done(workbook.put(again), "That yes is taken back.")


def delete(workbook: Workbook, agreement_id: str) -> Done:
    """Take one version out of the record."""
    found = workbook.get(Agreement, agreement_id)
    said = f"Version {found.version} of the agreement deleted."
    return Done(workbook.without(found), said)


def answer_ties(workbook: Workbook, *, ties: Sequence[Tie]) -> Done:
    """Answer the once-only question about power and age; nothing chosen means none of these."""
    relationship = workbook.relationship.changed(ties=tuple(dict.fromkeys(ties)))
    return Done(workbook.put(relationship), f"Answer kept for {relationship.name}.")


def what_changed(old: Agreement, new: Agreement) -> tuple[Changed, ...]:
    """The lines that differ between two versions, in the order of the form."""
    return tuple(
        Changed(field, getattr(old, field), getattr(new, field))
        for field in Agreement.model_fields
        if field not in FIXED and getattr(old, field) != getattr(new, field)
    )
