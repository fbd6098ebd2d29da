"""Over any history: nothing crashes, nothing is negative, no fact contradicts its records."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.agenda.build import agenda_of, next_checkin
from coaching.agenda.markdown import agenda_markdown
from coaching.errors import Gone, Refused
from coaching.record.base import Record
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import KINDS, MINE, Workbook
from coaching.strategies.pages import good_lately, strategy_pages
from coaching.strategies.says import Behind, Fact, StrategyPage
from tests.coaching.deeds import PLAIN, VERBS, Deed, deeds_of
from tests.coaching.making import LONDON, NOW, SAMPLES, ben, checkin, hurdle, promise
from tests.coaching.shipped import shipped
from tests.coaching.test_wording import FORBIDDEN
from tests.data.strategies import several_records, workbooks

deeds = deeds_of(st.sampled_from(PLAIN), frozenset(VERBS) - {"pause", "end"})
MINE_TOO = Workbook(MINE).put(SAMPLES[5])


def told(book: Workbook, mine: Workbook, now: datetime) -> tuple[StrategyPage, ...]:
    return strategy_pages(book, mine, now.date(), shipped().strategies)


def sentences(pages: tuple[StrategyPage, ...]) -> Iterator[str]:
    for page in pages:
        yield from (page.name, page.cannot_tell)
        yield from (fact.words for fact in page.facts)
        for notice in (*page.notices, *(one.notice for one in page.hidden)):
            yield from (notice.words, notice.question, notice.why)


def behind(page: StrategyPage) -> Iterator[Behind]:
    for fact in page.facts:
        yield from fact.behind
    for notice in page.notices:
        yield from notice.behind


def agenda_lines(book: Workbook, now: datetime) -> Iterator[str]:
    agenda = agenda_of(book, next_checkin(book, now), now, shipped())
    yield from (agenda.name, agenda.purpose, agenda.habit_words, *agenda.before)
    for beat in agenda.beats:
        yield beat.name
        yield from (line.words for line in beat.lines)


@settings(max_examples=60, deadline=None)
@given(done=st.lists(deeds, min_size=3, max_size=25), days=st.integers(-400, 2000))
def test_whatever_was_done_it_is_said_calmly_and_opens_records_that_are_there(
    done: list[Deed], days: int
) -> None:
    new_ids = count(1)
    book = ben(*SAMPLES[3:], checkin("c", "11-20 10:00", "held"), promise("p", "11-20"))
    for place, deed in enumerate(done):
        try:
            book = deed.on(NOW + timedelta(days=place), lambda: f"new-{next(new_ids)}")(book)[0]
        except (Refused, Gone):
            continue
    now = NOW + timedelta(days=days)
    pages = told(book, MINE_TOO, now)
    for said in (*sentences(pages), *agenda_lines(book, now)):
        assert not FORBIDDEN.search(said), said
        assert not re.search(r"-\d+ (?:day|check-in|promise)", said), said
    for one in (one for page in pages for one in behind(page)):
        found = [row.find(KINDS[one.table], one.record_id) for row in (book, MINE_TOO)]
        assert any(found), one


@settings(max_examples=60, deadline=None)
@given(workbooks(), several_records)
def test_any_record_at_all_can_be_read(book: Workbook, own: list[Record]) -> None:
    mine = Workbook(MINE).put(*own)
    pages = told(book, mine, NOW)
    assert len(pages) == 10
    assert good_lately(pages, NOW.date()) is not None
    agenda = agenda_of(book, next_checkin(book, NOW), NOW, shipped())
    assert agenda_markdown(agenda, book.relationship.name, LONDON)


def rows(book: Workbook, fact: Fact) -> list[Record]:
    """The records a fact names."""
    found = [book.find(KINDS[one.table], one.record_id) for one in fact.behind]
    return [one for one in found if one is not None]


def figures(fact: Fact) -> list[int]:
    """The counts in a sentence: whole numbers that are no part of a date."""
    plain = re.sub(
        r"\d+ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d+", "", fact.words
    )
    return [int(one) for one in re.findall(r"\d+", plain.split(": ")[0])]


def recent_agrees(records: list[Record], fact: Fact) -> bool:
    held = sum(isinstance(one, Checkin) and one.outcome == "held" for one in records)
    found = figures(fact)
    if fact.words.startswith("All of"):
        return found == [len(records)] and held == len(records)
    return found[:2] == [len(records), held]


def promises_agree(records: list[Record], fact: Fact) -> bool:
    done = sum(isinstance(one, Promise) and one.state == "kept" for one in records)
    return figures(fact)[:2] == [done, len(records)]


def counts_all(records: list[Record], fact: Fact) -> bool:
    found = figures(fact)
    return len(records) == (found[0] if found else 1)


AGREES: Mapping[str, Callable[[list[Record], Fact], bool]] = {
    "recent": recent_agrees,
    "promises": promises_agree,
    "habits": counts_all,
    "feedback": counts_all,
    "stories": counts_all,
    "celebrations": counts_all,
    "hurdles_open": counts_all,
    "hurdles_closed": counts_all,
    "owned": counts_all,
    "looked_again": counts_all,
    "versions": counts_all,
    "reviews": counts_all,
    "agendas": counts_all,
    "goals_open": counts_all,
    "levels": counts_all,
}


def contradictions(book: Workbook, now: datetime) -> list[str]:
    """Facts whose counts are not those of the records they name."""
    return [
        fact.words
        for page in told(book, MINE_TOO, now)
        for fact in page.facts
        if fact.state in ("good", "fact") and fact.rule in AGREES
        if not AGREES[fact.rule](rows(book, fact), fact)
    ]


@settings(max_examples=80, deadline=None)
@given(done=st.lists(deeds, min_size=10, max_size=60), days=st.integers(0, 300))
def test_no_fact_contradicts_the_records_it_names(done: list[Deed], days: int) -> None:
    new_ids = count(1)
    book = ben(*SAMPLES[3:], checkin("c", "11-20 10:00", "held"), promise("p", "11-20"))
    for deed in done:
        try:
            book = deed.on(NOW, lambda: f"new-{next(new_ids)}")(book)[0]
        except (Refused, Gone):
            continue
    assert contradictions(book, NOW + timedelta(days=days)) == []


def test_the_check_sees_a_wrong_count() -> None:
    kept = [promise(f"m{n}", "11-01", kept="10-30") for n in range(4)]
    book = ben(*kept)
    (fact,) = [
        one for page in told(book, MINE_TOO, NOW) for one in page.facts if one.rule == "promises"
    ]
    assert promises_agree(rows(book, fact), fact)
    assert not promises_agree(rows(book, fact)[:3], fact)


@pytest.mark.parametrize("many", [200])
def test_two_hundred_promises_in_a_week_are_counted(many: int) -> None:
    made = [
        promise(f"p{n}", f"11-{n % 7 + 10}", kept="11-17" if n % 2 else "") for n in range(many)
    ]
    found = told(ben(*made, hurdle()), MINE_TOO, NOW)
    said = " ".join(sentences(found))
    assert "100 of 100 promises" in said
    assert "and 99 more" in said


def test_five_years_without_an_entry_are_said_as_dates() -> None:
    book = ben(
        *[checkin(f"c{n}", f"2021-0{n}-01 10:00", "held") for n in range(1, 5)],
        since=NOW.date().replace(year=2021),
    )
    said = list(sentences(told(book, MINE_TOO, NOW)))
    assert "You last met 5 years ago, on Thu 1 Apr 2021." in said


def test_a_meeting_logged_for_tomorrow_by_another_clock_is_never_a_negative_gap() -> None:
    book = ben(*[checkin(f"c{n}", f"12-0{n} 10:00", "held") for n in range(1, 5)])
    said = " ".join(sentences(told(book, MINE_TOO, NOW)))
    assert "-" not in said.replace("check-in", "").replace("follow-up", "")
