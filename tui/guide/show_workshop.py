"""Opens the choice of a workshop case over this run, as a program of its own; no records go in."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.over import run_over

if TYPE_CHECKING:
    from tui.app import TrothApp

WORKSHOP = (sys.executable, "-m", "tui", "workshop")
OPENING = "Opening the workshop…"
YOUR_RECORDS = "TROTH_VAULT"
NO_TERMINAL = "A workshop cannot open over this window. In another terminal: troth workshop"
BACK = "\nenter goes back to Troth "


def show_workshop(app: TrothApp) -> None:
    """Wait until the workshop is left; say so where it cannot open."""
    app.drafts.keep_all()
    try:
        problem = _run(app)
    except SuspendNotSupported:
        problem = NO_TERMINAL
    app.say(problem)


def _run(app: TrothApp) -> str:
    """Run it; returns what went wrong, or nothing. What it printed stays until enter."""
    outside = {name: value for name, value in os.environ.items() if name != YOUR_RECORDS}
    try:
        code = run_over(app, WORKSHOP, OPENING, env=outside, screens=False, after=_wait)
    except OSError as error:
        return f"The workshop did not start ({error.strerror or error}). Try: troth workshop"
    if code:
        return f"The workshop stopped with code {code}. Try it alone: troth workshop"
    return ""


def _wait(code: int) -> None:
    if code == 0:
        with suppress(EOFError, KeyboardInterrupt):
            input(BACK)
