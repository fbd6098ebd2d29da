"""`troth scenario records`: the records of a case's cast on the screens, in a temporary place."""

import argparse

from coaching.say import first_name, say_of
from tui.bootstrap import cast_records
from tui.cli.plain import plain_wanted
from tui.cli.screens import check_screens
from tui.world import Opening


def run_records(options: argparse.Namespace) -> int:
    """Show what one person of the case keeps in Troth, at the case's date, until it is left."""
    check_screens(options)
    with cast_records(options.which, options.now) as (records, whose):
        mark = f"scenario: {say_of(first_name(whose))} records"
        if plain_wanted(options):
            from tui.plain.run import run_world

            return run_world(records.world(Opening(), mark), records.unlock)
        from tui.app import run
        from tui.scenario.cast_app import CastApp

        return run(records.world(Opening(), f"{mark} (esc: back)"), CastApp)
