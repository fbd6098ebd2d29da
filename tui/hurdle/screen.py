"""The wizard: a door, three boxes, one question a page; every answer is saved as it is given."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, TextArea

from coaching.errors import Locked, TrothError
from coaching.verbs import hurdles
from tui.hurdle.answering import TakesAnswers
from tui.hurdle.bindings import BINDINGS
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.plan import PlanPage
from tui.hurdle.pages.repair_own import OwnPartsPage
from tui.hurdle.safety_flow import SafetyFlow
from tui.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from coaching.overview import Overview

ON_A_QUESTION = frozenset({"next", "keep_answer", "ask_outside", "why", "edit"})
LEAVES = "Nothing is kept. esc once more leaves, and your words are gone."


class HurdleScreen(TakesAnswers):
    """Works one hurdle through. Escape goes one question back, from the first one home."""

    BINDINGS = BINDINGS
    AUTO_FOCUS = ""

    stepped_back = False
    """Whether the user left it before the first question: one page back, not away."""

    _field_left: Widget | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the plan work on the plan, keys of a question on a question."""
        if not self._ready:
            return action == "back"
        page = self._page
        if action in ON_A_QUESTION:
            on_question = isinstance(page, Page) and not isinstance(page, PlanPage)
            left_the_field = action != "edit" or self.focused is None
            asks_safety = action == "why" and isinstance(page, SafetyFlow)
            return asks_safety or (on_question and left_the_field)
        if action in ("undo", "redo"):
            return self._on_question or None
        return self._works(action)

    def _works(self, action: str) -> bool:
        match action:
            case "go":
                return self._on_question
            case "deeper":
                return self._on_question and bool(self.session.deeper_stage())
            case "back":
                return self._kept
            case "back_alone" | "quit_alone":
                return not self._kept
            case "strike":
                begun = self._on_question and self.session.hurdle is not None
                return begun and bool(self.session.source.recorded())
            case _:
                return True

    # -- back ------------------------------------------------------------------------------

    async def action_back(self) -> None:
        """Out of the field first; then one question back; from the first one home."""
        page = self._page
        if not isinstance(page, Page) or isinstance(page, PlanPage):
            await self._back_from_between()
            return
        if isinstance(self.focused, (Input, TextArea)) or page.choosing:
            self._field_left = self.focused
            self.set_focus(None)
            return
        if not await self._keep_what_was_typed(page):
            return
        if self.session.go_back():
            await self._show_question()
        else:
            self._leave(LEAVES)

    async def action_back_alone(self) -> None:
        """The same where nothing is kept; leaving asks once."""
        await self.action_back()

    async def action_quit_alone(self) -> None:
        """Leave at once, unasked."""
        await self.app.action_quit()

    async def _back_from_between(self) -> None:
        if isinstance(self._page, SafetyFlow) and await self._page.back():
            return
        on_the_way = isinstance(self._page, PlanPage) or (self._checked and self._reading_waits)
        at_door = self._ready and isinstance(self._page, SafetyFlow) and not on_the_way
        if at_door and self.session.leave_deeper():
            await self._show_question()
            return
        if self._ready and on_the_way and self.session.go_back():
            await self._show_question()
        elif self._ready and self.session.hurdle is not None:
            self._leave(LEAVES)
        else:
            self.stepped_back = self._ready
            self.dismiss(None)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def note_typed(self) -> None:
        """Keep what is typed on this page as a draft soon."""
        if self._ready:
            self.typed.changed(self._page)

    # -- the door --------------------------------------------------------------------------

    @on(SafetyFlow.Passed)
    async def _passed(self, event: SafetyFlow.Passed) -> None:
        self.app.safety_asked, self.app.safety_heard = not event.care, True
        self._may_read = self._may_read or self._reading_waits
        self._checked = True
        self.session.passed_door(care=event.care, routes=event.routes)
        await self._show_question()

    @on(SafetyFlow.Turned)
    def _turned(self) -> None:
        if isinstance(self._page, SafetyFlow):
            self.foot.text = self._page.foot()

    @on(SafetyFlow.Left)
    def _left(self) -> None:
        self.app.safety_asked, self.app.safety_heard = False, True
        self.dismiss(None)

    @on(OwnPartsPage.Changing)
    async def _changing_words(self) -> None:
        await self._show_question()

    @on(PlanPage.Looked)
    async def _looked(self, event: PlanPage.Looked) -> None:
        """After a look again: to the door for whoever is afraid, to step 3 for help, else here."""
        if event.came == "get_help":
            await self.action_ask_outside()
            return
        if event.came == "afraid":
            self.app.safety_asked, self.app.safety_heard = False, True
            await self._show_door()
            return
        await self._show_question()

    # -- deeds -----------------------------------------------------------------------------

    async def _kept_so_far(self) -> bool:
        """Keep what this page holds; False while there is no hurdle yet to leave the page for."""
        page = self._page
        if isinstance(page, Page) and self.session.hurdle is None:
            await self._keep_answer(page)
        elif isinstance(page, Page):
            await self._keep_what_was_typed(page)
        return self.session.hurdle is not None or not isinstance(page, Page)

    async def action_ask_outside(self) -> None:
        """Open step 3 at once; what was typed is kept."""
        if not await self._kept_so_far():
            return
        self.session.go_outside()
        await self._show_question()

    async def action_deeper(self) -> None:
        """Open the deeper questions of this step; the door stands before them as before Repair."""
        if not await self._kept_so_far():
            return
        self.session.go_deeper()
        if self._checked or self.session.stage == "support":
            await self._show_question()
        else:
            await self._show_door()

    def action_why(self) -> None:
        """Say why this is asked."""
        from tui.hurdle.why import WhyScreen, why_of, why_safety

        page = self._page
        why = (
            why_safety(self.session, page.letters)
            if isinstance(page, SafetyFlow)
            else why_of(self.session)
        )
        self.app.push_screen(WhyScreen(why, self))

    def action_edit(self) -> None:
        """Back into the field that was left, at the end of its text."""
        left = self._field_left
        if left is None or not left.is_attached:
            if isinstance(self._page, Page):
                self._page.begin()
            return
        left.focus()
        if isinstance(left, TextArea):
            left.move_cursor(left.document.end)
        elif isinstance(left, Input):
            self.call_after_refresh(left.action_end)

    async def action_strike(self) -> None:
        """Leave a recorded fact out of this hurdle: the one there is, or one of several."""
        if self.session.hurdle is None:
            return
        recorded = self.session.source.recorded()
        if len(recorded) == 1:
            fact = recorded[0].id
            verb = partial(hurdles.strike, hurdle_id=self.session.hurdle_id, fact=fact)
            if await self._save(lambda: self.session.save(verb)):
                await self._show_question()
        else:
            from tui.hurdle.facts import FactsOfHurdle

            self.app.push_screen(FactsOfHurdle(self.session), self._struck)

    async def _struck(self, _: None) -> None:
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
        if not still_open(self):
            return
        if changed and self._on_question and not isinstance(self.focused, (Input, TextArea)):
            self.session.start_from_record()
            await self._show_question()
