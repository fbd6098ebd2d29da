"""What the record says that may bear on a hurdle: counts in words, and signals for the order."""

from typing import Any

import pytest

from coaching.hurdle.recorded import recorded_facts, signals
from coaching.moments import Every
from coaching.record.base import Record
from coaching.record.relationship import Rhythm
from coaching.record.workbook import MINE, Workbook
from tests.coaching.making import TODAY, ben, checkin, day, promise

FORTNIGHT = Rhythm.of(Every(2, "week"))
HELD = [checkin(f"h{n}", f"10-0{n}", "held") for n in range(1, 4)]


def words(*records: Record) -> list[str]:
    return [fact.words for fact in recorded_facts(ben(*records), TODAY, "Ben")]


def outcome(record_id: str, on: str, what: str, by: str | None = None) -> Record:
    return checkin(record_id, on, what, by)


def test_the_users_own_side_comes_first_and_two_facts_are_enough() -> None:
    book = [
        *HELD,
        outcome("a", "11-01", "cancelled", "them"),
        outcome("b", "11-08", "missed", "me"),
        promise("draft", "11-20", "them"),
        promise("letter", "11-20"),
    ]
    assert words(*book) == [
        "1 of the last 5 check-ins missed by you.",
        "1 promise of yours is past the date.",
    ]


def test_without_anything_of_the_user_the_other_side_is_told() -> None:
    book = [
        *HELD,
        outcome("a", "11-01", "cancelled", "them"),
        outcome("b", "11-08", "moved", "them"),
        promise("draft", "11-20", "them"),
        promise("notes", "11-21", "them"),
    ]
    assert words(*book) == [
        "2 of the last 5 check-ins cancelled or moved by Ben.",
        "2 promises of Ben are past the date.",
    ]


def test_when_nothing_went_wrong_the_last_meeting_is_told() -> None:
    assert words(*HELD) == ["You last met 52 days ago."]
    assert words(checkin("h", "11-24", "held")) == ["You last met today."]
    assert words(checkin("h", "11-23", "held")) == ["You last met yesterday."]


def test_too_few_check_ins_are_no_fact() -> None:
    assert words(outcome("a", "11-01", "cancelled", "me")) == []
    assert words(outcome("a", "11-01", "cancelled", "me"), outcome("b", "11-08", "held")) == [
        "You last met 16 days ago."
    ]


def test_nobody_is_named_where_nobody_said_who_it_was() -> None:
    assert words(*HELD, outcome("a", "11-01", "cancelled")) == ["You last met 52 days ago."]


def test_a_promise_that_is_due_today_or_settled_is_not_past_its_date() -> None:
    assert words(promise("a", "11-24"), promise("b", "11-01", kept="11-20")) == []


def test_nothing_recorded_is_no_fact() -> None:
    assert words() == []
    assert recorded_facts(Workbook(MINE), TODAY, "Ben") == ()


def test_a_fact_keeps_its_id_when_its_count_changes() -> None:
    one = ben(*HELD, outcome("a", "11-01", "missed", "me"))
    two = one.put(outcome("b", "11-02", "missed", "me"))
    ids = [[fact.id for fact in recorded_facts(book, TODAY, "Ben")] for book in (one, two)]
    assert ids[0] == ids[1] == ["not_held_me", "last_met"]


ALWAYS = {"few_checkins", "no_rhythm"}
SIGNALS: list[tuple[str, list[Record], dict[str, Any], set[str]]] = [
    ("nothing recorded", [], {}, ALWAYS),
    ("a rhythm", [], {"rhythm": FORTNIGHT}, {"few_checkins"}),
    ("more than a year", [], {"since": day("2025-11-23")}, {*ALWAYS, "year_together"}),
    ("a year", [], {"since": day("2025-11-24")}, ALWAYS),
    (
        "three held",
        [checkin(f"{n}", f"11-0{n}", "held") for n in (1, 2, 3)],
        {},
        {*ALWAYS, "held_as_planned"},
    ),
    (
        "four held",
        [checkin(f"{n}", f"11-0{n}", "held") for n in (1, 2, 3, 4)],
        {},
        {"no_rhythm", "held_as_planned"},
    ),
    ("one missed by me", [outcome("a", "11-01", "missed", "me")], {}, ALWAYS),
    (
        "two by me",
        [outcome(n, "11-01", "missed", "me") for n in "ab"],
        {},
        {*ALWAYS, "moved_or_cancelled_by_me"},
    ),
    (
        "two by them",
        [outcome(n, "11-01", "moved", "them") for n in "ab"],
        {},
        {*ALWAYS, "moved_or_cancelled_by_them"},
    ),
    (
        "one by each",
        [outcome("a", "11-01", "missed", "me"), outcome("b", "11-08", "cancelled", "them")],
        {},
        {*ALWAYS, "moved_or_cancelled_by_both"},
    ),
    ("a week late", [promise("p", "11-17")], {}, ALWAYS),
    ("more than a week late", [promise("p", "11-16")], {}, {*ALWAYS, "late_promises"}),
    ("kept so late", [promise("p", "11-01", kept="11-09")], {}, {*ALWAYS, "late_promises"}),
    ("let go", [promise("p", "11-01", state="dropped", settled=TODAY)], {}, ALWAYS),
    (
        "late on each side",
        [promise("p", "11-01"), promise("q", "11-01", "them")],
        {},
        {*ALWAYS, "late_promises", "late_promises_both"},
    ),
    (
        "28 days with a rhythm",
        [checkin("h", "10-27", "held")],
        {"rhythm": FORTNIGHT},
        {"few_checkins"},
    ),
    (
        "29 days with a rhythm",
        [checkin("h", "10-26", "held")],
        {"rhythm": FORTNIGHT},
        {"few_checkins", "gap_over_longest"},
    ),
    (
        "57 days with a rhythm",
        [checkin("h", "09-28", "held")],
        {"rhythm": FORTNIGHT},
        {"few_checkins", "gap_over_longest", "long_since_last"},
    ),
    ("60 days without one", [checkin("h", "09-25", "held")], {}, ALWAYS),
    ("61 days without one", [checkin("h", "09-24", "held")], {}, {*ALWAYS, "long_since_last"}),
]


@pytest.mark.parametrize(
    ("records", "fields", "said"),
    [case[1:] for case in SIGNALS],
    ids=[case[0] for case in SIGNALS],
)
def test_signals_are_what_their_meanings_say(
    records: list[Record], fields: dict[str, Any], said: set[str]
) -> None:
    assert signals(ben(*records, **fields), TODAY) == said
