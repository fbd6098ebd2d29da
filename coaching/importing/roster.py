"""A programme's list of people as rows of words, and the headings its columns may have."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coaching.errors import Refused
from coaching.importing.items import Problem
from coaching.record.relationship import Role
from coaching.say import say_list
from coaching.text import has_visible, quote

HEADINGS: Mapping[str, str] = {
    "name": "name, full name, person, participant, display name",
    "mentee": "mentee, mentee name, name of mentee, protege, coachee",
    "mentor": "mentor, mentor name, name of mentor",
    "first": "first name, given name, forename",
    "last": "last name, family name, surname",
    "role": "role, their role, programme role, program role",
    "i am": "i am, my role, your role",
    "rhythm": "rhythm, every, frequency, how often, cadence, meeting frequency, meets",
    "start": "start, since, start date, started, starts, begin, began, from, match date, date",
    "pronouns": "pronouns, pronoun",
    "channel": "channel, how we meet, medium, via, where, meeting place",
}
FIELDS = {word: name for name, words in HEADINGS.items() for word in words.split(", ")}
LEFT_OUT = "This person is left out."
NAMED_BY = ("name", "first", "last", "mentee", "mentor")
_APART = re.compile(r"[\W_]+")
_BOTH_SIDES = frozenset(("mentor", "mentee"))


class SideUnsaid(Refused):
    """It depends on the user's side who is meant, and that was not said."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: where it begins in the file, and the text in each known column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Roster:
    """The list as it stands in the file; `fields` are those that have a column."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    fields: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Named:
    """Whom a row is about, and which side the user is on, where the row says it."""

    name: str
    i_am: Role | None


def field_of(heading: str) -> str | None:
    """What a column with this heading holds; None where that is nothing Troth keeps."""
    return FIELDS.get(" ".join(_APART.split(heading.casefold())).strip())


def columns_of(headings: Sequence[str]) -> dict[int, str]:
    """The column of each field; of two with the same meaning the first."""
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        name = field_of(heading)
        if name is not None and name not in found.values():
            found[place] = name
    return found


def say_unused(headings: Sequence[str], columns: Iterable[int]) -> tuple[str, ...]:
    """One sentence about the columns that are not taken; none where all are."""
    used = set(columns)
    unused = [
        quote(heading)
        for place, heading in enumerate(headings)
        if place not in used and has_visible(heading)
    ]
    if not unused:
        return ()
    columns_are = "Column" if len(unused) == 1 else "Columns"
    known = f"Troth knows the headings {say_list(list(HEADINGS))}."
    return (f"{columns_are} not used: {say_list(unused)}. {known}",)


def named(row: Row, fields: frozenset[str], i_am: Role | None) -> Named:
    """Whom the row is about.

    A column "mentee" names your mentees. Where the list has "mentor" and "mentee", your own side
    says which of the two is the other person.

    Raises:
        Refused: it cannot be told; `field` names the column.
    """
    said = _said(row)
    sides = fields & _BOTH_SIDES
    if "name" in fields or not sides:
        whole = row.cells.get("name", "") or " ".join(
            filter(None, (row.cells.get("first", ""), row.cells.get("last", "")))
        )
        return Named(_visible(whole, "name"), said)
    if sides == _BOTH_SIDES:
        side = said or i_am
        if side is None:
            raise SideUnsaid("the list has mentors and mentees: which are you?", "mentor")
        other = "mentee" if side == "mentor" else "mentor"
        return Named(_visible(row.cells.get(other, ""), other), side)
    if "mentee" in sides:
        return Named(_visible(row.cells.get("mentee", ""), "mentee"), said or "mentor")
    return Named(_visible(row.cells.get("mentor", ""), "mentor"), said or "mentee")


def _said(row: Row) -> Role | None:
    """The user's side as the row says it. "role" is the other person's, "I am" the user's."""
    for name, mine in (("i am", True), ("role", False)):
        text = row.cells.get(name, "")
        words = set(_APART.split(text.casefold())) & _BOTH_SIDES
        if not has_visible(text):
            continue
        if len(words) != 1:
            raise Refused(f"{quote(text)} is not a role. Write mentor or mentee.", name)
        is_mentor = ("mentor" in words) == mine
        return "mentor" if is_mentor else "mentee"
    return None


def _visible(name: str, where: str) -> str:
    if not has_visible(name):
        raise Refused("the name is empty.", where)
    return name
