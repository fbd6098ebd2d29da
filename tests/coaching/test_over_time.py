"""What pictures over time are drawn from: weeks with a check-in held or not, promises by month."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.moments import Every
from coaching.over_time import WEEK, months, weeks
from coaching.record.checkin import Checkin
from coaching.record.promise import NewDate, Promise
from coaching.record.relationship import Rhythm
from tests.coaching.making import TODAY, ben, checkin, day, moment, promise

FORTNIGHT = Rhythm.of(Every(2, "week"))
ANY_DAY = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def test_each_week_says_whether_one_was_held_or_planned_and_not_held() -> None:
    book = ben(
        checkin("a", "11-02 10:00", "held"),
        checkin("b", "11-10 10:00", "missed", "them"),
        checkin("c", "11-11 10:00", "held"),
        checkin("d", "11-17 10:00", "cancelled", "me"),
    )
    assert [week.met for week in weeks(book, TODAY, 52)] == ["held", "held", "not_held", "none"]


def test_a_week_is_marked_when_the_gap_is_longer_than_the_rhythm() -> None:
    book = ben(checkin("a", "10-26 10:00", "held"), rhythm=FORTNIGHT)
    over = [week.over for week in weeks(book, TODAY, 52)]
    assert over == [False, False, True, True, True]
    assert not any(week.over for week in weeks(ben(*book.all(Checkin)), TODAY, 52))


def test_unknown_and_coming_check_ins_count_for_nothing() -> None:
    book = ben(checkin("a", "11-17", "unknown"), checkin("b", "11-30"))
    assert weeks(book, TODAY, 52) == ()


def test_only_the_latest_weeks_are_shown_and_the_last_one_is_this() -> None:
    book = ben(*(checkin(str(n), f"{n:02}-10 10:00", "held") for n in range(1, 12)))
    shown = weeks(book, TODAY, 10)
    assert len(shown) == 10
    assert shown[-1].monday <= TODAY < shown[-1].monday + timedelta(days=WEEK)


def test_promises_stand_in_the_month_they_were_settled_or_are_due() -> None:
    again = NewDate(was=day("08-01"), agreed=day("07-20"), now=day("09-01"))
    slipped = NewDate(was=day("08-01"), agreed=day("08-20"), now=day("09-01"))
    book = ben(
        promise("in time", "07-10", kept="07-09"),
        promise("again", "09-01", kept="09-01", new_dates=(again,)),
        promise("late", "07-10", kept="07-20"),
        promise("slipped", "09-01", kept="09-01", new_dates=(slipped,)),
        promise("past", "11-20"),
        promise("open", "12-20"),
        promise("gone", "11-20", state="dropped", settled=day("11-21")),
        promise("not", "10-01", state="broken", settled=day("10-05")),
        promise("theirs", "07-10", whose="them", kept="07-09"),
    )
    told = {month.first.month: month.fates for month in months(book, "me", TODAY, 12)}
    assert told == {
        7: ("in_time", "late"),
        9: ("new_date", "late"),
        10: ("broken",),
        11: ("past",),
        12: ("open",),
    }
    assert [month.fates for month in months(book, "them", TODAY, 12)] == [("in_time",)]


def test_months_too_long_ago_are_left_out() -> None:
    book = ben(promise("old", "2025-11-20", kept="2025-11-20"), promise("new", "11-20"))
    assert [month.first for month in months(book, "me", TODAY, 12)] == [day("11-01")]
    assert len(months(book, "me", TODAY, 13)) == 2


@settings(max_examples=80, deadline=None)
@given(days=st.lists(ANY_DAY, max_size=40), today=ANY_DAY, count=st.integers(-3, 120))
def test_any_history_gives_as_many_weeks_in_order_and_every_promise_once(
    days: list[date], today: date, count: int
) -> None:
    held = [
        Checkin(id=f"c{n}", outcome="held", held=moment(one.isoformat()))
        for n, one in enumerate(days)
    ]
    made = [
        Promise(id=f"p{n}", what="x", whose="me", made=one, by=one) for n, one in enumerate(days)
    ]
    book = ben(*held, *made, rhythm=FORTNIGHT)
    shown = weeks(book, today, count)
    assert len(shown) <= max(0, count)
    apart = {(b.monday - a.monday).days for a, b in pairwise(shown)}
    assert apart <= {WEEK}
    assert sum(len(month.fates) for month in months(book, "me", today, 12 * 20)) == len(days)
