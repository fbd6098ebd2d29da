"""What is celebrated with one person, and what was said of it to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from coaching.record.celebration import Celebration
from coaching.say import say_short
from coaching.verbs import celebrations
from tui.celebration.form import CelebrationForm
from tui.widgets.desk import Desk, Line, OneRecord, open_desk, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

CONSENT = {"yes": "they agreed", "no": "they would rather not", "not_asked": "ask them first"}


def open_celebrations(app: TrothApp, workbook: Workbook) -> None:
    """Celebrations with this person."""
    open_desk(app, lambda forms: Celebrations(workbook, forms))


def open_celebration(app: TrothApp, workbook: Workbook, record_id: str) -> None:
    """One celebration; nothing where it is gone."""
    if workbook.find(Celebration, record_id):
        open_desk(app, lambda forms: OneCelebration(workbook, forms, record_id))


class Celebrations(Desk):
    """Note something good, or choose what is there: what was not said yet comes first."""

    def heading(self) -> str:
        """With whom."""
        return f"Celebrate, {self.who} and you"

    def text(self) -> str:
        """What to name."""
        return f"{self.forms.celebration.opening} Best within a week."

    def lines(self) -> Iterator[Line]:
        """A new one, then those there are."""
        new = partial(self.open, CelebrationForm, self.workbook, self.forms.celebration)
        yield Line("new", "+ Note something good", "", new)
        every = sorted(self.workbook.all(Celebration), key=lambda one: one.on, reverse=True)
        for one in sorted(every, key=lambda one: one.told is not None):
            yield Line(one.id, one.act, state(one, self.today), partial(self._choose, one.id))

    def _choose(self, celebration_id: str) -> None:
        self.open(OneCelebration, self.workbook, self.forms, celebration_id)


class OneCelebration(OneRecord):
    """One act, and what can be done with it."""

    def record(self) -> Celebration | None:
        """As it is now."""
        return self.workbook.find(Celebration, self.record_id)

    def heading(self) -> str:
        """With whom."""
        return f"Celebrate, {self.who} and you"

    def text(self) -> Content:
        """All that is kept of it."""
        one = self.record()
        if one is None:
            return Content("")
        hears = f"{one.hears} ({CONSENT[one.consent]})" if one.hears else ""
        return paragraphs(
            ("", one.act),
            ("When", f"{say_short(one.on, self.today)}; {state(one, self.today)}"),
            ("Effort", one.effort),
            ("Effect", one.effect),
            ("Who hears", hears),
        )

    def lines(self) -> Iterator[Line]:
        """Say it, change it, delete it."""
        one = self.record()
        if one is None:
            return
        if one.told is None:
            told = partial(celebrations.tell, celebration_id=one.id, today=self.today)
            yield Line("told", f"I said it to {self.who}", "today", partial(self.carry, told))
        edit = partial(self.open, CelebrationForm, self.workbook, self.forms.celebration, one)
        yield Line("edit", "Change it", "", edit)
        yield self.delete_line("celebration", partial(celebrations.delete, celebration_id=one.id))


def state(one: Celebration, today: date) -> str:
    """Whether it was said, in a few words."""
    return f"said {say_short(one.told, today)}" if one.told else "to say next time"
