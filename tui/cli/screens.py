"""`troth`, `troth hurdle` and `troth demo`: on the screens of a terminal, or on plain lines."""

import argparse
import sys
from typing import TYPE_CHECKING

from coaching.errors import Refused
from tui.bootstrap import Records, demo_records
from tui.cli.names import find_person
from tui.cli.plain import plain_wanted
from tui.world import Opening

if TYPE_CHECKING:
    from coaching.overview import Person

DEMO = "demo"


def run_home(options: argparse.Namespace, records: Records) -> int:
    """Open home, or the first start where there are no records yet."""
    return _open(options, records, Opening())


def run_hurdle(options: argparse.Namespace, records: Records) -> int:
    """Open the hurdle wizard, for someone or alone."""
    check_screens(options)
    if options.name is None:
        if options.keep:
            records.check()
        return _open(options, records, Opening("hurdle", i_am=options.i_am, keep=options.keep))
    records.check()
    person = find_person(records.overview(), options.name)
    _refuse_other_side(person, options.i_am)
    return _open(options, records, Opening("hurdle", person.id, i_am=options.i_am, keep=True))


def run_demo(options: argparse.Namespace) -> int:
    """Open made-up records in a temporary place, which is removed afterwards."""
    if options.vault is not None:
        raise Refused(
            "The demo has made-up records of its own and opens no others. "
            "Leave --vault out: troth demo"
        )
    check_screens(options)
    with demo_records(options.now) as records:
        return _open(options, records, Opening(), mark=DEMO)


def check_screens(options: argparse.Namespace) -> None:
    """As `check_terminal`, unless the run is on plain lines, which need no terminal."""
    if not plain_wanted(options):
        check_terminal()


def check_terminal() -> None:
    """Refuse to open screens where no one could see them or press a key."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise Refused(
            "The screens of Troth need a terminal, and here input or output is not one. "
            "In scripts use troth due or troth show NAME; troth --plain works without a terminal."
        )


def _open(options: argparse.Namespace, records: Records, opening: Opening, mark: str = "") -> int:
    check_screens(options)
    if not opening.alone:
        records.check_usable()
    if plain_wanted(options):
        from tui.plain.run import run_world

        if not opening.alone:
            records.unlock()
        return run_world(records.world(opening, mark), records.unlock)
    from tui.app import run

    return run(records.world(opening, mark))


def _refuse_other_side(person: "Person", i_am: str | None) -> None:
    if i_am not in (None, person.i_am):
        raise Refused(
            f"In your records you are {person.name}'s {person.i_am}. "
            "Leave --as out, or change it in their pages."
        )
