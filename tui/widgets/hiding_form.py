"""A form that hides something until a date; it comes back by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.errors import Refused
from tui.widgets.fields import DateField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date

    from coaching.moments import Wall


class HidingForm(Form[str]):
    """A subclass gives the fields, one of them `until_field`, and what is hidden."""

    def until_field(self, label: str, value: str = "") -> DateField:
        """The day it comes back."""
        return DateField("until", label, self.read_day, value=value, example="fri, +2w, 24 nov")

    def read_day(self, text: str) -> Wall:
        """A day as the user types it."""
        return self.app.world.read_when(text)

    async def hide(self, workbook_id: str, rule: str, subject: str, reason: str = "") -> str:
        """Hide this until the day that was typed; gives the workbook it is about."""
        from coaching.verbs.putoffs import put_off

        until = self._until()
        coach = self.app.world.coach
        verb = partial(
            put_off, new_id=coach.new_id(), rule=rule, subject=subject, until=until, reason=reason
        )
        changed = await self.app.carry_out(lambda: coach.do(workbook_id, verb))
        self.app.say(changed.said)
        return workbook_id

    def _until(self) -> date:
        wall = self.query_one(DateField).wall()
        if wall is None:
            raise Refused("Write the day it shall come back: fri, +2w, 24 nov.", field="until")
        if wall.day <= self.app.now.date():
            raise Refused("Choose a day after today.", field="until")
        return wall.day
