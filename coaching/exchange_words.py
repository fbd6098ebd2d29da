"""Says in two sentences what leaves and what is left out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from coaching.exchange import Leaving, Wish, carried
from coaching.record.base import Audience
from coaching.record.relationship import Relationship
from coaching.record.workbook import KINDS, noun_of
from coaching.say import say_count, say_list

READERS = {Audience.ONLY_ME: "for you", Audience.US_TWO: "for the two of you"}
UNREADABLE = "record that this Troth cannot read"
UNREADABLE_MANY = "records that this Troth cannot read"


def say_leaves(wish: Wish, parts: Sequence[Leaving], today: date) -> str:
    """What leaves: "Leaves, for you: Ben, 2 check-ins and 1 promise"."""
    counts = Counter(
        record.table
        for part in parts
        for rows in part.workbook.tables.values()
        for record in rows.values()
        if carried(wish, record, today)
    )
    people = counts.pop(Relationship.table, 0) or sum(one.workbook.about_someone for one in parts)
    said = [say_count(people, "person", "people")] if len(parts) != 1 else _names(parts)
    said += _counted(counts)
    kept = sum(len(one.unreadable) for one in parts) if wish.format == "json" else 0
    said += _unreadable(kept)
    return f"Leaves, {READERS[wish.audience]}: {say_list(said) or 'nothing'}."


def say_left_out(wish: Wish, parts: Sequence[Leaving], today: date) -> str:
    """What stays here: counts by kind, then the fields left out of what leaves."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part.stayed)
        counts.update(
            record.table
            for rows in part.workbook.tables.values()
            for record in rows.values()
            if not carried(wish, record, today)
        )
    counts.pop(Relationship.table, None)
    said = _counted(counts)
    unread = sum(one.unreadable_stayed for one in parts)
    if wish.format != "json":
        unread += sum(len(one.unreadable) for one in parts)
    said += _unreadable(unread)
    fields = [f"the {names} of {noun}" for noun, names in _fields(wish, parts)]
    sentences = [say_list(some) for some in (said, fields) if some]
    return f"Left out: {'; also '.join(sentences) or 'nothing'}."


def _names(parts: Sequence[Leaving]) -> list[str]:
    return [one.workbook.relationship.name for one in parts if one.workbook.about_someone]


def _counted(counts: Mapping[str, int]) -> list[str]:
    order = [*KINDS, *sorted(set(counts) - set(KINDS))]
    return [say_count(counts[table], noun_of(table)) for table in order if counts.get(table)]


def _unreadable(count: int) -> list[str]:
    return [say_count(count, UNREADABLE, UNREADABLE_MANY)] if count else []


def _each(table: str) -> str:
    """The words for all records of a kind: a person has one relationship only."""
    return f"{'the' if table == Relationship.table else 'each'} {noun_of(table)}"


def _fields(wish: Wish, parts: Sequence[Leaving]) -> list[tuple[str, str]]:
    found: dict[str, set[str]] = {}
    for part in parts:
        for table, names in part.emptied.items():
            found.setdefault(table, set()).update(names)
    if wish.format == "ics" and wish.short_titles:
        found.setdefault("checkins", set()).update(("name", "topic"))
        found.setdefault("promises", set()).update(("name", "words"))
    return [
        (_each(table), say_list([one.replace("_", " ") for one in sorted(names)]))
        for table, names in found.items()
        if names
    ]
