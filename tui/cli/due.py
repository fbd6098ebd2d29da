"""`troth due`: what is overdue, what is for today, and what comes in the next days."""

import argparse
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from coaching.due import Due, due
from coaching.errors import Refused
from coaching.overview import Overview
from coaching.say import say_count, say_day, say_day_and_time, say_list
from tui.bootstrap import Records
from tui.cli.output import aligned, complain, say

STATES = ("overdue", "today", "upcoming")
MOST_DAYS = 3660
DAYS = {"": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
WITHIN = re.compile(r"(\d{1,5}) ?([a-z]*)", re.ASCII)
YOURSELF = "yourself"
LOCKED = "locked"


def run_due(options: argparse.Namespace, records: Records) -> int:
    """Print what is due; 1 where some records could not be read, else 0."""
    if options.names and not options.short:
        raise Refused("--names goes with --short. Example: troth due --short --names")
    within = read_within(options.within)
    if options.short and records.locked:
        say(LOCKED)
        return 0
    records.check()
    overview = records.overview()
    items = _overdue_first(due(overview, records.clock.now(), within))
    if options.json:
        _say_json(items)
    elif options.short:
        say(short(items, names=options.names))
    else:
        say(*lines(items, within))
    return _say_troubles(overview, records.happened())


def read_within(text: str) -> timedelta:
    """A length like 14d or 2w. Refuses anything else, and more than ten years."""
    match = WITHIN.fullmatch(text.strip().casefold())
    days = int(match[1]) * DAYS[match[2]] if match and match[2] in DAYS else None
    if days is None or days > MOST_DAYS:
        from coaching.text import quote

        raise Refused(
            f"--within {quote(text)} is not a length Troth can use. "
            "Write 14d or 2w, at most ten years."
        )
    return timedelta(days=days)


def lines(items: Sequence[Due], within: timedelta) -> list[str]:
    """One line for each thing, in columns; a calm sentence where there is nothing."""
    if items:
        return aligned((f"{item.state:8}", _when(item), _who(item), _what(item)) for item in items)
    if not within.days:
        return ["Nothing is due today."]
    return [f"Nothing is due in the next {say_count(within.days, 'day')}."]


def short(items: Sequence[Due], *, names: bool) -> str:
    """Counts like "2 overdue, 1 today, 3 upcoming", with names where they are asked for."""
    parts = []
    for state in STATES:
        found = [item for item in items if item.state == state]
        if found:
            who = say_list(list(dict.fromkeys(map(_who, found))))
            parts.append(f"{len(found)} {state}{f' ({who})' if names else ''}")
    return ", ".join(parts) or "nothing due"


def as_object(item: Due) -> dict[str, str]:
    """One thing for another program; only a promise says `whose`: "me" or "them"."""
    thing = {
        "kind": item.kind,
        "relationship": item.relationship,
        "what": item.what,
        "when": item.when,
        "state": item.state,
    }
    return thing | {"whose": item.whose} if item.whose else thing


def _overdue_first(items: list[Due]) -> list[Due]:
    return sorted(items, key=lambda item: STATES.index(item.state))


def _say_json(items: Sequence[Due]) -> None:
    import json

    say(json.dumps([as_object(item) for item in items], indent=2))


def _when(item: Due) -> str:
    if item.when == date.isoformat(item.day):
        return say_day(item.day)
    return say_day_and_time(datetime.fromisoformat(item.when))


def _who(item: Due) -> str:
    return item.relationship or YOURSELF


def _what(item: Due) -> str:
    match item.kind:
        case "promise":
            return f"{'you promised' if item.whose == 'me' else 'promised to you'}: {item.what}"
        case kind:
            return f"{kind}: {item.what}"


def _say_troubles(overview: Overview, told_later: Sequence[str]) -> int:
    for person in (*overview.people, overview.mine):
        if person.unreadable:
            whose = f"about {person.name}" if person.name else "of your own"
            complain(
                f"{say_count(person.unreadable, 'record')} {whose} cannot be read by this Troth "
                "and is not in this list; nothing was changed."
            )
    notices = (notice for notice in overview.notices if notice not in told_later)
    for sentence in (*(trouble.sentence for trouble in overview.troubles), *notices):
        complain(sentence)
    return 1 if overview.troubles else 0
