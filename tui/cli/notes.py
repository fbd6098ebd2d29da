"""`troth scenario notes`: the facilitator's notes beside a running play; no records are opened."""

import argparse

from coaching.errors import Refused
from tui.bootstrap import clock_at, play_store, scenario_library
from tui.cli.plain import plain_wanted
from tui.cli.screens import check_terminal

ON_SCREENS = (
    "The notes beside a play are a screen of their own. On plain lines, read the whole sheet "
    "beforehand: troth scenario show sc03"
)


def run_notes(options: argparse.Namespace) -> int:
    """Follow the play that is running, or wait for one, until the window is closed."""
    if plain_wanted(options):
        raise Refused(ON_SCREENS)
    check_terminal()
    from tui.scenario.notes import show_notes
    from tui.scenario.notes_follow import Follower

    return show_notes(Follower(play_store(), scenario_library().house()), clock_at(options.now))
