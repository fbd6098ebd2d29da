"""`troth add`: someone new; the first one begins the records."""

import argparse

from coaching.errors import Refused
from coaching.say import say_day
from coaching.verbs.relationships import new_workbook
from coaching.when import read_every
from tui.bootstrap import Records
from tui.cli.names import clean_name, namesake
from tui.cli.output import say

OTHER = {"mentor": "mentee", "mentee": "mentor"}


def run_add(options: argparse.Namespace, records: Records) -> int:
    """Add a relationship, and make the vault where there is none."""
    name = clean_name(options.name)
    usual = records.settings.rhythm.usual()
    every = read_every(options.every) if options.every is not None else usual
    known = namesake(records.overview(), name)
    if known is not None:
        raise Refused(
            f"{known.name} is in your records already. "
            "Add another word to tell two people apart, such as a family name.",
            "name",
        )
    coach, today = records.coach, records.today()
    workbook = new_workbook(
        workbook_id=coach.new_id(),
        checkin_id=coach.new_id(),
        name=name,
        i_am=options.i_am,
        today=today,
        zone=records.clock.zone(),
        every=every,
    )
    rhythm = f", {every.words()}" if every else ""
    said = f"{name} added on {say_day(today)}: your {OTHER[options.i_am]}{rhythm}."
    coach.create([workbook], said)
    say(f"{said} Open troth to plan the first check-in.")
    return 0
