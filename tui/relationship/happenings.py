"""The list of everything recorded about one person, whole or one kind at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.say import say_count
from coaching.timeline import Happening, say_column
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list shows: its heading for one and for several, and what it teaches when empty."""

    one: str
    several: str
    empty: str


FILTERS = {
    "all": Filter(
        "record",
        "records",
        "Nothing yet. c plans or logs a check-in, p records a promise, t writes a note.",
    ),
    "checkin": Filter(
        "check-in", "check-ins", "No check-in yet. c plans one, or logs one that was held."
    ),
    "promise": Filter("promise", "promises", "No promise yet. p records one, yours or theirs."),
    "hurdle": Filter(
        "hurdle",
        "hurdles",
        "No hurdle. When something strains the trust between you, h starts here.",
    ),
    "note": Filter(
        "note", "notes", "No note yet. t writes one; it is for you alone unless you say otherwise."
    ),
}
KEYS = "1 all  2 check-ins  3 promises  4 hurdles  5 notes"
FEW_KEYS = "1-5 one kind at a time"
ROOM_FOR_KEYS = 58


class Happenings(Rows):
    """The list, with the keys that narrow it on its lower edge."""

    def __init__(self) -> None:
        super().__init__(
            (Column("", 11, style="$text-muted"), Column("", 20, grow=1)), id="happenings"
        )

    def on_resize(self) -> None:
        """As many words on the edge as fit."""
        wide = self.outer_size.width >= ROOM_FOR_KEYS
        self.border_subtitle = Content(KEYS if wide else FEW_KEYS)


def heading(only: str, count: int) -> str:
    """What is shown, and how many."""
    kind = FILTERS[only]
    how_many = say_count(count, kind.one, kind.several)
    return f"Everything, {how_many}" if only == "all" else f"Only {how_many}"


def happening_rows(happenings: Sequence[Happening], now: datetime) -> list[Row]:
    """One line for each."""
    today = now.date()
    return [
        Row(f"{one.kind} {one.record_id}", (say_column(one.day, today), one.what))
        for one in happenings
    ]
