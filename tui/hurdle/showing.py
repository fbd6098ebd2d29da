"""How the wizard shows itself: head, three boxes, one page at a time, where this is, keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea
from textual.widgets._toast import ToastRack

from coaching.errors import TrothError
from coaching.hurdle import deeper, door, steps
from coaching.say import say_time
from tui.hurdle import pages_for
from tui.hurdle.foot import Foot
from tui.hurdle.pages.base import Page
from tui.hurdle.rail import HurdleHead, Rail
from tui.hurdle.rail_lines import rail_lines
from tui.hurdle.safety_flow import SafetyFlow
from tui.hurdle.typed import TypedText
from tui.still_open import still_open
from tui.widgets.form import HEIGHTS
from tui.widgets.keyline import KeyLine, key_says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.notifications import Notification

    from coaching.coach import Coach
    from coaching.overview import Overview
    from coaching.record.relationship import Role
    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession


class ShowsPages(Screen[None]):
    """Opens a hurdle of these records, or a new one, and shows the page where it stands."""

    CSS_PATH = "hurdle.tcss"
    app: TrothApp
    VERTICAL_BREAKPOINTS = HEIGHTS

    head = getters.query_one(HurdleHead)
    rail = getters.query_one(Rail)
    foot = getters.query_one(Foot)

    session: HurdleSession
    typed: TypedText

    def __init__(
        self,
        coach: Coach,
        workbook_id: str,
        hurdle_id: str = "",
        *,
        i_am: Role = "mentee",
        kept: bool = True,
    ) -> None:
        """A hurdle in these records, or a new one; `kept` is False where nothing is kept."""
        super().__init__()
        self._begin_with = (coach, workbook_id, hurdle_id, i_am, kept)
        self._kept = kept
        self._page: Page | SafetyFlow | None = None
        self._checked = False
        self._may_read = False
        self._ready = False
        self._busy = False
        self._warned = False

    @property
    def draft_key(self) -> str:
        """Under which key the text typed on this page is kept; "" where nothing is."""
        return self.session.draft_key if self._ready else ""

    def compose(self) -> ComposeResult:
        """Head, boxes, what was said lately, the page, where this is, keys."""
        yield HurdleHead()
        yield Rail()
        yield Static(id="said")
        yield Container(id="page")
        yield Foot(id="foot")
        yield KeyLine()

    def show_said(self, said: Sequence[Notification]) -> None:
        """What was said lately stands under the boxes; the page gives way, nothing is covered."""
        marks = {"error": ("! ", "$text-error"), "warning": ("! ", "$text-warning")}
        lines = []
        for one in said:
            mark, style = marks.get(one.severity, ("", "$text-accent"))
            lines.append(Content.styled(f"{mark}{one.message}", style))
        if self.query(ToastRack):
            self.query_one("#said", Static).update(Content("\n").join(lines))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A text of several lines says in its frame which key goes on: enter makes a new line."""
        if isinstance(event.widget, TextArea):
            going_on = (
                key_says(self.app, one.binding)
                for one in self.active_bindings.values()
                if one.binding.id == "hurdle.next"
            )
            said = f"enter: a new line · {next(going_on, 'tab')}: go on"
            event.widget.border_subtitle = Content(said)

    async def on_mount(self) -> None:
        """Read the records, then open the door."""
        from tui.hurdle.session import HurdleSession

        coach, workbook_id, hurdle_id, i_am, kept = self._begin_with
        try:
            content = await asyncio.to_thread(lambda: self.app.world.content)
            self.session = await asyncio.to_thread(
                lambda: HurdleSession.begin(
                    coach, content, workbook_id, hurdle_id, i_am=i_am, kept=kept
                )
            )
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        self.session.limits = self.app.world.limits
        self.session.style = self.app.world.date_style
        self.typed = TypedText(self.app.drafts, self.session, self._say_state)
        self._ready = True
        self.typed.stand_where_words_wait()
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self._say_state("kept" if self.session.hurdle and kept else "")
        await self._open()

    async def _open(self) -> None:
        if self.session.question == steps.PLAN:
            await self._show_question()
        else:
            await self._show_door()

    async def _show_door(self) -> None:
        session = self.session
        await self._show(
            SafetyFlow(
                session.content,
                session.contacts,
                asked_before=self.app.safety_asked or self._heard_before(),
                under_18=session.under_18,
            )
        )

    def _heard_before(self) -> bool:
        """Whether the whole safety question was heard today, before this start of the program."""
        session = self.session
        return not self.app.safety_heard and door.heard_today(session.hurdle, session.today)

    async def _show(self, page: Page | SafetyFlow) -> None:
        if not still_open(self):
            return
        box = self.query_one("#page", Container)
        async with self.batch():
            await box.remove_children()
            if box.is_attached:
                await box.mount(page)
        if not box.is_attached:
            return
        self._page, self._warned = page, False
        self._show_rail()
        self.foot.text, self.foot.more = page.foot(), False
        if isinstance(page, Page):
            for changing in ("scroll_y", "virtual_size"):
                self.watch(page, changing, self._look_below)
        was_written = self.typed.restore(page)
        self.typed.stand_here()
        page.begin()
        if isinstance(page, Page) and was_written is not None:
            page.begin_at(was_written.query_one("Input, TextArea"))
        self.refresh_bindings()

    async def _show_question(self) -> None:
        """Show the page; before the first wording check of a sitting stands one line (safety)."""
        if self._reading_waits:
            await self._show_door()
        else:
            await self._show(pages_for.page(self.session))

    @property
    def _reading_waits(self) -> bool:
        session = self.session
        return not self._may_read and deeper.reads_along(session.answers, session.question)

    def _look_below(self) -> None:
        self.call_after_refresh(self._say_more)

    def on_resize(self) -> None:
        """More or less of the page is seen."""
        self._look_below()

    def _say_more(self) -> None:
        page = self._page
        for foot in self.query(Foot):
            foot.more = isinstance(page, Page) and page.is_attached and page.more_below

    def _show_rail(self) -> None:
        session = self.session
        self.head.title, self.head.mark = session.title, self.app.world.mark
        self.rail.here = session.stage if self._on_question else ""
        self.rail.done = () if session.care else steps.stages_done(session.answers)
        self.rail.lines = rail_lines(session)

    @property
    def _on_question(self) -> bool:
        return isinstance(self._page, Page)

    def _say_state(self, state: str) -> None:
        if not still_open(self):
            return
        if not self._kept:
            self.head.state = "nothing is kept"
            return
        at = say_time(self.app.now)
        words = {"kept": f"only me · kept {at}", "draft": "only me · draft kept"}
        self.head.state = words.get(state, "only me")

    async def _facts_changed(self, _: Overview) -> None:
        """The records changed; what is shown follows where it may."""
