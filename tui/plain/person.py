"""One person on plain lines: the facts, then what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from coaching.facts import facts_of
from coaching.hurdle.next_words import HURDLE_NEXT
from coaching.kinds import say_about
from coaching.say import say_count, say_day, say_duration_days, say_here
from coaching.summary import summarise
from tui.plain.add import add_person
from tui.plain.agenda import read_agenda
from tui.plain.checkin import log_checkin, plan_checkin
from tui.plain.desk import Entry, menu
from tui.plain.hurdle import go_on_with, hurdle_with
from tui.plain.promise import make_promise, open_promises, say_promise, settle_promise
from tui.plain.question import joined
from tui.plain.reply import note_reply, open_replies, say_reply, settle_reply
from tui.plain.undo import undo_entry
from tui.plain.which import in_order, told_apart

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.overview import Person
    from coaching.record.relationship import Relationship
    from coaching.record.workbook import Workbook
    from coaching.thresholds import Thresholds
    from tui.plain.desk import Desk

YOUR = {"mentor": "your mentee", "mentee": "your mentor"}


def people(desk: Desk) -> None:
    """Choose a person out of everyone, or add one."""
    menu(desk, "People", "Who?", lambda: _everyone(desk))


def _everyone(desk: Desk) -> list[Entry]:
    everyone = sorted(desk.facts().people, key=lambda one: one.name.casefold())
    found = [Entry(one.name, partial(one_person, desk, one.id), _about(one)) for one in everyone]
    return [*found, Entry("Add someone", partial(add_person, desk))]


def _about(person: Person) -> str:
    state = "" if person.state == "active" else f", {person.state}"
    return f"{YOUR[person.i_am]}{state}"


def one_person(desk: Desk, workbook_id: str) -> None:
    """Say the facts about a person, then ask what to do."""
    tell_facts(desk, workbook_id)
    name = desk.open(workbook_id).relationship.name
    menu(desk, name, "What would you like to do?", lambda: _deeds(desk, workbook_id))


def tell_facts(desk: Desk, workbook_id: str) -> None:
    """Say what is recorded about a person; nothing that is only for the user's eyes."""
    desk.say("", *facts_lines(desk.open(workbook_id), desk.now, desk.zone, desk.world.limits))


def facts_lines(workbook: Workbook, now: datetime, zone: str, limits: Thresholds) -> Iterator[str]:
    """Counts and dates about one person, a sentence each."""
    facts = summarise(workbook)
    relationship, name, today = workbook.relationship, workbook.relationship.name, now.date()
    yield from _head(relationship, zone)
    yield from facts_of(workbook, today, limits)
    for line in sorted(facts.planned, key=lambda line: line.wall.order()):
        passed = "It has passed, and nothing is recorded yet" if line.wall.passed(now) else ""
        about = f"Check-in {say_here(line.wall, zone)}: {say_about(line.topic, line.kind)}"
        yield joined(about, passed)
    for promise in open_promises(workbook):
        yield joined(say_promise(promise, name, today))
    for reply in open_replies(workbook):
        yield joined(say_reply(reply, name, today))
    for hurdle in facts.hurdles:
        yield f"Open hurdle since {say_day(hurdle.opened)}: {HURDLE_NEXT[hurdle.question]}."
    if facts.unreadable:
        count = say_count(facts.unreadable, "record")
        yield f"{count} cannot be read by this Troth and not told; nothing was changed."


def _head(relationship: Relationship, zone: str) -> Iterator[str]:
    pronouns = f" ({relationship.pronouns})" if relationship.pronouns else ""
    your = YOUR[relationship.i_am]
    yield f"{relationship.name}{pronouns}, {your} since {say_day(relationship.since)}."
    if relationship.state != "active":
        yield f"This relationship is {relationship.state}."
    if relationship.rhythm is not None:
        longest = say_duration_days(relationship.rhythm.longest_days)
        yield f"Rhythm: {relationship.rhythm.every.words()}, at most {longest} apart."
    if relationship.channel:
        yield f"Channel: {relationship.channel}."
    if relationship.zone != zone:
        yield f"Time zone: {relationship.zone}."


def _deeds(desk: Desk, workbook_id: str) -> list[Entry]:
    workbook = desk.open(workbook_id)
    promised, owed = open_promises(workbook), open_replies(workbook)
    found = [
        Entry("Hear the facts again", partial(tell_facts, desk, workbook_id)),
        Entry("Log a check-in", partial(log_checkin, desk, workbook_id), "how it went"),
        Entry("Plan a check-in", partial(plan_checkin, desk, workbook_id)),
        Entry("Read the agenda", partial(read_agenda, desk, workbook_id)),
        Entry("Make a promise", partial(make_promise, desk, workbook_id)),
    ]
    if promised:
        settle = partial(settle_promise, desk, workbook_id)
        found.append(Entry("Say what became of a promise", settle, f"{len(promised)} open"))
    found.append(Entry("Note a reply owed", partial(note_reply, desk, workbook_id)))
    if owed:
        settle = partial(settle_reply, desk, workbook_id)
        found.append(Entry("Say what became of a reply", settle, f"{len(owed)} open"))
    lines = in_order(desk, workbook_id, summarise(workbook).hurdles)
    labels = told_apart(
        desk,
        [(workbook_id, one.id, f"Go on with the hurdle of {say_day(one.opened)}") for one in lines],
    )
    for line in lines:
        on = partial(go_on_with, desk, workbook_id, line.id)
        found += [Entry(labels[line.id], on)]
    found.append(Entry("Work through a new hurdle", partial(hurdle_with, desk, workbook_id)))
    return [*found, *undo_entry(desk)]
