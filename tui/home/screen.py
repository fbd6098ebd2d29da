"""Home: one next step and three panes, live on the facts of every relationship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.home import HomeView, home_view, passed_long_ago
from coaching.overview import Overview
from coaching.say import say_count, say_day_and_time
from tui.home import panes
from tui.home.bindings import BINDINGS
from tui.home.files_line import MOST_LINES, FilesLine, about_files
from tui.home.left_off import LooksForTyped
from tui.home.top import NextStepPanel, TopLine
from tui.home.weeks import Weeks
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.binding import BindingType

    from coaching.next_step import NextStep
    from coaching.overview import CheckinLine
    from tui.app import TrothApp

HEIGHTS = [(0, "-low"), (18, "-high"), (40, "-tall")]
BESIDE, ALL_BESIDE = 110, 170
"""Widths from which the first two panes stand side by side, and from which with every column."""
ROOMY = 45
"""The height from which a wide window has room for the weeks ahead."""
GOOD = "Good lately  "


class HomeScreen(LooksForTyped):
    """The three panes; every deed about a person starts here."""

    app: TrothApp
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    top = getters.query_one(TopLine)
    files_line = getters.query_one(FilesLine)
    next_panel = getters.query_one(NextStepPanel)
    relationships = getters.query_one("#relationships", Rows)
    checkins = getters.query_one("#checkins", Rows)
    hurdles = getters.query_one("#hurdles", Rows)
    good = getters.query_one("#good", Static)

    view: HomeView

    def compose(self) -> ComposeResult:
        """Head, panes, what is good, keys."""
        yield TopLine(self.app.world.mark)
        yield FilesLine()
        yield NextStepPanel(id="next")
        with Container(id="both"):
            yield panes.relationships_pane()
            yield panes.checkins_pane()
        yield panes.hurdles_pane()
        yield Weeks(id="weeks")
        yield Static(id="good")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the facts, follow them, and open what this run began with."""
        from tui.home.opening import is_first_start

        self.set_class(is_first_start(self.app), "-asleep")
        self._show(self.app.facts)
        self.app.facts_changed.subscribe(self, self._show)
        self.app.time_changed.subscribe(self, self._redate)
        self._first_focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        from tui.home.opening import begin

        begin(self)

    def typed_is_known(self) -> None:
        """Say at a hurdle where it was left; pane 3 begins at the first of these."""
        self._show(self.app.facts)
        panes.begin_where_left(self.hurdles, self.view)

    def wake(self) -> None:
        """Show the panes, which rest while the first question is on its way."""
        self.remove_class("-asleep")
        self.call_after_refresh(self.relationships.focus)

    def _redate(self, _: datetime) -> None:
        self._show(self.app.facts)

    def _show(self, facts: Overview) -> None:
        now = self.app.now
        world = self.app.world
        at = (now, self.app.zone, world.limits, world.date_style, self.typed)
        self.view = home_view(facts, *at)
        self.top.moment = say_day_and_time(now)
        self._show_step(facts)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put what is known into the panes as the window is now."""
        self.relationships.show(panes.relationship_rows(self.view))
        somebody = bool(self.view.active)
        no_dates = panes.NO_DATES if somebody else panes.NO_DATES_YET
        no_hurdles = panes.NO_HURDLES if somebody else panes.NO_HURDLES_YET
        panes.show_checkins(self.checkins, self.view, beside=self._beside, empty=no_dates)
        panes.show_hurdles(self.hurdles, self.view, self.app.size.width, empty=no_hurdles)
        self._show_counts()
        self._fit()
        self.refresh_bindings()

    def _fit(self) -> None:
        beside = self.app.size.width >= BESIDE
        upper = (self.relationships, self.checkins)
        panes.fit(self.query_one("#both"), upper, self.app.size.height, beside=beside)
        self.query_one(Weeks).fill(self._room_below())

    def _room_below(self) -> int:
        """The lines left for a calendar in a wide and high window with somebody in it."""
        width, height = self.app.size
        if width < ALL_BESIDE or height < ROOMY or not self.view.active:
            return 0
        told = MOST_LINES if self.files_line.told else 0
        return height - told - panes.height_of(self.relationships, self.checkins, self.hurdles)

    @property
    def _beside(self) -> bool:
        return BESIDE <= self.app.size.width < ALL_BESIDE

    def on_resize(self) -> None:
        """Other columns where the panes stand otherwise."""
        self.set_class(self.app.size.width >= ALL_BESIDE, "-all-beside")
        self._lay_out()

    def _show_step(self, facts: Overview) -> None:
        panel = self.next_panel
        panel.step, panel.nothing_due = self.view.step, self.view.nothing_due
        if not self.view.active:
            panel.nothing_due = "Add the first person you mentor, or who mentors you: n"
        self.files_line.tell(about_files(facts, self.view.unreadable))

    def _show_counts(self) -> None:
        view = self.view
        paused = f", {view.paused} paused" if view.paused else ""
        self.relationships.border_subtitle = Content(f"{view.active} active{paused}")
        ahead = say_count(self.app.world.limits.ahead_days, "day")
        self.checkins.border_subtitle = Content(f"next {ahead}, and each next one")
        self.hurdles.border_subtitle = Content(f"{len(view.hurdles)} open")
        good = panes.as_many(view.good_lately, self.app.size.width - len(GOOD) - 2)
        shown = Content.assemble((GOOD, "bold"), good) if good else Content("")
        self.good.update(shown)

    def _first_focus(self) -> None:
        target = self.next_panel if self.view.step else self.relationships
        target.focus()

    def person(self) -> str | None:
        """Whom the keys are about: the line with the cursor, or the only person there is."""
        at_cursor = self._at_cursor()
        if at_cursor and at_cursor != self.app.facts.mine.id:
            return at_cursor
        everyone = self.view.relationships
        return everyone[0].workbook_id if len(everyone) == 1 else None

    def _at_cursor(self) -> str | None:
        if self.focused is self.next_panel and self.view.step:
            return self.view.step.workbook_id
        if self.focused is self.checkins and self.checkins.key:
            return self.checkins.key.split(" ")[0]
        if self.focused is self.hurdles and self.hurdles.key:
            return self.hurdles.key.split(" ")[0]
        return self.relationships.key if self.focused is self.relationships else None

    def _about(self, heading: str, deed: Callable[[str], None]) -> None:
        """Do it about this person; where no line with one has the cursor, ask who."""
        from tui.home.with_whom import ask_whom

        if person := self.person():
            deed(person)
        else:
            ask_whom(self.app, heading, deed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys about a person rest while there is none."""
        if action in ("checkin", "before", "during", "promise", "promises", "reply", "hurdle"):
            return self.relationships.key is not None or None
        if action in ("not_today", "why"):
            return self.view.step is not None or None
        if action == "settings":
            return self.app.OFFERS_SETTINGS
        return action != "files" or bool(self.files_line.told)

    def action_settings(self) -> None:
        """Show and change the settings."""
        from tui.setup.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

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
        checkin_id = self._checkin_at_cursor()
        self._about("Check-in", lambda person: self.open_checkin(person, checkin_id))

    def _checkin_at_cursor(self) -> str:
        key = self.checkins.key if self.focused is self.checkins else None
        return (key or "").partition(" ")[2]

    def open_checkin(self, workbook_id: str, checkin_id: str = "") -> None:
        """Open the check-in dialog."""
        from tui.checkin.log import LogCheckin

        self.app.push_screen(LogCheckin(workbook_id, checkin_id))

    def action_before(self) -> None:
        """Read and change the agenda of a check-in."""
        self._about("Agenda", lambda person: self.open_before(person, self._checkin_at_cursor()))

    def open_before(self, workbook_id: str, checkin_id: str = "") -> None:
        """Open the agenda page."""
        from tui.checkin.before import open_before_of

        open_before_of(self.app, workbook_id, checkin_id)

    def action_during(self) -> None:
        """Open the calm page of a check-in."""
        from tui.checkin.during import open_during_of

        at_cursor = self._checkin_at_cursor()
        self._about("During", lambda person: open_during_of(self.app, person, at_cursor))

    def action_promise(self) -> None:
        """Record a promise."""
        from tui.promise.make import MakePromise

        self._about("Promise", lambda person: self._open(MakePromise(person)))

    def action_promises(self) -> None:
        """Settle an open promise of this person."""
        from tui.promise.settle import SettlePromise

        self._about("Open promises", lambda person: self._open(SettlePromise(person)))

    def action_reply(self) -> None:
        """Replies owed, by this person or by the user."""
        self._about("Reply owed", self.open_reply)

    def open_reply(self, workbook_id: str, reply_id: str = "") -> None:
        """Open the replies, or one of them."""
        from tui.reply.desk import open_replies_of

        open_replies_of(self.app, workbook_id, reply_id)

    def action_hurdle(self) -> None:
        """Begin a hurdle with this person."""
        self._about("Hurdle", self.open_hurdle)

    def _open(self, screen: Screen[Any]) -> None:
        self.app.push_screen(screen)

    def open_hurdle(self, workbook_id: str, hurdle_id: str = "") -> None:
        """Open the wizard at a hurdle; where none is named, at a new one, or ask which."""
        from tui.hurdle.which import begin_or_go_on, open_wizard

        if hurdle_id:
            open_wizard(self.app, workbook_id, hurdle_id)
        else:
            begin_or_go_on(self.app, workbook_id)

    def action_find(self) -> None:
        """Find over everyone."""
        from tui.home.found import open_find

        open_find(self.app)

    def open_person(self, workbook_id: str) -> None:
        """Open the relationship screen."""
        from tui.relationship.screen import RelationshipScreen

        self.app.push_screen(RelationshipScreen(workbook_id))

    def action_set_aside(self) -> None:
        """Show paused and ended relationships."""
        from tui.home.found import open_find

        open_find(self.app, set_aside=True)

    def action_contacts(self) -> None:
        """Show the support contacts."""
        from tui.guide.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen())

    def action_guide(self) -> None:
        """Open the guide; from the next step at the page on it."""
        from tui.guide.opening import OF_STEP, open_guide

        at_step = self.view.step if self.next_panel.has_focus else None
        open_guide(self.app, OF_STEP.get(at_step.deed, "") if at_step else "")

    def action_not_today(self) -> None:
        """Put the next step off."""
        from tui.home.put_off import PutOffStep

        if self.view.step:
            self.app.push_screen(PutOffStep(self.view.step))

    def action_files(self) -> None:
        """Show all that is to be said about the files."""
        from tui.home.about_files import AboutFiles

        line, told = self.files_line, self.files_line.told
        self.app.push_screen(AboutFiles(told), lambda hide: line.hide(told) if hide else None)

    def action_why(self) -> None:
        """Say why this is the next step."""
        if self.view.step:
            self.app.say(self.view.step.reason)

    @on(NextStepPanel.Taken)
    def _take(self, event: NextStepPanel.Taken) -> None:
        self._do_step(event.step)

    def _do_step(self, step: NextStep) -> None:
        from tui.promise.settle import SettlePromise
        from tui.trial.desk import open_trial_of

        match step.deed:
            case "settle":
                self.app.push_screen(SettlePromise(step.workbook_id, step.subject))
            case "log":
                self.open_checkin(step.workbook_id, step.subject)
            case "hurdle":
                self.open_hurdle(step.workbook_id, step.subject)
            case "prepare":
                self.open_before(step.workbook_id, step.subject)
            case "reply":
                self.open_reply(step.workbook_id, step.subject)
            case "trial":
                open_trial_of(self.app, step.workbook_id, step.subject)
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
        elif person and any(line.id == subject for line in person.planned if self._ahead(line)):
            self.open_before(workbook_id, subject)
        else:
            self.open_checkin(workbook_id, subject)

    def _ahead(self, line: CheckinLine) -> bool:
        """Whether it is still to come, so that there is something to prepare."""
        return not line.wall.passed(self.app.now)

    @on(Rows.Chosen, "#hurdles")
    def _open_hurdle(self, event: Rows.Chosen) -> None:
        workbook_id, _, hurdle_id = event.key.partition(" ")
        self.open_hurdle(workbook_id, hurdle_id)

    def away(self) -> bool:
        """Whether check-ins passed a week or more ago and wait for a word."""
        return passed_long_ago(self.app.facts, self.app.now, self.app.world.limits)
