"""One relationship: who they are and the facts on one side, everything recorded on the other."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from coaching.errors import TrothError
from coaching.timeline import Happening, timeline
from coaching.verbs import relationships
from tui.home.top import TopLine
from tui.relationship.about import About
from tui.relationship.happenings import FILTERS, Happenings, happening_rows, heading
from tui.relationship.opening import open_record
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.overview import Overview
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


class RelationshipScreen(Screen[None]):
    """Everything about one person; every deed about them is one key away."""

    CSS_PATH = "relationship.tcss"
    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "checkin",
            "check-in",
            id="person.checkin",
            tooltip="Log how a check-in went, or plan one",
        ),
        Binding(
            "p", "promise", "promise", id="person.promise", tooltip="A promise, yours or theirs"
        ),
        Binding(
            "h",
            "hurdle",
            "hurdle",
            id="person.hurdle",
            tooltip="Something strains the trust: work it through",
        ),
        Binding("t", "note", "note", id="person.note", tooltip="Write a note"),
        Binding(
            "e",
            "edit",
            "edit",
            id="person.edit",
            tooltip="Name, rhythm, phase and the other details",
        ),
        Binding(
            "o",
            "promises",
            "open promises",
            show=False,
            id="person.promises",
            tooltip="Open promises: keep, agree a new date, let go",
        ),
        Binding(
            "z",
            "pause",
            "pause or go on",
            show=False,
            id="person.pause",
            tooltip="Set the relationship aside for a while, or take it up again",
        ),
        Binding(
            "E",
            "end",
            "end",
            show=False,
            id="person.end",
            tooltip="End the relationship; the record stays",
        ),
        Binding(
            "D",
            "delete",
            "delete",
            show=False,
            id="person.delete",
            tooltip="Delete the relationship and everything recorded about it",
        ),
        Binding(
            "1", "only('all')", "everything", show=False, id="person.all", tooltip="Show everything"
        ),
        Binding(
            "2",
            "only('checkin')",
            "check-ins",
            show=False,
            id="person.checkins",
            tooltip="Show check-ins only",
        ),
        Binding(
            "3",
            "only('promise')",
            "promises",
            show=False,
            id="person.their-promises",
            tooltip="Show promises only",
        ),
        Binding(
            "4",
            "only('hurdle')",
            "hurdles",
            show=False,
            id="person.hurdles",
            tooltip="Show hurdles only",
        ),
        Binding(
            "5", "only('note')", "notes", show=False, id="person.notes", tooltip="Show notes only"
        ),
        Binding(
            "escape",
            "back",
            "back",
            key_display="esc",
            id="person.back",
            tooltip="Back to where you came from",
        ),
    ]

    top = getters.query_one(TopLine)
    about = getters.query_one(About)
    list = getters.query_one("#happenings", Rows)

    def __init__(self, workbook_id: str) -> None:
        """The relationship with this workbook id."""
        super().__init__()
        self.workbook_id = workbook_id
        self.workbook: Workbook | None = None
        self.happenings: tuple[Happening, ...] = ()
        self.only = "all"
        self._deleting = False
        self._left = False

    def compose(self) -> ComposeResult:
        """Head, who and facts, everything recorded, keys."""
        yield TopLine(self.app.world.mark)
        with Container(id="sides"):
            yield About()
            yield Happenings()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the record, and follow what this and other windows save."""
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self.app.time_changed.subscribe(self, self._time_changed)
        self.list.focus()
        self._read_now()

    def _facts_changed(self, facts: Overview) -> None:
        if facts.person(self.workbook_id) is not None:
            self._read_soon()
        else:
            self._leave_deleted()

    def _time_changed(self, _: datetime) -> None:
        self._show()

    def on_screen_resume(self) -> None:
        """Leave where the records were deleted meanwhile."""
        if self.workbook and self.app.facts.person(self.workbook_id) is None:
            self._leave_deleted()

    def _leave_deleted(self) -> None:
        """Go back once, as soon as nothing stands above; say why where it was not done here."""
        if not self.is_current or self._left:
            return
        self._left = True
        if not self._deleting and self.workbook:
            name = self.workbook.relationship.name
            self.app.say(f"{name} is not in your records any more.")
        self.dismiss(None)

    def _read_now(self) -> None:
        """Before the first frame, so that a key typed ahead finds the record."""
        try:
            self.workbook = self.app.world.coach.open(self.workbook_id)
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        self._show()

    @work(group="read", exclusive=True)
    async def _read_soon(self) -> None:
        try:
            self.workbook = await asyncio.to_thread(self.app.world.coach.open, self.workbook_id)
        except TrothError as error:
            self.app.show_error(error)
            return
        self._show()

    def _show(self) -> None:
        self.top.now = self.app.now
        if self.workbook is None:
            return
        self.about.show(self.workbook, self.app.now, self.app.zone)
        self.happenings = tuple(timeline(self.workbook, self.app.now, self.app.zone))
        self._show_list()
        self.refresh_bindings()

    def _show_list(self) -> None:
        shown = [one for one in self.happenings if self.only in ("all", one.kind)]
        self.list.show(happening_rows(shown, self.app.now), empty=FILTERS[self.only].empty)
        self.list.border_title = Content(heading(self.only, len(shown)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Deeds wait until the record is read; an ended relationship is not ended again."""
        if action in ("pause", "end", "delete", "edit", "note") and self.workbook is None:
            return None
        if action == "end" and self.workbook and self.workbook.relationship.state == "ended":
            return None
        return True

    def action_only(self, kind: str) -> None:
        """Show one kind of record, or everything."""
        self.only = kind
        self._show_list()
        self.list.focus()

    def action_checkin(self) -> None:
        """Log or plan a check-in."""
        from tui.checkin.log import LogCheckin

        self.app.push_screen(LogCheckin(self.workbook_id))

    def action_promise(self) -> None:
        """Record a promise."""
        from tui.promise.make import MakePromise

        self.app.push_screen(MakePromise(self.workbook_id))

    def action_promises(self) -> None:
        """Settle an open promise."""
        from tui.promise.settle import SettlePromise

        self.app.push_screen(SettlePromise(self.workbook_id))

    def action_hurdle(self) -> None:
        """Begin a hurdle."""
        from tui.hurdle.screen import HurdleScreen

        self.app.push_screen(HurdleScreen(self.app.world.coach, self.workbook_id, ""))

    def action_note(self) -> None:
        """Write a note."""
        from tui.relationship.note import NoteForm

        if self.workbook:
            self.app.push_screen(NoteForm(self.workbook))

    def action_edit(self) -> None:
        """Change the details."""
        from tui.relationship.edit import EditRelationship

        if self.workbook:
            self.app.push_screen(EditRelationship(self.workbook))

    async def action_pause(self) -> None:
        """Pause, or go on; no question asked, u takes it back."""
        if self.workbook:
            active = self.workbook.relationship.state == "active"
            verb = relationships.pause if active else relationships.go_on
            await self.app.do(self.workbook_id, partial(verb, today=self.app.now.date()))

    def action_end(self) -> None:
        """Ask once, then end it."""
        from tui.relationship.questions import ask_end

        if self.workbook:
            self.app.push_screen(ask_end(self.workbook, self.app.now.date()))

    def action_delete(self) -> None:
        """Ask for the name, then delete it."""
        from tui.relationship.delete import DeleteRelationship

        if self.workbook:
            self._deleting = True
            self.app.push_screen(DeleteRelationship(self.workbook), self._deleted)

    def _deleted(self, done: bool | None) -> None:
        self._deleting = bool(done)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)

    @on(Rows.Chosen, "#happenings")
    def _open(self, event: Rows.Chosen) -> None:
        if self.workbook:
            open_record(self.app, self.workbook, event.key)
