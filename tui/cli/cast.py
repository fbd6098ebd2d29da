"""`troth scenario records`: the records of a case's cast on the screens, in a temporary place."""

import argparse

from coaching.say import say_of
from tui.bootstrap import cast_records
from tui.cli.screens import check_terminal
from tui.world import Opening


def run_records(options: argparse.Namespace) -> int:
    """Show what one person of the case keeps in Troth, at the case's date, until it is left."""
    check_terminal()
    with cast_records(options.which, options.now) as (records, whose):
        from tui.app import run
        from tui.scenario.cast_app import CastApp

        mark = f"scenario: {say_of(whose.split()[0])} records (esc: back)"
        return run(records.world(Opening(), mark), CastApp)
