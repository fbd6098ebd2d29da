"""The calendar of home: on which day what is agreed stands, and what a rhythm alone would bring."""

from datetime import time

from coaching.home_weeks import DayAhead, weeks_ahead
from coaching.moments import DateStyle, Wall
from coaching.overview import CheckinLine, Overview, Person, ReplyLine
from tests.coaching.making import LONDON, NOW, day, everyone, met, owed, person, strain, tried


def days(overview: Overview, weeks: int = 3, *, week_starts: int = 0) -> list[DayAhead]:
    """Every day of the calendar that has something on it."""
    style = DateStyle(week_starts=week_starts)
    found = [one for week in weeks_ahead(overview, NOW, LONDON, weeks, style) for one in week]
    return [one for one in found if one.agreed or one.by_rhythm]


def test_weeks_begin_where_the_user_has_them_begin() -> None:
    for week_starts, first in ((0, "11-23"), (6, "11-22")):
        weeks = weeks_ahead(everyone(), NOW, LONDON, 2, DateStyle(week_starts=week_starts))
        assert [len(week) for week in weeks] == [7, 7]
        assert weeks[0][0].day == day(first)


def test_a_day_says_what_is_agreed_for_it_times_first() -> None:
    here = Wall(day("11-25"), time(23, 30), LONDON)
    ben = person(
        "Ben Lindqvist",
        planned=(met("c", "11-26 15:00"), met("d", "11-26 09:00", "a plan")),
        promises=(owed("a", "11-26"), owed("b", "11-26", "them"), owed("far", "2027-03-01")),
        replies=(ReplyLine("r", "me", day("11-20"), day("11-27")),),
        hurdles=(strain(look_again="11-28"), strain(id="i")),
        trials=(tried("11-28"),),
    )
    far = Wall(here.day, here.time, "America/New_York")
    amara = person("Amara", planned=(CheckinLine("e", far, "regular", ""),))
    mine = Person(id="mine", hurdles=(strain(look_again="11-29"),))
    gone = person("Gone", state="paused", promises=(owed("z", "11-26"),))
    assert days(everyone(ben, amara, gone, mine=mine)) == [
        DayAhead(
            day("11-26"),
            (
                "04:30 Amara, regular",
                "09:00 Ben, a plan",
                "15:00 Ben, regular",
                "Ben owes you: the b",
                "you owe Ben: the a",
            ),
        ),
        DayAhead(day("11-27"), ("your reply to Ben",)),
        DayAhead(
            day("11-28"), ("decide with Ben: a walk", "your own look again, the hurdle with Ben")
        ),
        DayAhead(day("11-29"), ("your own look again",)),
    ]


def test_a_rhythm_goes_on_from_the_last_date_and_never_lies_in_the_past() -> None:
    ben = person("Ben", ideal_days=14, last_held=day("10-29"))
    dev = person("Dev", ideal_days=7, last_held=day("11-01"), planned=(met("c", "12-02"),))
    ada = person("Ada", ideal_days=30, last_held=day("10-26"))
    new = person("New", ideal_days=7)
    found = {one.day: one.by_rhythm for one in days(everyone(ben, dev, ada, new), 5)}
    assert found == {
        day("11-26"): ("Ada, by your rhythm", "Ben, by your rhythm"),
        day("12-02"): (),
        day("12-09"): ("Dev, by your rhythm",),
        day("12-10"): ("Ben, by your rhythm",),
        day("12-16"): ("Dev, by your rhythm",),
        day("12-23"): ("Dev, by your rhythm",),
        day("12-24"): ("Ben, by your rhythm",),
        day("12-26"): ("Ada, by your rhythm",),
    }
