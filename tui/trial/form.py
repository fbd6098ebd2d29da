"""The dialogs of another format: what to try and until when, and a later day."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.moments import DAYS
from coaching.say import say_day
from coaching.verbs import trials
from coaching.verbs.together import together
from tui.widgets.day_form import DayForm
from tui.widgets.fields import DateField, Field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.guide.forms import FormatWords
    from coaching.ports import Verb
    from coaching.record.trial import Trial
    from coaching.record.workbook import Workbook

CHECKINS = 3
"""How many check-ins a proposed trial lasts, by the rhythm (house default)."""
WEEKS = 6
"""How many weeks it lasts where there is no rhythm (house default)."""


class _UntilForm(DayForm):
    """A form that ends with the day to decide."""

    def until_field(self) -> DateField:
        """The day to decide; three check-ins from now are proposed."""
        proposed = self.today + timedelta(days=_trial_days(self.workbook))
        value = say_day(proposed)
        read = self.app.world.read_when
        return DateField("until", "Until when?", read, value=value, example="+6w, 24 nov")

    def until(self) -> date:
        """The day that was typed; refused where there is none."""
        wall = self.query_one("#field-until", DateField).wall()
        if wall is None:
            raise Refused("Write the day to decide: +6w, 24 nov.", "until")
        return wall.day


class TryFormat(_UntilForm):
    """What to try, and until when; in the place of a trial that goes on, where one is given."""

    def __init__(
        self, workbook: Workbook, words: FormatWords, instead_of: Trial | None = None
    ) -> None:
        """A new trial."""
        super().__init__(workbook, f"trial-{workbook.id}")
        self.words = words
        self.instead_of = instead_of if instead_of and instead_of.end is None else None

    def title_text(self) -> str:
        """With whom."""
        return f"Another format, {self.who} and you"

    def fields(self) -> Iterator[Widget]:
        """What, with ideas, and until when."""
        us_two = f"us two: it may go on a page you make for {self.who}"
        value = self.instead_of.what if self.instead_of else ""
        asks = "What would you like to try? Ask first."
        yield Field("what", asks, value=value, under=us_two, example="a walk by the river")
        yield Static(Content(f"Ideas: {', '.join(self.words.ideas)}."), classes="hint")
        yield self.until_field()

    def verb(self) -> Verb:
        """Begin it; the one before is changed into it."""
        what = self.field("what").text.strip()
        if not what:
            raise Refused("Write what you would like to try, in a few words.", "what")
        begin = partial(
            trials.begin,
            trial_id=self.app.world.coach.new_id(),
            what=what,
            until=self.until(),
            today=self.today,
        )
        if self.instead_of is None:
            return begin
        change = partial(trials.decide, trial_id=self.instead_of.id, how="change", today=self.today)
        return together(change, begin)


class TryLonger(_UntilForm):
    """Another day to decide."""

    def __init__(self, workbook: Workbook, trial: Trial) -> None:
        """About this trial."""
        super().__init__(workbook, draft_key="")
        self.trial = trial

    def title_text(self) -> str:
        """What is asked."""
        return "Try it for longer"

    def fields(self) -> Iterator[Widget]:
        """What it is about, and the day."""
        yield Static(Content(self.trial.what), classes="hint")
        yield self.until_field()

    def verb(self) -> Verb:
        """Set the day."""
        return partial(trials.go_on, trial_id=self.trial.id, until=self.until(), today=self.today)


def _trial_days(workbook: Workbook) -> int:
    rhythm = workbook.relationship.rhythm
    return CHECKINS * rhythm.every.days if rhythm else WEEKS * DAYS["week"]
