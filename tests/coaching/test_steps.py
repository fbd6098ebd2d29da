"""The short way: which questions follow from which answers, in whatever order they came."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.hurdle.steps import (
    PLAN,
    STAGES,
    after,
    answered,
    before,
    first_open,
    place,
    stage_of,
    stages_done,
    way,
)
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import hurdles
from tests.coaching.deeds import Deed, answer_to, plain_deeds
from tests.coaching.making import NOW, TODAY, day, hurdle

SOURCE = "what_happened effect area closest"
SUPPORT = "who first_sentence"
REPAIR = "side words deed change"
ALL = f"{SOURCE} pending how look_again {REPAIR} {SUPPORT}".split()

WAYS = [
    ({}, f"{SOURCE} how {REPAIR} {SUPPORT}"),
    ({"i_am": "mentee"}, f"{SOURCE} pending how {REPAIR} {SUPPORT}"),
    *[
        ({"how": how}, f"{SOURCE} how {REPAIR} {SUPPORT}")
        for how in ("talk", "write", "third_person")
    ],
    *[
        ({"how": how}, f"{SOURCE} how look_again {SUPPORT}")
        for how in ("advice_first", "wait_a_day", "not_at_all")
    ],
    ({"i_am": "mentee", "how": "talk"}, f"{SOURCE} pending how {REPAIR} {SUPPORT}"),
    ({"i_am": "mentee", "how": "advice_first"}, f"{SOURCE} pending how look_again {SUPPORT}"),
    ({"closest": "broken_promises"}, f"{SOURCE} how {REPAIR} {SUPPORT}"),
    ({"closest": "not_yet_built"}, f"{SOURCE} how deed change {SUPPORT}"),
    ({"closest": "not_yet_built", "how": "wait_a_day"}, f"{SOURCE} how look_again {SUPPORT}"),
    ({"closest": "not_sure"}, f"what_happened effect area look_again {SUPPORT}"),
    ({"area": "words", "closest": "none", "how": "talk"}, f"{SOURCE} look_again {SUPPORT}"),
    (
        {"area": "words", "closest": "not_sure", "i_am": "mentee"},
        f"{SOURCE} look_again {SUPPORT}",
    ),
]

choices = {
    "i_am": st.sampled_from(("mentor", "mentee")),
    "area": st.sampled_from(("", "kept_or_not")),
    "closest": st.sampled_from(("", "broken_promises", "not_yet_built", "not_sure", "none")),
    "pending": st.sampled_from((None, "yes", "no", "not_sure")),
    "how": st.sampled_from((None, "talk", "write", "advice_first", "wait_a_day", "not_at_all")),
    "side": st.sampled_from((None, "me", "them", "both")),
    "look_again": st.sampled_from((None, day("12-15"))),
    "who": st.sampled_from(("", "kind:ombuds")),
    "left_open": st.lists(st.sampled_from(ALL), max_size=4, unique=True).map(tuple),
}
texts = dict.fromkeys(
    ("what_happened", "effect", "words", "deed", "change", "first_sentence"),
    st.sampled_from(("", "something")),
)
partly_answered = st.builds(hurdle, **choices, **texts)


def onward(answers: Hurdle, question: str, *, care: bool = False) -> Sequence[str]:
    """The questions from here to the plan, one by one."""
    seen: list[str] = []
    while question != PLAN:
        question = after(answers, question, care=care)
        assert question not in seen
        seen.append(question)
    return seen


@pytest.mark.parametrize(("answers", "expected"), WAYS, ids=str)
def test_the_way_follows_from_the_answers(answers: dict[str, Any], expected: str) -> None:
    assert list(way(hurdle(**answers))) == expected.split()


@given(answers=partly_answered)
def test_the_care_way_has_no_label_no_words_to_own_and_no_talk(answers: Hurdle) -> None:
    assert way(answers, care=True) == ("what_happened", "effect", "who", "first_sentence")


@pytest.mark.parametrize("i_am", ["mentor", "mentee"])
def test_the_main_way_counts_nine_answers_in_order(i_am: str) -> None:
    begun = hurdle(i_am=i_am)
    counted = [place(begun, question) for question in way(begun)]
    assert list(dict.fromkeys(counted)) == [(number, 9) for number in range(1, 10)]


def test_a_shorter_way_counts_its_own_answers() -> None:
    waiting = hurdle(closest="broken_promises", how="wait_a_day")
    assert [place(waiting, one) for one in ("how", "look_again", "who")] == [(4, 7), (5, 7), (6, 7)]
    assert place(waiting, "first_sentence", care=True) == (4, 4)


@given(answers=partly_answered, care=st.booleans(), start=st.sampled_from([*ALL, PLAN]))
def test_from_any_question_the_way_leads_to_the_plan_without_a_loop(
    answers: Hurdle, care: bool, start: str
) -> None:
    path = way(answers, care=care)
    seen = onward(answers, start, care=care)
    assert start == PLAN or seen[-1] == PLAN
    assert len(seen) <= len(path) + 1


@given(answers=partly_answered, care=st.booleans(), start=st.sampled_from([*ALL, PLAN]))
def test_from_any_question_one_back_leads_to_the_first_without_a_loop(
    answers: Hurdle, care: bool, start: str
) -> None:
    seen = [start]
    while (question := before(answers, seen[-1], care=care)) is not None:
        assert question not in seen[1:]
        seen.append(question)
    assert seen[-1] == "what_happened"


@given(answers=partly_answered, care=st.booleans())
def test_one_back_is_where_one_came_from(answers: Hurdle, care: bool) -> None:
    for question in way(answers, care=care):
        assert before(answers, after(answers, question, care=care), care=care) == question


@given(answers=partly_answered, care=st.booleans())
def test_the_first_open_question_is_the_first_of_the_way_without_an_answer(
    answers: Hurdle, care: bool
) -> None:
    path = way(answers, care=care)
    question = first_open(answers, care=care)
    done = path[: path.index(question)] if question in path else path
    assert all(answered(answers, one) for one in done)
    assert question == PLAN or not answered(answers, question)


@given(
    deeds=st.lists(plain_deeds, min_size=14, max_size=14),
    leaves=st.lists(st.booleans(), min_size=14, max_size=14),
    begun=st.sampled_from(("mentor", "mentee")),
)
def test_answering_one_by_one_reaches_the_plan_and_asks_nothing_twice(
    deeds: list[Deed], leaves: list[bool], begun: str
) -> None:
    book = Workbook(MINE).put(hurdle(i_am=begun))
    asked: list[str] = []
    for deed, leave in zip(deeds, leaves, strict=True):
        question = first_open(book.get(Hurdle, "h"))
        if question == PLAN:
            break
        assert question not in asked
        asked.append(question)
        if leave:
            book = hurdles.leave_open(book, "h", question).workbook
            continue
        given_answer = answer_to(question, deed, NOW)
        book = hurdles.answer(
            book, "h", question, new_id="new", today=TODAY, **given_answer
        ).workbook
    assert first_open(book.get(Hurdle, "h")) == PLAN
    assert stages_done(book.get(Hurdle, "h")) == STAGES


@pytest.mark.parametrize("question", ALL)
def test_a_question_left_open_counts_as_answered(question: str) -> None:
    assert not answered(hurdle(), question)
    assert answered(hurdle(left_open=(question,)), question)


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"area": "kept_or_not"}, "area"),
        ({"closest": "not_sure"}, "area"),
        ({"change": "a calendar"}, "change"),
        ({"look_again": day("12-15")}, "change"),
        ({"pending": "no"}, "pending"),
        ({"deed": "call"}, "deed"),
    ],
)
def test_an_answer_answers_its_question(answers: dict[str, Any], question: str) -> None:
    assert answered(hurdle(**answers), question)


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        *((one, "source") for one in SOURCE.split()),
        *((one, "repair") for one in ("pending", "how", "look_again", *REPAIR.split())),
        *((one, "support") for one in SUPPORT.split()),
        (PLAN, "done"),
    ],
)
def test_each_question_stands_in_its_box(question: str, stage: str) -> None:
    assert stage_of(question) == stage


WHOLE_SOURCE = {"what_happened": "x", "effect": "y", "area": "a", "closest": "broken_promises"}


@pytest.mark.parametrize(
    ("answers", "done"),
    [
        ({}, ()),
        ({"what_happened": "x", "effect": "y"}, ()),
        (WHOLE_SOURCE, ("source",)),
        ({**WHOLE_SOURCE, "how": "talk", "left_open": ("words",)}, ("source",)),
        (
            {**WHOLE_SOURCE, "how": "wait_a_day", "look_again": day("12-15")},
            ("source", "repair"),
        ),
        ({"who": "kind:ombuds", "first_sentence": "x"}, ("support",)),
    ],
)
def test_a_box_is_done_when_all_its_questions_are(
    answers: dict[str, Any], done: tuple[str, ...]
) -> None:
    assert stages_done(hurdle(**answers)) == done
