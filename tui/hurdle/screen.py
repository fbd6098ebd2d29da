"""The wizard: a door, three boxes, one question a page; every answer is saved as it is given."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from coaching.errors import Locked, Refused, TrothError
from coaching.hurdle import steps
from tui.hurdle import pages_for
from tui.hurdle.bindings import BINDINGS
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.plan import PlanPage
from tui.hurdle.rail import HurdleHead, Rail
from tui.hurdle.rail_lines import rail_lines
from tui.hurdle.safety_flow import SafetyFlow
from tui.hurdle.typed import TypedText
from tui.widgets.fields import Field
from tui.widgets.form import HEIGHTS
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coaching.coach import Coach
    from coaching.overview import Overview
    from coaching.record.relationship import Role
    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession

FIRST_OF_REPAIR = frozenset({"pending", "how"})


class HurdleScreen(Screen[None]):
    """Works one hurdle through. Escape goes one question back, from the first one home."""

    CSS_PATH = "hurdle.tcss"
    app: TrothApp
    BINDINGS = BINDINGS
    VERTICAL_BREAKPOINTS = HEIGHTS

    head = getters.query_one(HurdleHead)
    rail = getters.query_one(Rail)
    foot = getters.query_one("#foot", Static)

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
        self._ready = False
        self._busy = False
        self._warned = False

    def compose(self) -> ComposeResult:
        """Head, boxes, the page, where this is, keys."""
        yield HurdleHead()
        yield Rail()
        yield Container(id="page")
        yield Static(id="foot")
        yield KeyLine()

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
        self.typed = TypedText(self.app.drafts, self.session, lambda: self._say_state("draft"))
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
        session, asked = self.session, self.app.safety_asked
        await self._show(SafetyFlow(session.content, session.contacts, asked_before=asked))

    async def _show(self, page: Page | SafetyFlow) -> None:
        if not self.is_attached:
            return
        box = self.query_one("#page", Container)
        async with self.batch():
            await box.remove_children()
            if box.is_attached:
                await box.mount(page)
        if not box.is_attached:
            return
        self._page = page
        self._show_rail()
        self.foot.update(Content(page.foot()))
        self.typed.restore(page)
        page.begin()
        self.refresh_bindings()

    async def _show_question(self) -> None:
        await self._show(pages_for.page(self.session))

    def _show_rail(self) -> None:
        session = self.session
        question = session.question
        self.head.title, self.head.mark = session.title, self.app.world.mark
        self.rail.here = steps.stage_of(question) if self._on_question else ""
        self.rail.done = () if session.care else steps.stages_done(session.answers)
        self.rail.lines = rail_lines(session)

    @property
    def _on_question(self) -> bool:
        return isinstance(self._page, Page)

    def _say_state(self, state: str) -> None:
        if not self.is_attached:
            return
        if not self._kept:
            self.head.state = "nothing is kept"
            return
        at = f"{self.app.now:%H:%M}"
        words = {"kept": f"only me · kept {at}", "draft": "only me · draft kept"}
        self.head.state = words.get(state, "only me")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the plan work on the plan, keys of a question on a question."""
        if not self._ready:
            return action == "back"
        on_plan = isinstance(self._page, PlanPage)
        if action == "next":
            return self._on_question and not on_plan
        if action == "go":
            return self._on_question
        if action in ("ask_outside", "why"):
            return self._on_question and not on_plan
        if action == "edit":
            return self._on_question and not on_plan and self.focused is None
        if action in ("back", "back_alone"):
            return (action == "back") == self._kept
        if action == "strike":
            return self._on_question and bool(self.session.facts())
        return True

    # -- answers ---------------------------------------------------------------------------

    async def action_next(self) -> None:
        """Go to the next field, or keep this answer and go on."""
        page = self._page
        if isinstance(page, PlanPage):
            await self._from_plan()
        elif isinstance(page, Page) and not self._to_next_field():
            await self._keep_answer(page)

    async def _from_plan(self) -> None:
        opened = self.session.first_open()
        if opened == steps.PLAN:
            self.dismiss(None)
            return
        self.session.question = opened
        await self._show_question()

    def _to_next_field(self) -> bool:
        chain = self.focus_chain
        if self.focused not in chain or self.focused is chain[-1]:
            return False
        chain[chain.index(self.focused) + 1].focus()
        return True

    async def action_go(self) -> None:
        """The same by enter; on the plan, home or on where something is open."""
        await self.action_next()

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_next()

    @on(Page.Answered)
    async def _answered(self, event: Page.Answered) -> None:
        await self._save(lambda: self.session.answer(**event.fields))
        await self._go_on()

    async def _keep_answer(self, page: Page) -> None:
        try:
            fields = page.answer()
        except TrothError as error:
            self._complain(error)
            return
        if await self._save_fields(fields):
            await self._go_on()

    async def _save_fields(self, fields: Mapping[str, Any] | None) -> bool:
        if fields is None:
            return await self._save(self.session.leave_open)
        if self.session.hurdle is not None and all(
            getattr(self.session.answers, name) == value for name, value in fields.items()
        ):
            return True
        return await self._save(lambda: self.session.answer(**fields))

    async def _save(self, deed: Callable[[], object]) -> bool:
        key = self.session.draft_key
        self._busy = True
        try:
            await self.app.carry_out(deed)
        except TrothError as error:
            self._complain(error)
            return False
        finally:
            self._busy = False
        self.typed.saved(key)
        self._say_state("kept")
        return True

    def _complain(self, error: TrothError) -> None:
        name = error.field if isinstance(error, Refused) else None
        found = self.query(f"#field-{name}") if name else None
        if found:
            found.first(Field).complain(error.sentence)
        else:
            self.app.show_error(error)

    async def _go_on(self) -> None:
        before = self.session.question
        self.session.go_on()
        if self.session.care and self.session.question == steps.PLAN:
            await self._save(self.session.leave_rest_open)
        to_repair = self.session.question in FIRST_OF_REPAIR and before not in FIRST_OF_REPAIR
        if to_repair and not self._checked:
            await self._show_door()
        else:
            await self._show_question()

    # -- back ------------------------------------------------------------------------------

    async def action_back(self) -> None:
        """Out of the field first; then one question back; from the first one home."""
        page = self._page
        if not isinstance(page, Page) or isinstance(page, PlanPage):
            await self._back_from_between()
            return
        if isinstance(self.focused, (Input, TextArea)):
            self.set_focus(None)
            return
        if not await self._keep_what_was_typed(page):
            return
        if self.session.go_back():
            await self._show_question()
        elif self._kept or self._warned:
            self.dismiss(None)
        else:
            self._warned = True
            self.app.say("Nothing is kept. esc once more leaves, and your words are gone.")

    async def action_back_alone(self) -> None:
        """The same where nothing is kept; leaving asks once."""
        await self.action_back()

    async def _back_from_between(self) -> None:
        if isinstance(self._page, SafetyFlow) and await self._page.back():
            return
        if self._ready and isinstance(self._page, PlanPage) and self.session.go_back():
            await self._show_question()
        else:
            self.dismiss(None)

    async def _keep_what_was_typed(self, page: Page) -> bool:
        """Leaving a step keeps its text; before the first answer it stays a draft."""
        if not page.typed() or self.session.hurdle is None:
            self.typed.keep_now()
            return True
        try:
            fields = page.answer()
        except TrothError:
            return True
        return fields is None or await self._save_fields(fields)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _on_typing(self) -> None:
        if self._ready:
            self.typed.changed(self._page)

    # -- the door --------------------------------------------------------------------------

    @on(SafetyFlow.Passed)
    async def _passed(self, event: SafetyFlow.Passed) -> None:
        self.app.safety_asked = True
        self._checked = True
        self.session.care = event.care
        if event.care:
            self.session.question = self.session.first_open()
        await self._show_question()

    @on(SafetyFlow.Left)
    def _left(self) -> None:
        self.app.safety_asked = True
        self.dismiss(None)

    # -- deeds -----------------------------------------------------------------------------

    async def action_ask_outside(self) -> None:
        """Open step 3 at once; what was typed is kept."""
        page = self._page
        if isinstance(page, Page) and self.session.hurdle is None:
            await self._keep_answer(page)
            if self.session.hurdle is None:
                return
        elif isinstance(page, Page):
            await self._keep_what_was_typed(page)
        self.session.go_outside()
        await self._show_question()

    def action_why(self) -> None:
        """Say why this is asked."""
        from tui.hurdle.why import WhyScreen

        self.app.push_screen(WhyScreen(self.session, self))

    def action_edit(self) -> None:
        """Back into the field."""
        if isinstance(self._page, Page):
            self._page.begin()

    async def action_strike(self) -> None:
        """Leave the first fact shown out of this hurdle."""
        from functools import partial

        from coaching.verbs import hurdles

        facts = self.session.facts()
        if facts and self.session.hurdle is not None:
            verb = partial(hurdles.strike, hurdle_id=self.session.hurdle_id, fact=facts[0].id)
            if await self._save(lambda: self.session.save(verb)):
                await self._show_question()

    async def action_undo(self) -> None:
        """Take the last change back, here or before."""
        await self._turn(self.session.coach.undo)

    async def action_redo(self) -> None:
        """Do it again."""
        await self._turn(self.session.coach.redo)

    async def _turn(self, deed: Callable[[], str]) -> None:
        try:
            self.app.say(await self.app.carry_out(deed))
        except TrothError as error:
            self.app.show_error(error)

    async def _facts_changed(self, _: Overview) -> None:
        """Another window, or an undo, changed the records: show what is there now."""
        if self._busy or not self.is_current:
            return
        try:
            changed = await asyncio.to_thread(self.session.reload)
        except Locked:
            return
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        if changed and self._on_question and not isinstance(self.focused, (Input, TextArea)):
            self.session.start_from_record()
            await self._show_question()
