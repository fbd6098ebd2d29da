"""The chapters of the guide in their order, each with its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.library import hurdles, sources, strategies, talks
from coaching.library.page import GuidePage, listed, page_of, plain
from coaching.thresholds import DEFAULTS

if TYPE_CHECKING:
    from coaching.guide import Content
    from coaching.thresholds import Thresholds

NAMES = (
    "Strategies",
    "Practices",
    "Hurdles",
    "Questions",
    "Agendas and agreement",
    "Sources",
    "Departures",
)
"""The names of the chapters in their order."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its number is the key that leads to it; `opening` is a page of its own."""

    id: str
    number: int
    name: str
    opening: GuidePage
    pages: tuple[GuidePage, ...]

    @property
    def all(self) -> tuple[GuidePage, ...]:
        """Its opening, then its pages."""
        return (self.opening, *self.pages)


def chapters(guide: Content, limits: Thresholds = DEFAULTS) -> tuple[Chapter, ...]:
    """The whole guide; `limits` are the thresholds in force."""
    given = (
        (
            strategies.STRATEGIES,
            "Ten strategies to build trust, to mend it and to keep it.",
            strategies.strategy_pages(guide, limits),
        ),
        (
            strategies.PRACTICES,
            "What people do for them, one thing at a time.",
            strategies.practice_pages(guide),
        ),
        (
            hurdles.CHAPTER,
            "18 kinds of situation that strain trust, and help from outside.",
            hurdles.pages(guide),
        ),
        (
            talks.QUESTIONS,
            "Open questions for a check-in, by phase and purpose.",
            talks.question_pages(guide),
        ),
        (
            talks.AGENDAS,
            "What a check-in of each kind can look like, and what to agree on.",
            talks.agenda_pages(guide),
        ),
        (
            sources.SOURCES,
            "What this rests on, what each source says, and how far it reaches.",
            sources.source_pages(guide),
        ),
        (
            sources.DEPARTURES,
            "Where Troth departs from the usual advice on trust in mentoring, and why.",
            sources.departure_pages(guide),
        ),
    )
    return tuple(
        _chapter(number, chapter_id, NAMES[number - 1], line, tuple(pages), guide)
        for number, (chapter_id, line, pages) in enumerate(given, start=1)
    )


def every_page(guide: Content, limits: Thresholds = DEFAULTS) -> tuple[GuidePage, ...]:
    """All pages in their order."""
    return tuple(page for chapter in chapters(guide, limits) for page in chapter.all)


def _chapter(
    number: int, chapter_id: str, name: str, line: str, pages: tuple[GuidePage, ...], guide: Content
) -> Chapter:
    parts = (
        listed("In this chapter", (page.name for page in pages)),
        plain("", guide.start.welcome.not_a_substitute),
    )
    opening = page_of(chapter_id, f"{number}  {name}", line, parts, name=name)
    return Chapter(chapter_id, number, name, opening, pages)
