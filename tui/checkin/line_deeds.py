"""What enter opens on a line of an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.relationship import deeds

if TYPE_CHECKING:
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
    "trial": "trial",
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
