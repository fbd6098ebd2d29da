"""A pulse: answered apart, only its author's until shown; passed and not shown look alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Refused
from coaching.record.base import Audience, Side
from coaching.record.pulse import ANSWERS, PULSE_LINES, PulseAnswer, PulseLine
from coaching.record.workbook import Workbook
from coaching.verbs import pulses
from tests.coaching.making import TODAY, ben
from tests.coaching.shipped import shipped

FULL = {"intentions": "yes", "abilities": "partly", "character": "no", "open": "More time."}


def begun(**fields: Any) -> Workbook:
    return pulses.begin(ben(**fields), pulse_id="p", today=TODAY).workbook


def answered(book: Workbook, side: Side, **lines: str) -> Workbook:
    return pulses.answer(book, answer_id=f"a-{side}", pulse_id="p", side=side, **lines).workbook


def seen(book: Workbook) -> set[str]:
    """All that both see of the round."""
    return {text for line in pulses.shown_to_both(book, "p") for text in (line.me, line.them)}


def test_the_side_with_more_power_answers_first() -> None:
    with pytest.raises(Refused, match="you answer first"):
        answered(begun(), "them", **FULL)
    with pytest.raises(Refused, match="Ben Lindqvist answers first"):
        answered(begun(i_am="mentee"), "me", **FULL)
    both = answered(answered(begun(), "me", **FULL), "them", **FULL)
    assert len(both.all(PulseAnswer)) == 2


def test_nothing_is_seen_until_its_author_shows_it() -> None:
    book = answered(answered(begun(), "me", **FULL), "them", **FULL)
    assert seen(book) == {"not shown"}
    book = pulses.show(book, pulse_id="p", side="them", line="open").workbook
    shown = {one.line: (one.me, one.them) for one in pulses.shown_to_both(book, "p")}
    assert shown["open"] == ("not shown", "More time.")
    assert shown["character"] == ("not shown", "not shown")
    hidden = pulses.hide(book, pulse_id="p", side="them", line="open").workbook
    assert seen(hidden) == {"not shown"}


def test_passed_not_shown_and_not_answered_look_alike() -> None:
    nobody = begun()
    passed = answered(begun(), "me")
    kept = answered(begun(), "me", **FULL)
    shown = pulses.show(passed, pulse_id="p", side="me", line="character").workbook
    for book in (nobody, passed, kept, shown):
        assert pulses.shown_to_both(book, "p") == pulses.shown_to_both(nobody, "p")


def test_a_changed_answer_is_not_shown_any_more() -> None:
    book = answered(begun(), "me", **FULL)
    book = pulses.show(book, pulse_id="p", side="me", line="character").workbook
    assert "no" in seen(book)
    same = answered(book, "me", **FULL)
    assert "no" in seen(same)
    changed = answered(book, "me", **FULL | {"character": "yes"})
    assert seen(changed) == {"not shown"}


def test_alone_there_is_one_side() -> None:
    book = pulses.begin(ben(i_am="mentee"), pulse_id="p", today=TODAY, alone=True).workbook
    assert len(answered(book, "me", **FULL).all(PulseAnswer)) == 1
    with pytest.raises(Refused, match="for you alone"):
        answered(book, "them", **FULL)


def test_an_answer_is_one_of_four_or_passed() -> None:
    with pytest.raises(Refused, match="yes, partly, no or cannot say, or pass it over"):
        answered(begun(), "me", character="7")


@given(st.sampled_from(sorted(ANSWERS)), st.text(max_size=20), st.sampled_from(PULSE_LINES))
def test_only_what_is_shown_stands_in_a_field_for_both(
    answer: str, text: str, line: PulseLine
) -> None:
    said = text.encode("utf-8", "ignore").decode()
    book = answered(begun(), "me", intentions=answer, abilities=answer, character=answer, open=said)
    book = pulses.show(book, pulse_id="p", side="me", line=line).workbook
    entry = pulses.answer_of(book, "p", "me")
    assert entry is not None
    for field in PulseAnswer.model_fields:
        if PulseAnswer.audience_of(field) is Audience.US_TWO and field != f"{line}_shown":
            assert getattr(entry, field) == ""


def test_the_words_have_three_statements_and_one_question() -> None:
    words = shipped().forms.pulse
    assert [one.id for one in words.lines] == list(PULSE_LINES)
    assert [one.id for one in words.answers] == [one for one in ANSWERS if one]
