"""The dialog that logs a check-in: what became of it, then the next date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.say import say_here
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.overview import CheckinLine, Person


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
    if line is None:
        return [plan, unplanned]
    when = say_here(line.wall, zone)
    moved = Deed("moved", "Moved", "to another date")
    cancelled = Deed("cancelled", "Cancelled", "one of us called it off")
    topic = Deed("topic", "Say what it is about", line.topic or "nothing written yet")
    if line.wall.day > now.astimezone(now.tzinfo).date():
        return [moved, cancelled, topic, unplanned, plan]
    held = Deed("held", "Held as planned", when)
    missed = Deed("missed", "Missed", "nobody called it off")
    return [held, moved, missed, cancelled, topic, plan]


def likeliest(person: Person) -> CheckinLine | None:
    """The check-in a user most likely means: one that passed, today's, or the next."""
    return min(person.planned, key=lambda line: line.wall.order(), default=None)


class LogCheckin(ListDialog[None]):
    """Choose what became of a check-in; the form that follows saves it."""

    COLUMNS = (Column("", 20), Column("", 26, grow=1, style="$text-muted"))

    def __init__(self, workbook_id: str, checkin_id: str = "") -> None:
        """A check-in of this relationship; without an id the likeliest one."""
        super().__init__()
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
        return f"Check-in with {person.name if person else ''}{when}"

    def entries(self) -> list[Row]:
        """What can be said."""
        found = deeds(self.line, self.app.now, self.app.zone)
        return [Row(deed.key, (deed.label, deed.hint)) for deed in found]

    async def chosen(self, key: str) -> None:
        """Open the form at once: a key typed ahead goes to the form, not to this list."""
        from tui.checkin.outcome import OutcomeForm

        try:
            workbook = self.app.world.coach.open(self.workbook_id)
        except TrothError as error:
            self.app.show_error(error)
            return
        form = OutcomeForm(workbook, key, self.line, self.app.now)
        self.app.push_screen(form, self._saved)

    def _saved(self, saved: str | None) -> None:
        if saved:
            self.dismiss(None)
