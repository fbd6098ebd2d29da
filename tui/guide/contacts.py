"""The user's own support contacts: people and offices outside the pair, checked now and then."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from coaching.errors import TrothError
from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE
from coaching.say import say_count
from coaching.verbs import contacts
from tui.guide.contact_form import UNKNOWN_KIND, ContactForm
from tui.still_open import still_open
from tui.widgets.ask import Ask
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from coaching.guide import Content as Guide
    from coaching.guide import SupportKind
    from coaching.overview import Overview
    from coaching.thresholds import Thresholds
    from tui.app import TrothApp

PURPOSE = "whom you could ask, beyond the two of you; only me"
BACK_AGAIN = "While this window is open, u brings it back."


class ContactsScreen(Screen[None]):
    """Support contacts by name; kept with the user's own records, in no one's workbook."""

    CSS_PATH = "contacts.tcss"
    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new", id="contacts.new", tooltip="Add a person or an office"),
        Binding(
            "e",
            "change",
            "change",
            id="contacts.change",
            tooltip="Change this contact; enter does it too",
        ),
        Binding(
            "t",
            "still_true",
            "still true",
            id="contacts.true",
            tooltip="Checked today: all of it is still true",
        ),
        Binding(
            "d",
            "delete",
            "delete",
            id="contacts.delete",
            tooltip="Delete this contact; u takes it back",
        ),
        Binding("escape", "leave", "back", id="contacts.leave", tooltip="Back"),
    ]

    rows = getters.query_one(Rows)

    guide: Guide | None = None
    found: dict[str, SupportContact]

    def compose(self) -> ComposeResult:
        """Head, list, keys."""
        yield Head("People outside", PURPOSE)
        columns = (
            Column("Who", 20, grow=2),
            Column("What kind of help", 30, grow=3, drop=1),
            Column("Checked", 12, style="$text-muted"),
        )
        yield Rows(columns, id="contacts")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Read the contacts, and again when another window saved."""
        self.found = {}
        self.rows.focus()
        await self._read()
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self.app.time_changed.subscribe(self, self._redate)

    async def _facts_changed(self, _: Overview) -> None:
        await self._read()

    def _redate(self, _: datetime) -> None:
        self._show()

    async def _read(self) -> None:
        def read() -> tuple[Guide, tuple[SupportContact, ...]]:
            world = self.app.world
            return world.content, world.coach.open(MINE).all(SupportContact)

        try:
            self.guide, found = await asyncio.to_thread(read)
        except TrothError as error:
            self.app.show_error(error)
            return
        by_name = sorted(found, key=lambda one: one.name.casefold())
        self.found = {one.id: one for one in by_name}
        self._show()

    def _show(self) -> None:
        if self.guide is None or not still_open(self):
            return
        today = self.app.now.date()
        rows = [self._row(contact, self.guide, today) for contact in self.found.values()]
        self.rows.show(rows, empty=_nobody(self.guide.support.kinds))
        self.refresh_bindings()

    def _row(self, contact: SupportContact, guide: Guide, today: date) -> Row:
        kind = guide.support_kind(contact.kind)
        known = kind.name if kind else UNKNOWN_KIND
        reach = ", ".join(part for part in (contact.reach, contact.hours) if part)
        passes_on = f"Must pass on: {contact.must_report}" if contact.must_report else ""
        stale = say_stale(contact, today, self.app.world.limits)
        lines = (reach, passes_on, stale)
        below = tuple(Content.styled(f"  {line}", "$text-muted") for line in lines if line)
        return Row(contact.id, (contact.name, known, say_checked(contact.checked, today)), below)

    @property
    def contact(self) -> SupportContact | None:
        """The one under the cursor."""
        return self.found.get(self.rows.key or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys about a contact rest while there is none."""
        if action in ("change", "still_true", "delete"):
            return self.contact is not None or None
        return True

    def action_new(self) -> None:
        """Add one."""
        if self.guide:
            self.app.push_screen(ContactForm(self.guide.support.kinds), self._kept)

    def _kept(self, contact: SupportContact | None) -> None:
        if contact:
            self.rows.go_to(contact.id)

    @on(Rows.Chosen)
    def action_change(self) -> None:
        """Change the one under the cursor."""
        if self.guide and self.contact:
            self.app.push_screen(ContactForm(self.guide.support.kinds, self.contact))

    async def action_still_true(self) -> None:
        """Mark it as checked today."""
        if self.contact:
            checked = self.contact.changed(checked=self.app.now.date())
            await self.app.do(MINE, partial(contacts.keep, contact=checked))

    def action_delete(self) -> None:
        """Ask, then delete."""
        if contact := self.contact:
            verb = partial(contacts.delete, contact_id=contact.id)
            self.app.push_screen(Ask(f"Delete {contact.name}?", BACK_AGAIN, MINE, verb))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def say_checked(checked: date, today: date) -> str:
    """When it was last known to be true."""
    days = (today - checked).days
    return "today" if days <= 0 else f"{say_count(days, 'day')} ago"


def say_stale(contact: SupportContact, today: date, limits: Thresholds) -> str:
    """A question where it is time to check the contact again; else nothing."""
    if not contact.is_old(today, limits.contact_old_days):
        return ""
    days = (today - contact.checked).days
    return f"Checked {say_count(days, 'day')} ago: still true? t says yes, e changes it."


def _nobody(kinds: tuple[SupportKind, ...]) -> str:
    names = "\n".join(f"· {kind.name}" for kind in kinds)
    return (
        "Nobody yet. n adds someone outside the two of you whom you could ask one day. "
        f"The usual kinds:\n\n{names}"
    )
