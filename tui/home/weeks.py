"""The weeks ahead as a calendar, under the panes of home, where the window has room to spare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coaching.say import WEEKDAYS, say_count, say_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coaching.home_weeks import DayAhead
    from tui.app import TrothApp

GAP = 2
FRAME, WEEKDAYS_LINE = 2, 1
LEAST_WEEKS, MOST_WEEKS = 2, 6
LEAST_LINES, MOST_LINES = 5, 7
DAYS_A_WEEK = 7


def weeks_in(lines: int) -> tuple[int, int]:
    """How many weeks so many lines hold, and the lines of each; no week where lines are few."""
    inside = lines - FRAME - WEEKDAYS_LINE + 1
    weeks = min(MOST_WEEKS, inside // LEAST_LINES)
    return (weeks, min(MOST_LINES, inside // weeks)) if weeks >= LEAST_WEEKS else (0, 0)


class Weeks(Static):
    """A frame without keys of its own: what stands in it is in the panes too, or on a page."""

    app: TrothApp
    DEFAULT_CSS = """
    Weeks { height: auto; padding: 0 1; border: round $border-blurred; display: none; }
    """

    def fill(self, room: int) -> None:
        """Draw as many weeks as so many lines hold; where that is none take no room."""
        weeks, lines = weeks_in(room)
        self.display = bool(weeks)
        if not weeks:
            return
        from coaching.home_weeks import weeks_ahead

        app = self.app
        found = weeks_ahead(app.facts, app.now, app.zone, weeks, app.world.date_style)
        self.border_title = Content(f"The next {say_count(weeks, 'week')}")
        self.update(calendar(found, lines, app.now.date(), app.size.width - 2 * FRAME))


def calendar(weeks: Sequence[Sequence[DayAhead]], lines: int, today: date, width: int) -> Content:
    """The days side by side, a week under the other; what does not fit on a day is counted."""
    room = (width - GAP * (DAYS_A_WEEK - 1)) // DAYS_A_WEEK
    names = [WEEKDAYS[one.day.weekday()] for one in weeks[0]]
    shown = [_beside([Content.styled(name, "$text-muted") for name in names], room)]
    rule = Content.styled("─" * (width), "$border-blurred")
    for week in weeks:
        days = [_day_lines(one, lines - 1, today) for one in week]
        shown += [_beside([day[at] for day in days], room) for at in range(lines - 1)]
        shown.append(rule)
    return Content("\n").join(shown[:-1])


def _day_lines(one: DayAhead, lines: int, today: date) -> list[Content]:
    """Its date, and what is on it as far as the lines go."""
    date = say_date(one.day) if one.day.day == 1 else str(one.day.day)
    head = f"{date} today" if one.day == today else date
    past = one.day < today
    told = [
        Content.styled(head, "bold" if one.day == today else "$text-muted"),
        *(Content.styled(line, "$text-muted" if past else "") for line in one.agreed),
        *(Content.styled(line, "$text-muted") for line in one.by_rhythm),
    ]
    if len(told) > lines:
        told[lines - 1 :] = [Content(f"and {len(told) - lines + 1} more")]
    return [*told, *[Content("")] * (lines - len(told))]


def _beside(cells: Sequence[Content], room: int) -> Content:
    shown = [cell.truncate(room, ellipsis=True, pad=True) for cell in cells]
    return Content(" " * GAP).join(shown)
