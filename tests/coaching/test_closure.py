"""An ending without fault: a short message, loose ends with days, and who carries it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.hurdle import closure
from coaching.hurdle.closure import WAYS, Parts, Way, may_talk, message, route, sentences
from coaching.record.promise import Promise
from tests.coaching.making import TODAY, ben, day
from tests.coaching.shipped import shipped

WORDS = shipped().forms.parting.closure


@pytest.mark.parametrize("way", WAYS)
def test_a_message_has_thanks_decision_no_blame_loose_ends_and_what_stays_private(way: Way) -> None:
    parts = Parts(
        way,
        "the introduction to Priya.",
        "reference letter, by 10 December\nmy notes, today",
        "what we said about my family",
        day("12-18"),
    )
    text = message(WORDS, parts, name="Ben")
    assert text.startswith("Dear Ben,")
    assert "Thank you for the introduction to Priya." in text
    assert "Fri 18 Dec 2026" in text
    assert "reference letter, by 10 December; my notes, today." in text
    assert "What stays private: what we said about my family." in text
    assert "because" not in text.casefold()
    assert sentences(text) == closure.MOST_SENTENCES
    assert not closure.is_too_long(text)


def test_what_is_empty_is_no_sentence_and_a_sixth_is_too_many() -> None:
    text = message(WORDS, Parts("close"), name="Ben")
    assert sentences(text) == 2
    assert closure.is_too_long(f"{text} One. Two. Three. Four.")


def test_loose_ends_begin_with_the_open_promises_and_their_days() -> None:
    kept = Promise(
        id="k", what="old", whose="me", made=TODAY, by=TODAY, state="kept", settled=TODAY
    )
    book = ben(
        Promise(id="b", what="the letter", whose="them", made=TODAY, by=day("12-10")),
        Promise(id="a", what="notes", whose="me", made=TODAY, by=day("12-01")),
        kept,
    )
    lines = closure.open_between(book, WORDS, name="Ben").splitlines()
    assert lines == [
        "notes, mine, by Tue 1 Dec 2026",
        "the letter, from Ben, by Thu 10 Dec 2026",
    ]
    assert closure.undated("\n".join(lines)) == ()
    assert closure.undated("references\nnotes by Friday\n\nsecond thoughts") == (
        "references",
        "second thoughts",
    )


def test_after_harm_an_office_carries_it_and_with_a_minor_the_lead() -> None:
    assert route(care=True, under_18=True) == route(care=True, under_18=False) == "office"
    assert route(care=False, under_18=True) == "lead"
    assert route(care=False, under_18=False) == "together"
    for way in WAYS:
        assert not may_talk(way, "office")
        assert not may_talk(way, "lead")
    assert may_talk("close", "together")
    assert not may_talk("pause", "together")


def test_whoever_runs_it_is_told_no_more_than_that_it_was_closed_by_choice() -> None:
    text = closure.text_for_route(WORDS, "close", "together", name="Ben")
    assert text == "The mentoring with Ben has been closed by choice."
    office = closure.text_for_route(WORDS, "close", "office", name="Ben")
    assert "I do not want a talk with them" in office
    assert "lead the ending" in closure.text_for_route(WORDS, "close", "lead", name="Ben")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_make_a_message(thanks: str, ends: str) -> None:
    text = message(WORDS, Parts("rematch", thanks, ends), name="Ben")
    assert WORDS.way("rematch").decision in text
    closure.undated(ends)
