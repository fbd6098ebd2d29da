"""Home: what each row says, in which order and group, and what is good, owed or quiet."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.home import (
    CheckinRow,
    HomeView,
    home_view,
    next_planned,
    passed_checkins,
    passed_long_ago,
    worth_knowing,
)
from coaching.hurdle.deeper import DEEPER
from coaching.hurdle.next_words import WRITTEN_AT
from coaching.hurdle.steps import PLAN, QUESTIONS
from coaching.moments import Wall
from coaching.overview import CheckinLine, Kept, Overview, Person, Trouble
from tests.coaching.making import (
    LONDON,
    NOW,
    clock,
    day,
    everyone,
    met,
    owed,
    person,
    strain,
    tried,
)

GROUPS = ("Passed", "Today", "This week", "Next week", "Later", "For you", "No date")
SUNDAY = clock("11-29 09:00")
MONDAY = clock("11-30 00:00")
near_walls = st.builds(
    Wall,
    st.dates(day("11-20"), day("12-12")),
    st.none() | st.sampled_from((time(0), time(12, 30), time(23, 59))),
    st.sampled_from((LONDON, "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu")),
)


def home(*people: Person, now: datetime = NOW, zone: str = LONDON) -> HomeView:
    return home_view(everyone(*people), now, zone)


def dates(*planned: CheckinLine, now: datetime = NOW, zone: str = LONDON) -> list[tuple[str, str]]:
    """The group and time of each row of one person."""
    rows = home(person("Ben", planned=planned), now=now, zone=zone).checkins
    return [(row.group, row.when) for row in rows]


@pytest.mark.parametrize(
    ("planned", "group", "when"),
    [
        ("11-20 10:00", "Passed", "20 Nov 10:00"),
        ("11-23", "Passed", "23 Nov"),
        ("11-24 09:00", "Passed", "24 Nov 09:00"),
        ("11-24 15:00", "Today", "15:00"),
        ("11-24", "Today", ""),
        ("11-25 10:00", "This week", "Wed 25 10:00"),
        ("11-29", "This week", "Sun 29"),
        ("11-30 10:00", "Next week", "Mon 30 10:00"),
        ("12-06", "Next week", "Sun 6"),
        ("12-07", "Later", "7 Dec"),
        ("12-09", "Later", "9 Dec"),
        ("2027-02-03 10:00", "Later", "3 Feb 2027 10:00"),
    ],
)
def test_a_check_in_stands_in_its_group(planned: str, group: str, when: str) -> None:
    assert dates(met("c", planned)) == [(group, when)]


@pytest.mark.parametrize(
    ("now", "sunday", "monday", "sunday_after", "monday_after"),
    [
        (SUNDAY, "Today", "Next week", "Next week", "Later"),
        (MONDAY, "Passed", "Today", "This week", "Next week"),
    ],
)
def test_a_week_begins_on_monday(
    now: datetime, sunday: str, monday: str, sunday_after: str, monday_after: str
) -> None:
    lines = [met(on, on) for on in ("11-29", "11-30", "12-06", "12-07")]
    groups = [group for group, _ in dates(*lines, now=now)]
    assert groups == [sunday, monday, sunday_after, monday_after]


@pytest.mark.parametrize(
    ("zone", "rows"),
    [
        (LONDON, [("Today", "23:30"), ("This week", "Sun 29 23:30")]),
        ("Asia/Kathmandu", [("This week", "Wed 25 05:15"), ("Next week", "Mon 30 05:15")]),
    ],
)
def test_in_another_zone_a_meeting_is_on_that_zones_day(
    zone: str, rows: list[tuple[str, str]]
) -> None:
    now = NOW.astimezone(clock("11-24 09:00", zone).tzinfo)
    lines = (met("a", "11-24 23:30"), met("b", "11-29 23:30"))
    assert dates(*lines, now=now, zone=zone) == rows


@given(planned=st.lists(near_walls, max_size=6), hours=st.integers(0, 24 * 7))
def test_groups_come_in_their_order_whatever_the_zones(planned: list[Wall], hours: int) -> None:
    lines = [CheckinLine(f"c{n}", wall, "short", "") for n, wall in enumerate(planned)]
    people = (person("Ben", planned=tuple(lines[:3])), person("Amara", planned=tuple(lines[3:])))
    rows = home(*people, now=NOW + timedelta(hours=hours)).checkins
    places = [GROUPS.index(row.group) for row in rows]
    assert places == sorted(places)


def test_a_day_that_is_not_over_where_it_was_agreed_has_not_passed() -> None:
    in_hawaii = met("a", "11-23", zone="Pacific/Honolulu")
    assert dates(in_hawaii, met("b", "11-24 09:00")) == [("Passed", "24 Nov 09:00"), ("Today", "")]


def test_two_weeks_are_shown_and_of_everybody_at_least_the_next_date() -> None:
    ben = person("Ben", planned=(met("a", "12-08"), met("b", "12-09")))
    far = person("Amara", planned=(met("d", "2027-03-01"), met("c", "2027-02-01")))
    assert [row.checkin_id for row in home(ben, far).checkins] == ["a", "c"]


def test_meetings_at_the_same_moment_stand_by_name() -> None:
    people = [person(name, planned=(met(name, "11-25 10:00"),)) for name in ("Dev", "amara", "Ben")]
    assert [row.who for row in home(*people).checkins] == ["amara", "Ben", "Dev"]


def test_the_hint_names_the_next_key() -> None:
    rows = home(
        person("Ben", planned=(met("a", "11-20"), met("b", "11-24"), met("c", "11-25"))),
        person("Efua"),
    ).checkins
    assert [row.hint for row in rows] == [
        "how did it go: c",
        "agenda: enter",
        "",
        "plan the next: c",
    ]


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        ("first", "first meeting"),
        ("regular", "regular"),
        ("short", "short"),
        ("review", "review"),
        ("repair", "repair talk"),
        ("closing", "closing"),
    ],
)
def test_a_check_in_without_a_topic_says_its_kind(kind: str, about: str) -> None:
    line = CheckinLine("c", met("c", "11-25").wall, kind, "")
    assert home(person("Ben", planned=(line,))).checkins[0].about == about


def only_row(who: Person) -> CheckinRow:
    (row,) = home(who).checkins
    return row


def test_somebody_without_a_date_stands_last_with_what_was_not_held() -> None:
    held = {"last_held": day("10-29")}
    assert only_row(person("Ben", **held)).about == ""
    missed = person("Ben", **held, last_not_held=(day("11-12"), "cancelled", "me"))
    assert only_row(missed).about.startswith("not held")
    assert "12 Nov" in only_row(missed).about
    assert only_row(missed).hint == "offer two times: c"
    since_then = person("Ben", last_held=day("11-19"), last_not_held=missed.last_not_held)
    assert only_row(since_then).about == ""
    never_met = person("Ben", last_not_held=missed.last_not_held)
    assert "12 Nov" in only_row(never_met).about
    assert {only_row(who).group for who in (missed, never_met)} == {"No date"}


def test_a_day_to_look_again_stands_among_the_dates_for_the_user() -> None:
    mine = Person(id="mine", hurdles=(strain(PLAN, "12-01", id="m"),))
    ben = person("Ben", hurdles=(strain(PLAN, "11-30"), strain("words", id="w")))
    view = home_view(Overview((ben,), mine), NOW, LONDON)
    rows = [row for row in view.checkins if row.group == "For you"]
    assert [(row.who, row.when, row.about, row.checkin_id) for row in rows] == [
        ("Ben", "Mon 30", "your own look again", "h"),
        ("yourself", "Tue 1", "your own look again", "m"),
    ]


def test_each_open_hurdle_says_where_it_stands() -> None:
    mine = Person(id="mine", hurdles=(strain(PLAN, id="m", opened=day("11-02")),))
    ben = person("Ben", hurdles=(strain("words"),))
    rows = home_view(Overview((ben,), mine), NOW, LONDON).hurdles
    assert [(row.who, row.step, row.done, row.since, row.next_one) for row in rows] == [
        ("Ben", "repair", ("source",), "Sat 21 Nov", "find your words, about 3 minutes"),
        (
            *("yourself", "done", ("source", "repair", "support")),
            *("Mon 2 Nov", "your plan is ready to read"),
        ),
    ]


def test_a_hurdle_left_in_the_middle_says_where_and_which_key_goes_back() -> None:
    ben = person("Ben", hurdles=(strain(PLAN), strain("words", id="w"), strain("words", id="x")))
    typed = ("note-h", "hurdle-h-commitments-new", "hurdle-h-what_happened", "hurdle-w-listen-at")
    overview = Overview((ben,))
    rows = home_view(overview, NOW, LONDON, drafts=typed).hurdles
    assert [row.left for row in rows] == [
        "You were writing: who does what, by when; 3 enter: back",
        "You were at: what was said and heard; 3 enter: back",
        "",
    ]
    deep = {one for ids in (*QUESTIONS.values(), *DEEPER.values()) for one in ids}
    assert set(WRITTEN_AT) == deep


def test_people_stand_by_their_next_date_and_those_without_one_first() -> None:
    people = [
        person("Dev", planned=(met("a", "11-27 16:30"),)),
        person("amara", planned=(met("b", "11-24 15:00"),)),
        person("Efua", planned=(met("c", "11-20"),)),
        person("Ben"),
        person("Chiara", planned=(met("d", "11-20"), met("e", "11-26"))),
    ]
    rows = home(*people).relationships
    assert [(row.who, row.next_one) for row in rows] == [
        ("Ben", "none yet"),
        ("Efua", "none yet"),
        ("amara", "today 15:00"),
        ("Chiara", "Thu"),
        ("Dev", "Fri 16:30"),
    ]


def test_a_row_says_whose_mentor_one_is_and_when_one_last_met() -> None:
    rows = home(
        person("Amara", last_held=day("11-24")), person("Chiara", i_am="mentee")
    ).relationships
    assert [(row.your, row.last_met) for row in rows] == [
        ("mentee", "today"),
        ("mentor", "not yet"),
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"promises": (owed("a", "12-01"), owed("b", "11-24"))}, "you owe: the b +1"),
        ({"promises": (owed("a", "12-01"), owed("b", "11-01"))}, "you owe: the b +1, since 1 Nov"),
        ({"promises": (owed("a", "11-01", "them"), owed("b", "12-01"))}, "you owe: the b"),
        ({"promises": (owed("a", "11-01", "them"),)}, "owes you: the a, since 1 Nov"),
        ({"promises": (owed("a", "11-24", "them"),)}, "owes you: the a"),
        ({"promises": (owed("a", "12-01"),), "trials": (tried("11-24"),)}, "you owe: the a"),
        (
            {"my_kept": Kept(in_time=4), "trials": (tried("11-25"),)},
            "you try: a walk, until 25 Nov",
        ),
        ({"trials": (tried("11-24"), tried("12-24", "tea"))}, "to decide: a walk"),
        ({"trials": (tried("11-20"),)}, "to decide: a walk, since 20 Nov"),
        ({"my_kept": Kept(in_time=3, late=1)}, "you kept 4 of 4 promises"),
        ({"my_kept": Kept(in_time=3, dropped=5)}, "nothing open"),
        ({"my_kept": Kept(in_time=9, broken=1)}, "nothing open"),
        ({"their_kept": Kept(in_time=4)}, "kept 4 of 4 promises to you"),
        ({"held": 2}, "new: too early to say"),
        ({"held": 3}, "nothing open"),
    ],
)
def test_one_thing_worth_knowing(facts: dict[str, Any], said: str) -> None:
    assert worth_knowing(person("Ben", **facts), NOW.date()) == said


def test_paused_and_ended_people_are_counted_not_shown() -> None:
    view = home(
        person("Amara"),
        person("Ben", state="paused", planned=(met("a", "11-25"),)),
        person("Dev", state="ended", planned=(met("b", "11-25"),)),
    )
    assert (view.active, view.paused) == (1, 1)
    assert [row.who for row in view.relationships] == ["Amara"]
    assert "Ben" not in [row.who for row in view.checkins]


def test_of_an_ended_relationship_only_the_friendly_word_agreed_for_later_stands_on_home() -> None:
    view = home(person("Dev", state="ended", planned=(met("b", "11-25", "a friendly word"),)))
    assert [(row.who, row.about) for row in view.checkins] == [("Dev", "a friendly word")]
    assert view.active == 0
    assert not home(person("Dev", state="ended")).checkins


def test_when_nothing_is_due_the_next_date_is_named() -> None:
    assert home().nothing_due == "Nothing needs you today."
    people = (
        person("Ben", planned=(met("b", "11-28 10:00"),)),
        person("Dev", planned=(met("c", "11-27 16:30"),)),
    )
    assert home(*people).nothing_due == "Nothing needs you today. Next: Dev, Fri 16:30."


def test_good_news_is_kept_promises_first_and_two_lines_at_most() -> None:
    people = (
        person("Amara", held=12),
        person("Ben", my_kept=Kept(in_time=4), their_kept=Kept(in_time=5)),
        person("Dev", held=2),
    )
    assert home(*people).good_lately == (
        "You kept 4 of 4 to Ben.",
        "Ben kept 5 of 5 to you.",
    )
    assert home(people[0], people[2]).good_lately == ("12 check-ins held with Amara.",)


def test_unreadable_records_are_counted_the_users_own_too() -> None:
    overview = Overview((person("Ben", unreadable=2),), Person(id="mine", unreadable=1))
    assert home_view(overview, NOW, LONDON).unreadable == 3


@pytest.mark.parametrize(("planned", "long_ago"), [("11-17", True), ("11-18", False)])
def test_a_week_with_nothing_recorded_is_a_time_away(planned: str, long_ago: bool) -> None:
    away = everyone(person("Ben", planned=(met("c", planned),)))
    assert passed_long_ago(away, NOW) is long_ago
    paused = everyone(person("Ben", state="paused", planned=(met("c", planned),)))
    assert not passed_long_ago(paused, NOW)


def test_what_has_passed_is_asked_oldest_first() -> None:
    overview = everyone(
        person("Amara", planned=(met("a", "11-20"), met("b", "11-24 15:00"))),
        person("Ben", planned=(met("c", "11-10 10:00"), met("d", "11-24 09:00"))),
        person("Dev", state="paused", planned=(met("e", "11-01"),)),
    )
    found = passed_checkins(overview, NOW)
    assert [(who.name, line.id) for who, line in found] == [
        ("Ben", "c"),
        ("Amara", "a"),
        ("Ben", "d"),
    ]


def test_the_next_one_is_the_first_still_to_come() -> None:
    who = person("Ben", planned=(met("a", "12-01"), met("b", "11-26"), met("c", "11-20")))
    line = next_planned(who, NOW)
    assert line is not None
    assert line.id == "b"
    assert next_planned(person("Efua"), NOW) is None


def test_five_hundred_people_stand_in_order_each_once() -> None:
    people = [
        person(
            f"Person {n:03}",
            planned=(CheckinLine(f"c{n}", met("c", "11-25").wall.shifted(n % 30), "regular", ""),),
            promises=(owed(f"p{n}", "11-30"),),
        )
        for n in range(500)
    ]
    view = home(*reversed(people))
    assert (view.active, len({row.workbook_id for row in view.relationships})) == (500, 500)
    assert len(view.checkins) == 500
    assert [row.who for row in view.relationships[:2]] == ["Person 000", "Person 030"]
    assert view.step is None


def test_the_overview_finds_a_person_and_the_users_own() -> None:
    overview = Overview((person("Ben"),), troubles=(Trouble("x", "It is damaged."),))
    assert overview.person("ben") is overview.people[0]
    assert overview.person("mine") is overview.mine
    assert overview.person("nobody") is None
