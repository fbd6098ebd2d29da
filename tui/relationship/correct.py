"""The form that corrects what was recorded of a check-in that is over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.containers import Vertical
from textual.widgets import Static

from coaching.errors import Refused
from coaching.moments import Moment
from coaching.record.checkin import happened_on
from coaching.say import say_day, say_moment, say_wall
from coaching.verbs import checkins, preparing
from coaching.verbs.together import together
from tui.checkin.afterwards import Afterwards, afterwards
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.base import Side
    from coaching.record.checkin import Checkin
    from coaching.record.workbook import Workbook

OUTCOMES = ("held", "moved", "missed", "cancelled", "unknown")
ASKS_WHO = ("moved", "missed", "cancelled")


class CorrectCheckin(Form[str]):
    """What became of it, by whom, when, and what it was about; only what changed is saved."""

    DEFAULT_CSS = """
    CorrectCheckin #who { height: auto; }
    CorrectCheckin #after { height: auto; }
    """

    def __init__(self, workbook: Workbook, checkin: Checkin) -> None:
        """A check-in of this workbook that is not planned any more."""
        super().__init__()
        self.workbook = workbook
        self.checkin = checkin
        self.after: Afterwards | None = None

    def title_text(self) -> str:
        """Which check-in."""
        name = self.workbook.relationship.name
        return f"Check-in with {name}, {say_day(happened_on(self.checkin))}"

    def fields(self) -> Iterator[Widget]:
        """Outcome first; the others appear where they belong to it."""
        one = self.checkin
        name = self.workbook.relationship.name
        outcomes = OUTCOMES if one.planned else ("held",)
        yield Static("What became of it?", classes="field-label")
        yield Choice(
            [(value, "not known" if value == "unknown" else value) for value in outcomes],
            one.outcome,
            id="outcome",
        )
        with Vertical(id="who"):
            yield Static("By whom?", classes="field-label")
            yield Choice([("me", "me"), ("them", name), ("", "not said")], one.by or "", id="by")
        yield DateField("when", "When was it?", self._read_past, value=self._held_text())
        yield DateField("to", "Moved to when?", self._read)
        yield Field(
            "topic",
            "What was it about?",
            value=one.topic,
            under="us two: may stand on home; leave empty if you like",
        )
        self.after = afterwards(self.app, self.workbook, one.id)
        with Vertical(id="after"):
            if self.after is not None:
                yield from self.after.fields()

    def on_mount(self) -> None:
        """Show what belongs to the outcome as it is."""
        super().on_mount()
        self._fit()

    @on(Choice.Changed, "#outcome")
    def _fit(self) -> None:
        outcome = self._outcome
        self.query_one("#who").display = outcome in ASKS_WHO
        self.field("when").display = outcome == "held"
        self.field("to").display = outcome == "moved"
        self.query_one("#after").display = outcome == "held"

    @property
    def _outcome(self) -> str:
        return self.query_one("#outcome", Choice).value

    def _held_text(self) -> str:
        one = self.checkin
        if one.held:
            return say_moment(one.held)
        return say_wall(one.planned) if one.planned else ""

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, self.workbook.relationship.zone)

    def _read_past(self, text: str) -> Wall:
        return self.app.world.read_when(text, self.workbook.relationship.zone, past=True)

    async def save(self) -> str:
        """Save what changed as one deed."""
        verbs = [*self._outcome_verbs(), *self._topic_verbs(), *self._after_verbs()]
        if verbs:
            coach = self.app.world.coach
            verb = together(*verbs)
            changed = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
            self.app.say(changed.said)
        return self.workbook.id

    def _topic_verbs(self) -> Iterator[Verb]:
        topic = self.field("topic").text.strip()
        if topic != self.checkin.topic:
            yield partial(checkins.retopic, checkin_id=self.checkin.id, topic=topic)

    def _after_verbs(self) -> Iterator[Verb]:
        """Habit, what it was, who set the agenda, where one of them changed."""
        one, after = self.checkin, self.after
        if after is None or self._outcome != "held":
            return
        was, went, by = after.was(self), after.went(self), after.agenda_by(self)
        if (was, went, by) != (one.was, one.habit_went, one.agenda_by):
            yield partial(preparing.correct, checkin_id=one.id, was=was, went=went, agenda_by=by)

    def _outcome_verbs(self) -> Iterator[Verb]:
        one, outcome, now = self.checkin, self._outcome, self.app.now
        by = cast("Side | None", self.query_one("#by", Choice).value or None)
        if outcome == "held":
            if one.held is None or self.field("when").text != self._held_text():
                yield partial(checkins.hold, checkin_id=one.id, held=self._held(), now=now)
        elif outcome == "moved":
            yield partial(
                checkins.move,
                checkin_id=one.id,
                to=self._to(),
                by=by,
                new_id=self.app.world.coach.new_id(),
            )
        elif (outcome, by) != (one.outcome, one.by) and outcome != "unknown":
            yield self._not_held(outcome, by)
        elif outcome != one.outcome:
            yield lambda workbook: checkins.leave_unknown(workbook, one.id)

    def _not_held(self, outcome: str, by: Side | None) -> Verb:
        if outcome == "missed":
            return partial(checkins.miss, checkin_id=self.checkin.id, by=by, now=self.app.now)
        return partial(checkins.cancel, checkin_id=self.checkin.id, by=by)

    def _held(self) -> Moment:
        wall = cast("DateField", self.field("when")).wall()
        if wall is None:
            raise Refused("Write the day you met: today, last tue, 24 nov.", field="when")
        instant = wall.instant()
        return Moment.of(instant, wall.zone) if instant else Moment.on(wall.day, wall.zone)

    def _to(self) -> Wall:
        wall = cast("DateField", self.field("to")).wall()
        if wall is None:
            raise Refused("Write the date it was moved to: tue 3pm, +2w, 24 nov.", field="to")
        return wall
