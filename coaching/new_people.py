"""Reads the people to add, one line each, and says back in full what was understood of each."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coaching.fast_entry import NewRelationship, Problem, read_lines
from coaching.line_parts import OTHER, Role
from coaching.moments import HOUSE_STYLE, DateStyle, Every
from coaching.say import say_list, say_wall
from coaching.text import quote

NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that is not blank: its number, and who it adds (None where it is wrong).

    `sentence` is what was understood, or what is wrong and how to mend it.
    """

    line_number: int
    new: NewRelationship | None
    sentence: str


def read_entries(
    text: str,
    known_names: Iterable[str],
    now: dt.datetime,
    zone: str,
    role: Role,
    *,
    style: DateStyle = HOUSE_STYLE,
    usual: Every | None = None,
) -> list[Entry]:
    """Read every line; a name that is known, or stands in an earlier line, is wrong.

    `role` is the user's side, `usual` the rhythm, where a line does not say it.
    """
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    known = {name_key(name) for name in known_names}
    lines: dict[str, int] = {}
    entries = []
    for number, read in zip(numbers, read_lines(text, now, zone, role, style=style), strict=True):
        entry = _entry(number, read, usual)
        if entry.new is not None:
            entry = _single(entry, entry.new.name, known, lines)
        entries.append(entry)
    return entries


def is_known(name: str, names: Iterable[str]) -> bool:
    """Whether one of these names reads the same; capitals and blanks do not tell people apart."""
    return name_key(name) in {name_key(one) for one in names}


def already_here(name: str) -> str:
    """The sentence for a name that somebody has already."""
    return f"{quote(name)} is here already. Write a fuller name, so that you can tell them apart."


def say_new(new: NewRelationship) -> str:
    """What will be saved: "Ben: your mentee, every 2 weeks, next Tue 24 Nov 2026, 15:00"."""
    parts = [f"your {OTHER[new.i_am or 'mentor']}"]
    parts += [new.every.words()] if new.every else []
    parts += [f"next {say_wall(new.next)}"] if new.next else []
    return f"{new.name}: {', '.join(parts)}"


def say_added(added: Sequence[NewRelationship]) -> str:
    """What was done: one person in full, several by name."""
    if len(added) == 1:
        return f"Added. {say_new(added[0])}."
    names = [new.name for new in added[:NAMED_AT_MOST]]
    if len(added) > NAMED_AT_MOST:
        names.append(f"{len(added) - NAMED_AT_MOST} more")
    return f"{len(added)} people added: {say_list(names)}."


def _entry(number: int, read: NewRelationship | Problem, usual: Every | None) -> Entry:
    if isinstance(read, Problem):
        return Entry(number, None, read.sentence)
    new = replace(read, every=read.every or usual)
    return Entry(number, new, say_new(new))


def _single(entry: Entry, name: str, known: set[str], lines: dict[str, int]) -> Entry:
    key = name_key(name)
    if key in known:
        return replace(entry, new=None, sentence=already_here(name))
    if key in lines:
        again = f"{quote(name)} stands in line {lines[key]} too. Write a fuller name for one."
        return replace(entry, new=None, sentence=again)
    lines[key] = entry.line_number
    return entry


def name_key(name: str) -> str:
    """What two names that read the same have in common."""
    return " ".join(name.casefold().split())
