"""Pictures over time in text: check-ins held against the rhythm, and what became of promises.

Every sign has its own shape, and the words beside it say what it means; colour adds nothing.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.over_time import Month, Week, months, weeks
from coaching.say import MONTHS, first_name
from tui.relationship.lines import hanging, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coaching.over_time import Fate, Met
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook
    from tui.widgets.rows import Row

MOST_WEEKS = 104
MOST_MONTHS = 12
MANY = 8
LABEL = 12
SHORT_MONTH = 4
FEWEST_WEEKS = 3

MET: dict[Met, str] = {"held": "●", "not_held": "○", "none": "·"}
FATES: dict[Fate, tuple[str, str]] = {
    "in_time": ("●", "kept in time"),
    "new_date": ("◐", "kept, with a new date agreed"),
    "late": ("○", "kept late"),
    "broken": ("×", "not kept"),
    "open": ("◇", "open"),
    "past": ("◆", "open, past its date"),
}


def checkins_picture(workbook: Workbook, today: date, width: int) -> list[Row]:
    """One sign a week, and under it a mark where the gap was longer than the rhythm."""
    shown = weeks(workbook, today, min(MOST_WEEKS, width))
    if len(shown) < FEWEST_WEEKS:
        return []
    rhythm = workbook.relationship.rhythm
    lines = [Content.styled("Week by week, up to this one", "bold")]
    lines.append(Content.styled(_month_line(shown), "$text-muted"))
    lines.append(Content("".join(MET[week.met] for week in shown)))
    legend = "● held   ○ planned and not held   · none"
    if rhythm is not None:
        lines.append(Content("".join("▔" if week.over else " " for week in shown)))
        legend += f"   ▔ longer than {rhythm.every.words()} since the last one held"
    lines += hanging("", Content.styled(legend, "$text-muted"), width)
    return [row_of("picture checkins", [*lines, Content("")])]


def _month_line(shown: Sequence[Week]) -> str:
    """The name of each month over its first week, where there is room for it."""
    line = ""
    for place, week in enumerate(shown):
        new = place == 0 or week.monday.month != shown[place - 1].monday.month
        if new and len(line) <= place and place + SHORT_MONTH - 1 <= len(shown):
            line = f"{line:{place}}{MONTHS[week.monday.month - 1]} "
    return line.rstrip()


def promises_picture(workbook: Workbook, today: date, width: int) -> list[Row]:
    """One sign a promise, month by month, the user's own first."""
    name = first_name(workbook.relationship.name)
    found: list[tuple[str, tuple[Month, ...]]] = []
    sides: tuple[tuple[str, Side], ...] = (("You", "me"), (name, "them"))
    for who, side in sides:
        by_month = months(workbook, side, today, MOST_MONTHS)
        if by_month and not (side == "them" and _only_asked(workbook, by_month)):
            found.append((who, by_month))
    if not found:
        return []
    lines = [Content.styled("Promises by month", "bold")]
    for who, by_month in found:
        told = "   ".join(_month(month, today) for month in by_month)
        lines += hanging(f"{who[: LABEL - 1]:{LABEL}}", told, width)
    used = {fate for _, by_month in found for month in by_month for fate in month.fates}
    legend = "   ".join(f"{sign} {words}" for fate, (sign, words) in FATES.items() if fate in used)
    lines += hanging("", Content.styled(legend, "$text-muted"), width)
    return [row_of("picture promises", [*lines, Content("")])]


def _only_asked(workbook: Workbook, by_month: Sequence[Month]) -> bool:
    """Where the user assesses the other, the other's lapses stand in no picture."""
    two_hats = "assess_or_pay" in (workbook.relationship.ties or ())
    return two_hats and any({"late", "broken", "past"} & {*month.fates} for month in by_month)


def _month(month: Month, today: date) -> str:
    year = "" if month.first.year == today.year else f" {month.first.year}"
    return f"{MONTHS[month.first.month - 1]}{year} {''.join(_signs(month.fates))}"


def _signs(fates: Sequence[Fate]) -> Iterator[str]:
    for fate, several in groupby(fates):
        count = sum(1 for _ in several)
        sign = FATES[fate][0]
        yield sign * count if count <= MANY else f"{sign}x{count} "
