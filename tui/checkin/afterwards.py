"""The few answers after a check-in: the habit, what it was, who set the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from coaching.agenda.asking import habit_for, may_guess, question_for
from coaching.agenda.source import Source
from coaching.errors import TrothError
from coaching.guide.parts import fill
from coaching.record.checkin import Checkin
from tui.widgets.choice import Choice
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen
    from textual.widget import Widget

    from coaching.guide.habits import Habit
    from coaching.record.checkin import AgendaAuthor, HabitWent
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

WENT = [
    ("", "not said"),
    ("yes", "yes"),
    ("partly", "partly"),
    ("no", "no"),
    ("cannot_say", "cannot say"),
]
ONLY_ME = "only me: {name} never sees this"


@dataclass(frozen=True)
class Afterwards:
    """The answers about one check-in, as fields of a form. All of them may be left alone."""

    source: Source
    checkin: Checkin

    @property
    def habit(self) -> Habit | None:
        """The habit to ask about; one that is over is asked only about a habit that was tried."""
        over = self.checkin.outcome != "planned"
        return None if over and not self.checkin.habit else habit_for(self.source)

    @property
    def question(self) -> str:
        """The id of the question that stood on the agenda; "" where it was taken off."""
        found = question_for(self.source)
        dropped = self.checkin.agenda_dropped
        return found.id if found and f"question:{found.id}" not in dropped else ""

    def fields(self) -> Iterator[Widget]:
        """What belongs to this check-in."""
        if habit := self.habit:
            words = f"{habit.text} {self.source.content.habits.after}"
            yield Static(Content(words), classes="field-label")
            yield Choice(WENT, self.checkin.habit_went or "", id="went")
        if self.checkin.guess and may_guess(self.source):
            yield self._what_it_was()
        yield Static("Who set the agenda?", classes="field-label")
        names = [("", "not said"), ("me", "me"), ("them", self.source.name), ("both", "both")]
        yield Choice(names, self.checkin.agenda_by or "", id="agenda-by")

    def _what_it_was(self) -> Field:
        asked = fill(self.source.content.habits.guess_after, name=self.source.name)
        label = f"You guessed “{self.checkin.guess}”. {asked}"
        under = ONLY_ME.replace("{name}", self.source.name)
        return Field("was", label, value=self.checkin.was, under=under)

    def was(self, form: Screen[str]) -> str:
        """What it was, as typed."""
        found = form.query("#field-was")
        return found.first(Field).text if found else self.checkin.was

    def went(self, form: Screen[str]) -> HabitWent | None:
        """Whether the habit happened; None where nothing was said."""
        return cast("HabitWent | None", answer(form, "went") or None)

    def agenda_by(self, form: Screen[str]) -> AgendaAuthor | None:
        """Who set the agenda; None where nothing was said."""
        return cast("AgendaAuthor | None", answer(form, "agenda-by") or None)


def afterwards(app: TrothApp, workbook: Workbook, checkin_id: str) -> Afterwards | None:
    """What to ask after this check-in; None where it is gone, or the shipped words are."""
    checkin = workbook.find(Checkin, checkin_id)
    try:
        source = Source(workbook, checkin, app.now, app.world.content, app.world.limits)
    except TrothError:
        return None
    return Afterwards(source, checkin) if checkin else None


def answer(form: Screen[str], name: str) -> str:
    """The answer chosen; "" where it is not asked."""
    found = form.query(f"#{name}")
    return found.first(Choice).value if found else ""
