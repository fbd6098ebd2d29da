"""The deeper way, and the door before it: over all paths, not only those someone thought of."""

from collections import deque
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given

from coaching.hurdle import deeper, door
from coaching.hurdle.steps import PLAN, QUESTIONS, STAGES
from coaching.record.hurdle import Hurdle
from tests.coaching.making import hurdle
from tests.coaching.test_steps import partly_answered

CARD = ("leave", "not_meant", "go_on")
SHORT = tuple(one for ids in QUESTIONS.values() for one in ids)
ALL = tuple(one for ids in deeper.DEEPER.values() for one in ids)
TALKED: dict[str, Any] = {"closest": "broken_promises", "how": "talk", "side": "me"}


def door_steps(at: door.At, answer: door.Answer) -> Iterator[tuple[str, door.At, door.Answer]]:
    """Everything a user can do at a page of the door, and the page that follows."""
    match at:
        case "door":
            for given_answer in get_args(door.Answer):
                yield f"answers {given_answer}", door.after_door(given_answer), given_answer
        case "still":
            yield "still none", door.after_still(none=True), "none"
            yield "asks again", door.after_still(none=False), answer
        case "about":
            yield "says about whom", "card", answer
            yield "goes back", "door", answer
        case "card":
            for choice in (*CARD, "something_else"):
                yield choice, door.after_card(choice, answer), answer
            yield "goes back", "door", answer
        case "passed" | "passed_with_care" | "left":
            return


@pytest.mark.parametrize("asked_before", [True, False])
def test_after_a_yes_no_path_passes_the_door_without_the_choice_to_go_on(
    asked_before: bool,
) -> None:
    start = door.opening(asked_before=asked_before)
    waiting: deque[tuple[door.At, door.Answer]] = deque([(start, "none")])
    seen = set(waiting)
    while waiting:
        at, answer = waiting.popleft()
        for did, to, now in door_steps(at, answer):
            if now == "yes" and to in ("passed", "passed_with_care"):
                assert (at, did, to) == ("card", "go_on", "passed_with_care")
            if to == "passed":
                assert now != "yes"
            if (to, now) not in seen:
                seen.add((to, now))
                waiting.append((to, now))
    ends = {at for at, _ in seen}
    assert {"about", "card", "passed", "passed_with_care", "left"} <= ends


@given(answers=partly_answered)
def test_with_care_there_is_no_deeper_source_and_no_deeper_repair(answers: Hurdle) -> None:
    for stage in ("source", "repair"):
        assert deeper.way(answers, stage, care=True) == ()
        assert deeper.first_open(answers, stage, care=True) == ""


@given(answers=partly_answered)
def test_each_box_is_walked_through_once_and_ends(answers: Hurdle) -> None:
    for stage in STAGES:
        path = deeper.way(answers, stage)
        for number, question in enumerate(path, 1):
            assert deeper.place(answers, question) == (number, len(path))
            following = deeper.after(answers, question)
            assert following == (path[number] if number < len(path) else "")
            assert not following or deeper.before(answers, following) == question
            assert deeper.stage_of(question) == stage


def test_the_first_open_one_comes_and_where_all_are_done_the_first() -> None:
    one = hurdle(not_known="why", left_open=("signs",))
    assert deeper.first_open(one, "source") == "told_apart"
    done = one.changed(told_apart=("agreed:with_date",), their_account="I told her.")
    assert deeper.open_ones(done, "source") == ()
    assert deeper.first_open(done, "source") == "not_known"


def test_deeper_questions_are_none_of_the_short_way_and_none_of_the_plan() -> None:
    assert not set(ALL) & {*SHORT, PLAN}
    assert len(ALL) == len(set(ALL))
    assert deeper.way(hurdle(), "done") == ()
    for question in ALL:
        assert question in Hurdle.model_fields, question


@pytest.mark.parametrize("how", ["advice_first", "wait_a_day", "not_at_all", None])
def test_only_what_is_raised_has_something_to_repair_and_only_a_mentee_a_cost(
    how: str | None,
) -> None:
    assert deeper.way(hurdle(**{**TALKED, "how": how}), "repair") == ()
    assert deeper.way(hurdle(**{**TALKED, "how": how}, i_am="mentee"), "repair") == ("cost",)
    assert deeper.way(hurdle(**{**TALKED, "closest": "none"}), "repair") == ()
