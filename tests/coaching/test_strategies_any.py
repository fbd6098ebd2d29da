"""Over any history: nothing crashes, nothing is negative, no fact contradicts its records."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.agenda.build import agenda_of, next_checkin
from coaching.agenda.markdown import agenda_markdown
from coaching.errors import Gone, Refused
from coaching.record.base import Record
from coaching.record.workbook import KINDS, MINE, Workbook
from coaching.strategies.says import Behind, StrategyPage
from tests.coaching.deeds import PLAIN, VERBS, Deed, deeds_of
from tests.coaching.fact_checks import (
    MINE_TOO,
    all_said,
    contradictions,
    promises_agree,
    rows,
    told,
    undated,
)
from tests.coaching.making import LONDON, NOW, SAMPLES, ben, checkin, hurdle, promise
from tests.coaching.shipped import shipped
from tests.coaching.shown_checks import lines_of, unseen
from tests.coaching.test_wording import FORBIDDEN
from tests.data.strategies import several_records, workbooks

deeds = deeds_of(st.sampled_from(PLAIN), frozenset(VERBS) - {"pause", "end"})


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
    assert list(undated(pages)) == []
    for one in (one for page in pages for one in behind(page)):
        found = [row.find(KINDS[one.table], one.record_id) for row in (book, MINE_TOO)]
        assert any(found), one


@given(workbooks(), several_records)
def test_any_record_at_all_can_be_read(book: Workbook, own: list[Record]) -> None:
    mine = Workbook(MINE).put(*own)
    pages = told(book, mine, NOW)
    assert len(pages) == 10
    for said in all_said(pages):
        assert len(lines_of(said, book, mine, NOW)) == len(said.behind)
    agenda = agenda_of(book, next_checkin(book, NOW), NOW, shipped())
    assert agenda_markdown(agenda, book.relationship.name, LONDON)


@given(done=st.lists(deeds, min_size=10, max_size=60), days=st.integers(0, 300))
def test_no_fact_contradicts_the_records_it_names(done: list[Deed], days: int) -> None:
    new_ids = count(1)
    book = ben(*SAMPLES[3:], checkin("c", "11-20 10:00", "held"), promise("p", "11-20"))
    for deed in done:
        try:
            book = deed.on(NOW, lambda: f"new-{next(new_ids)}")(book)[0]
        except (Refused, Gone):
            continue
    now = NOW + timedelta(days=days)
    assert contradictions(book, now) == []
    assert list(unseen(book, MINE_TOO, now)) == []


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
