"""The way through the safety door: the question, whom it is about, the calm card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.message import Message

from coaching.hurdle import door
from coaching.hurdle.safety import calm_card
from tui.hurdle.pages.safety import AboutPage, Asked, CalmCard, DoorPage, StillPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.guide import About, Content, SafetyItem
    from coaching.record.contact import SupportContact
    from tui.app import TrothApp


class SafetyFlow(Container):
    """Asks, never detects. Nothing that is answered here is kept."""

    app: TrothApp
    DEFAULT_CSS = "SafetyFlow { height: 1fr; }"

    @dataclass
    class Passed(Message):
        """The user goes on; `care` after a yes, so that no label and no joint talk follow.

        `routes` are the kinds of people whose work it is, after a yes; never kept.
        """

        care: bool
        routes: tuple[str, ...] = ()

    @dataclass
    class Turned(Message):
        """Another page stands here."""

    @dataclass
    class Left(Message):
        """The user leaves the wizard here for now."""

    def __init__(
        self,
        guide: Content,
        contacts: Sequence[SupportContact],
        *,
        asked_before: bool,
        under_18: bool = False,
    ) -> None:
        """`asked_before` in this sitting makes the question one line; `under_18` is one of two."""
        super().__init__()
        self._guide, self._contacts, self._under_18 = guide, contacts, under_18
        first = door.opening(asked_before=asked_before)
        self._page: Asked = StillPage(guide) if first == "still" else DoorPage(guide)
        self._item: SafetyItem | None = None
        self._whom: About = "someone_else"

    async def on_mount(self) -> None:
        """Show the first page."""
        await self._show(self._page)

    def foot(self) -> str:
        """How to answer."""
        return self._page.how

    @property
    def letters(self) -> str:
        """The keys that answer here: "a b c"."""
        return self._page.letters

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
        self.post_message(self.Turned())

    @on(DoorPage.Passed)
    async def _door(self, event: DoorPage.Passed) -> None:
        self._item = event.item
        await self._go(door.after_door(event.item.answer))

    @on(StillPage.Passed)
    async def _still(self, event: StillPage.Passed) -> None:
        await self._go(door.after_still(none=event.none))

    async def _go(self, at: door.At) -> None:
        item = self._item
        routes = item.words_for(self._whom).kinds if item is not None else ()
        match at:
            case "about":
                await self._show(AboutPage(self._guide))
            case "card":
                await self._card("someone_else")
            case "passed" | "passed_with_care":
                if item is None or item.answer == "none":
                    self.app.say(self._guide.safety.door.after_none)
                self.post_message(self.Passed(at == "passed_with_care", routes))
            case "left":
                self.post_message(self.Left())
            case _:
                await self._show(DoorPage(self._guide))

    @on(AboutPage.Told)
    async def _about(self, event: AboutPage.Told) -> None:
        await self._card(event.about)

    async def _card(self, about: About) -> None:
        if self._item is None:
            return
        self._whom = about
        parts = calm_card(
            self._guide,
            self._item,
            about,
            self._contacts,
            today=self.app.now.date(),
            under_18=self._under_18,
            limits=self.app.world.limits,
        )
        await self._show(CalmCard(self._guide, parts))

    @on(CalmCard.Chose)
    async def _after_card(self, event: CalmCard.Chose) -> None:
        if self._item is not None:
            await self._go(door.after_card(event.choice, self._item.answer))
