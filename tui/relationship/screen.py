"""One relationship: who they are and the facts on one side, everything recorded on the other."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from coaching.errors import TrothError
from coaching.practice_timeline import full_timeline
from coaching.say import say_day_and_time
from coaching.strategies.says import Hidden, Notice
from coaching.timeline_filter import Narrowed, narrowed
from coaching.verbs import relationships
from coaching.verbs.putoffs import show_again
from tui.home.top import TopLine
from tui.relationship import deeds
from tui.relationship.about import ABOUT
from tui.relationship.agreement_lines import agreement_rows
from tui.relationship.happenings import Happenings
from tui.relationship.page_keys import PAGE_BINDINGS, POINTED_BINDINGS
from tui.relationship.pictures import checkins_picture, promises_picture
from tui.relationship.reading import read
from tui.relationship.strategies import Strategies
from tui.relationship.tabs import FACTS, TabLine, heading, neighbour, tab_of, teaches
from tui.still_open import still_open
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual.events import DescendantFocus

    from coaching.overview import Overview
    from coaching.record.workbook import Workbook
    from coaching.timeline import Happening
    from tui.app import TrothApp
    from tui.relationship.reading import Reading
    from tui.relationship.tabs import Tab
    from tui.widgets.rows import Row


class RelationshipScreen(Screen[None]):
    """Everything about one person; every deed about them is one key away."""

    CSS_PATH = "relationship.tcss"
    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        *POINTED_BINDINGS,
        *deeds.bindings(),
        *PAGE_BINDINGS,
    ]

    keys_that_stay = frozenset({"person.next", "person.explain", "person.back"})

    top = getters.query_one(TopLine)
    tabs = getters.query_one(TabLine)
    facts = getters.query_one(Strategies)
    list = getters.query_one(Happenings)

    def __init__(self, workbook_id: str) -> None:
        """The relationship with this workbook id."""
        super().__init__()
        self.workbook_id = workbook_id
        self.reading: Reading | None = None
        self.happenings: Sequence[Happening] = ()
        self.tab = "timeline"
        self.narrowed = Narrowed()
        self._deleting = False
        self._left = False

    @property
    def workbook(self) -> Workbook | None:
        """The records, once they are read."""
        return self.reading.workbook if self.reading else None

    def compose(self) -> ComposeResult:
        """Head, tabs, who and facts, everything recorded, keys."""
        yield TopLine(self.app.world.mark)
        yield TabLine()
        with Container(id="sides"):
            yield Strategies()
            yield Happenings()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the record, and follow what this and other windows save."""
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self.app.time_changed.subscribe(self, self._time_changed)
        self.facts.focus()
        self._read_now()

    def _facts_changed(self, facts: Overview) -> None:
        if facts.person(self.workbook_id) is not None:
            self._read_soon()
        else:
            self._leave_deleted()

    def _time_changed(self, _: datetime) -> None:
        if self.reading is not None and self.reading.today != self.app.now.date():
            self._read_soon()
        else:
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
            self.reading = self._read()
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        self._show()

    @work(group="read", exclusive=True)
    async def _read_soon(self) -> None:
        try:
            self.reading = await asyncio.to_thread(self._read)
        except TrothError as error:
            self.app.show_error(error)
            return
        if still_open(self):
            self._show()

    def _read(self) -> Reading:
        return read(self.app.world, self.workbook_id, self.app.now.date())

    def _show(self) -> None:
        self.top.moment = say_day_and_time(self.app.now)
        if self.reading is None:
            return
        self.facts.put(self.reading, self.app.now, self.app.zone)
        self.happenings = full_timeline(self.reading.workbook, self.app.now, self.app.zone)
        self._show_list()
        self.refresh_bindings()

    def _show_list(self) -> None:
        tab = tab_of(self.tab)
        shown = self._shown(tab)
        narrow = self.tab == "timeline" and not self.narrowed.shows_all
        empty = "Nothing fits this filter. F changes it." if narrow else teaches(tab)
        self.list.put(shown, self.app.now, empty=empty, above=self._above())
        title = heading(tab, len(shown))
        if narrow:
            title = f"{tab.title}: {self.narrowed.words()}, {len(shown)} of {len(self.happenings)}"
        name = self.workbook.relationship.name if self.workbook else ""
        self.list.border_title = Content(f"{title} · {name}")
        self.list.border_subtitle = Content("F filter" if self.tab == "timeline" else "")

    def _shown(self, tab: Tab) -> Sequence[Happening]:
        if tab.kinds or self.workbook is None:
            return [one for one in self.happenings if one.kind in tab.kinds]
        return narrowed(self.happenings, self.workbook, self.app.now.date(), self.narrowed)

    def _above(self) -> Callable[[int], Sequence[Row]]:
        """The first rows of the open tab, made for a width."""
        workbook, today = self.workbook, self.app.now.date()
        if workbook is not None and self.tab == "agreement":
            words = self.app.world.content.agreement
            return lambda width: [*agreement_rows(workbook, words, width)]
        if workbook is not None and self.tab == "checkins":
            return lambda width: checkins_picture(workbook, today, width)
        if workbook is not None and self.tab == "promises":
            return lambda width: promises_picture(workbook, today, width)
        return lambda _: ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Deeds wait until the record is read; an ended relationship is not ended again."""
        if action in ("pause", "delete", "deed") and self.workbook is None:
            return None
        if action == "deed" and self._has_ended and not deeds.deed(str(parameters[0])).ends:
            return None
        if action == "hide":
            return self._pointed() is not None
        if action == "next_notice":
            return bool(self.reading and self.reading.notices)
        return True

    @property
    def _has_ended(self) -> bool:
        return self.workbook is not None and self.workbook.relationship.state == "ended"

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The side that has the focus is the one shown where only one fits."""
        on_facts = event.widget is self.facts
        self.set_class(not on_facts, "-records")
        self.tabs.open = FACTS if on_facts else self.tab
        self.refresh_bindings()

    @on(Rows.Moved, "#strategies")
    def _moved(self) -> None:
        self.refresh_bindings()

    def action_tab(self, tab_id: str) -> None:
        """Show the facts, or one tab of the records."""
        self.set_class(tab_id != FACTS, "-records")
        self.tabs.open = tab_id
        if tab_id == FACTS:
            self.facts.focus()
            return
        if tab_id != self.tab:
            self.tab = tab_id
            self._show_list()
            self.list.to_first_record()
        self.list.focus()

    def action_step(self, by: int) -> None:
        """The tab before or after."""
        self.action_tab(neighbour(self.tabs.open, by).id)

    def action_next_notice(self) -> None:
        """Go to the next thing worth a look."""
        self.action_tab(FACTS)
        self.facts.to_next_notice()

    def _pointed(self) -> Notice | Hidden | None:
        """The notice under the cursor, hidden or not."""
        key = self.facts.key if self.facts.has_focus else None
        found = self.reading.entry(key) if self.reading and key else None
        return found[1] if found and isinstance(found[1], Notice | Hidden) else None

    async def action_hide(self) -> None:
        """Hide the notice under the cursor until a date, or show a hidden one again."""
        from tui.relationship.hide import HideNotice

        pointed = self._pointed()
        if isinstance(pointed, Notice):
            self.app.push_screen(HideNotice(self.workbook_id, pointed))
        elif pointed is not None:
            rule, subject = pointed.notice.rule, pointed.notice.subject
            await self.app.do(self.workbook_id, partial(show_again, rule=rule, subject=subject))

    def action_explain(self) -> None:
        """Say what the line under the cursor cannot tell."""
        from tui.relationship.explain import Explain

        if self.reading:
            key = self.facts.key if self.facts.has_focus else None
            self.app.push_screen(Explain(self.reading, key or ""))

    def action_filter(self) -> None:
        """Narrow the timeline."""
        from tui.relationship.filters import FilterTimeline

        self.action_tab("timeline")
        self.app.push_screen(FilterTimeline(self.happenings, self.narrowed, self._narrow))

    def _narrow(self, to: Narrowed) -> None:
        self.narrowed = to
        self._show_list()

    def action_find(self) -> None:
        """Find words in these records first, then everywhere."""
        from tui.home.found import open_find

        open_find(self.app, first=self.workbook_id)

    def action_deed(self, deed_id: str) -> None:
        """Open the form of a deed."""
        if self.workbook:
            deeds.deed(deed_id).open(self.app, self.workbook)

    async def action_pause(self) -> None:
        """Pause, or go on; no question asked, u takes it back."""
        if self.workbook:
            active = self.workbook.relationship.state == "active"
            verb = relationships.pause if active else relationships.go_on
            await self.app.do(self.workbook_id, partial(verb, today=self.app.now.date()))

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
            deeds.open_record(self.app, self.workbook, event.key)

    @on(Rows.Chosen, "#strategies")
    def _open_fact(self, event: Rows.Chosen) -> None:
        from tui.relationship.behind import RecordsBehind

        if self.reading is None:
            return
        if event.key.startswith(f"{ABOUT} "):
            self.action_deed("edit")
        elif self.reading.entry(event.key) is not None:
            self.app.push_screen(RecordsBehind(self.reading, event.key))
        else:
            self.action_explain()
