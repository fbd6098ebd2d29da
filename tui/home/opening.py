"""What a run opens over home's first frame: first start, a hurdle, a return after a week."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import TrothApp
    from tui.home.screen import HomeScreen

# Loading slows every key down for half a second, so one pressed at the first frame goes before it.
A_KEY_FIRST_S = 0.1


def is_first_start(app: TrothApp) -> bool:
    """Whether nobody is there yet, so that the first question is asked over home."""
    is_at_home = app.world.opening.screen == "home" and not app.lock.locked
    return is_at_home and not app.facts.people and not app.facts.troubles


def begin(home: HomeScreen) -> None:
    """Open the first screen over home, and load in the background what the next key may need."""
    app = home.app
    opening = app.world.opening
    if app.lock.locked:
        app.lock.when_opened(lambda: begin(home))
        return
    if opening.screen == "hurdle" and opening.workbook_id:
        home.open_hurdle(opening.workbook_id)
    elif opening.screen == "hurdle":
        from tui.hurdle.alone import begin_alone

        begin_alone(app, i_am=opening.i_am, keep=opening.keep, then=app.exit)
    elif is_first_start(app):
        from tui.setup.first_start import FirstStart

        app.push_screen(FirstStart(), lambda _: home.wake())
    elif home.away():
        home.run_worker(_catch_up(home, app.touches), group="away")
        return
    _warm_up_soon(home)


async def _catch_up(home: HomeScreen, typed: int) -> None:
    """The list of a time away; the rest is loaded after it, so that both make one coach."""
    from tui.checkin.away_once import offer

    await offer(home, typed)
    _warm_up_soon(home)


def _warm_up_soon(home: HomeScreen) -> None:
    home.set_timer(A_KEY_FIRST_S, lambda: _warm_up(home))


def _warm_up(home: HomeScreen) -> None:
    home.run_worker(_load(home), exit_on_error=False, group="warm-up")


async def _load(home: HomeScreen) -> None:
    """Load it, then look where texts were left that were typed and not saved."""
    await asyncio.to_thread(home.app.warm_up)
    await home.look_for_typed()
