"""Opens the demo's made-up people over this run, as a program of its own in the same terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.over import run_over

if TYPE_CHECKING:
    from tui.app import TrothApp

DEMO = (sys.executable, "-m", "tui", "demo")
OPENING = "Opening the demo…"
IS_THE_DEMO = "These are the made-up people already. escape goes back to them."
NO_TERMINAL = "The demo cannot open over this window. In another terminal: troth demo"


def show_demo(app: TrothApp) -> None:
    """Wait until the demo is left; say so where it cannot open. Real records stay out of it."""
    if app.world.mark:
        app.say(IS_THE_DEMO)
        return
    app.drafts.keep_all()
    try:
        problem = _run(app)
    except SuspendNotSupported:
        problem = NO_TERMINAL
    app.say(problem)


def _run(app: TrothApp) -> str:
    """Run it; returns what went wrong, or nothing."""
    try:
        code = run_over(app, DEMO, OPENING)
    except OSError as error:
        return f"The demo did not start ({error.strerror or error}). Try: troth demo"
    return f"The demo stopped with code {code}. Try it alone: troth demo" if code else ""
