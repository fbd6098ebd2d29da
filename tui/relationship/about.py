"""Who the other person is: role, since, phase, rhythm, next date, agreement, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coaching.home import next_planned
from coaching.say import say_count, say_day, say_duration_days, say_here
from coaching.summary import summarise
from coaching.verbs import agreements
from tui.relationship.lines import text_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coaching.record.relationship import Relationship
    from coaching.record.workbook import Workbook
    from tui.widgets.rows import Row

ABOUT = "about"
LABEL_WIDTH = 11
ROLES = {"mentor": "your mentee", "mentee": "your mentor"}


def about_rows(
    workbook: Workbook, now: datetime, zone: str, width: int, worth: int
) -> Iterator[Row]:
    """Labels with their values, as of now, in the user's zone; `worth` counts the notices."""
    for label, value in (*_details(workbook, now, zone), *_worth(worth)):
        styled = Content.styled(f"{label:{LABEL_WIDTH}}", "$text-muted")
        yield text_row(f"{ABOUT} {label}", styled, value, width)


def _worth(count: int) -> Iterator[tuple[str, str]]:
    if count:
        yield "Look at", f"{say_count(count, 'thing')} worth a look: n goes there"


def _details(workbook: Workbook, now: datetime, zone: str) -> Iterator[tuple[str, str]]:
    one = workbook.relationship
    pronouns = f" ({one.pronouns})" if one.pronouns else ""
    yield "Is", f"{ROLES[one.i_am]}{pronouns}, since {say_day(one.since)}"
    if one.state != "active":
        since = f" since {say_day(one.state_since)}" if one.state_since else ""
        yield "State", f"{one.state}{since}"
    yield "Phase", one.phase
    yield "Rhythm", _rhythm(one)
    line = next_planned(summarise(workbook), now)
    yield "Next", say_here(line.wall, zone) if line else "no date yet"
    yield "Agreement", _agreement(workbook)
    yield "Reach", ", ".join(filter(None, (one.channel, one.zone)))


def _rhythm(one: Relationship) -> str:
    if one.rhythm is None:
        return "none yet"
    longest = say_duration_days(one.rhythm.longest_days)
    return f"{one.rhythm.every.words()}, {longest} at most"


def _agreement(workbook: Workbook) -> str:
    latest = agreements.latest(workbook)
    if latest is None:
        return "none yet"
    review = f", to look at again {say_day(latest.review_on)}" if latest.review_on else ""
    return f"version {latest.version} of {say_day(latest.since)}{review}"
