"""Troth with a home that breaks at f7: what a mistake in the program does to the terminal."""

import sys

from tests.terminal.place import NOW
from tui.app import run
from tui.bootstrap import open_records
from tui.home.screen import HomeScreen
from tui.world import Opening


def break_down(_: HomeScreen) -> None:
    """Fail as a mistake would."""
    raise RuntimeError("Broken on purpose")


if __name__ == "__main__":
    HomeScreen.key_f7 = break_down  # type: ignore[attr-defined]  # Textual's way for one key
    sys.exit(run(open_records(None, NOW).world(Opening())))
