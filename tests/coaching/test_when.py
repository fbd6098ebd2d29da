"""Dates and rhythms typed freely: what is understood, and what is refused with which sentence."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coaching.errors import Refused
from coaching.moments import DateStyle, Every, Wall, gap_at
from coaching.say import _CLOCK, say_wall
from coaching.when import read_day, read_every, read_when
from tests.coaching.hostile import answer_or_sentence, hostile
from tests.coaching.test_moments import BERLIN, instants, rhythms, walls, zones

NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(BERLIN))  # a Tuesday


def said(text: str, *, past: bool = False, day_first: bool = True, now: datetime = NOW) -> str:
    return say_wall(read_when(text, now, BERLIN, past=past, style=DateStyle(day_first)))


def refusal(text: str, *, past: bool = False, day_first: bool = True) -> str:
    with pytest.raises(Refused) as refused:
        read_when(text, NOW, BERLIN, past=past, style=DateStyle(day_first))
    return refused.value.sentence


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-25", "Wed 25 Nov 2026"),
        ("today", "Tue 24 Nov 2026"),
        ("Tomorrow", "Wed 25 Nov 2026"),
        ("yesterday", "Mon 23 Nov 2026"),
        ("tue", "Tue 1 Dec 2026"),
        ("  TUESDAY ", "Tue 1 Dec 2026"),
        ("fri", "Fri 27 Nov 2026"),
        ("on fri", "Fri 27 Nov 2026"),
        ("next tue", "Tue 1 Dec 2026"),
        ("next wed", "Wed 2 Dec 2026"),
        ("next fri", "Fri 4 Dec 2026"),
        ("next mon", "Mon 30 Nov 2026"),
        ("this fri", "Fri 27 Nov 2026"),
        ("this mon", "Mon 23 Nov 2026"),
        ("last fri", "Fri 20 Nov 2026"),
        ("last tue", "Tue 17 Nov 2026"),
        ("+3d", "Fri 27 Nov 2026"),
        ("+ 2 weeks", "Tue 8 Dec 2026"),
        ("+1m", "Thu 24 Dec 2026"),
        ("-3d", "Sat 21 Nov 2026"),
        ("−3d", "Sat 21 Nov 2026"),
        ("in 3 days", "Fri 27 Nov 2026"),
        ("in two weeks", "Tue 8 Dec 2026"),
        ("in a month", "Thu 24 Dec 2026"),
        ("3 days ago", "Sat 21 Nov 2026"),
        ("a week ago", "Tue 17 Nov 2026"),
        ("2w", "Tue 8 Dec 2026"),
        ("+1y", "Wed 24 Nov 2027"),
        ("next week", "Tue 1 Dec 2026"),
        ("last week", "Tue 17 Nov 2026"),
        ("next month", "Thu 24 Dec 2026"),
        ("24 nov", "Tue 24 Nov 2026"),
        ("23 nov", "Tue 23 Nov 2027"),
        ("nov 25", "Wed 25 Nov 2026"),
        ("24 november 2026", "Tue 24 Nov 2026"),
        ("nov 24, 2026", "Tue 24 Nov 2026"),
        ("the 24th of nov", "Tue 24 Nov 2026"),
        ("3 sept", "Fri 3 Sep 2027"),
        ("24.11.", "Tue 24 Nov 2026"),
        ("24.11", "Tue 24 Nov 2026"),
        ("24.11.2026", "Tue 24 Nov 2026"),
        ("24/11", "Tue 24 Nov 2026"),
        ("24/11/26", "Tue 24 Nov 2026"),
        ("24-11-2026", "Tue 24 Nov 2026"),
        ("11/12", "Fri 11 Dec 2026"),
        ("29.2.2028", "Tue 29 Feb 2028"),
        ("tue 24.11", "Tue 24 Nov 2026"),
    ],
)
def test_days(text: str, meant: str) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-24 15:00", "Tue 24 Nov 2026, 15:00"),
        ("2026-11-24T15:00", "Tue 24 Nov 2026, 15:00"),
        ("2026-11-24T15:00:00", "Tue 24 Nov 2026, 15:00"),
        ("next tue 3pm", "Tue 1 Dec 2026, 15:00"),
        ("tue 3:30 pm", "Tue 1 Dec 2026, 15:30"),
        ("3pm tue", "Tue 1 Dec 2026, 15:00"),
        ("at 3 p.m. on tue", "Tue 1 Dec 2026, 15:00"),
        ("tue at 3pm", "Tue 1 Dec 2026, 15:00"),
        ("tue 15.00", "Tue 1 Dec 2026, 15:00"),
        ("24.11. 15.10", "Tue 24 Nov 2026, 15:10"),
        ("24 nov 11.12", "Tue 24 Nov 2026, 11:12"),
        ("tue 15h", "Tue 1 Dec 2026, 15:00"),
        ("tue 15h30", "Tue 1 Dec 2026, 15:30"),
        ("tomorrow 9am", "Wed 25 Nov 2026, 09:00"),
        ("noon tomorrow", "Wed 25 Nov 2026, 12:00"),
        ("tue 12am", "Tue 1 Dec 2026, 00:00"),
        ("tue 12pm", "Tue 1 Dec 2026, 12:00"),
        ("in 2 weeks at 10:00", "Tue 8 Dec 2026, 10:00"),
        ("3pm", "Tue 24 Nov 2026, 15:00"),
        ("9am", "Wed 25 Nov 2026, 09:00"),
        ("2026-10-25 02:30", "Sun 25 Oct 2026, 02:30"),
    ],
)
def test_days_with_a_time(text: str, meant: str) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tue", "Tue 24 Nov 2026"),
        ("tue 9am", "Tue 24 Nov 2026, 09:00"),
        ("tue 3pm", "Tue 17 Nov 2026, 15:00"),
        ("wed", "Wed 18 Nov 2026"),
        ("last tue", "Tue 17 Nov 2026"),
        ("24 nov", "Tue 24 Nov 2026"),
        ("25 nov", "Tue 25 Nov 2025"),
        ("13/11", "Fri 13 Nov 2026"),
        ("2w", "Tue 10 Nov 2026"),
        ("+2w", "Tue 8 Dec 2026"),
        ("3pm", "Mon 23 Nov 2026, 15:00"),
        ("9am", "Tue 24 Nov 2026, 09:00"),
        ("24/11/99", "Wed 24 Nov 1999"),
        ("24/11/27", "Wed 24 Nov 2027"),
    ],
)
def test_what_has_happened_is_looked_for_in_the_past(text: str, meant: str) -> None:
    assert said(text, past=True) == meant


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        (date(2026, 11, 23), "next tue", "Tue 1 Dec 2026"),
        (date(2026, 11, 28), "next sun", "Sun 6 Dec 2026"),
        (date(2026, 11, 28), "next tue", "Tue 1 Dec 2026"),
        (date(2026, 11, 29), "next mon", "Mon 7 Dec 2026"),
        (date(2026, 11, 29), "next tue", "Tue 1 Dec 2026"),
        (date(2026, 11, 29), "next sun", "Sun 6 Dec 2026"),
        (date(2026, 12, 31), "+2m", "Sun 28 Feb 2027"),
        (date(2026, 12, 31), "1 jan", "Fri 1 Jan 2027"),
        (date(2028, 2, 29), "next year", "Wed 28 Feb 2029"),
    ],
)
def test_next_skips_what_is_too_near_to_need_it(today: date, text: str, meant: str) -> None:
    now = datetime.combine(today, time(9), ZoneInfo(BERLIN))
    assert said(text, now=now) == meant


def test_numbers_follow_the_setting() -> None:
    assert said("11/12", day_first=False) == "Fri 12 Nov 2027"
    assert said("11/24", day_first=False) == "Tue 24 Nov 2026"
    assert refusal("13/11", day_first=False) == (
        '"13/11" has no month 13: the month comes first here. Write 11/13 or 13 nov.'
    )
    assert refusal("11/24") == (
        '"11/24" has no month 24: the day comes first here. Write 24/11 or 24 nov.'
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31 feb", '"31 feb" does not exist: February 2027 has 28 days.'),
        ("29.2.", '"29.2." does not exist: February 2027 has 28 days.'),
        ("0 nov", '"0 nov" does not exist: November 2027 has 30 days.'),
        ("2026-13-01", '"2026-13-01" has no month 13: months go from 1 to 12.'),
        (
            "mon 24 nov 2026",
            (
                '"mon 24 nov 2026" does not fit together: that day is Tue 24 Nov 2026.'
                " Leave the weekday out, or change the date."
            ),
        ),
        (
            "2027-03-28 02:30",
            (
                "02:30 does not exist on Sun 28 Mar 2027 in Europe/Berlin,"
                " because clocks go forward then. Choose another time."
            ),
        ),
        (
            "tue 11.12",
            '"tue 11.12" can be a time or a day: write 11:12, or 11 dec.',
        ),
        (
            "tue midnight",
            (
                '"tue midnight" is unclear, as midnight can begin or end a day:'
                " write 00:00 for its beginning or 23:59 for its end."
            ),
        ),
        ("tue at 3", 'The time in "tue at 3" is unclear: write it like 3pm or 15:00.'),
        ("tue 24:00", '"tue 24:00" has no such time: times go from 00:00 to 23:59.'),
        (
            "tue 13pm",
            (
                '"tue 13pm" has no such time: before am or pm the hour goes from 1 to 12.'
                " Write 3pm or 15:00."
            ),
        ),
        (
            "tonight",
            '"tonight" is not a date Troth can read. Try tue 3pm, 24 nov 15:00 or +2w.',
        ),
        ("", "A date is needed here, like tue 3pm, 24 nov 15:00 or +2w."),
    ],
)
def test_the_refusal_says_what_is_wrong(text: str, told: str) -> None:
    assert refusal(text) == told


@pytest.mark.parametrize(
    "text",
    ["1969-12-31", "2047-01-01", "0000-01-01", "9999-12-31", "24/11/99", "+99y", "99999w", "-60y"],
)
def test_far_away_dates_are_refused(text: str) -> None:
    assert refusal(text) == (
        f'"{text}" is too far away: years from 1970 to 2046 can be used. Check the year.'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("tue wed", "tue 3", "in 3 days ago", "aw", "in am", "may 3 pm", "３pm", "٣ days", "99"),
        *("2026", "24 nov 26", "+3", "tue 3pm 4pm", "tomorrow tomorrow", "next", "in", "ago"),
        *("2026-11-24T15:00Z", "tue; drop", "'24", "\x1b[31mtue", "24.11.2026.", "sat 3"),
    ],
)
def test_what_is_not_wholly_understood_is_refused(text: str) -> None:
    assert "not a date Troth can read" in refusal(text)


def test_a_long_text_is_quoted_short() -> None:
    assert len(refusal("tue " * 100_000)) < 120


def test_a_day_is_read_without_a_time() -> None:
    assert read_day("24 nov", NOW, BERLIN) == date(2026, 11, 24)
    assert read_day("fri", NOW, BERLIN, past=True) == date(2026, 11, 20)
    with pytest.raises(Refused, match="has a time; a day is enough here"):
        read_day("24 nov 3pm", NOW, BERLIN)
    with pytest.raises(Refused, match="Try tue, 24 nov or"):
        read_day("someday", NOW, BERLIN)


@given(walls, instants, st.booleans(), st.booleans(), st.booleans())
@example(Wall(date(2026, 10, 25), time(2, 30), BERLIN), NOW, True, False, False)
def test_what_is_shown_back_reads_the_same(
    wall: Wall, now: datetime, day_first: bool, past: bool, twelve: bool
) -> None:
    assume(wall.day.year <= now.year + 19)
    assume(wall.time is None or gap_at(wall.day, wall.time, wall.zone) != "skipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_CLOCK, "twelve", lambda: twelve)
        said = say_wall(wall)
    again = read_when(said, now, wall.zone, style=DateStyle(day_first), past=past)
    assert again == wall


@given(hostile, instants, zones, st.booleans(), st.booleans())
def test_any_text_is_read_or_refused_in_one_sentence(
    text: str, now: datetime, zone: str, day_first: bool, past: bool
) -> None:
    style = DateStyle(day_first)
    wall, _ = answer_or_sentence(lambda: read_when(text, now, zone, style=style, past=past))
    assert wall is None or wall.day.year <= now.year + 20
    if wall and wall.time:
        assert gap_at(wall.day, wall.time, zone) != "skipped"


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("2w", Every(2, "week")),
        ("every 2w", Every(2, "week")),
        ("Every two weeks", Every(2, "week")),
        ("2 wks", Every(2, "week")),
        ("weekly", Every(1, "week")),
        ("every week", Every(1, "week")),
        ("every other week", Every(2, "week")),
        ("once a month", Every(1, "month")),
        ("a week", Every(1, "week")),
        ("monthly", Every(1, "month")),
        ("fortnightly", Every(2, "week")),
        ("every fortnight", Every(2, "week")),
        ("quarterly", Every(3, "month")),
        ("every 10 days", Every(10, "day")),
        ("3 weeks", Every(3, "week")),
        ("1y", Every(12, "month")),
    ],
)
def test_rhythms(text: str, every: Every) -> None:
    assert read_every(text) == every


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0w", "at least one day"),
        ("-2w", "at least one day"),
        ("no weeks", "at least one day"),
        ("53w", "at most one year"),
        ("2 years", "at most one year"),
        ("999999999d", "at most one year"),
        ("biweekly", "can mean twice a week or every two weeks"),
        ("+2w", "not a rhythm"),
        ("1.5w", "not a rhythm"),
        ("every tue", "not a rhythm"),
        ("week", "not a rhythm"),
        ("every", "not a rhythm"),
        ("", "A rhythm is needed here"),
    ],
)
def test_other_rhythms_are_refused(text: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_every(text)


@given(rhythms)
def test_a_rhythm_in_words_reads_the_same(every: Every) -> None:
    assert read_every(every.words()) == every


@given(hostile)
def test_any_text_is_a_rhythm_or_refused_in_one_sentence(text: str) -> None:
    every, _ = answer_or_sentence(lambda: read_every(text))
    assert every is None or 1 <= every.days <= 366
