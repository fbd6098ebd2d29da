"""Finds people, open promises and planned check-ins by words, over the facts of everyone."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.overview import Overview, Person
from coaching.say import say_day, say_next

SET_ASIDE = ("paused", "ended")
KIND_WORDS = {
    "first": "first meeting",
    "regular": "check-in",
    "short": "short check-in",
    "review": "review",
    "repair": "repair talk",
    "closing": "closing",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be found: whose, what, and the record's id, which is "" for a person."""

    workbook_id: str
    record_id: str
    who: str
    what: str
    words: str


def everything(overview: Overview, now: datetime, zone: str) -> list[Found]:
    """Everyone by name, each followed by their open promises and planned check-ins."""
    people = sorted(overview.people, key=lambda person: person.name.casefold())
    return [found for person in people for found in _about(person, now, zone)]


def find(everything_there: Sequence[Found], words: str) -> list[Found]:
    """Those in which each word occurs, whatever its case and accents; people come first.

    Without any word, everyone, and nothing but people.
    """
    wanted = fold(words).split()
    if not wanted:
        return [one for one in everything_there if not one.record_id]
    hits = [one for one in everything_there if all(word in one.words for word in wanted)]
    return sorted(hits, key=lambda one: bool(one.record_id))


def set_aside(everything_there: Sequence[Found], overview: Overview) -> list[Found]:
    """The people whose relationship is paused or ended."""
    aside = {person.id for person in overview.people if person.state in SET_ASIDE}
    return [one for one in everything_there if not one.record_id and one.workbook_id in aside]


def fold(text: str) -> str:
    """Text as it is compared: without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _about(person: Person, now: datetime, zone: str) -> Iterator[Found]:
    role = "your mentee" if person.i_am == "mentor" else "your mentor"
    aside = f", {person.state}" if person.state in SET_ASIDE else ""
    yield _found(person, "", f"{role}{aside}")
    for promise in sorted(person.promises, key=lambda promise: promise.by):
        owed = "you owe" if promise.whose == "me" else "owes you"
        yield _found(person, promise.id, f"{owed}: {promise.what}, by {say_day(promise.by)}")
    for line in sorted(person.planned, key=lambda line: line.wall.order()):
        about = line.topic or KIND_WORDS.get(line.kind, line.kind)
        yield _found(person, line.id, f"{say_next(line.wall, now, zone)}: {about}")


def _found(person: Person, record_id: str, what: str) -> Found:
    return Found(person.id, record_id, person.name, what, fold(f"{person.name} {what}"))
