"""The form after the outcome of a check-in: who, when, and the next date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from coaching.after_checkin import booked, held_as_planned, held_then, logged
from coaching.errors import Refused
from coaching.moments import Moment
from coaching.rhythm import propose_next
from coaching.say import first_name, say_here, say_wall
from coaching.verbs import checkins
from coaching.verbs.together import together
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.overview import CheckinLine
    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.workbook import Workbook

TITLES = {
    "held": "Held with {name}",
    "unplanned": "Held with {name}, without a date",
    "moved": "Moved, with {name}",
    "missed": "Missed, with {name}",
    "cancelled": "Cancelled, with {name}",
    "topic": "What the check-in with {name} is about",
    "plan": "A date with {name}",
}
ASKS_BY = {
    "moved": "Who moved it?",
    "missed": "Who missed it?",
    "cancelled": "Who called it off?",
}
ASKS_NEXT = frozenset({"held", "unplanned", "missed", "cancelled"})


def is_ahead(line: CheckinLine, now: datetime) -> bool:
    """Whether its day is still to come."""
    return line.wall.day > now.date()


class OutcomeForm(Form[str]):
    """What else belongs to the outcome. Enter on the proposal saves."""

    def __init__(
        self, workbook: Workbook, outcome: str, line: CheckinLine | None, now: datetime
    ) -> None:
        """`outcome` is a key of `TITLES`; `line` the check-in it is about, if there is one."""
        super().__init__()
        self.workbook = workbook
        self.outcome = outcome
        self.line = line
        self._past: Wall | None = None
        after = self._after_outcome(now)
        self.proposal = propose_next(after, now)
        self.booked = booked(after, now)

    def title_text(self) -> str:
        """What is being logged."""
        return TITLES[self.outcome].format_map({"name": self.workbook.relationship.name})

    def fields(self) -> Iterator[Widget]:
        """Only what this outcome needs."""
        if self.outcome == "unplanned":
            yield DateField("when", "When was it?", self._read_past, value="today")
        if self.outcome in ("moved", "plan"):
            yield DateField("to", "When?", self._read, value=self._proposed())
        if self.outcome in ("topic", "plan"):
            topic = self.line.topic if self.line and self.outcome == "topic" else ""
            yield Field(
                "topic",
                "What is it about?",
                value=topic,
                under="us two: may stand on home; leave empty if you like",
            )
        if self.outcome in ASKS_NEXT:
            yield from self._next_date()
        if self.outcome in ASKS_BY:
            yield from self._whose_deed()

    def _whose_deed(self) -> Iterator[Widget]:
        """Comes after the date, so that a date typed at once never names anybody."""
        name = first_name(self.workbook.relationship.name)
        yield Static(Content(ASKS_BY[self.outcome]), classes="field-label")
        yield Choice([("me", "me"), ("them", name), ("", "nobody in particular")], "", id="by")

    def _next_date(self) -> Iterator[Widget]:
        if self.booked is not None:
            yield Static(
                Content(f"Next one: {say_here(self.booked, self.app.zone)}, planned already.")
            )
            return
        under = "empty: no date yet"
        yield DateField("to", "The next one", self._read, value=self._proposed(), under=under)

    def _proposed(self) -> str:
        return say_wall(self.proposal) if self.proposal else ""

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, self.workbook.relationship.zone)

    def _read_past(self, text: str) -> Wall:
        return self.app.world.read_when(text, self.workbook.relationship.zone, past=True)

    async def save(self) -> str:
        """Log the outcome and the next date as one deed."""
        coach = self.app.world.coach
        verb = together(*self._verbs())
        changed = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return self.workbook.id

    def _verbs(self) -> Iterator[Verb]:
        new_id = self.app.world.coach.new_id
        to = self._wall("to")
        self._ask_about_the_past(to)
        if self.outcome in ("moved", "plan") and to is None:
            raise Refused("Write the date: tue 3pm, +2w, 24 nov.", field="to")
        if self.outcome == "plan" and to is not None:
            topic = self.field("topic").text
            yield partial(checkins.plan, checkin_id=new_id(), wall=to, topic=topic)
            return
        yield self._outcome_verb(to)
        if self.outcome in ASKS_NEXT and to is not None:
            yield partial(checkins.plan, checkin_id=new_id(), wall=to)

    def _ask_about_the_past(self, to: Wall | None) -> None:
        """A date to come that has passed is likely a slip: asked once, then taken as it is."""
        if to is not None and to.passed(self.app.now) and to != self._past:
            self._past = to
            raise Refused(
                f"{say_wall(to)} has passed. Is that the date? Save again to keep it.", field="to"
            )

    def _outcome_verb(self, to: Wall | None) -> Verb:
        now, by = self.app.now, self._by()
        checkin_id = self.line.id if self.line else ""
        match self.outcome:
            case "held":
                return partial(checkins.hold, checkin_id=checkin_id, held=self._held(), now=now)
            case "unplanned":
                new_id = self.app.world.coach.new_id()
                return partial(
                    checkins.hold_unplanned, checkin_id=new_id, held=self._held_then(), now=now
                )
            case "moved" if to is not None:
                new_id = self.app.world.coach.new_id()
                return partial(checkins.move, checkin_id=checkin_id, new_id=new_id, to=to, by=by)
            case "missed":
                return partial(checkins.miss, checkin_id=checkin_id, by=by, now=now)
            case "cancelled":
                return partial(checkins.cancel, checkin_id=checkin_id, by=by)
            case _:
                topic = self.field("topic").text
                return partial(checkins.retopic, checkin_id=checkin_id, topic=topic)

    def _held(self) -> Moment:
        now, line = self.app.now, self.line
        if line is None:
            return Moment.of(now, self.workbook.relationship.zone)
        if is_ahead(line, now):
            return Moment.on(now.date(), line.wall.zone)
        return held_as_planned(line.wall, now)

    def _held_then(self) -> Moment:
        wall = self._wall("when")
        if wall is None:
            raise Refused("Write the day you met: today, last tue, 24 nov.", field="when")
        return held_then(wall)

    def _wall(self, name: str) -> Wall | None:
        found = self.query(f"#field-{name}")
        return found.first(DateField).wall() if found else None

    def _by(self) -> Side | None:
        found = self.query("#by")
        return cast("Side | None", (found.first(Choice).value or None) if found else None)

    def _after_outcome(self, now: datetime) -> Workbook:
        """The records as they will be, so that the proposal counts from this check-in."""
        if self.line is None or self.outcome in ("unplanned", "topic", "plan"):
            return self.workbook
        return logged(self.workbook, self.line.id, held=self.outcome == "held", now=now)
