"""Another format: one at a time, until a day to come, and then one decision, which stays."""

from datetime import timedelta

import pytest

from coaching.errors import Refused
from coaching.exchange import leaving
from coaching.record.base import Audience
from coaching.record.trial import Trial
from coaching.record.workbook import Workbook
from coaching.verbs import trials
from tests.coaching.making import NOW, TODAY, ben, checkin, day
from tests.coaching.shipped import shipped
from tests.coaching.strategy_told import facts, notices
from tests.coaching.test_agenda import agenda, ahead, lines

SOON = TODAY + timedelta(days=14)


def trying(**fields: object) -> Trial:
    known = {"id": "t", "what": "a walk", "since": day("11-01"), "until": TODAY}
    return Trial.model_validate({**known, **fields})


def only(book: Workbook) -> Trial:
    (one,) = book.all(Trial)
    return one


def test_one_format_at_a_time_until_a_day_to_come() -> None:
    begun = trials.begin(ben(), trial_id="t", what="a walk", until=SOON, today=TODAY)
    assert begun.said == "You try it until Tue 8 Dec 2026: a walk."
    with pytest.raises(Refused, match="You are trying this already: a walk"):
        trials.begin(begun.workbook, trial_id="u", what="shorter", until=SOON, today=TODAY)
    with pytest.raises(Refused, match="still to come"):
        trials.begin(ben(), trial_id="t", what="a walk", until=TODAY, today=TODAY)
    later = trials.go_on(begun.workbook, "t", until=SOON + timedelta(days=7), today=TODAY)
    assert only(later.workbook).until == day("12-15")


def test_a_decision_is_made_once_and_then_another_format_can_be_tried() -> None:
    decided = trials.decide(ben(trying()), "t", how="back", today=TODAY)
    assert decided.said == "Back to how it was: a walk."
    assert trials.going_on(decided.workbook) is None
    with pytest.raises(Refused, match="decided about this format already"):
        trials.decide(decided.workbook, "t", how="keep", today=TODAY)
    trials.begin(decided.workbook, trial_id="u", what="shorter", until=SOON, today=TODAY)


def test_it_is_raised_on_its_day_with_the_check_ins_held_in_it() -> None:
    held = checkin("c", "11-10 10:00", "held")
    assert "trial_due" not in notices(ben(held, trying(until=SOON)))
    raised = notices(ben(held, trying()))["trial_due"]
    assert raised.words == (
        "You are trying another format since Sun 1 Nov 2026, to decide on Tue 24 Nov 2026, "
        "with 1 check-in held in it: a walk"
    )
    assert [one.record_id for one in raised.behind] == ["t", "c"]
    assert "trial_due" not in notices(ben(trying(end="keep", ended=TODAY)))
    assert facts(ben(trying(end="keep", ended=TODAY)))["formats"].words == (
        "You tried another format, decided on Tue 24 Nov 2026: a walk, which you keep."
    )


def test_it_stands_on_the_agenda_once_its_day_has_come_and_in_a_review_always() -> None:
    asks = shipped().forms.format.question
    line = f"Since Sun 1 Nov 2026 you try this: a walk. {asks}"
    assert lines(agenda(ben(ahead(), trying())), "next_date") == [line]
    far = trying(until=NOW.date() + timedelta(days=90))
    assert lines(agenda(ben(ahead(), far)), "next_date") == []
    assert lines(agenda(ben(ahead("review"), far)), "cadence") == [line]


def test_both_may_read_it() -> None:
    assert only(leaving(ben(trying()), Audience.US_TWO).workbook).what == "a walk"
