"""`troth scenario play`: begins a case before a room, or goes on with a run that was left."""

from __future__ import annotations

import argparse
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import Refused, TrothError
from tui.bootstrap import clock_at, play_store, quick_title, scenario_library
from tui.cli.plain import plain_wanted
from tui.cli.screens import check_screens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from coaching.ports import Clock
    from coaching.scenario.run import Run
    from coaching.scenario.script import Minutes, Script
    from tui.scenario.stage import Stage

NEEDS_ONE = "Say which case: troth scenario play sc03"
RECENT = timedelta(hours=12)
EARLIER = "An earlier play of this case was left. To go on with it: ctrl+q, then add --resume."
CHANGED = "The case file was changed since. This play goes on with the text it began with."
GONE = "The case file is gone or has mistakes. This play goes on with the text it began with."
NOTHING_LEFT = "There is no play to go on with. Begin one: troth scenario play sc03"


def run_play(options: argparse.Namespace) -> int:
    """Play a case; no records are opened."""
    if options.resume and options.minutes is not None:
        raise Refused("--minutes is for a new play; --resume goes on with the minutes it had.")
    if not options.resume and not options.which:
        raise Refused(NEEDS_ONE)
    check_screens(options)
    clock = clock_at(options.now)
    which = options.which or ""
    if options.resume:
        return show(options, partial(taken_up, which, clock), which, is_resumed=True)
    return show(options, partial(begun, which, options.minutes, clock), which)


def begun(which: str, minutes: Minutes | None, clock: Clock) -> Stage:
    """A fresh run of this case, in the shortest time that fits it unless one is named."""
    from coaching.scenario.play import Play
    from coaching.scenario.run import Run
    from coaching.scenario.script import FORMATS
    from tui.scenario.stage import Stage

    library = scenario_library()
    case = library.find(which)
    shortest = next(one for one in FORMATS if one >= case.minutes)
    chosen = shortest if minutes is None else minutes
    if chosen < case.minutes:
        raise Refused(f"{case.title} needs {case.minutes} minutes. Leave --minutes out.")
    now = clock.now()
    play = Play.begin(case, library.house(), minutes=chosen, at=now)
    file = str(Path(which).absolute()) if Path(which).is_file() else ""
    run = Run(file=file, saved=now, session=play.session)
    store = play_store()
    hello = next((_left(file.read(), now) for file in store.runs(case.id)), "")
    return Stage(play, run, store.begin(case, run), clock, hello)


def taken_up(which: str, clock: Clock) -> Stage:
    """The newest run of this case, or of any, on the page where it was left."""
    from coaching.scenario.play import Play
    from tui.scenario.stage import Stage

    store = play_store()
    files = [file for file in store.runs() if _is_of(file.read(), which)]
    if not files:
        raise Refused(NOTHING_LEFT)
    free = next((file for file in files if not file.is_playing()), files[0])
    keeper = store.resume(free)
    case = free.case()
    kept = free.read().taken_up(clock.now())
    play = Play.resume(case, scenario_library().house(), kept.session)
    return Stage(play, kept, keeper, clock, _about_file(kept, case))


def _is_of(run: Run, which: str) -> bool:
    if not which or run.file == str(Path(which).absolute()):
        return True
    return run.session.scenario == which or run.session.scenario.startswith(f"{which}_")


def _left(run: Run, now: datetime) -> str:
    """What to say of an earlier run of the case that did not come to its end."""
    recent = now - run.saved < RECENT and run.session.page > 0
    return EARLIER if recent and not run.session.is_over else ""


def _about_file(run: Run, case: Script) -> str:
    """What to say where the user's file is not what the run began with."""
    if not run.file:
        return ""
    try:
        return "" if scenario_library().read(Path(run.file)) == case else CHANGED
    except TrothError:
        return GONE


def show(
    options: argparse.Namespace,
    load: Callable[[], Stage],
    which: str,
    *,
    is_resumed: bool = False,
) -> int:
    """Play it until the facilitator leaves; what `load` refuses is told after."""
    if plain_wanted(options):
        from tui.plain.run import run_play as run_plain_play

        return run_plain_play(load)
    from tui.scenario.player import play_on_screen

    return play_on_screen(load, quick_title(which), is_resumed=is_resumed)
