"""Finds by words: people, open promises and planned check-ins first, then all that was typed."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.overview import Overview, Person
from coaching.say import say_day, say_next

SET_ASIDE = ("paused", "ended")
LEAST_LETTERS = 2
"""Letters from which on the records are read; fewer stand in nearly all of them."""
LEAST_LETTERS_PRIVATE = 3
"""Letters from which on private words are looked at, so that one key never spills them."""
WORDS_BEFORE = 2
"""Words that stand before a hit far into a text."""
SHORTEST_SHOWN = 30
"""Letters shown of a text at least, where it has as many."""
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
    """One thing that can be found: whose, what, and the record's id, which is "" for a person.

    `words` are all its words, folded. `kind` is as what it is opened; `only_me` marks what no one
    but the user may read.
    """

    workbook_id: str
    record_id: str
    who: str
    what: str
    words: str
    kind: str = ""
    only_me: bool = False

    @property
    def key(self) -> str:
        """Whose, as what, which, and for whom: different for each that is found."""
        return f"{self.workbook_id} {self.kind} {self.record_id} {'me' if self.only_me else 'us'}"


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


def find_in(records: Sequence[Found], words: str) -> list[Found]:
    """Those of one workbook's records in which each word occurs; private ones come last."""
    wanted = fold(words).split()
    longest = max(map(len, wanted), default=0)
    if longest < LEAST_LETTERS:
        return []
    private = longest >= LEAST_LETTERS_PRIVATE
    hits = [
        one
        for one in records
        if (private or not one.only_me) and all(word in one.words for word in wanted)
    ]
    return sorted(hits, key=lambda one: one.only_me)


def around(text: str, words: str) -> str:
    """The text from a few words before the first one that was looked for."""
    wanted = fold(words).split()
    head, colon, rest = text.partition(": ")
    parts = rest.split(" ")
    place = next((n for n, part in enumerate(parts) if any(w in fold(part) for w in wanted)), 0)
    if not colon or place <= WORDS_BEFORE:
        return text
    start = place - WORDS_BEFORE
    while start > 0 and len(" ".join(parts[start:])) < SHORTEST_SHOWN:
        start -= 1
    return f"{head}: {'… ' if start else ''}{' '.join(parts[start:])}"


def set_aside(everything_there: Sequence[Found], overview: Overview) -> list[Found]:
    """The people whose relationship is paused or ended."""
    aside = {person.id for person in overview.people if person.state in SET_ASIDE}
    return [one for one in everything_there if not one.record_id and one.workbook_id in aside]


def fold(text: str) -> str:
    """Text as it is compared: without case and accents."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _about(person: Person, now: datetime, zone: str) -> Iterator[Found]:
    role = "your mentee" if person.i_am == "mentor" else "your mentor"
    aside = f", {person.state}" if person.state in SET_ASIDE else ""
    yield _found(person, "", f"{role}{aside}")
    for promise in sorted(person.promises, key=lambda promise: promise.by):
        owed = "you owe" if promise.whose == "me" else "owes you"
        what = f"{owed}: {promise.what}, by {say_day(promise.by)}"
        yield _found(person, promise.id, what, "promise")
    for line in sorted(person.planned, key=lambda line: line.wall.order()):
        about = line.topic or KIND_WORDS.get(line.kind, line.kind)
        what = f"{say_next(line.wall, now, zone)}: {about}"
        yield _found(person, line.id, what, "checkin")


def _found(person: Person, record_id: str, what: str, kind: str = "") -> Found:
    words = fold(f"{person.name} {what}")
    return Found(person.id, record_id, person.name, what, words, kind=kind)
