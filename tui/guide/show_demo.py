"""Opens the demo's made-up people over this run, as a program of its own in the same terminal."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from tui.app import TrothApp

DEMO = (sys.executable, "-m", "tui", "demo")
IS_THE_DEMO = "These are the made-up people already. escape goes back to them."
NO_TERMINAL = "The demo cannot open over this window. In another terminal: troth demo"


def show_demo(app: TrothApp) -> None:
    """Wait until the demo is left; say so where it cannot open. Real records stay out of it."""
    if app.world.mark:
        app.say(IS_THE_DEMO)
        return
    app.drafts.keep_all()
    try:
        with app.suspend():
            problem = _run()
    except SuspendNotSupported:
        problem = NO_TERMINAL
    app.say(problem)


def _run() -> str:
    """Run it; returns what went wrong, or nothing."""
    try:
        code = subprocess.run(DEMO, check=False).returncode
    except OSError as error:
        return f"The demo did not start ({error.strerror or error}). Try: troth demo"
    return f"The demo stopped with code {code}. Try it alone: troth demo" if code else ""
