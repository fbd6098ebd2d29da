"""Other formats with one person: try one until a day, then keep it, change it or go back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content

from coaching.errors import TrothError
from coaching.guide.parts import fill
from coaching.record.trial import Trial
from coaching.say import say_day
from coaching.verbs import trials
from tui.trial.form import TryFormat, TryLonger
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.parts import Choice
    from coaching.record.trial import TrialEnd
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

STATE: dict[TrialEnd, str] = {"keep": "kept", "change": "changed", "back": "back, as before"}


def open_trials(app: TrothApp, workbook: Workbook) -> None:
    """The format that is being tried, or what can be tried and what was."""
    going_on = trials.going_on(workbook)
    if going_on is not None:
        open_one_trial(app, workbook, going_on.id)
        return
    open_desk(app, lambda forms: Trials(workbook, forms))


def open_one_trial(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One trial; nothing where it is gone."""
    if workbook.find(Trial, record_id):
        open_desk(app, lambda forms: OneTrial(workbook, forms, record_id))


def open_trial_of(app: TrothApp, workbook_id: str, trial_id: str) -> None:
    """Open a trial of a person known by id."""
    try:
        workbook = app.world.coach.open(workbook_id)
    except TrothError as error:
        app.show_error(error)
        return
    open_one_trial(app, workbook, trial_id)


class Trials(Desk):
    """Try another format, or read what became of those before."""

    def heading(self) -> str:
        """With whom."""
        return f"Another format, {self.who} and you"

    def text(self) -> str:
        """How it goes."""
        return fill(self.forms.format.opening, name=self.who)

    def lines(self) -> Iterator[Line]:
        """A new one, or the one that goes on; then those decided about, the latest first."""
        going_on = trials.going_on(self.workbook)
        if going_on is None:
            new = partial(self.open, TryFormat, self.workbook, self.forms.format)
            yield Line("new", "+ Try another format", "", new)
        found = sorted(self.workbook.all(Trial), key=lambda one: one.since, reverse=True)
        for one in sorted(found, key=lambda one: one.end is not None):
            yield Line(one.id, one.what, state(one), partial(self._one, one.id))

    def _one(self, trial_id: str) -> None:
        self.open(OneTrial, self.workbook, self.forms, trial_id)


class OneTrial(OneRecord):
    """One format: since when, until when, and what was decided about it."""

    def record(self) -> Trial | None:
        """As it is now."""
        return self.workbook.find(Trial, self.record_id)

    def heading(self) -> str:
        """With whom."""
        return f"Another format, {self.who} and you"

    def text(self) -> Content:
        """What is tried, and the one question."""
        trial = self.record()
        if trial is None:
            return Content("")
        days = f"since {say_day(trial.since)}, to decide on {say_day(trial.until)}"
        asks = self.forms.format.question if trial.end is None else state(trial)
        return paragraphs(("", trial.what), ("", days), ("", asks))

    def lines(self) -> Iterator[Line]:
        """The three answers, a later day; once it is decided, the agreement or another try."""
        trial = self.record()
        if trial is None:
            return
        if trial.end is None:
            for answer in self.forms.format.ends:
                yield Line(
                    answer.id, answer.label, answer.help or "", partial(self._decide, answer)
                )
            longer = partial(self.open, TryLonger, self.workbook, trial)
            yield Line("longer", "Try it for longer", "until another day", longer)
        else:
            yield Line("agreement", "Open the agreement", "does it say so?", self._agreement)
            new = partial(self.open, TryFormat, self.workbook, self.forms.format)
            yield Line("new", "Try another format", "", new)
        yield self.delete_line("format", partial(trials.delete, trial_id=trial.id))

    async def _decide(self, answer: Choice) -> None:
        how = cast("TrialEnd", answer.id)
        if how == "change":
            self.open(TryFormat, self.workbook, self.forms.format, self.record())
            return
        await self.carry(partial(trials.decide, trial_id=self.record_id, how=how, today=self.today))

    def _agreement(self) -> None:
        from tui.agreement.desk import open_agreement

        open_agreement(self.app, self.workbook)


def state(trial: Trial) -> str:
    """Where it stands, in a few words."""
    if trial.end is None or trial.ended is None:
        return f"until {say_day(trial.until)}"
    return f"{STATE[trial.end]}, {say_day(trial.ended)}"
