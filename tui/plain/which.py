"""Tells open hurdles apart in a list: those of one day by how they began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coaching.hurdle.next_words import HURDLE_NEXT, LEFT_AT, WRITTEN_AT, draft_key
from coaching.record.hurdle import Hurdle
from tui.plain.question import joined

if TYPE_CHECKING:
    from coaching.overview import HurdleLine
    from tui.plain.desk import Desk

FEW_WORDS = 6


def in_order(desk: Desk, workbook_id: str, known: Sequence[HurdleLine]) -> list[HurdleLine]:
    """The one that was left in the middle first, then the newest."""
    at = {one.id: place for place, one in enumerate(desk.open(workbook_id).all(Hurdle))}
    newest = sorted(known, key=lambda one: (one.opened, at.get(one.id, -1)), reverse=True)
    return sorted(newest, key=lambda one: not left_in_the_middle(desk, one.id))


def left_in_the_middle(desk: Desk, hurdle_id: str) -> bool:
    """Whether the place or words of this hurdle wait to be gone on with."""
    start = draft_key(hurdle_id, "")
    waiting = desk.coach.drafts.keys()
    begun = (key.removeprefix(start).partition("-")[0] for key in waiting if key.startswith(start))
    return any(question in (LEFT_AT.lstrip("-"), *WRITTEN_AT) for question in begun)


def told_apart(desk: Desk, labels: Sequence[tuple[str, str, str]]) -> Mapping[str, str]:
    """The label of each hurdle by its id; where two have the same, how it began is added.

    `labels` has the id of the records, the id of the hurdle and the label.
    """
    count = Counter(label for _, _, label in labels)
    return {
        hurdle_id: label
        if count[label] == 1
        else f"{label}: {_began(desk, workbook_id, hurdle_id)}"
        for workbook_id, hurdle_id, label in labels
    }


def say_where(desk: Desk, line: HurdleLine) -> str:
    """What comes next in a hurdle; of one left in the middle, that it was."""
    left = "Left in the middle" if left_in_the_middle(desk, line.id) else ""
    upper = HURDLE_NEXT[line.question]
    return joined(left, f"{upper[:1].upper()}{upper[1:]}")


def _began(desk: Desk, workbook_id: str, hurdle_id: str) -> str:
    """The first words of what happened, else the step it is at."""
    found = desk.open(workbook_id).find(Hurdle, hurdle_id)
    words = found.what_happened.split() if found else []
    if not words:
        return "nothing said yet"
    cut = " …" if len(words) > FEW_WORDS else ""
    return f"{' '.join(words[:FEW_WORDS]).rstrip('.')}{cut}"
