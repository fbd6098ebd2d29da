"""What a user does with a celebration: note it, change it, tell it, delete it."""

from datetime import date
from typing import Any

from coaching.errors import Refused
from coaching.record.celebration import Celebration, Whose
from coaching.record.workbook import Done, Workbook
from coaching.say import say_day
from coaching.text import has_visible


def celebrate(
    workbook: Workbook, *, celebration_id: str, act: str, whose: Whose, on: date, **more: Any
) -> Done:
    """Note one act worth celebrating; `more` are effort, effect, cause, hears and consent.

    Refused where someone else is to hear it and its owner said no.
    """
    entry = Celebration(id=celebration_id, act=act, whose=whose, on=on, **more)
    _check_consent(entry)
    return Done(workbook.put(entry), f"Celebration kept: {entry.act}.")


def change(workbook: Workbook, celebration_id: str, **fields: Any) -> Done:
    """Change a celebration: any field but its id."""
    entry = workbook.get(Celebration, celebration_id).changed(**fields)
    _check_consent(entry)
    return Done(workbook.put(entry), f"Celebration changed: {entry.act}.")


def tell(workbook: Workbook, celebration_id: str, *, today: date) -> Done:
    """Record that it was said to the other person."""
    entry = workbook.get(Celebration, celebration_id).changed(told=today)
    name = workbook.relationship.name
    return Done(workbook.put(entry), f"Celebrated with {name} on {say_day(today)}.")


def delete(workbook: Workbook, celebration_id: str) -> Done:
    """Take a celebration out of the record."""
    entry = workbook.get(Celebration, celebration_id)
    return Done(workbook.without(entry), f"Celebration deleted: {entry.act}.")


def _check_consent(entry: Celebration) -> None:
    if has_visible(entry.hears) and entry.consent == "no":
        raise Refused("They would rather not have it told. Leave out who hears it.", "hears")
