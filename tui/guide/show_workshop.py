"""Opens the choice of a workshop case over this run, as a program of its own; no records go in."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from tui.app import TrothApp

WORKSHOP = (sys.executable, "-m", "tui", "workshop")
YOUR_RECORDS = "TROTH_VAULT"
NO_TERMINAL = "A workshop cannot open over this window. In another terminal: troth workshop"
BACK = "\nenter goes back to Troth "


def show_workshop(app: TrothApp) -> None:
    """Wait until the workshop is left; say so where it cannot open."""
    app.drafts.keep_all()
    try:
        with app.suspend():
            problem = _run()
    except SuspendNotSupported:
        problem = NO_TERMINAL
    app.say(problem)


def _run() -> str:
    """Run it; returns what went wrong, or nothing. What it printed stays until enter."""
    outside = {name: value for name, value in os.environ.items() if name != YOUR_RECORDS}
    try:
        code = subprocess.run(WORKSHOP, check=False, env=outside).returncode
    except OSError as error:
        return f"The workshop did not start ({error.strerror or error}). Try: troth workshop"
    if code:
        return f"The workshop stopped with code {code}. Try it alone: troth workshop"
    with suppress(EOFError, KeyboardInterrupt):
        input(BACK)
    return ""
