"""One page of the guide: a title, a line under it, and parts with a heading each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.finding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coaching.guide import Evidence, Evidenced

BULLET = "· "
ARROW = "  → "

STRENGTH: dict[Evidence, str] = {
    "looked_up": "Sources were looked up for this.",
    "seen": "A source was seen, not read in full.",
    "general_knowledge": "Some of it is general knowledge, not looked up.",
    "design": "Where no source says it, it is our own judgement: a default, not a finding.",
}
"""What an item rests on, in words; each is an honest limit."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """A heading and its lines; lines may begin with `BULLET` or `ARROW`. "" is no heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page by its `key`: the chapter's id, a blank, and its own id.

    `name` is the page in a list, which may be shorter than its title. `folded` are all its words
    as they are searched.
    """

    key: str
    name: str
    title: str
    line: str
    parts: tuple[PagePart, ...]
    folded: str

    @property
    def chapter(self) -> str:
        """The id of its chapter."""
        return self.key.partition(" ")[0]

    def has(self, words: str) -> bool:
        """Whether each of these words stands on it, whatever its case and accents."""
        return all(word in self.folded for word in fold(words).split())


def page_of(
    key: str, title: str, line: str, parts: Iterable[PagePart | None], *, name: str = ""
) -> GuidePage:
    """A page of those parts that are there."""
    shown = tuple(part for part in parts if part is not None and part.lines)
    words = (title, line, *(text for part in shown for text in (part.title, *part.lines)))
    return GuidePage(key, name or title, title, line, shown, fold(" ".join(words)))


def listed(title: str, lines: Iterable[str]) -> PagePart:
    """A part whose lines have a mark each."""
    return PagePart(title, tuple(BULLET + line for line in lines))


def plain(title: str, *lines: str) -> PagePart:
    """A part of plain lines; what is empty is left out."""
    return PagePart(title, tuple(line for line in lines if line))


def rests_on(item: Evidenced) -> PagePart:
    """What an item rests on; a source is named only where it was checked."""
    return PagePart("What this rests on", tuple(_strength(item)))


def _strength(item: Evidenced) -> Iterator[str]:
    yield from (STRENGTH[one] for one in item.evidence)
    if item.printable:
        yield from (BULLET + source for source in item.sources)
