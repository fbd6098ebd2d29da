"""What enter opens on a line of an agenda, and what saying "done" to one does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.verbs import celebrations, doubts, preparing
from tui.relationship import deeds

if TYPE_CHECKING:
    from datetime import date

    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

RECORD = {
    "promise": "promise",
    "kept": "promise",
    "reply": "reply",
    "feedback": "feedback",
    "celebration": "celebration",
    "doubt": "doubt",
    "hurdle": "hurdle",
    "goal": "goal",
    "level": "topic",
    "loose": "parting",
    "item": "agenda item",
}
"""The kind of record behind a line, by the first part of its id."""
DEED = {"ask": "feedback", "agree": "agreement", "celebrate": "celebrate", "next": "checkin"}
"""The deed on the person's page that a line proposes."""


def open_line(app: TrothApp, workbook: Workbook, line_id: str) -> bool:
    """Open the record behind a line, or the form it proposes; false where there is none."""
    kind, _, rest = line_id.partition(":")
    if kind == "item":
        from tui.checkin.item import open_item

        open_item(app, workbook, rest)
    elif RECORD.get(kind) in deeds.RECORDS:
        record_id = rest.partition(":")[0]
        deeds.open_record(app, workbook, f"{RECORD[kind]} {record_id}")
    elif any(one.id == DEED.get(kind) for one in deeds.DEEDS):
        deeds.deed(DEED[kind]).open(app, workbook)
    else:
        return False
    return True


def done_verb(line_id: str, today: date) -> Verb | None:
    """What "talked about" does to the record behind a line; None where it does nothing."""
    kind, _, record_id = line_id.partition(":")
    match kind:
        case "item":
            return partial(preparing.settle, item_id=record_id, today=today)
        case "doubt":
            return partial(doubts.say, doubt_id=record_id, today=today)
        case "celebration":
            return partial(celebrations.tell, celebration_id=record_id, today=today)
        case _:
            return None
