"""Who the other person is, and the facts of the relationship in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coaching.facts import facts_of
from coaching.home import next_planned
from coaching.say import say_day, say_duration_days, say_here
from coaching.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coaching.record.relationship import Relationship
    from coaching.record.workbook import Workbook

LABEL_WIDTH = 9
LEAST_WIDTH = 10
ROLES = {"mentor": "your mentee", "mentee": "your mentor"}


class About(VerticalScroll):
    """Details as labels with their values, then one fact to a line; scrolls where it is short."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def show(self, workbook: Workbook, now: datetime, zone: str) -> None:
        """Put this record on screen, as of now, in the user's zone."""
        self._shown = (workbook, now, zone)
        self.border_title = Content(workbook.relationship.name)
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        if hasattr(self, "_shown"):
            self._draw()

    def _draw(self) -> None:
        workbook, now, zone = self._shown
        width = max(LEAST_WIDTH, self.scrollable_content_region.width)
        lines = [
            _hanging(f"{label:{LABEL_WIDTH}}", value, width)
            for label, value in _details(workbook, now, zone)
        ]
        facts = [_hanging("· ", fact, width) for fact in facts_of(workbook, now.date())]
        self.query_one(Static).update(Content("\n").join([*lines, Content(""), *facts]))


def _details(workbook: Workbook, now: datetime, zone: str) -> Iterator[tuple[str, str]]:
    one = workbook.relationship
    yield "Is", f"{ROLES[one.i_am]}{f' ({one.pronouns})' if one.pronouns else ''}"
    if one.state != "active":
        since = f" since {say_day(one.state_since)}" if one.state_since else ""
        yield "State", f"{one.state}{since}"
    yield "Since", say_day(one.since)
    yield "Phase", one.phase
    yield "Rhythm", _rhythm(one)
    line = next_planned(summarise(workbook), now)
    yield "Next", say_here(line.wall, zone) if line else "no date yet"
    if one.channel:
        yield "Channel", one.channel
    yield "Zone", one.zone


def _rhythm(one: Relationship) -> str:
    if one.rhythm is None:
        return "none yet"
    longest = say_duration_days(one.rhythm.longest_days)
    return f"{one.rhythm.every.words()}, {longest} at most"


def _hanging(label: str, text: str, width: int) -> Content:
    """The label, then the text; its further lines begin under its first word."""
    lines = Content(text).wrap(max(LEAST_WIDTH, width - len(label)))
    first, *others = lines or [Content("")]
    under = Content(" " * len(label))
    return Content("\n").join(
        [Content.styled(label, "$text-muted") + first, *(under + line for line in others)]
    )
