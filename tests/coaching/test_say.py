"""How dates, times, counts and lists are worded."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.moments import Moment, Wall
from coaching.say import (
    _CLOCK,
    first_name,
    say_ago,
    say_count,
    say_day,
    say_duration_days,
    say_here,
    say_list,
    say_moment,
    say_next,
    say_short,
    say_time,
    say_wall,
)

BERLIN = "Europe/Berlin"
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ben Lindqvist", "Ben"),
        ("Noor", "Noor"),
        ("Prof. Weber", "Prof. Weber"),
        ("Dr Amara Okafor", "Dr Amara Okafor"),
        ("MRS. Sato", "MRS. Sato"),
        ("  Frau   Prof. Dr. Weber ", "Frau Prof. Dr. Weber"),
        ("Señora Ruiz", "Señora Ruiz"),
        ("Pak Budi", "Pak Budi"),
        ("Capt. Ito", "Capt. Ito"),
        ("Professor", "Professor"),
        ("Drew Major", "Drew"),
        ("", ""),
        (" ", ""),
    ],
)
def test_behind_a_title_the_whole_name_stands(name: str, called: str) -> None:
    assert first_name(name) == called


def test_dates_in_full() -> None:
    assert say_day(TODAY) == "Tue 24 Nov 2026"
    assert say_time(time(9, 5)) == "09:05"
    assert say_wall(Wall(TODAY, time(15), BERLIN)) == "Tue 24 Nov 2026, 15:00"
    assert say_wall(Wall(TODAY, None, BERLIN)) == "Tue 24 Nov 2026"
    assert say_moment(Moment.of(NOW, BERLIN)) == "Tue 24 Nov 2026, 09:14"


def test_every_time_is_said_in_twice_twelve_hours_where_the_user_set_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_CLOCK, "twelve", lambda: True)
    hours = [(0, 5), (9, 14), (11, 59), (12, 0), (15, 0), (23, 59)]
    said = ["12:05 am", "9:14 am", "11:59 am", "12:00 pm", "3:00 pm", "11:59 pm"]
    assert [say_time(time(*hour)) for hour in hours] == said
    assert say_wall(Wall(TODAY, time(15), BERLIN)) == "Tue 24 Nov 2026, 3:00 pm"
    assert say_next(Wall(TODAY, time(15), BERLIN), NOW, BERLIN) == "today 3:00 pm"
    here = say_here(Wall(TODAY, time(15), "Asia/Kolkata"), BERLIN)
    assert here == "Tue 24 Nov 2026, 3:00 pm in Kolkata, 10:30 am here"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 26), "Thu"),
        (date(2026, 11, 30), "Mon"),
        (date(2026, 12, 1), "Tue 1 Dec"),
        (date(2026, 11, 13), "Fri 13 Nov"),
        (date(2027, 1, 5), "Tue 5 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_day_beside_others(day: date, said: str) -> None:
    assert say_short(day, TODAY) == said


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        (Wall(TODAY, time(15), BERLIN), "today 15:00"),
        (Wall(TODAY, None, BERLIN), "today"),
        (Wall(date(2026, 11, 25), time(10), BERLIN), "Wed 10:00"),
        (Wall(date(2026, 11, 26), time(10), BERLIN), "Thu 10:00"),
        (Wall(date(2026, 11, 30), None, BERLIN), "Mon"),
        (Wall(date(2026, 12, 1), time(10), BERLIN), "Tue 1 Dec"),
        (Wall(date(2026, 12, 8), None, BERLIN), "Tue 8 Dec"),
        (Wall(date(2027, 1, 5), None, BERLIN), "Tue 5 Jan"),
        (Wall(date(2027, 12, 8), None, BERLIN), "Wed 8 Dec 2027"),
        (Wall(date(2026, 11, 13), time(9), BERLIN), "Fri 13 Nov"),
        (Wall(TODAY, time(23, 30), "America/New_York"), "Wed 05:30"),
    ],
)
def test_the_next_date_fits_a_narrow_column(wall: Wall, said: str) -> None:
    assert say_next(wall, NOW, BERLIN) == said
    assert len(said) <= 14


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (26, "26 days ago"),
        (60, "60 days ago"),
        (61, "2 months ago"),
        (90, "2 months ago"),
        (118, "3 months ago"),
        (91, "2 months ago"),
        (92, "3 months ago"),
        (700, "23 months ago"),
        (730, "2 years ago"),
        (1095, "2 years ago"),
        (1096, "3 years ago"),
    ],
)
def test_how_long_ago(days: int, said: str) -> None:
    assert say_ago(TODAY - timedelta(days=days), TODAY) == said


@given(st.integers(-1000, 10000))
def test_how_long_ago_is_never_negative(days: int) -> None:
    assert "-" not in say_ago(TODAY - timedelta(days=days), TODAY)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (7, "1 week"),
        (10, "10 days"),
        (14, "2 weeks"),
        (60, "60 days"),
        (90, "about 3 months"),
        (800, "about 2 years"),
    ],
)
def test_lengths(days: int, said: str) -> None:
    assert say_duration_days(days) == said


def test_counts() -> None:
    assert say_count(1, "promise") == "1 promise"
    assert say_count(0, "promise") == "0 promises"
    assert say_count(1200, "check-in") == "1,200 check-ins"
    assert say_count(2, "reply") == "2 replies"
    assert say_count(2, "day") == "2 days"
    assert say_count(2, "branch") == "2 branches"
    assert say_count(2, "person", "people") == "2 people"


def test_lists() -> None:
    assert say_list([]) == ""
    assert say_list(["a"]) == "a"
    assert say_list(["a", "b"]) == "a and b"
    assert say_list(["a", "b", "c"]) == "a, b and c"
    assert say_list(["a", "b"], joint="or") == "a or b"


def test_a_time_agreed_in_another_zone_says_what_time_it_is_here() -> None:
    wall = Wall(date(2026, 11, 24), time(16), "Africa/Lagos")
    assert say_here(wall, "Europe/London") == "Tue 24 Nov 2026, 16:00 in Lagos, 15:00 here"
    assert say_here(wall, "Africa/Lagos") == "Tue 24 Nov 2026, 16:00"
    late = Wall(date(2026, 11, 24), time(1), "Asia/Tokyo")
    assert say_here(late, "Europe/London") == (
        "Tue 24 Nov 2026, 01:00 in Tokyo, Mon 23 Nov, 16:00 here"
    )
