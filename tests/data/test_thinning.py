"""Which backups stay as time goes by."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coaching.settings import BackupSettings
from data.thinning import USUAL, keep

NOW = datetime(2026, 11, 24, 9, 14)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 31))
many = st.lists(moments, max_size=200)


@given(many, moments)
def test_what_is_kept_was_there_and_the_newest_is_among_it(
    found: list[datetime], now: datetime
) -> None:
    kept = keep(found, now)
    assert kept <= set(found)
    if found:
        assert max(found) in kept


@given(many, moments)
def test_thinning_twice_removes_no_more(found: list[datetime], now: datetime) -> None:
    kept = keep(found, now)
    assert keep(kept, now) == kept


@given(many, moments)
def test_every_day_of_the_last_week_that_had_one_still_has_one(
    found: list[datetime], now: datetime
) -> None:
    since = now.date() - timedelta(days=USUAL.days - 1)
    days = {moment.date() for moment in found if moment.date() >= since}
    assert days <= {moment.date() for moment in keep(found, now)}


@given(many, moments)
def test_only_so_many_stay_beside_those_of_today(found: list[datetime], now: datetime) -> None:
    older = {moment for moment in keep(found, now) if moment.date() < now.date()}
    assert len(older) <= USUAL.days + USUAL.weeks + USUAL.months + 1


def test_two_years_of_one_a_day_leave_days_weeks_and_months() -> None:
    kept: set[datetime] = set()
    day = NOW - timedelta(days=730)
    while day <= NOW:
        kept = keep(kept | {day}, day)
        day += timedelta(days=1)
    assert {(NOW - moment).days for moment in kept if moment > NOW - timedelta(days=7)} == set(
        range(7)
    )
    assert [f"{moment:%d %b %Y}" for moment in sorted(kept)[:11]] == [
        "31 Dec 2025",
        "31 Jan 2026",
        "28 Feb 2026",
        "31 Mar 2026",
        "30 Apr 2026",
        "31 May 2026",
        "30 Jun 2026",
        "31 Jul 2026",
        "31 Aug 2026",
        "30 Sep 2026",
        "31 Oct 2026",
    ]
    assert {f"{moment:%d %b}" for moment in kept} >= {"08 Nov", "15 Nov", "22 Nov"}


def test_all_of_today_and_what_a_wrong_clock_left_stay() -> None:
    today = {NOW.replace(hour=hour) for hour in (0, 8, 23)}
    later = {NOW + timedelta(days=400)}
    assert keep(today | later, NOW) == today | later


def test_a_clock_that_was_years_ahead_once_costs_no_backup() -> None:
    found = {NOW - timedelta(days=back) for back in range(7)}
    assert keep(found, NOW.replace(year=2040)) == found


def test_the_only_one_stays_however_old_it_is() -> None:
    assert keep([datetime(2019, 5, 1)], NOW) == {datetime(2019, 5, 1)}


@given(many, moments)
def test_somebody_who_wants_none_still_has_those_of_today_and_the_newest(
    found: list[datetime], now: datetime
) -> None:
    kept = keep(found, now, BackupSettings(days=0, weeks=0, months=0))
    older = {moment for moment in kept if moment.date() < now.date()}
    assert older <= {max((one for one in found if one.date() <= now.date()), default=now)}
    assert not found or max(found) in kept


def test_as_many_days_stay_as_are_wanted() -> None:
    days = {NOW - timedelta(days=count) for count in range(30)}
    wanted = BackupSettings(days=10, weeks=0, months=0)
    assert keep(days, NOW, wanted) == {NOW - timedelta(days=count) for count in range(10)}
