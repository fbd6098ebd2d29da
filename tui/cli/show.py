"""`troth show`: what is recorded about one person, as facts; nothing that is only for you."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from coaching.next_step import HURDLE_NEXT
from coaching.overview import Kept, Person
from coaching.record.relationship import Relationship
from coaching.record.workbook import Workbook
from coaching.say import say_ago, say_count, say_day, say_duration_days, say_list, say_wall
from coaching.summary import summarise
from tui.bootstrap import Records
from tui.cli.names import find_person
from tui.cli.output import aligned, say

INDENT = "  "
YOUR = {"mentor": "your mentee", "mentee": "your mentor"}
SIDES = {"me": "by you", "them": "by them", "": ""}
OUTCOMES = ("held", "moved", "cancelled", "missed")


def run_show(options: argparse.Namespace, records: Records) -> int:
    """Print the facts about one person."""
    records.check()
    person = find_person(records.overview(), options.name)
    workbook = records.coach.open(person.id)
    say(*page(workbook, records.clock.now(), records.clock.zone()))
    return 0


def page(workbook: Workbook, now: datetime, zone: str) -> list[str]:
    """The lines of a person's page."""
    facts = summarise(workbook)
    relationship = workbook.relationship
    first = relationship.name.split()[0]
    return [
        _title(relationship),
        *aligned(_facts(relationship, facts, now, zone), INDENT),
        *_part("Planned check-ins", _planned(facts, now, zone)),
        *_part("You promised", _promises(facts, "me", now)),
        *_part(f"{first} promised", _promises(facts, "them", now)),
        *_part("Promises settled", _settled(facts, first)),
        *_part("Open hurdles", _hurdles(facts)),
        *_left_out(facts),
    ]


def _title(relationship: Relationship) -> str:
    pronouns = f" ({relationship.pronouns})" if relationship.pronouns else ""
    since = say_day(relationship.since)
    return f"{relationship.name}{pronouns}, {YOUR[relationship.i_am]} since {since}"


def _facts(
    relationship: Relationship, facts: Person, now: datetime, zone: str
) -> Iterator[tuple[str, str]]:
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
    last = facts.last_held
    ago = f"{say_day(last)} ({say_ago(last, now.date())})" if last else "not yet"
    yield "Last held", ago
    if facts.held:
        yield "Held so far", say_count(facts.held, "check-in")
    if facts.recent:
        yield f"Last {len(facts.recent)}", say_list(list(_outcomes(facts.recent)))


def _outcomes(recent: Sequence[tuple[str, str]]) -> Iterator[str]:
    counted = Counter((outcome, by) for outcome, by in recent)
    for outcome, by in sorted(counted, key=lambda one: (OUTCOMES.index(one[0]), one[1])):
        yield f"{counted[outcome, by]} {outcome} {SIDES[by]}".rstrip()


def _planned(facts: Person, now: datetime, zone: str) -> list[str]:
    rows = []
    for line in sorted(facts.planned, key=lambda line: line.wall.order()):
        passed = "passed, nothing recorded yet" if line.wall.passed(now) else ""
        rows.append((say_wall(line.wall.in_zone(zone)), line.topic or line.kind, passed))
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


def _settled(facts: Person, first: str) -> list[str]:
    sides = (("You", facts.my_kept), (first, facts.their_kept))
    return aligned(((who, counts) for who, kept in sides if (counts := _counts(kept))), INDENT)


def _counts(kept: Kept) -> str:
    parts = (
        (kept.in_time, "kept in time"),
        (kept.late, "kept late"),
        (kept.new_date_in_time, "with a new date agreed in time"),
        (kept.dropped, "let go"),
        (kept.broken, "not kept"),
    )
    return say_list([f"{count} {what}" for count, what in parts if count])


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
