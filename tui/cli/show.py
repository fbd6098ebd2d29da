"""`troth show`: what is recorded about one person, as facts; nothing that is only for you."""

import argparse
from collections.abc import Iterator
from datetime import datetime

from coaching.facts import facts_of
from coaching.hurdle.next_words import HURDLE_NEXT
from coaching.kinds import say_about
from coaching.overview import Person
from coaching.record.relationship import Relationship
from coaching.record.workbook import Workbook
from coaching.say import first_name, say_count, say_day, say_duration_days, say_wall
from coaching.summary import summarise
from coaching.thresholds import DEFAULTS, Thresholds
from tui.bootstrap import Records
from tui.cli.names import find_person
from tui.cli.output import aligned, say

INDENT = "  "
YOUR = {"mentor": "your mentee", "mentee": "your mentor"}


def run_show(options: argparse.Namespace, records: Records) -> int:
    """Print the facts about one person."""
    records.check()
    person = find_person(records.overview(), options.name)
    workbook = records.coach.open(person.id)
    now, zone = records.clock.now(), records.clock.zone()
    say(*page(workbook, now, zone, records.settings.thresholds))
    return 0


def page(workbook: Workbook, now: datetime, zone: str, limits: Thresholds = DEFAULTS) -> list[str]:
    """The lines of a person's page."""
    facts = summarise(workbook)
    relationship = workbook.relationship
    first = first_name(relationship.name)
    return [
        _title(relationship),
        *aligned(_details(relationship, zone), INDENT),
        *_part("Recorded", [f"{INDENT}{fact}" for fact in facts_of(workbook, now.date(), limits)]),
        *_part("Planned check-ins", _planned(facts, now, zone)),
        *_part("You promised", _promises(facts, "me", now)),
        *_part(f"{first} promised", _promises(facts, "them", now)),
        *_part("Open hurdles", _hurdles(facts)),
        *_left_out(facts),
    ]


def _title(relationship: Relationship) -> str:
    pronouns = f" ({relationship.pronouns})" if relationship.pronouns else ""
    since = say_day(relationship.since)
    return f"{relationship.name}{pronouns}, {YOUR[relationship.i_am]} since {since}"


def _details(relationship: Relationship, zone: str) -> Iterator[tuple[str, str]]:
    if relationship.state != "active":
        day = relationship.state_since
        yield "State", f"{relationship.state}{f' since {say_day(day)}' if day else ''}"
    yield "Phase", relationship.phase
    if relationship.rhythm is not None:
        longest = say_duration_days(relationship.rhythm.longest_days)
        yield "Rhythm", f"{relationship.rhythm.every.words()}, at most {longest} apart"
    if relationship.channel:
        yield "Channel", relationship.channel
    if relationship.zone != zone:
        yield "Time zone", relationship.zone


def _planned(facts: Person, now: datetime, zone: str) -> list[str]:
    rows = []
    for line in sorted(facts.planned, key=lambda line: line.wall.order()):
        passed = "passed, nothing recorded yet" if line.wall.passed(now) else ""
        rows.append((say_wall(line.wall.in_zone(zone)), say_about(line.topic, line.kind), passed))
    return aligned(rows, INDENT)


def _promises(facts: Person, whose: str, now: datetime) -> list[str]:
    mine = sorted((one for one in facts.promises if one.whose == whose), key=lambda one: one.by)
    return aligned(
        (
            (f"by {say_day(one.by)}", one.what, "overdue" if one.by < now.date() else "")
            for one in mine
        ),
        INDENT,
    )


def _hurdles(facts: Person) -> list[str]:
    rows = []
    for hurdle in facts.hurdles:
        again = f"look again {say_day(hurdle.look_again)}" if hurdle.look_again else ""
        rows.append((f"since {say_day(hurdle.opened)}", HURDLE_NEXT[hurdle.question], again))
    return aligned(rows, INDENT)


def _left_out(facts: Person) -> list[str]:
    if not facts.unreadable:
        return []
    records = say_count(facts.unreadable, "record")
    return ["", f"{records} cannot be read by this Troth and not shown; nothing was changed."]


def _part(title: str, lines: list[str]) -> list[str]:
    return ["", title, *(lines or [f"{INDENT}none"])]
