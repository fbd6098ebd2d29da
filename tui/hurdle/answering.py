"""How the wizard takes answers: each is saved as it is given, then the next question comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Input

from coaching.errors import Refused, TrothError
from coaching.hurdle import steps
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.plan import PlanPage
from tui.hurdle.showing import ShowsPages
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LEAVES_PLAN = (
    "Nothing is kept: k keeps it, v writes it to a file. "
    "enter once more leaves, and your words are gone."
)


class TakesAnswers(ShowsPages):
    """Keeps the answer of a page and goes on; an answer that does not fit is told beside it."""

    async def action_next(self) -> None:
        """Go to the next field, or keep this answer and go on."""
        page = self._page
        if isinstance(page, PlanPage):
            await self._from_plan()
        elif isinstance(page, Page) and not self._to_next_field():
            await self._keep_answer(page)

    async def action_keep_answer(self) -> None:
        """Keep all of this answer from any of its fields, and go on; as in every form."""
        if isinstance(self._page, Page):
            await self._keep_answer(self._page)

    async def _from_plan(self) -> None:
        opened = self.session.first_open()
        if opened == steps.PLAN:
            self._leave(LEAVES_PLAN)
            return
        self.session.question = opened
        await self._show_question()

    def _leave(self, warning: str) -> None:
        """Leave the wizard; where nothing is kept, only after this warning was said."""
        if self._kept or self._warned:
            self.dismiss(None)
        else:
            self._warned = True
            self.app.say(warning)

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

    @on(Page.Marked)
    async def _marked(self, event: Page.Marked) -> None:
        await self._save(lambda: self.session.answer(**event.fields))

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
            self.typed.saved(self.session.draft_key)
            self._say_state("kept")
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
        self.app.clear_notifications()
        before = self.session.question
        self.session.go_on()
        if self.session.care and self.session.question == steps.PLAN:
            await self._save(self.session.leave_rest_open)
        if self.session.door_is_next(before, checked=self._checked):
            await self._show_door()
        else:
            await self._show_question()

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
