"""Every page of every case as the player draws it at 80x24: each word whole, none cut off."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

import pytest

from coaching.cells import cells
from coaching.scenario.deck import Page
from coaching.scenario.layout import PAGE_WIDTH
from coaching.scenario.play import Play
from coaching.scenario.session import Ballot, Session, Step
from coaching.scenario.walks import Way, ways
from coaching.scenario.workshop import Workshop
from data.scenario_loader import Case, ScenarioLibrary
from tests.tui.app_for import NOW
from tui.scenario.countdown import LARGE_LINES
from tui.scenario.page_text import Shown, page_text

LIBRARY = ScenarioLibrary()
ROOM = 20
"""Lines of an 80x24 terminal that are left when the foot has three."""


class Still(NamedTuple):
    """A play that stands at one page, as far as drawing needs it."""

    page: Page
    house: Workshop


@cache
def ids() -> tuple[str, ...]:
    return tuple(one.id for one in LIBRARY.shipped())


def one_way_to_each_choice(case: Case) -> Iterator[Way]:
    """Few ways that meet every scene and every choice."""
    met: set[str] = set()
    for way in ways(case):
        if {*way.scenes, *way.choices} - met:
            met.update(way.scenes, way.choices)
            yield way


def walked(case: Case, house: Workshop, way: Way) -> Play:
    """The play at the end of a way, with hands for its every choice."""
    asked = [name for name in way.scenes if case.scene(name).choices]
    taken = list(zip(asked, way.choices, strict=True))
    session = Session(
        scenario=case.id,
        minutes=90,
        began=NOW,
        steps=tuple(Step(scene=s, choice=c, by="group", at=NOW) for s, c in taken),
        ballots=tuple(Ballot(hands={c: 999}, revealed=True) for _, c in taken),
    )
    return Play.resume(case, house, session)


@pytest.mark.parametrize("case_id", ids())
def test_every_page_shows_each_of_its_words_whole_and_fits(case_id: str) -> None:
    house, case, seen = LIBRARY.house(), LIBRARY.find(case_id), set()
    for way in one_way_to_each_choice(case):
        play = walked(case, house, way)
        for number, page in enumerate(play.deck):
            if page in seen:
                continue
            seen.add(page)
            still = cast("Play", Still(page, house))
            fits(page, play.go_to(number, NOW) if page.kind == "reveal" else still)
            if page.kind == "reveal":
                pairs_fit(page, play.go_to(number, NOW).vote_again())
    assert {"scene", "vote", "reveal", "other_side", "ending", "close"} <= {p.kind for p in seen}


def pairs_fit(page: Page, play: Play) -> None:
    """While neighbours talk, the question and the choices have room above the large countdown."""
    shown = page_text(play, Shown(), PAGE_WIDTH, ROOM - LARGE_LINES).plain
    assert len(shown.split("\n")) <= ROOM - LARGE_LINES, shown
    words = " ".join((page.title, *page.lines)).split()
    assert not [word for word in words if word not in shown], shown


def fits(page: Page, play: Play) -> None:
    """The page has room, in width and height, and none of its words is missing or broken."""
    shown = page_text(play, Shown(), PAGE_WIDTH, ROOM).plain
    lines = shown.split("\n")
    assert len(lines) <= ROOM, (page.kind, shown)
    assert max(map(cells, lines)) <= PAGE_WIDTH, (page.kind, shown)
    if page.kind not in ("vote", "reveal"):
        words = " ".join((page.day, page.title, *page.lines)).replace(": ", " ").split()
        missing = [word for word in words if word.casefold() not in shown.casefold()]
        assert not missing, (page.kind, shown)
