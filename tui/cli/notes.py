"""`troth scenario notes`: the facilitator's notes beside a running play; no records are opened."""

import argparse

from tui.bootstrap import clock_at, play_store, scenario_library
from tui.cli.screens import check_terminal


def run_notes(options: argparse.Namespace) -> int:
    """Follow the play that is running, or wait for one, until the window is closed."""
    check_terminal()
    from tui.scenario.notes import show_notes
    from tui.scenario.notes_follow import Follower

    return show_notes(Follower(play_store(), scenario_library().house()), clock_at(options.now))
