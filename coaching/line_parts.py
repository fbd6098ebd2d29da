"""Reads one part of a fast-entry line after the name: your role, a rhythm or a date."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from coaching.moments import DateStyle, Every, Wall
from coaching.when import find_every, find_when

Role = Literal["mentor", "mentee"]
Part = Role | Every | Wall

OTHER: dict[Role, Role] = {"mentor": "mentee", "mentee": "mentor"}
RHYTHM_WORDS = frozenset(("weekly", "fortnightly", "monthly"))
LABELS = frozenset(("every", "every:", "next", "next:"))
MOST_WORDS = 12  # of one part: "next: on thu the 24th of november 2026 at 3 pm" has 11
ROLE_WORDS = (2, 3, 4)  # "my mentor", "I am mentor", "I am a mentor"

I_AM = re.compile(r"(?:i am|i'm|im) (?:an? |the |their |his |her )?(mentor|mentee)")
THEY_ARE = re.compile(r"my (mentor|mentee)")
BARE = re.compile(r"(mentor|mentee)")
EVERY_LABEL = re.compile(r"^every: ?", re.IGNORECASE)
NEXT_LABEL = re.compile(r"next(?:: ?| )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read against."""

    now: dt.datetime
    zone: str
    style: DateStyle


def begins_part(words: list[str], at: int) -> bool:
    """Whether a rhythm, a label with something after it, or a role begins at this word."""
    head = words[at].casefold()
    if head in LABELS:
        return at + 1 < len(words)
    roles = (role_of(" ".join(words[at : at + count])) for count in ROLE_WORDS)
    return head in RHYTHM_WORDS or any(roles)


def longest_part(words: list[str], at: int, around: Around) -> tuple[int, Part | None]:
    """How many words from this one on make one part, and what it says; 0 and None if none do.

    Raises:
        Refused: they have the form of a part, but it cannot be.
    """
    for count in range(min(len(words) - at, MOST_WORDS), 0, -1):
        part = part_of(" ".join(words[at : at + count]), around)
        if part is not None:
            return count, part
    return 0, None


def part_of(text: str, around: Around) -> Part | None:
    """The role, rhythm or date that this whole text says, in that order; None if it is none.

    Raises:
        Refused: it has the form of one, but it cannot be.
    """
    part = role_of(text) or find_every(EVERY_LABEL.sub("every ", text))
    if part is not None:
        return part
    label = NEXT_LABEL.match(text)
    whole = None if label and ":" in label[0] else _when(text, around)
    if whole is not None or label is None:
        return whole
    return _when(text[label.end() :], around)


def role_of(text: str) -> Role | None:
    """Your role, said as yours ("I am mentee") or by what they are ("my mentor", "(mentor)")."""
    words = text.casefold().replace("\u2019", "'")
    inner = words.removeprefix("(").removesuffix(")") if words[:1] == "(" else words
    mine = I_AM.fullmatch(inner)
    theirs = THEY_ARE.fullmatch(inner) or (BARE.fullmatch(inner) if inner != words else None)
    if mine is not None:
        return _named(mine[1])
    return OTHER[_named(theirs[1])] if theirs is not None else None


def _when(text: str, around: Around) -> Wall | None:
    return find_when(text, around.now, around.zone, style=around.style)


def _named(word: str) -> Role:
    return "mentor" if word == "mentor" else "mentee"
