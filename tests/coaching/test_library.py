"""The guide as pages: complete, honest about its sources, and found by any of its words."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.guide import Content, Departure, KnownHurdle, KnownStrategy, Practice, Source
from coaching.library.chapters import NAMES, chapters, every_page
from coaching.library.page import GuidePage
from coaching.thresholds import DEFAULTS, Thresholds
from tests.coaching.shipped import shipped

GUIDE = shipped()
PAGES = {page.key: page for page in every_page(GUIDE)}
HURDLES = GUIDE.hurdles
RESTS = "What this rests on"


def text_of(page: GuidePage) -> str:
    """All words of a page on one line."""
    words = (page.title, page.line, *(w for part in page.parts for w in (part.title, *part.lines)))
    return " ".join(" ".join(words).split())


def of(chapter: str) -> list[GuidePage]:
    return [page for page in PAGES.values() if page.chapter == chapter and page.key != chapter]


def test_the_chapters_come_in_their_order_with_all_that_is_shipped() -> None:
    whole = chapters(GUIDE)
    assert [one.name for one in whole] == list(NAMES)
    assert [one.number for one in whole] == [1, 2, 3, 4, 5, 6, 7]
    assert len(of("strategies")) == 10
    assert len(of("practices")) == len(GUIDE.practices)
    assert len(of("hurdles")) == 19
    assert len(of("questions")) == len(GUIDE.questions.groups)
    assert len(of("agendas")) == 7
    assert len(of("sources")) == len(GUIDE.sources)
    assert len(of("departures")) == len(GUIDE.departures)
    assert len(PAGES) == len(every_page(GUIDE))


@pytest.mark.parametrize("hurdle", HURDLES, ids=lambda hurdle: hurdle.id)
def test_a_page_tells_all_that_is_known_of_its_hurdle(hurdle: KnownHurdle) -> None:
    text = text_of(PAGES[f"hurdles {hurdle.id}"])
    told = (
        hurdle.name,
        hurdle.line,
        hurdle.definition,
        hurdle.touched(),
        *(sign.text for sign in (*hurdle.signs.mentor, *hurdle.signs.mentee)),
        *(ask.text for ask in hurdle.ask),
        *hurdle.first_moves,
        *hurdle.not_self_repair,
        "not a substitute for professional help",
    )
    for words in told:
        assert " ".join(words.split()) in text


def test_help_from_outside_names_its_rungs_and_your_own_notes() -> None:
    text = text_of(PAGES["hurdles outside"])
    for words in ("help right now", "You want help. That is always enough.", "not legal advice"):
        assert words in text


@pytest.mark.parametrize("strategy", GUIDE.strategies, ids=lambda one: one.id)
def test_a_strategy_tells_its_practices_notices_and_limits(strategy: KnownStrategy) -> None:
    text = text_of(PAGES[f"strategies {strategy.id}"])
    assert strategy.cannot_tell[1:] in text
    for practice in GUIDE.practices:
        assert (practice.name in text) or practice.strategy != strategy.id
    for notice in strategy.notices:
        assert notice.question in text
    assert "a house default, not research" in text
    assert (strategy.departs or "") in text


def test_a_notice_says_from_when_on_by_the_thresholds_in_force() -> None:
    assert "over 7 days past the date" in text_of(PAGES["strategies reliability"])
    limits = Thresholds(late_days=DEFAULTS.late_days + 2)
    changed = {page.key: page for page in every_page(GUIDE, limits)}
    assert "over 9 days past the date" in text_of(changed["strategies reliability"])


Item = KnownStrategy | Practice | KnownHurdle | Source | Departure


def evidenced(guide: Content) -> Iterator[tuple[str, Item]]:
    yield from (("strategies", one) for one in guide.strategies)
    yield from (("practices", one) for one in guide.practices)
    yield from (("hurdles", one) for one in guide.hurdles)
    yield from (("sources", one) for one in guide.sources)
    yield from (("departures", one) for one in guide.departures)


def test_sources_are_named_only_where_they_were_checked() -> None:
    for chapter, item in evidenced(GUIDE):
        page = PAGES[f"{chapter} {item.id}"]
        (rests,) = [part for part in page.parts if part.title == RESTS]
        for source in item.sources:
            assert (f"· {source}" in rests.lines) is item.printable, item.id
        assert ("Sources were looked up" in rests.lines[0]) is (item.evidence[0] == "looked_up")


def work_of(citation: str) -> str:
    """A citation as far as its year, without what it is cited for."""
    found = re.match(r"(.*?\b(?:19|20)\d\d)\b", citation.replace("National Academies", "NASEM"))
    return found[1] if found else citation


def test_every_source_says_how_far_it_reaches() -> None:
    for source in GUIDE.sources:
        assert source.limits in text_of(PAGES[f"sources {source.id}"])


def test_each_study_that_is_cited_has_a_page_on_how_far_it_reaches() -> None:
    explained = {work_of(cited) for one in GUIDE.sources for cited in one.sources}
    for chapter, item in evidenced(GUIDE):
        studies = {work_of(one) for one in item.sources if item.printable}
        missing = {one for one in studies if re.search(r"\d{4}$", one)} - explained
        assert not missing, (chapter, item.id)


def test_each_departure_says_the_usual_advice_ours_and_why() -> None:
    for one in GUIDE.departures:
        text = text_of(PAGES[f"departures {one.id}"])
        assert one.usual in text
        assert one.here in text
        assert one.why in text


def test_every_question_habit_and_line_of_the_agreement_can_be_read() -> None:
    text = " ".join(text_of(page) for page in PAGES.values())
    for group in GUIDE.questions.groups:
        for question in group.questions:
            assert question.text in text
    for habit in GUIDE.habits.habits:
        assert habit.text in text
    for line in GUIDE.agreement.lines:
        assert line.help in text
    for agenda in GUIDE.agendas:
        assert f"{agenda.minutes} minutes" in text


def test_it_is_no_substitute_for_help_and_says_so_in_every_chapter() -> None:
    for chapter in chapters(GUIDE):
        assert "not a substitute for professional help" in text_of(chapter.opening)


def test_no_page_shows_an_id_or_a_gap_for_a_name() -> None:
    for page in PAGES.values():
        assert "_" not in text_of(page), page.key
        assert "{" not in text_of(page), page.key
        assert ".." not in text_of(page), page.key


def test_a_page_is_found_by_its_words_without_case_and_accents() -> None:
    page = PAGES["practices promises"]
    assert page.has("PRÓMISE less")
    assert page.has("")
    assert not page.has("promise quantum")


@given(words=st.text(max_size=20))
def test_more_words_only_narrow_the_pages(words: str) -> None:
    found = {page.key for page in PAGES.values() if page.has(words)}
    assert {page.key for page in PAGES.values() if page.has(f"{words} trust")} <= found
