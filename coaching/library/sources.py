"""The pages on what the guide rests on, and where it departs from the usual advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.library.page import GuidePage, page_of, plain, rests_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide import Content, Departure, Source

SOURCES = "sources"
DEPARTURES = "departures"


def source_pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each source."""
    return (_source_page(source) for source in guide.sources)


def departure_pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each departure."""
    return (_departure_page(departure, guide) for departure in guide.departures)


def _source_page(source: Source) -> GuidePage:
    parts = (
        plain("What Troth takes from it", source.used_for),
        plain("How far it reaches", source.limits),
        rests_on(source),
    )
    return page_of(f"{SOURCES} {source.id}", source.name, source.says, parts)


def _departure_page(departure: Departure, guide: Content) -> GuidePage:
    of = next((one for one in guide.strategies if one.id == departure.strategy), None)
    parts = (
        plain("The usual advice", departure.usual),
        plain("In Troth", departure.here),
        plain("Why", departure.why),
        plain("Belongs to", f"{of.number}  {of.name}") if of else None,
        rests_on(departure),
    )
    return page_of(f"{DEPARTURES} {departure.id}", departure.name, "", parts)
