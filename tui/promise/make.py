"""The form that records a promise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Static

from coaching.errors import Refused
from coaching.say import first_name
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.moments import Wall


class MakePromise(Form[str]):
    """Who, what, by when. Both may read it: a promise is for us two."""

    def __init__(self, workbook_id: str) -> None:
        """A promise in this relationship."""
        super().__init__()
        self.workbook_id = workbook_id
        self.draft_key = f"promise-{workbook_id}"

    def title_text(self) -> str:
        """Whom it is with."""
        return f"A promise, {self._their_name} and you"

    @property
    def _their_name(self) -> str:
        person = self.app.facts.person(self.workbook_id)
        return first_name(person.name) if person else ""

    def fields(self) -> Iterator[Widget]:
        """Whose, what, by."""
        yield Static("Whose promise is it?", classes="field-label")
        yield Choice([("me", "mine"), ("them", "theirs")], id="whose")
        yield Field(
            "what",
            "What, in a few words",
            under=f"us two: it may go on a page you make for {self._their_name}",
            example="an introduction to Priya",
        )
        yield DateField("by", "By when", self._read, example="fri, +1w, 24 nov")

    def on_mount(self) -> None:
        """Begin with the words; whose is one shift+tab away."""
        super().on_mount()
        self.field("what").query_one("Input").focus()

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    async def save(self) -> str:
        """Record it."""
        from coaching.verbs import promises

        by_field = self.field("by")
        by = by_field.wall() if isinstance(by_field, DateField) else None
        what = self.field("what").text.strip()
        if not what:
            raise Refused("Say what is promised, in a few words.", field="what")
        if by is None:
            raise Refused("A promise needs a date: fri, +1w, 24 nov.", field="by")
        coach = self.app.world.coach
        verb = partial(
            promises.make,
            promise_id=coach.new_id(),
            what=what,
            whose="me" if self.query_one("#whose", Choice).value == "me" else "them",
            by=by.day,
            today=self.app.now.date(),
        )
        changed = await self.app.carry_out(lambda: coach.do(self.workbook_id, verb))
        self.app.say(changed.said)
        return self.workbook_id
