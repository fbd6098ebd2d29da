"""What is due: its state, its order, how far it looks, and the moments it writes."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.due import Due, due
from coaching.home import home_view
from coaching.hurdle.steps import PLAN
from coaching.moments import Wall
from coaching.overview import CheckinLine, Overview, Person
from tests.coaching.making import (
    LONDON,
    NOW,
    TODAY,
    clock,
    day,
    everyone,
    met,
    owed,
    person,
    strain,
    tried,
    wall,
)
from tests.data.strategies import walls

BERLIN = "Europe/Berlin"
ZONES = (LONDON, "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu")


def found(*people: Person, now: datetime = NOW, days: int = 14) -> list[Due]:
    return due(everyone(*people), now, timedelta(days=days))


def only(*people: Person, now: datetime = NOW) -> Due:
    (item,) = found(*people, now=now)
    return item


def test_a_check_in_is_a_local_moment_with_its_offset() -> None:
    item = only(person("Ben", planned=(met("c", "11-27 15:00", "goals"),)))
    assert item == Due(
        *("check-in", "Ben", "goals", "2026-11-27T15:00+00:00", "upcoming", "", day("11-27"))
    )


@pytest.mark.parametrize(
    ("planned", "zone", "now", "when", "on"),
    [
        ("11-27 15:00", BERLIN, NOW, "2026-11-27T14:00+00:00", "11-27"),
        ("11-25 08:00", "Pacific/Auckland", NOW, "2026-11-24T19:00+00:00", "11-24"),
        ("10-26 10:00", LONDON, clock("10-20 09:00"), "2026-10-26T10:00+00:00", "10-26"),
        ("10-24 10:00", LONDON, clock("10-20 09:00"), "2026-10-24T10:00+01:00", "10-24"),
        ("11-27", BERLIN, NOW, "2026-11-27", "11-27"),
    ],
)
def test_the_moment_is_said_in_the_users_zone(
    planned: str, zone: str, now: datetime, when: str, on: str
) -> None:
    item = only(person("Ben", planned=(met("c", planned, "goals", zone),)), now=now)
    assert (item.when, item.day) == (when, day(on))
    assert date.fromisoformat(item.when[:10]) == item.day


@pytest.mark.parametrize(
    ("planned", "state"),
    [
        ("11-23", "overdue"),
        ("11-24 09:00", "overdue"),
        ("11-24", "today"),
        ("11-24 15:00", "today"),
        ("11-25", "upcoming"),
    ],
)
def test_a_check_in_is_overdue_once_it_has_passed(planned: str, state: str) -> None:
    assert only(person("Ben", planned=(met("c", planned),))).state == state


@pytest.mark.parametrize(
    ("by", "state"), [("11-23", "overdue"), ("11-24", "today"), ("11-25", "upcoming")]
)
@pytest.mark.parametrize("whose", ["me", "them"])
def test_a_promise_is_overdue_from_the_day_after(by: str, state: str, whose: str) -> None:
    item = only(person("Ben", promises=(owed("draft", by, whose),)))
    assert item == Due("promise", "Ben", "the draft", f"2026-{by}", state, whose, day(by))


def test_a_hurdle_is_for_the_day_to_look_again_or_for_today() -> None:
    waiting = only(person("Ben", hurdles=(strain("words"),)))
    assert waiting == Due(
        "hurdle", "Ben", "find your words, about 3 minutes", "2026-11-24", "today", "", TODAY
    )
    again = only(person("Ben", hurdles=(strain(PLAN, "11-20"),)))
    assert (again.when, again.state) == ("2026-11-20", "overdue")


@pytest.mark.parametrize(
    ("until", "state"), [("11-20", "overdue"), ("11-24", "today"), ("11-27", "upcoming")]
)
def test_the_day_to_decide_about_another_format_is_a_thing_for_a_check_in(
    until: str, state: str
) -> None:
    assert only(person("Ben", trials=(tried(until),))) == Due(
        *("check-in", "Ben", "decide about another format, a walk", f"2026-{until}", state),
        *("", day(until)),
    )
    assert found(person("Ben", state="ended", trials=(tried(until),))) == []


def test_a_check_in_without_a_topic_says_its_kind() -> None:
    assert only(person("Ben", planned=(met("c", "11-27"),))).what == "regular"


def test_it_looks_as_far_as_asked_and_always_at_what_is_overdue() -> None:
    who = person(
        "Ben",
        planned=(met("a", "11-25"), met("b", "12-08"), met("c", "12-09")),
        promises=(owed("d", "2025-01-01"), owed("e", "11-24")),
    )
    assert [item.when for item in found(who, days=14)] == [
        *("2025-01-01", "2026-11-24", "2026-11-25", "2026-12-08"),
    ]
    assert [item.when for item in found(who, days=0)] == ["2025-01-01", "2026-11-24"]


def test_it_is_sorted_by_day_then_time_then_name() -> None:
    ben = person("ben", planned=(met("a", "11-25 15:00"), met("b", "11-25 09:00")))
    amara = person("Amara", planned=(met("c", "11-25 15:00"),), promises=(owed("d", "11-25"),))
    assert [(item.relationship, item.when[11:16]) for item in found(ben, amara)] == [
        *(("Amara", ""), ("ben", "09:00"), ("Amara", "15:00"), ("ben", "15:00")),
    ]


def test_nothing_is_due_with_somebody_paused() -> None:
    late = (owed("draft", "11-01"),)
    assert found(person("Ben", state="paused", planned=(met("c", "11-20"),), promises=late)) == []


def test_after_an_ending_only_the_friendly_word_agreed_for_later_is_due() -> None:
    late = (owed("draft", "11-01"),)
    assert found(person("Ben", state="ended", promises=late)) == []
    word = met("c", "11-26", "a friendly word")
    assert only(person("Ben", state="ended", planned=(word,), promises=late)).what == word.topic


def test_what_is_the_users_own_names_nobody() -> None:
    mine = Person(id="mine", hurdles=(strain("effect"),))
    assert [item.relationship for item in due(Overview((), mine), NOW, timedelta())] == [""]


@given(
    wall=st.builds(
        Wall,
        st.dates(date(2026, 11, 20), date(2026, 12, 3)),
        st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        st.sampled_from(ZONES),
    ),
    hours=st.integers(-24, 24),
)
def test_home_and_due_agree_on_what_has_passed_and_what_is_for_today(
    wall: Wall, hours: int
) -> None:
    now = NOW + timedelta(hours=hours)
    who = person("Ben", planned=(CheckinLine("c", wall, "regular", ""),))
    (row,) = home_view(everyone(who), now, LONDON).checkins
    state = {"Passed": "overdue", "Today": "today"}.get(row.group, "upcoming")
    assert only(who, now=now).state == state


@given(planned=st.lists(walls, max_size=5), days=st.integers(0, 400))
def test_nothing_overdue_is_left_out_and_nothing_far_gets_in(
    planned: list[Wall], days: int
) -> None:
    lines = tuple(CheckinLine(f"c{n}", wall, "regular", "") for n, wall in enumerate(planned))
    items = found(person("Ben", planned=lines), days=days)
    assert sum(item.state == "overdue" for item in items) == sum(w.passed(NOW) for w in planned)
    assert all(item.day <= TODAY + timedelta(days=days) for item in items)
    assert items == sorted(items, key=lambda item: item.day)


def test_a_kind_without_a_topic_is_worded_as_on_home() -> None:
    first = CheckinLine("a", wall("11-25 10:00"), "first", "")
    repair = CheckinLine("b", wall("11-26 10:00"), "repair", "")
    who = person("Ben", planned=(first, repair))
    assert [one.what for one in due(everyone(who), NOW, timedelta(days=14))] == [
        "first meeting",
        "repair talk",
    ]
    assert [row.about for row in home_view(everyone(who), NOW, LONDON).checkins] == [
        "first meeting",
        "repair talk",
    ]
