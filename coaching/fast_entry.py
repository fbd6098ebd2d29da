"""Reads new relationships from one line each: "Ben every 2w, next tue 3pm"."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from itertools import accumulate

from coaching.errors import Refused
from coaching.line_parts import (
    OTHER,
    Around,
    Part,
    Role,
    begins_part,
    longest_part,
    part_of,
    role_of,
)
from coaching.moments import HOUSE_STYLE, DateStyle, Every, Wall
from coaching.say import say_wall
from coaching.text import clean_long, clean_short, has_visible, quote, tame

LAST_WORDS = 5  # of a name, looked at for a date that lost its comma
BRACKETS = re.compile(r"\([^()]{0,20}\)")
SECOND = {"every": "a second rhythm", "next": "a second date", "i_am": "a second role"}
TRAILING = " :;–—-"


@dataclass(frozen=True, slots=True)
class NewRelationship:
    """What a line says of a new relationship; None is what it leaves open."""

    name: str
    i_am: Role | None = None
    every: Every | None = None
    next: Wall | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not understood: its number (from 1), its text, and a sentence saying why."""

    line_number: int
    text: str
    sentence: str


def read_line(
    text: str,
    now: dt.datetime,
    zone: str,
    default_role: Role | None = None,
    *,
    style: DateStyle = HOUSE_STYLE,
) -> NewRelationship:
    """Read one line: a name, then in any order a rhythm, the next date and your role.

    The name ends at the first comma, at "every" or "next" with a word after it, at "weekly",
    "fortnightly", "monthly", or where the role begins; its first word is always a name. The
    parts need no commas between them. "every 2w", "2w" and "weekly" are rhythms. A date is read
    as by `read_when`: "next tue 3pm" as a whole, as anywhere else in Troth; only where that is
    no date is "next" a label, as in "next 24 nov". After "next:" it always is one. "I am mentee"
    is your role; "my mentor", or "(mentor)" after the name, is what the other person is.

    Raises:
        Refused: the name is missing, a part is not understood, comes twice, or the date is over;
            `field` is "name", "every", "next" or "i_am" where it is known.
    """
    around = Around(now, zone, style)
    line = " ".join(clean_long(text).replace("\t", ", ").split())
    first, *others = [segment.split() for segment in _with_commas(line).split(",")]
    _refuse_part_without_name(first, around)
    end = next((at for at in range(1, len(first)) if begins_part(first, at)), len(first))
    name = " ".join(first[:end])
    if end < len(first) or not others:
        _refuse_date_in_name(first[:end], around)
    if end < len(first):
        name = name.rstrip(TRAILING) or name
    if not has_visible(name):
        raise Refused("A line begins with a name, like Ben every 2w, next tue 3pm.", "name")
    new = NewRelationship(clean_short(name))
    new = _with_parts(new, [first[end:], *others], around)
    return replace(new, i_am=new.i_am or default_role)


def read_lines(
    text: str,
    now: dt.datetime,
    zone: str,
    default_role: Role | None = None,
    *,
    style: DateStyle = HOUSE_STYLE,
) -> list[NewRelationship | Problem]:
    """Read each line that is not blank as `read_line`; a line not understood is a `Problem`."""
    read: list[NewRelationship | Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            read.append(read_line(line, now, zone, default_role, style=style))
        except Refused as refused:
            read.append(Problem(number, tame(line).strip(), refused.sentence))
    return read


def _with_commas(line: str) -> str:
    """The line with a comma on both sides of each role in brackets."""
    return BRACKETS.sub(lambda found: f", {found[0]}, " if role_of(found[0]) else found[0], line)


def _refuse_part_without_name(words: list[str], around: Around) -> None:
    if not words or not begins_part(words, 0):
        return
    count, part = longest_part(words, 0, around)
    if part is not None:
        begun = quote(" ".join(words[:count]))
        raise Refused(
            f"A name is missing before {begun}: begin with it, like Ben every 2w.", "name"
        )


def _refuse_date_in_name(words: list[str], around: Around) -> None:
    """Refuse a name like "Ben tue 3pm": the comma was forgotten."""
    for start in range(max(1, len(words) - LAST_WORDS), len(words)):
        tail = " ".join(words[start:])
        if _looks_dated(tail, around):
            raise Refused(
                f"{quote(tail)} looks like a date or a rhythm: write a comma before it,"
                " or after it if it belongs to the name.",
                "name",
            )


def _looks_dated(text: str, around: Around) -> bool:
    if not any(character.isdigit() for character in text):
        return False
    try:
        return part_of(text, around) is not None
    except Refused:
        return True


def _with_parts(new: NewRelationship, segments: list[list[str]], around: Around) -> NewRelationship:
    """Read every word after the name; a part may go on over a comma ("nov 24, 2026")."""
    words = [word for segment in segments for word in segment]
    ends = list(accumulate(len(segment) for segment in segments))
    at = 0
    while at < len(words):
        count, part = longest_part(words, at, around)
        if part is None:
            end = next(end for end in ends if end > at)
            raise _not_understood(" ".join(words[at:end]))
        new = _with_part(new, part, " ".join(words[at : at + count]), around)
        at += count
    return new


def _with_part(new: NewRelationship, part: Part, text: str, around: Around) -> NewRelationship:
    match part:
        case Every():
            field, fuller = "every", replace(new, every=part)
        case Wall():
            _refuse_passed(part, text, around)
            field, fuller = "next", replace(new, next=part)
        case _:
            field, fuller = "i_am", replace(new, i_am=part)
    if getattr(new, field) is not None:
        raise Refused(f"{quote(text)} is {SECOND[field]} in this line: keep one of them.", field)
    return fuller


def _refuse_passed(wall: Wall, text: str, around: Around) -> None:
    if wall.passed(around.now):
        raise Refused(
            f"{quote(text)} is over ({say_wall(wall)}): the next check-in needs a date to come.",
            "next",
        )


def _not_understood(text: str) -> Refused:
    if text.casefold() in OTHER:
        return Refused(f"{quote(text)} is unclear: write I am {text} or my {text}.", "i_am")
    return Refused(
        f"{quote(text)} is not a rhythm, a date or a role Troth can read."
        " Write it like every 2w, next tue 3pm or I am mentee."
    )
