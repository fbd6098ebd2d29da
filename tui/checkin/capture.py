"""One line kept while the two talk: a promise, something to celebrate, a note."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from coaching.errors import Refused, TrothError
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.rhythm import propose_next
from coaching.say import first_name, say_day
from coaching.text import has_visible
from coaching.verbs import celebrations, notes, promises
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook

BY = re.compile(r"^(?P<what>.*\S)\s+by\s+(?P<by>\S.*)$", re.IGNORECASE | re.DOTALL)
US_TWO = "us two: it may go on a page you make for {name}"
NO_DAY = "Add the day: … by fri, … by 24 nov."


class Capture(Form[None]):
    """A single line at the foot of the page; enter keeps it. A subclass gives the rest."""

    DEFAULT_CSS = """
    Capture { align: center bottom; }
    Capture Choice { margin-bottom: 0; }
    """
    kind = ""

    def __init__(self, workbook: Workbook, checkin_id: str) -> None:
        """While meeting this person; `checkin_id` is the meeting, where it was planned."""
        super().__init__()
        self.workbook = workbook
        self.checkin_id = checkin_id
        self.draft_key = f"capture-{self.kind}-{workbook.id}"

    @property
    def _who(self) -> str:
        return first_name(self.workbook.relationship.name)

    @property
    def _today(self) -> date:
        return self.app.now.date()

    @property
    def _side(self) -> Side:
        return "me" if self.query_one("#whose", Choice).value == "me" else "them"

    def on_mount(self) -> None:
        """Begin with the words."""
        super().on_mount()
        self.field("text").query_one(Input).focus()

    def verb(self, text: str) -> Verb:
        """What keeps the line."""
        raise NotImplementedError

    async def save(self) -> None:
        """Keep it."""
        text = self.field("text").text.strip()
        if not has_visible(text):
            raise Refused("Write a few words, or esc goes back.", "text")
        verb = self.verb(text)
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)


class CapturePromise(Capture):
    """Who, what, by when, in one line."""

    kind = "promise"

    def title_text(self) -> str:
        """What it is."""
        return "A promise"

    def fields(self) -> Iterator[Widget]:
        """Whose, and the line."""
        yield Choice([("me", "mine"), ("them", self._who)], id="whose")
        under = US_TWO.replace("{name}", self._who)
        yield Field("text", "What, by when", under=under, example="an introduction to Priya by fri")

    @on(Input.Changed)
    def _read_back(self) -> None:
        """Say what was understood, while it is typed."""
        text = self.field("text").text.strip()
        if not text:
            self.field("text").explain()
            return
        what, by = self._understood(text)
        day = f"by {say_day(by)}" if by else "by when? … by fri"
        self.field("text").explain(f"→ {what}, {day}")

    def verb(self, text: str) -> Verb:
        """Make it."""
        what, by = self._understood(text)
        if by is None:
            raise Refused(NO_DAY, "text")
        return partial(
            promises.make,
            promise_id=self.app.world.coach.new_id(),
            what=what,
            whose=self._side,
            by=by,
            today=self._today,
        )

    def _understood(self, text: str) -> tuple[str, date | None]:
        """The words and the day; without one, the day of the next meeting."""
        found = BY.match(text)
        if found:
            try:
                wall = self.app.world.read_when(found["by"])
            except TrothError:
                return text, self._next_day()
            return found["what"], wall.day
        return text, self._next_day()

    def _next_day(self) -> date | None:
        coming = [
            one.planned.day
            for one in self.workbook.all(Checkin)
            if one.outcome == "planned" and one.planned and one.id != self.checkin_id
            if one.planned.day > self._today
        ]
        proposed = propose_next(self.workbook, self.app.now)
        return min(coming, default=proposed.day if proposed else None)


class CaptureCelebration(Capture):
    """One act worth celebrating."""

    kind = "celebration"

    def title_text(self) -> str:
        """What it is."""
        return "Something to celebrate"

    def fields(self) -> Iterator[Widget]:
        """Whose, and the act."""
        both = ("both", "both of us")
        yield Choice([("them", self._who), ("me", "me"), both], id="whose")
        under = US_TWO.replace("{name}", self._who)
        yield Field("text", "One thing that was done", under=under, example="gave the first talk")

    def verb(self, text: str) -> Verb:
        """Keep it."""
        whose = self.query_one("#whose", Choice).value
        return partial(
            celebrations.celebrate,
            celebration_id=self.app.world.coach.new_id(),
            act=text,
            whose="both" if whose == "both" else self._side,
            on=self._today,
        )


class CaptureNote(Capture):
    """A note for the user alone."""

    kind = "note"

    def title_text(self) -> str:
        """What it is."""
        return "A note, only for you"

    def fields(self) -> Iterator[Widget]:
        """The line."""
        yield Static("Notes can wait; a word or two will do.", classes="hint")
        under = f"only me: {self._who} never sees this"
        yield Field("text", "What do you want to keep?", under=under)

    def verb(self, text: str) -> Verb:
        """Keep it."""
        return partial(
            notes.write,
            note_id=self.app.world.coach.new_id(),
            text=text,
            about=self._today,
            audience=Audience.ONLY_ME,
        )
