"""The facts of a relationship in words: counts and dates, the user's side first, no verdict."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.facts import facts_of
from coaching.moments import Moment, Wall
from coaching.record.checkin import Checkin, Outcome
from coaching.record.promise import NewDate, Promise
from coaching.record.workbook import Workbook
from coaching.verbs.relationships import new_workbook

TODAY = date(2026, 11, 24)
BEN = new_workbook(
    workbook_id="ben", checkin_id="-", name="Ben", i_am="mentor", today=TODAY, zone="Europe/London"
)


def checkin(days_ago: int, outcome: Outcome, by: str | None = None) -> Checkin:
    day = TODAY - timedelta(days=days_ago)
    return Checkin.model_validate(
        {
            "id": f"c{days_ago}{outcome}{by}",
            "planned": Wall(day, None, "Europe/London"),
            "outcome": outcome,
            "by": by,
            "held": Moment.on(day, "Europe/London") if outcome == "held" else None,
        }
    )


def promise(number: int, whose: str = "me", late: int = 0, state: str = "kept") -> Promise:
    by = TODAY - timedelta(days=30)
    return Promise.model_validate(
        {
            "id": f"p{number}{whose}",
            "what": "a thing",
            "whose": whose,
            "made": by,
            "by": by,
            "state": state,
            "settled": None if state == "open" else by + timedelta(days=late),
        }
    )


def about(*records: Checkin | Promise) -> str:
    return "\n".join(facts_of(BEN.put(*records), TODAY))


def test_where_little_is_recorded_it_is_too_early_to_say() -> None:
    assert facts_of(BEN, TODAY) == (
        "No check-in held yet.",
        "Check-ins: too early to say.",
        "Your promises: too early to say.",
        "Ben's promises: too early to say.",
    )


def test_when_you_last_met_is_counted_from_the_last_one_held() -> None:
    said = about(checkin(26, "held"), checkin(3, "missed"), checkin(2, "unknown"))
    assert "You last met 26 days ago, on Thu 29 Oct 2026." in said


def test_two_check_ins_are_too_few_and_unknown_ones_count_for_nothing() -> None:
    few = (checkin(30, "held"), checkin(20, "missed", "me"))
    assert "Check-ins: too early to say." in about(*few, checkin(10, "unknown"))
    assert "Of the 3 check-ins," in about(*few, checkin(10, "held"))


def test_the_last_five_say_who_and_your_side_comes_first() -> None:
    said = about(
        checkin(60, "missed", "them"),
        checkin(50, "held"),
        checkin(40, "moved", "them"),
        checkin(30, "cancelled", "me"),
        checkin(20, "missed"),
        checkin(10, "moved", "me"),
    )
    assert (
        "Of the last 5 check-ins, 1 was held, 1 moved by you, 1 cancelled by you, "
        "1 moved by Ben and 1 missed." in said
    )


def test_good_facts_are_as_visible_as_gaps() -> None:
    said = about(
        *(checkin(days, "held") for days in (10, 20, 30)),
        *(promise(number, "them") for number in range(4)),
    )
    assert "All of the 3 check-ins were held." in said
    assert "Ben kept 4 of 4 promises, all in time." in said


def test_promises_kept_late_and_dates_agreed_in_time_are_told_as_facts() -> None:
    renewed = promise(9, state="open").changed(
        new_dates=(NewDate(was=TODAY, agreed=TODAY, now=TODAY + timedelta(days=7)),)
    )
    said = about(promise(1), promise(2, late=2), promise(3), promise(4, state="broken"), renewed)
    assert "You kept 3 of 4 promises; 1 of them 2 days late; 1 new date agreed in time." in said


@pytest.mark.parametrize(
    ("late", "words"),
    [
        ((1,), "1 of them 1 day late"),
        ((5, 2), "2 of them late, by 2 and 5 days"),
        ((5, 2, 9), "3 of them late, by 2, 5 and 9 days"),
        ((1, 2, 3, 9), "4 of them late, by 9 days at most"),
    ],
)
def test_several_late_ones_are_told_shortly(late: tuple[int, ...], words: str) -> None:
    kept = [promise(number, late=days) for number, days in enumerate((*late, 0, 0, 0, 0))]
    assert words in about(*kept)


def test_a_single_promise_kept_late_is_a_fact_but_no_pattern_yet() -> None:
    said = about(promise(1, late=3))
    assert "Your promises: 1 kept, 3 days late; too early to say more." in said


def test_a_promise_let_go_counts_for_nothing() -> None:
    assert about(promise(1, state="dropped")) == about()


def test_names_that_end_in_s_are_good_english() -> None:
    chris = new_workbook(
        workbook_id="c", checkin_id="-", name="Chris", i_am="mentee", today=TODAY, zone="UTC"
    )
    assert "Chris' promises: too early to say." in facts_of(chris, TODAY)


OUTCOMES = st.sampled_from(["held", "moved", "missed", "cancelled", "unknown", "planned"])
SIDES = st.sampled_from(["me", "them", None])
CHECKINS = st.builds(checkin, st.integers(0, 900), OUTCOMES, SIDES)
PROMISES = st.builds(
    promise,
    st.integers(0, 40),
    st.sampled_from(["me", "them"]),
    st.integers(0, 20),
    st.sampled_from(["open", "kept", "dropped", "broken"]),
)


@given(st.lists(CHECKINS | PROMISES))
def test_facts_hold_no_score_and_no_percent(records: list[Checkin | Promise]) -> None:
    workbook: Workbook = BEN.put(*records)
    said = " ".join(facts_of(workbook, TODAY))
    assert "%" not in said
    assert not any(word in said.lower() for word in ("score", "risk", "reliable", "trust"))


@given(st.lists(CHECKINS | PROMISES), st.integers(0, 900))
def test_what_is_unknown_or_let_go_changes_no_fact(
    records: list[Checkin | Promise], days: int
) -> None:
    more = (checkin(days, "unknown"), promise(99, state="dropped"))
    assert about(*records, *more) == about(*records)


def test_the_words_do_not_depend_on_the_time_of_day() -> None:
    held = Checkin(
        id="late",
        outcome="held",
        held=Moment.of(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "Europe/London"),
    )
    assert "You last met yesterday, on Mon 23 Nov 2026." in about(held)
