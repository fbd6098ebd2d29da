"""How it is said: no score, no percent, no shame, no shouting, in any sentence the rules make."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.due import due
from coaching.errors import Gone, Refused
from coaching.facts import facts_of
from coaching.home import HomeView, home_view
from coaching.hurdle.recorded import recorded_facts
from coaching.next_step import all_steps
from coaching.overview import Overview
from coaching.record.workbook import Workbook
from coaching.summary import summarise
from coaching.timeline import timeline
from tests.coaching.deeds import PLAIN, VERBS, Deed, deeds_of
from tests.coaching.making import LONDON, NOW, ben, checkin, hurdle, promise

# Forbidden ways of speaking, and signs of a sentence gone wrong.
FORBIDDEN = re.compile(
    r"""
    [%!] | \b(?: percent | scores? | rating | rank\w* | streaks? | at\ risk | red\ flag
    | declin\w+ | unreliable | untrustworthy | fail(?:ed|ure)? | bad | poor | worst | guilt\w*
    | shame | fault | blame | always | never\ kept | should | must | trust\ level
    | None | True | False | nan ) \b
    | \b(?: on | for )\ (?: yesterday\ \w | on\b ) | \bon\ (?: today | tomorrow | yesterday )
    | \b0\ days | \b1\ (?: days | weeks | months | promises | check-ins ) | \ \ | \ [.,;:?]
    | [{}<>\[\]_]
    """,
    re.VERBOSE,
)
deeds = deeds_of(st.sampled_from(PLAIN), frozenset(VERBS) - {"pause", "end"})


def said_of(book: Workbook, now: datetime) -> Iterator[str]:
    """Every sentence and every cell that the rules make of one person's records."""
    overview = Overview((summarise(book),))
    for step in all_steps(overview, now, LONDON):
        yield from (step.sentence, step.key_says, step.reason)
    yield from said_on_home(home_view(overview, now, LONDON))
    yield from (item.what for item in due(overview, now, timedelta(days=60)))
    yield from facts_of(book, now.date())
    yield from (fact.words for fact in recorded_facts(book, now.date(), "Ben"))
    yield from (line.what for line in timeline(book, now, LONDON))


def said_on_home(view: HomeView) -> Iterator[str]:
    """What the cells of home say."""
    yield from (*view.good_lately, view.nothing_due)
    for person in view.relationships:
        yield from (person.who, person.your, person.last_met, person.next_one, person.worth_knowing)
    for row in view.checkins:
        yield from (row.group, row.when, row.who, row.about, row.hint)
    for strain in view.hurdles:
        yield from (strain.who, strain.since, strain.next_one)


@given(done=st.lists(deeds, min_size=3, max_size=18), days=st.integers(0, 90))
def test_nothing_that_is_said_is_a_score_a_shout_or_a_reproach(done: list[Deed], days: int) -> None:
    new_ids = count(1)
    book = ben(checkin("c", "11-20 10:00", "held"), promise("p", "11-20"), hurdle(effect="x"))
    for deed in done:
        try:
            book, said = deed.on(NOW, lambda: f"new-{next(new_ids)}")(book)
        except (Refused, Gone) as refused:
            said = refused.sentence
        assert not FORBIDDEN.search(said), said
    for said in said_of(book, NOW + timedelta(days=days)):
        assert not FORBIDDEN.search(said), said


@pytest.mark.parametrize(
    "wrong",
    [
        "80% kept",
        "Well done!",
        "Trust score 62",
        "Ben is at risk",
        "How did it go with Ben on yesterday?",
        "Last met None",
        "You last met 0 days ago.",
        "1 promises",
    ],
)
def test_the_scan_finds_what_it_looks_for(wrong: str) -> None:
    assert FORBIDDEN.search(wrong)
