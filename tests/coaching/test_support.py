"""The ladder to help from outside: which step fits what was told, and whom it leads to."""

from datetime import date
from itertools import chain, combinations
from typing import get_args

import pytest

from coaching.guide.hurdles import Kind
from coaching.hurdle import support
from coaching.hurdle.support import RUNGS, TALKS, Reason, offered, people_for, suggested
from coaching.record.hurdle import Hurdle
from coaching.record.outside import Came, RungId
from coaching.record.promise import Promise, PromiseState
from coaching.record.reply import Reply
from tests.coaching.making import TODAY, ben
from tests.coaching.shipped import shipped

REASONS: tuple[Reason, ...] = get_args(Reason)
EVERY_SET = tuple(chain.from_iterable(combinations(REASONS, n) for n in range(len(REASONS) + 1)))


@pytest.mark.parametrize(
    ("reasons", "kind", "tried", "rung"),
    [
        ((), None, "", "the_two"),
        ((), "repairable", "", "the_two"),
        ((), "repairable_with_care", "", "third_person"),
        ((), "hard", "", "third_person"),
        (("wants_help",), None, "", "thinking_partner"),
        (("unsure",), None, "", "thinking_partner"),
        (("stuck",), None, "", "third_person"),
        (("two_repairs",), None, "", "third_person"),
        (("two_repairs",), None, "third_person", "neutral_adviser"),
        (("two_repairs",), None, "neutral_adviser", "neutral_adviser"),
        (("two_repairs",), None, "formal_office", "formal_office"),
        (("unanswered",), None, "", "third_person"),
        (("unanswered",), None, "third_person", "neutral_adviser"),
        (("afraid",), "repairable", "", "neutral_adviser"),
        (("again_with_care",), "repairable_with_care", "", "neutral_adviser"),
        (("pending",), None, "", "neutral_adviser"),
        (("wants_help", "stuck", "afraid"), None, "", "neutral_adviser"),
    ],
)
def test_the_step_that_fits(
    reasons: tuple[Reason, ...], kind: Kind | None, tried: RungId, rung: RungId
) -> None:
    assert suggested(reasons, kind=kind, tried=tried).rung == rung


@pytest.mark.parametrize("kind", [None, *get_args(Kind)])
def test_one_more_reason_never_leads_down_and_fear_never_to_a_joint_talk(kind: Kind | None) -> None:
    for told in EVERY_SET:
        found = suggested(told, kind=kind).rung
        assert found is not None
        for more in REASONS:
            higher = suggested((*told, more), kind=kind).rung
            assert higher is not None
            assert RUNGS.index(higher) >= RUNGS.index(found)
        if "afraid" in told:
            assert found not in TALKS
            assert not TALKS & set(offered(care=False, afraid=True))
        if told:
            assert found != "the_two"
        assert suggested(told, kind=kind, care=True).rung is None


def test_a_wish_for_help_is_always_enough_and_a_count_never_leads_to_an_office() -> None:
    assert suggested(["wants_help"]).rung == "thinking_partner"
    for told in EVERY_SET:
        for tried in RUNGS[:4]:
            rung = suggested(told, tried=tried).rung
            assert rung is not None
            assert RUNGS.index(rung) <= RUNGS.index("neutral_adviser")


def test_after_a_yes_at_the_door_no_talk_is_offered_and_those_made_for_it_come_first() -> None:
    shown = offered(care=True, afraid=False)
    assert shown[:3] == ("formal_office", "trained_care", "right_now")
    assert not TALKS & set(shown)
    assert "thinking_partner" in shown


def promise(n: int, state: PromiseState, hurdle: str = "h") -> Promise:
    settled = None if state == "open" else TODAY
    made = date(2026, 11, 1)
    return Promise(
        id=f"p{n}",
        what="notes",
        whose="me",
        made=made,
        by=made,
        state=state,
        settled=settled,
        hurdle=hurdle,
    )


def test_the_record_speaks_for_asking_only_by_what_happened_since() -> None:
    hurdle = Hurdle(id="h", opened=TODAY, i_am="mentee", closest="harsh_feedback", pending="yes")
    found = support.reasons_in_record(ben(hurdle), hurdle, "repairable_with_care")
    assert found == {"pending"}
    broken = (promise(1, "broken"), promise(2, "broken"), promise(3, "broken", hurdle="other"))
    book = ben(hurdle, *broken)
    assert "two_repairs" in support.reasons_in_record(book, hurdle, None)
    assert "stuck" in support.reasons_in_record(ben(hurdle, broken[0]), hurdle, None)
    waiting = Reply(id="r", owes="them", since=TODAY, due=TODAY, asked=(TODAY, TODAY))
    assert "unanswered" in support.reasons_in_record(ben(waiting), hurdle, None)
    answered = waiting.changed(answered=TODAY)
    assert "unanswered" not in support.reasons_in_record(ben(answered), hurdle, None)
    earlier = hurdle.changed(id="e", closed=TODAY)
    again = support.reasons_in_record(ben(hurdle, earlier), hurdle, "repairable_with_care")
    assert "again_with_care" in again
    assert "again_with_care" not in support.reasons_in_record(
        ben(hurdle, earlier), hurdle, "repairable"
    )


def test_whom_to_ask_follows_the_door_then_the_step_then_the_hurdle() -> None:
    content = shipped()
    hurdle = Hurdle(id="h", opened=TODAY, i_am="mentee", closest="broken_promises")
    everyone = {kind.id for kind in content.support.kinds}
    by_hurdle = [kind.id for kind in people_for(content, hurdle)]
    assert by_hurdle[0] == "mentor_or_peer"
    by_step = [kind.id for kind in people_for(content, hurdle.changed(rung="neutral_adviser"))]
    assert by_step[0] == "ombuds"
    with_care = [
        kind.id for kind in people_for(content, hurdle, care=True, routes=("hr", "ombuds"))
    ]
    assert with_care[:2] == ["hr", "ombuds"]
    assert with_care[-1] in ("coordinator", "mentor_or_peer")
    assert set(by_hurdle) == set(by_step) == set(with_care) == everyone


def test_every_step_reason_and_answer_has_its_words() -> None:
    words = shipped().support
    assert tuple(rung.id for rung in words.rungs) == RUNGS
    assert tuple(one.id for one in words.reasons) == REASONS
    assert tuple(one.id for one in words.came) == get_args(Came)
    for one in words.came:
        assert one.help


def test_on_the_care_way_nobody_is_asked_for_a_talk_of_the_two() -> None:
    for kind in shipped().support.kinds:
        assert "three-way" not in kind.sentence(care=True)
        assert "pass on" in kind.must_report or kind.sentence(care=True)
