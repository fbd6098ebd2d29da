"""A line that one side puts on an agenda: added, worded anew, settled, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, Static

from coaching.errors import Refused
from coaching.record.agenda_item import AgendaItem
from coaching.say import first_name, say_day
from coaching.text import has_visible
from coaching.verbs import preparing
from tui.widgets.choice import Choice
from tui.widgets.desk import Line, OneRecord, open_desk, paragraphs
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

US_TWO = "us two: it may go on a page you make for {name}"


class ItemForm(Form[None]):
    """A new line for an agenda, or other words for one that is there."""

    def __init__(self, workbook: Workbook, checkin_id: str, item: AgendaItem | None = None) -> None:
        """`checkin_id` is "" for the next check-in there will be."""
        super().__init__()
        self.workbook = workbook
        self.checkin_id = checkin_id
        self.item = item
        self.draft_key = f"agenda-{workbook.id}-{item.id if item else 'new'}"

    def title_text(self) -> str:
        """What it is."""
        return "A line of the agenda" if self.item else "One more thing to talk about"

    def fields(self) -> Iterator[Widget]:
        """Whose, what."""
        name = first_name(self.workbook.relationship.name)
        if self.item is None:
            yield Static("Who brings it?", classes="field-label")
            yield Choice([("me", "me"), ("them", name)], id="by")
        under = US_TWO.replace("{name}", name)
        yield Field(
            "what", "In a few words", value=self.item.what if self.item else "", under=under
        )

    def on_mount(self) -> None:
        """Begin with the words; who brings it is one shift+tab away."""
        super().on_mount()
        self.field("what").query_one(Input).focus()

    async def save(self) -> None:
        """Keep it."""
        what = self.field("what").text
        if not has_visible(what):
            raise Refused("Say in a few words what to talk about.", "what")
        verb = self._verb(what)
        changed = await self.app.carry_out(lambda: self.app.world.coach.do(self.workbook.id, verb))
        self.app.say(changed.said)

    def _verb(self, what: str) -> Verb:
        if self.item is not None:
            return partial(preparing.reword, item_id=self.item.id, what=what)
        return partial(
            preparing.add,
            item_id=self.app.world.coach.new_id(),
            what=what,
            by="me" if self.query_one("#by", Choice).value == "me" else "them",
            today=self.app.now.date(),
            checkin_id=self.checkin_id,
        )


class OneItem(OneRecord):
    """A line, and what can be done with it."""

    def record(self) -> AgendaItem | None:
        """As it is now."""
        return self.workbook.find(AgendaItem, self.record_id)

    def heading(self) -> str:
        """Who brings it."""
        item = self.record()
        return f"Brought by {self.who if item and item.by == 'them' else 'you'}"

    def text(self) -> Content:
        """Its words."""
        item = self.record()
        return paragraphs(("", item.what), ("Since", say_day(item.added))) if item else Content("")

    def lines(self) -> Iterator[Line]:
        """Settle, reword, delete."""
        item = self.record()
        if item is None:
            return
        settle = partial(preparing.settle, item_id=item.id, today=self.app.now.date())
        yield Line("settle", "Talked about, or not needed", "", partial(self._settle, settle))
        edit = partial(self.open, ItemForm, self.workbook, item.checkin, item)
        yield Line("edit", "Change the words", "us two", edit)
        yield self.delete_line("line", partial(preparing.delete, item_id=item.id))

    async def _settle(self, verb: Verb) -> None:
        if await self.app.do(self.workbook.id, verb):
            self.dismiss(None)


def open_item(app: TrothApp, workbook: Workbook, item_id: str) -> None:
    """One line of an agenda; nothing where it is gone."""
    if workbook.find(AgendaItem, item_id):
        open_desk(app, lambda forms: OneItem(workbook, forms, item_id))
