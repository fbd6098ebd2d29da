"""Where texts were typed and not saved, for home: the keys of drafts, read off the event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen

from coaching.errors import TrothError
from coaching.hurdle.next_words import LEFT_AT, QUESTION

if TYPE_CHECKING:
    from coaching.ports import Drafts
    from tui.app import TrothApp


class LooksForTyped(Screen[None]):
    """Looks for texts typed and not saved, once what reads them is loaded, and on each return."""

    app: TrothApp
    typed: tuple[str, ...] = ()
    _may_look = False

    def typed_is_known(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    async def look_for_typed(self) -> None:
        """Read the keys, and show them where they are others than before."""
        self._may_look = True
        typed = await left_off(self.app) if _has_hurdles(self.app) else ()
        if typed != self.typed and self.is_attached:
            self.typed = typed
            self.typed_is_known()

    @on(events.ScreenResume)
    def _look_again(self) -> None:
        if self._may_look:
            self.run_worker(self.look_for_typed(), group="typed", exclusive=True)


def _has_hurdles(app: TrothApp) -> bool:
    return any(person.hurdles for person in (*app.facts.people, app.facts.mine))


async def left_off(app: TrothApp) -> tuple[str, ...]:
    """The keys, the newest first; none where the drafts cannot be read now."""
    try:
        return await asyncio.to_thread(lambda: _keys(app.world.coach.drafts))
    except TrothError:
        return ()


def _keys(drafts: Drafts) -> tuple[str, ...]:
    found = drafts.keys()
    return tuple(_named(key, drafts) for key in found)


def _named(key: str, drafts: Drafts) -> str:
    """The key of a place gets its question put in, which stands in the place alone."""
    left = drafts.read(key) if key.endswith(LEFT_AT) else None
    question = left.fields.get(QUESTION, "") if left is not None else ""
    return f"{key.removesuffix(LEFT_AT)}-{question}{LEFT_AT}" if question else key
