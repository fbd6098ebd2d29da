"""The dialog that logs a check-in: what became of it, then the next date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.say import first_name, say_here
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.overview import CheckinLine, Person
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp
    from tui.checkin.outcome import OutcomeForm


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be said of a check-in."""

    key: str
    label: str
    hint: str


def deeds(line: CheckinLine | None, now: datetime, zone: str) -> list[Deed]:
    """What can be said of this check-in now; the likeliest comes first."""
    unplanned = Deed("unplanned", "Held without a date", "we met, nothing was planned")
    plan = Deed("plan", "Plan a date", "the next check-in")
    agenda = Deed("agenda", "Its agenda", "read it, change it")
    if line is None:
        return [plan, unplanned]
    when = say_here(line.wall, zone)
    moved = Deed("moved", "Moved", "to another date")
    cancelled = Deed("cancelled", "Cancelled", "one of us called it off")
    topic = Deed("topic", "Say what it is about", line.topic or "nothing written yet")
    if line.wall.day > now.date():
        early = Deed("held", "Held today", f"planned for {say_here(line.wall, zone)}")
        return [early, moved, cancelled, topic, agenda, unplanned, plan]
    held = Deed("held", "Held as planned", when)
    missed = Deed("missed", "Missed", "nobody called it off")
    return [held, moved, missed, cancelled, topic, agenda, plan]


def likeliest(person: Person) -> CheckinLine | None:
    """The check-in a user most likely means: one that passed, today's, or the next."""
    return min(person.planned, key=lambda line: line.wall.order(), default=None)


class LogCheckin(ListDialog[None]):
    """Choose what became of a check-in; the form that follows saves it."""

    COLUMNS = (Column("", 20), Column("", 26, grow=1, style="$text-muted"))

    def __init__(self, workbook_id: str, checkin_id: str = "", *, prepared: bool = False) -> None:
        """A check-in of this relationship; without an id the likeliest one.

        `prepared` says that its agenda was before the user's eyes, with question and habit.
        """
        super().__init__()
        self.prepared = prepared
        self.workbook_id = workbook_id
        self.checkin_id = checkin_id
        self.line: CheckinLine | None = None

    def on_mount(self) -> None:
        """Keep to the check-in named now, whatever other windows do meanwhile."""
        self.line = self._line()
        super().on_mount()

    def _line(self) -> CheckinLine | None:
        person = self.app.facts.person(self.workbook_id)
        if person is None:
            return None
        named = [line for line in person.planned if line.id == self.checkin_id]
        return named[0] if named else likeliest(person)

    def heading(self) -> str:
        """With whom, and when."""
        person = self.app.facts.person(self.workbook_id)
        when = f", {say_here(self.line.wall, self.app.zone)}" if self.line else ""
        return f"Check-in with {first_name(person.name) if person else ''}{when}"

    def entries(self) -> list[Row]:
        """What can be said."""
        found = deeds(self.line, self.app.now, self.app.zone)
        return [Row(deed.key, (deed.label, deed.hint)) for deed in found]

    async def chosen(self, key: str) -> None:
        """Open the form at once: a key typed ahead goes to the form, not to this list."""
        try:
            workbook = self.app.world.coach.open(self.workbook_id)
        except TrothError as error:
            self.app.show_error(error)
            return
        if key == "agenda":
            from tui.checkin.before import open_before

            self.dismiss(None)
            open_before(self.app, workbook, self.line.id if self.line else "")
            return
        form = outcome_form(self.app, workbook, key, self.line, prepared=self.prepared)
        self.app.push_screen(form, self._saved)

    def _saved(self, saved: str | None) -> None:
        if saved:
            self.dismiss(None)


def outcome_form(
    app: TrothApp,
    workbook: Workbook,
    outcome: str,
    line: CheckinLine | None,
    *,
    prepared: bool = False,
) -> OutcomeForm:
    """The form that follows an outcome; one held as planned has room for a few words more."""
    from tui.checkin.held import HeldForm
    from tui.checkin.outcome import OutcomeForm

    if outcome == "held" and line is not None:
        return HeldForm(workbook, line, app.now, prepared=prepared)
    return OutcomeForm(workbook, outcome, line, app.now)


def open_outcome(app: TrothApp, workbook: Workbook, checkin_id: str, outcome: str) -> None:
    """Open the form of an outcome for a check-in that is known."""
    person = app.facts.person(workbook.id)
    planned = person.planned if person else ()
    line = next((one for one in planned if one.id == checkin_id), None)
    if line is not None:
        app.push_screen(outcome_form(app, workbook, outcome, line))
