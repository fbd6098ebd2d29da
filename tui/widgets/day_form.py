"""A form that begins with texts and ends with a day; what feedback and stories are logged with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.errors import Refused
from coaching.say import first_name
from tui.widgets.fields import DateField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date

    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook


class DayForm(Form[bool]):
    """A subclass gives `title_text`, `fields` (with `day_field`) and `verb`."""

    def __init__(self, workbook: Workbook, draft_key: str) -> None:
        """About these records."""
        super().__init__()
        self.workbook = workbook
        self.draft_key = draft_key

    @property
    def who(self) -> str:
        """What the other person is called."""
        return first_name(self.workbook.relationship.name)

    @property
    def today(self) -> date:
        """The present day."""
        return self.app.now.date()

    def day_field(self, label: str, value: str = "today") -> DateField:
        """A day that has come."""
        return DateField("when", label, self._read, value=value, example="today, last tue, 24 nov")

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, past=True)

    def day(self) -> date:
        """The day that was typed; refused where there is none, or where it is still to come."""
        wall = self.query_one("#field-when", DateField).wall()
        if wall is None:
            raise Refused("Write the day: today, last tue, 24 nov.", "when")
        if wall.day > self.today:
            raise Refused("This day is still to come. Log it once it is here.", "when")
        return wall.day

    def verb(self) -> Verb:
        """What is done with these texts on this day."""
        raise NotImplementedError

    async def save(self) -> bool:
        """Do it."""
        verb = self.verb()
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return True
