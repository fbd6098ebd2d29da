"""Locks the screen: by key, after idle minutes, and where another window has sealed the records."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from coaching.overview import Overview

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app import TrothApp

MINUTE_S = 60.0


class LockKeeper:
    """Knows when somebody last pressed a key here, and puts the lock screen over all others.

    `now` gives real seconds that only grow; the record's clock has no part in this.
    """

    def __init__(self, app: TrothApp, now: Callable[[], float] = time.monotonic) -> None:
        """For this app."""
        self._app = app
        self._now = now
        self._touched = now()
        self._then: Callable[[], object] | None = None

    @property
    def locked(self) -> bool:
        """Whether sealed records have to be opened in this window; never for a hurdle alone."""
        world = self._app.world
        return not world.opening.alone and world.sealing is not None and world.sealing.locked

    @property
    def sealed(self) -> bool:
        """Whether the records are sealed, opened here or not."""
        sealing = self._app.world.sealing
        return sealing is not None and sealing.sealed

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._now()

    async def look(self) -> None:
        """Lock where nobody was here for too long, and show that another window sealed."""
        if self.locked:
            await self.cover()
        elif self.sealed and self._idle():
            await self.lock()

    async def lock(self) -> None:
        """Keep what is typed, forget what opens the records, and cover the screen."""
        sealing = self._app.world.sealing
        if sealing is None or not sealing.sealed:
            return
        self._app.drafts.keep_all()
        await self._app.carry_out(sealing.lock, read_again=False)
        await self.cover()

    def when_opened(self, then: Callable[[], object]) -> None:
        """Do this once the records are opened again."""
        self._then = then

    async def cover(self) -> None:
        """Put the lock screen on top, with nothing known of anybody.

        The screens below are not told: they stay as they are, unseen, until the records are open.
        """
        from tui.lock.screen import LockScreen

        app = self._app
        if any(isinstance(screen, LockScreen) for screen in app.screen_stack):
            return
        coach = vars(app.world).get("coach")
        if coach is not None:
            coach.history.clear()
        app.facts = Overview()
        app.clear_notifications()
        await app.push_screen(LockScreen(), self._opened)

    def _opened(self, _: None) -> None:
        self.touch()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _idle(self) -> bool:
        minutes = self._app.world.settings.lock.after_minutes
        return 0 < minutes * MINUTE_S <= self._now() - self._touched
