"""Finds the person an event of a calendar is with: by who is asked to come, else by its title."""

import re
from collections.abc import Iterable, Sequence

from coaching.new_people import name_key
from coaching.overview import Overview, Person

_WORD = re.compile(r"[^\W_]+")
_MAIL = re.compile(r"(?:mailto:)?([^@\s]{1,200})@[^@\s]{1,300}", re.IGNORECASE)
SHORTEST_FIRST_NAME = 2


class People:
    """Those an event can be with; ended relationships are left out."""

    def __init__(self, overview: Overview) -> None:
        """These people, by their names."""
        self._people = [one for one in overview.people if one.state != "ended"]
        self._whole: dict[tuple[str, ...], list[Person]] = {}
        self._first: dict[str, list[Person]] = {}
        for one in self._people:
            words = _words(one.name)
            if words:
                self._whole.setdefault(words, []).append(one)
                self._first.setdefault(words[0], []).append(one)
        self._longest = max(map(len, self._whole), default=0)

    def fitting(self, title: str, asked: Iterable[str]) -> Sequence[Person]:
        """Who fits: by a whole name of those asked, by a whole name in the title, by a first name.

        The first of these ways that fits anybody decides; more than one person may fit.
        """
        by_asked = [one for text in asked for one in self._whole.get(_words(_named(text)), [])]
        words = _words(title)
        return _unlike(by_asked) or _unlike(self._in(words)) or _unlike(self._by_first(words))

    def _in(self, words: tuple[str, ...]) -> list[Person]:
        found: list[Person] = []
        for length in range(self._longest, 0, -1):
            for start in range(len(words) - length + 1):
                found += self._whole.get(words[start : start + length], [])
            if found:
                break
        return found

    def _by_first(self, words: tuple[str, ...]) -> list[Person]:
        known = [word for word in words if len(word) >= SHORTEST_FIRST_NAME]
        return [one for word in known for one in self._first.get(word, [])]


def _named(text: str) -> str:
    """A name as it is, or the name in a mail address like ben.lindqvist@example.org."""
    mail = _MAIL.fullmatch(text.strip())
    return mail[1].partition("+")[0] if mail else text


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name_key(text)))


def _unlike(found: Iterable[Person]) -> list[Person]:
    return list({one.id: one for one in found}.values())
