"""Notices what happens outside: another minute, another zone, other windows, nobody here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tui.app import TrothApp

LOOK_SECONDS = 1.0


class Watch:
    """Looks every second, and tells the screens."""

    def __init__(self, app: TrothApp) -> None:
        """For this app."""
        self._app = app
        self._stamp: object = None
        self._shown_at = ""

    def begin(self) -> None:
        """What is on disk and on the clock now is shown already."""
        self._stamp = self._app.world.stamp()
        self._shown_at = _to_the_minute(self._app.now)

    def seen(self, stamp: object) -> None:
        """What the screens show was read at this stamp."""
        self._stamp = stamp

    async def look(self) -> None:
        """Tell of another minute and of what other windows saved; lock where nobody is here."""
        app = self._app
        now = app.now
        shown = _to_the_minute(now)
        if shown != self._shown_at:
            self._shown_at = shown
            app.time_changed.publish(now)
        if app.is_saving:
            return
        await app.lock.look()
        if not app.lock.locked and app.world.stamp() != self._stamp:
            await app.refresh_facts()


def _to_the_minute(now: datetime) -> str:
    return f"{now:%Y-%m-%d %H:%M %z}"
