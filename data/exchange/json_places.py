"""Finds where in a JSON text a value stands, and keys that stand twice in one object."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

KeyPath = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+')


class Place(NamedTuple):
    """A value's path of keys, and where it begins; `again` where its key was there before."""

    path: KeyPath
    at: int
    again: bool


def places(text: str) -> Iterator[Place]:
    """Every value of a text that is known to be JSON, in order."""
    path: list[str | int] = []
    keys: list[set[str] | None] = []
    wants_key = again = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in "}]":
            keys.pop()
            path.pop()
            wants_key = False
        elif token == ",":
            wants_key = keys[-1] is not None
            if keys[-1] is None:
                path[-1] = int(path[-1]) + 1
        elif token == ":":
            continue
        elif wants_key and keys[-1] is not None:
            path[-1] = key = json.loads(token)
            again = key in keys[-1]
            keys[-1].add(key)
            wants_key = False
        else:
            yield Place(tuple(path), match.start(), again)
            again = False
            if token in "{[":
                keys.append(set() if token == "{" else None)
                path.append("" if token == "{" else 0)
                wants_key = token == "{"


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Where a character stands, as editors count: from 1."""
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def lines_of(text: str, wanted: set[KeyPath]) -> dict[KeyPath, int]:
    """The lines on which these values begin."""
    found: dict[KeyPath, int] = {}
    line, counted = 1, 0
    for place in places(text):
        if place.path in wanted:
            line += text.count("\n", counted, place.at)
            counted = place.at
            found.setdefault(place.path, line)
    return found
