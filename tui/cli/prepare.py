"""`troth prepare`: the agenda of the next check-in with somebody, as Markdown."""

import argparse

from coaching.agenda.build import agenda_of, next_checkin
from coaching.agenda.markdown import agenda_markdown
from tui.bootstrap import Records
from tui.cli.names import find_person
from tui.cli.output import complain, say

NOTHING_PLANNED = 1


def run_prepare(options: argparse.Namespace, records: Records) -> int:
    """Print the agenda; exit 1 where no check-in is planned, with an agenda all the same."""
    records.check()
    person = find_person(records.overview(), options.name)
    workbook = records.coach.open(person.id)
    now = records.clock.now()
    checkin = next_checkin(workbook, now)
    limits = records.settings.thresholds
    agenda = agenda_of(workbook, checkin, now, records.content(), kind=options.kind, limits=limits)
    say(agenda_markdown(agenda, person.name, records.clock.zone()).rstrip("\n"))
    if checkin is None:
        complain(
            f"No check-in with {person.name} is planned, so this agenda has no date. "
            "Plan one in troth with the key c."
        )
        return NOTHING_PLANNED
    return 0
