"""Home: one next step and three panes, live on the facts of every relationship."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.home import HomeView, home_view, passed_long_ago
from coaching.overview import Overview
from tui.home import panes
from tui.home.top import NextStepPanel, TopLine
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.next_step import NextStep
    from tui.app import TrothApp

HEIGHTS = [(0, "-low"), (18, "-high")]


class HomeScreen(Screen[None]):
    """The three panes; every deed about a person starts here."""

    app: TrothApp
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new", id="home.new", tooltip="Add a person, or several pasted lines"),
        Binding(
            "c",
            "checkin",
            "check-in",
            id="home.checkin",
            tooltip="Log how a check-in went, or plan one",
        ),
        Binding("p", "promise", "promise", id="home.promise", tooltip="A promise, yours or theirs"),
        Binding(
            "o",
            "promises",
            "open promises",
            id="home.promises",
            show=False,
            tooltip="Open promises: keep, agree a new date, let go",
        ),
        Binding(
            "h",
            "hurdle",
            "hurdle",
            id="home.hurdle",
            tooltip="Something strains the trust: work it through",
        ),
        Binding(
            "slash",
            "find",
            "find",
            key_display="/",
            id="home.find",
            tooltip="Find a person, a promise, a check-in",
        ),
        Binding(
            "x",
            "not_today",
            "not today",
            show=False,
            id="home.not-today",
            tooltip="Put the next step off to a date",
        ),
        Binding("i", "why", "why", show=False, id="home.why", tooltip="Why this is the next step"),
        Binding(
            "0",
            "pane('next')",
            "next step",
            show=False,
            id="home.next",
            tooltip="Go to the next step",
        ),
        Binding(
            "1",
            "pane('relationships')",
            "pane 1",
            show=False,
            id="home.one",
            tooltip="Go to active relationships",
        ),
        Binding(
            "2",
            "pane('checkins')",
            "pane 2",
            show=False,
            id="home.two",
            tooltip="Go to upcoming check-ins",
        ),
        Binding(
            "3",
            "pane('hurdles')",
            "pane 3",
            show=False,
            id="home.three",
            tooltip="Go to trust hurdles",
        ),
        Binding(
            "s",
            "contacts",
            "people outside",
            show=False,
            id="home.contacts",
            tooltip="Your support contacts",
        ),
        Binding(
            "g",
            "guide",
            "guide",
            show=False,
            id="home.guide",
            tooltip="The 18 hurdles, with signs and first moves",
        ),
        Binding(
            "z",
            "set_aside",
            "paused and ended",
            show=False,
            id="home.set-aside",
            tooltip="Relationships that are paused or ended",
        ),
    ]

    top = getters.query_one(TopLine)
    next_panel = getters.query_one(NextStepPanel)
    relationships = getters.query_one("#relationships", Rows)
    checkins = getters.query_one("#checkins", Rows)
    hurdles = getters.query_one("#hurdles", Rows)
    good = getters.query_one("#good", Static)

    view: HomeView

    def compose(self) -> ComposeResult:
        """Head, panes, what is good, keys."""
        yield TopLine(self.app.world.mark)
        yield NextStepPanel(id="next")
        with Container(id="both"):
            yield panes.relationships_pane()
            yield panes.checkins_pane()
        yield panes.hurdles_pane()
        yield Static(id="good")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the facts, follow them, and open what this run began with."""
        self._show(self.app.facts)
        self.app.facts_changed.subscribe(self, self._show)
        self.app.time_changed.subscribe(self, self._redate)
        self._first_focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        from tui.home.opening import begin

        begin(self)

    def _redate(self, _: datetime) -> None:
        self._show(self.app.facts)

    def _show(self, facts: Overview) -> None:
        now = self.app.now
        self.view = home_view(facts, now, self.app.zone)
        self.top.now = now
        self._show_step(facts)
        self.relationships.show(panes.relationship_rows(self.view))
        somebody = bool(self.view.active)
        no_dates = panes.NO_DATES if somebody else panes.NO_DATES_YET
        no_hurdles = panes.NO_HURDLES if somebody else panes.NO_HURDLES_YET
        self.checkins.show(panes.checkin_rows(self.view), empty=no_dates)
        self.hurdles.show(panes.hurdle_rows(self.view), empty=no_hurdles)
        self._show_counts()
        self.refresh_bindings()

    def _show_step(self, facts: Overview) -> None:
        panel = self.next_panel
        panel.step, panel.nothing_due = self.view.step, self.view.nothing_due
        if not self.view.active:
            panel.nothing_due = "Add the first person you mentor, or who mentors you: n"
        panel.trouble = facts.troubles[0].sentence if facts.troubles else ""
        if self.view.unreadable and not panel.trouble:
            panel.trouble = (
                f"{self.view.unreadable} records cannot be read; they are kept as they are."
            )

    def _show_counts(self) -> None:
        view = self.view
        paused = f", {view.paused} paused" if view.paused else ""
        self.relationships.border_subtitle = Content(f"{view.active} active{paused}")
        self.hurdles.border_subtitle = Content(f"{len(view.hurdles)} open")
        good = "  ".join(view.good_lately)
        shown = Content.assemble(("Good lately  ", "bold"), good) if good else Content("")
        self.good.update(shown)

    def _first_focus(self) -> None:
        target = self.next_panel if self.view.step else self.relationships
        target.focus()

    def person(self) -> str | None:
        """The workbook that the keys are about: of the pane with the cursor."""
        if self.focused is self.next_panel and self.view.step:
            return self.view.step.workbook_id
        if self.focused is self.checkins and self.checkins.key:
            return self.checkins.key.split(" ")[0]
        if self.focused is self.hurdles and self.hurdles.key:
            return self.hurdles.key.split(" ")[0]
        return self.relationships.key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys about a person rest while there is none."""
        if action in ("checkin", "promise", "promises", "hurdle"):
            return self.relationships.key is not None or None
        if action in ("not_today", "why"):
            return self.view.step is not None or None
        return True

    def action_pane(self, name: str) -> None:
        """Go to a pane; in a very low window it takes the place of the others."""
        for pane in ("checkins", "hurdles"):
            self.set_class(name == pane, f"on-{pane}")
        self.query_one(f"#{name}").focus()

    def action_new(self) -> None:
        """Add a person, or several."""
        from tui.relationship.new import NewRelationships

        self.app.push_screen(NewRelationships(), self._added)

    def _added(self, workbook_id: str | None) -> None:
        if workbook_id:
            self._show(self.app.facts)
            self.relationships.go_to(workbook_id)
            self.relationships.focus()

    def action_checkin(self) -> None:
        """Log a check-in of this person, or plan one."""
        key = self.checkins.key if self.focused is self.checkins else None
        _, _, checkin_id = (key or "").partition(" ")
        if person := self.person():
            self.open_checkin(person, checkin_id)

    def open_checkin(self, workbook_id: str, checkin_id: str = "") -> None:
        """Open the check-in dialog."""
        from tui.checkin.log import LogCheckin

        self.app.push_screen(LogCheckin(workbook_id, checkin_id))

    def action_promise(self) -> None:
        """Record a promise."""
        from tui.promise.make import MakePromise

        if person := self.person():
            self.app.push_screen(MakePromise(person))

    def action_promises(self) -> None:
        """Settle an open promise of this person."""
        from tui.promise.settle import SettlePromise

        if person := self.person():
            self.app.push_screen(SettlePromise(person))

    def action_hurdle(self) -> None:
        """Begin a hurdle with this person."""
        if person := self.person():
            self.open_hurdle(person)

    def open_hurdle(self, workbook_id: str, hurdle_id: str = "") -> None:
        """Open the wizard at a hurdle, or at a new one."""
        from tui.hurdle.screen import HurdleScreen

        self.app.push_screen(HurdleScreen(self.app.world.coach, workbook_id, hurdle_id))

    def action_find(self) -> None:
        """Find over everyone."""
        from tui.home.find import Find

        self.app.push_screen(Find(), self._found)

    def _found(self, workbook_id: str | None) -> None:
        if workbook_id:
            self.open_person(workbook_id)

    def open_person(self, workbook_id: str) -> None:
        """Open the relationship screen."""
        from tui.relationship.screen import RelationshipScreen

        self.app.push_screen(RelationshipScreen(workbook_id))

    def action_set_aside(self) -> None:
        """Show paused and ended relationships."""
        from tui.home.find import Find

        self.app.push_screen(Find(set_aside=True), self._found)

    def action_contacts(self) -> None:
        """Show the support contacts."""
        from tui.guide.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen())

    def action_guide(self) -> None:
        """Show the 18 hurdles."""
        from tui.guide.library import LibraryScreen

        self.app.push_screen(LibraryScreen())

    def action_not_today(self) -> None:
        """Put the next step off."""
        from tui.home.put_off import PutOffStep

        if self.view.step:
            self.app.push_screen(PutOffStep(self.view.step))

    def action_why(self) -> None:
        """Say why this is the next step."""
        if self.view.step:
            self.app.say(self.view.step.reason)

    @on(NextStepPanel.Taken)
    def _take(self, event: NextStepPanel.Taken) -> None:
        self._do_step(event.step)

    def _do_step(self, step: NextStep) -> None:
        from tui.promise.settle import SettlePromise

        match step.deed:
            case "settle":
                self.app.push_screen(SettlePromise(step.workbook_id, step.subject))
            case "log":
                self.open_checkin(step.workbook_id, step.subject)
            case "hurdle":
                self.open_hurdle(step.workbook_id, step.subject)
            case _:
                self.open_checkin(step.workbook_id)

    @on(Rows.Chosen, "#relationships")
    def _open_relationship(self, event: Rows.Chosen) -> None:
        self.open_person(event.key)

    @on(Rows.Chosen, "#checkins")
    def _open_checkin(self, event: Rows.Chosen) -> None:
        workbook_id, _, subject = event.key.partition(" ")
        person = self.app.facts.person(workbook_id)
        if person and any(hurdle.id == subject for hurdle in person.hurdles):
            self.open_hurdle(workbook_id, subject)
        else:
            self.open_checkin(workbook_id, subject)

    @on(Rows.Chosen, "#hurdles")
    def _open_hurdle(self, event: Rows.Chosen) -> None:
        workbook_id, _, hurdle_id = event.key.partition(" ")
        self.open_hurdle(workbook_id, hurdle_id)

    def away(self) -> bool:
        """Whether check-ins passed a week or more ago and wait for a word."""
        return passed_long_ago(self.app.facts, self.app.now)
