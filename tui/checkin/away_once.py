"""Whether the list of a time away is offered: once a day for the same check-ins."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.home import passed_checkins

if TYPE_CHECKING:
    from tui.app import TrothApp
    from tui.home.screen import HomeScreen

KEY = "away-left"


async def offer(home: HomeScreen, typed: int) -> None:
    """Put the list over home, unless a key has come since `typed` keys or it was left today.

    Whoever has begun to type sees it at the next start.
    """
    app = home.app
    if await asyncio.to_thread(_left_today, app):
        return
    from tui.checkin.away import WhileAway

    if app.screen is home and app.touches == typed:
        app.push_screen(WhileAway())


async def keep_left(app: TrothApp) -> None:
    """Remember what was left for later, so that it does not come again today."""
    await asyncio.to_thread(_write, app)


def _waiting(app: TrothApp) -> set[str]:
    return {line.id for _, line in passed_checkins(app.facts, app.now)}


def _left_today(app: TrothApp) -> bool:
    from tui.checkin.away import WhileAway  # noqa: F401 - loaded here, off the event loop

    with suppress(TrothError):
        left = app.world.coach.drafts.read(KEY)
        if left is not None and left.fields.get("day") == app.now.date().isoformat():
            return _waiting(app) <= set(left.fields.get("left", "").split())
    return False


def _write(app: TrothApp) -> None:
    from coaching.ports import Draft

    fields = {"day": app.now.date().isoformat(), "left": " ".join(sorted(_waiting(app)))}
    with suppress(TrothError):
        app.world.coach.drafts.write(Draft(KEY, fields, datetime.now(UTC)))
