"""The way through the safety door: the question, whom it is about, the calm card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.message import Message

from tui.hurdle.pages.safety import AboutPage, Asked, CalmCard, DoorPage, StillPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.guide import About, Content, SafetyItem
    from coaching.record.contact import SupportContact
    from tui.app import TrothApp

HOW_TO_ANSWER = "Its letter or number answers; arrows and enter too. space reads on."


class SafetyFlow(Container):
    """Asks, never detects. Nothing that is answered here is kept."""

    app: TrothApp
    DEFAULT_CSS = "SafetyFlow { height: 1fr; }"

    @dataclass
    class Passed(Message):
        """The user goes on; `care` after a yes, so that no label and no joint talk follow."""

        care: bool

    @dataclass
    class Left(Message):
        """The user leaves the wizard here for now."""

    def __init__(
        self, guide: Content, contacts: Sequence[SupportContact], *, asked_before: bool
    ) -> None:
        """`asked_before` in this sitting makes the question one line."""
        super().__init__()
        self._guide, self._contacts = guide, contacts
        self._page: Asked = StillPage(guide) if asked_before else DoorPage(guide)
        self._item: SafetyItem | None = None

    async def on_mount(self) -> None:
        """Show the first page."""
        await self._show(self._page)

    def foot(self) -> str:
        """How to answer."""
        return HOW_TO_ANSWER

    async def back(self) -> bool:
        """One page back; False where this is the first."""
        if isinstance(self._page, (DoorPage, StillPage)):
            return False
        await self._show(DoorPage(self._guide))
        return True

    def begin(self) -> None:
        """Put the keys where the user answers."""
        if self._page.is_mounted:
            self._page.begin()

    async def _show(self, page: Asked) -> None:
        async with self.batch():
            await self.remove_children()
            await self.mount(page)
        self._page = page
        page.begin()

    @on(DoorPage.Passed)
    async def _door(self, event: DoorPage.Passed) -> None:
        if event.item.answer == "none":
            self._pass_without_care()
            return
        self._item = event.item
        if event.item.answer == "rather_not_say":
            await self._card("someone_else")
        else:
            await self._show(AboutPage(self._guide))

    @on(StillPage.Passed)
    async def _still(self, event: StillPage.Passed) -> None:
        if event.none:
            self._pass_without_care()
        else:
            await self._show(DoorPage(self._guide))

    def _pass_without_care(self) -> None:
        """Go on, and say what to do if that changes; a no is no proof of anything."""
        self.app.say(self._guide.safety.door.after_none)
        self.post_message(self.Passed(care=False))

    @on(AboutPage.Told)
    async def _about(self, event: AboutPage.Told) -> None:
        await self._card(event.about)

    async def _card(self, about: About) -> None:
        if self._item is not None:
            await self._show(CalmCard(self._guide, self._item, about, self._contacts))

    @on(CalmCard.Chose)
    async def _after_card(self, event: CalmCard.Chose) -> None:
        if event.choice == "leave":
            self.post_message(self.Left())
        elif event.choice == "not_meant":
            await self._show(DoorPage(self._guide))
        else:
            said_yes = self._item is not None and self._item.answer == "yes"
            self.post_message(self.Passed(care=said_yes))
