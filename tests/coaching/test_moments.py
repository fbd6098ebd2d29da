"""Planned and past moments, rhythms, and what clock changes do to them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from coaching.errors import Refused
from coaching.moments import Every, Moment, Wall, add_months, gap_at, today_in, zone_of
from tests.coaching.hostile import answer_or_sentence, hostile

BERLIN = "Europe/Berlin"
ZONES = (
    BERLIN,
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Havana",
    "UTC",
)
zones = st.sampled_from(ZONES)
days = st.dates(date(1970, 1, 1), date(2046, 12, 31))
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
walls = st.builds(Wall, days, st.none() | minutes, zones)
instants = st.datetimes(datetime(1970, 1, 2), datetime(2046, 12, 30), timezones=st.just(UTC))
rhythms = st.one_of(
    st.builds(Every, st.integers(1, 366), st.just("day")),
    st.builds(Every, st.integers(1, 52), st.just("week")),
    st.builds(Every, st.integers(1, 12), st.just("month")),
)


def at(day: date, hour: int, minute: int = 0, zone: str = BERLIN) -> Wall:
    return Wall(day, time(hour, minute), zone)


def test_a_wall_time_is_an_instant_by_the_rules_of_its_zone() -> None:
    assert at(date(2026, 11, 24), 15).instant() == datetime(2026, 11, 24, 14, tzinfo=UTC)
    assert at(date(2026, 6, 24), 15).instant() == datetime(2026, 6, 24, 13, tzinfo=UTC)
    assert Wall(date(2026, 11, 24), None, BERLIN).instant() is None


def test_a_time_shown_twice_means_the_first_one() -> None:
    assert at(date(2026, 10, 25), 2, 30).instant() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_another_zone_shows_the_same_instant_on_its_own_day() -> None:
    seen = at(date(2026, 11, 24), 23).in_zone("Asia/Kathmandu")
    assert seen == Wall(date(2026, 11, 25), time(3, 45), "Asia/Kathmandu")
    day = Wall(date(2026, 11, 24), None, BERLIN)
    assert day.in_zone("Asia/Kathmandu") == day


@given(walls, zones)
def test_seeing_it_in_another_zone_never_moves_it(wall: Wall, zone: str) -> None:
    assert wall.in_zone(zone).instant() == wall.instant()


def test_a_timed_one_passes_at_its_minute_and_a_day_when_it_is_over() -> None:
    timed = at(date(2026, 11, 24), 15)
    assert not timed.passed(datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    assert timed.passed(datetime(2026, 11, 24, 14, 0, 1, tzinfo=UTC))
    day = Wall(date(2026, 11, 24), None, BERLIN)
    assert not day.passed(datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC))
    assert day.passed(datetime(2026, 11, 24, 23, 0, tzinfo=UTC))


@given(walls, walls, instants)
def test_what_comes_first_passes_first(one: Wall, other: Wall, now: datetime) -> None:
    first, second = sorted((one, other), key=Wall.order)
    assert first.passed(now) or not second.passed(now)


def test_a_day_without_a_time_stands_after_the_times_of_that_day() -> None:
    day = date(2026, 11, 24)
    late, whole, tomorrow = at(day, 23, 59), Wall(day, None, BERLIN), at(date(2026, 11, 25), 0)
    assert sorted((tomorrow, whole, late), key=Wall.order) == [late, whole, tomorrow]


@given(walls, rhythms)
def test_wall_time_survives_both_clock_changes(wall: Wall, every: Every) -> None:
    following = every.after(wall)
    assert (following.time, following.zone) == (wall.time, wall.zone)
    assert following.order() > wall.order()


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_weekly_check_in_stays_at_ten_over_a_clock_change(change: date) -> None:
    before = at(change - timedelta(days=4), 10)
    after = Every(1, "week").after(before)
    assert (after.day, after.time) == (change + timedelta(days=3), time(10))
    start, end = before.instant(), after.instant()
    assert start
    assert end
    assert end - start != timedelta(days=7)


@pytest.mark.parametrize(
    ("every", "day", "following"),
    [
        (Every(10, "day"), date(2026, 12, 25), date(2027, 1, 4)),
        (Every(2, "week"), date(2026, 12, 25), date(2027, 1, 8)),
        (Every(1, "month"), date(2027, 1, 31), date(2027, 2, 28)),
        (Every(1, "month"), date(2026, 12, 31), date(2027, 1, 31)),
        (Every(12, "month"), date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_next_occurrence_stays_inside_its_month(
    every: Every, day: date, following: date
) -> None:
    assert every.after(Wall(day, None, BERLIN)).day == following


@given(rhythms)
def test_a_rhythm_is_kept_as_a_recurrence_rule(every: Every) -> None:
    assert Every.parse_rule(every.rule()) == every


def test_rules_and_words_of_a_rhythm() -> None:
    assert Every(2, "week").rule() == "FREQ=WEEKLY;INTERVAL=2"
    assert Every.parse_rule("freq=monthly") == Every(1, "month")
    assert [Every(2, "week").words(), Every(1, "month").words()] == ["every 2 weeks", "every month"]
    assert [Every(2, "week").days, Every(3, "month").days, Every(5, "day").days] == [14, 90, 5]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=YEARLY",
        "INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=WEEKLY;INTERVAL=٢",
        "FREQ=WEEKLY;INTERVAL=999999999999999999999",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=53",
    ],
)
def test_another_rule_is_refused(rule: str) -> None:
    with pytest.raises(Refused):
        Every.parse_rule(rule)


@given(hostile)
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    every, sentence = answer_or_sentence(lambda: Every.parse_rule(text))
    assert every is not None or "FREQ=WEEKLY" in sentence or "rhythm" in sentence


@given(hostile)
def test_any_text_is_a_zone_or_refused(text: str) -> None:
    zone, sentence = answer_or_sentence(lambda: zone_of(text))
    assert zone is not None or "Europe/Berlin" in sentence


@pytest.mark.parametrize(
    ("day", "clock", "change"),
    [
        (date(2026, 3, 29), time(2, 30), "skipped"),
        (date(2026, 3, 29), time(2, 0), "skipped"),
        (date(2026, 3, 29), time(3, 0), None),
        (date(2026, 10, 25), time(2, 30), "twice"),
        (date(2026, 10, 25), time(3, 0), None),
        (date(2026, 11, 24), time(2, 30), None),
    ],
)
def test_tells_when_clocks_skip_or_repeat_a_time(day: date, clock: time, change: str) -> None:
    assert gap_at(day, clock, BERLIN) == change


@given(days, minutes, zones)
def test_a_time_that_exists_reads_the_same_after_a_round_trip(
    day: date, clock: time, zone: str
) -> None:
    assume(gap_at(day, clock, zone) != "skipped")
    wall = Wall(day, clock, zone)
    instant = wall.instant()
    assert instant is not None
    assert Moment.of(instant, zone).wall() == wall


def test_what_happened_is_kept_in_utc_with_the_day_it_was_there() -> None:
    moment = Moment.of(datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo(BERLIN)), BERLIN)
    assert moment == Moment(date(2026, 11, 24), datetime(2026, 11, 23, 23, 30, tzinfo=UTC), BERLIN)
    assert moment.at
    assert moment.at.tzinfo is UTC
    assert Moment.on(date(2026, 11, 24), BERLIN).wall() == Wall(date(2026, 11, 24), None, BERLIN)
    assert moment.order() < Moment.on(date(2026, 11, 24), BERLIN).order()


def test_today_depends_on_the_zone() -> None:
    now = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert today_in("UTC", now) == date(2026, 11, 24)
    assert today_in(BERLIN, now) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("months", "day"), [(1, date(2026, 2, 28)), (-2, date(2025, 11, 30)), (0, date(2026, 1, 31))]
)
def test_adding_months_stays_on_the_day_or_the_last_one(months: int, day: date) -> None:
    assert add_months(date(2026, 1, 31), months) == day


def test_impossible_moments_are_refused() -> None:
    with pytest.raises(Refused):
        Wall(date(1, 1, 1), None, BERLIN)
    with pytest.raises(Refused):
        Wall(date(2026, 1, 1), None, "Mars/Olympus")
    with pytest.raises(Refused):
        Moment(date(2026, 1, 1), datetime(2026, 1, 1), BERLIN)


def test_a_moment_on_another_day_than_its_time_is_refused() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    with pytest.raises(Refused, match=r"in Europe/Berlin it was 2026-11-24"):
        Moment(date(2026, 11, 23), late, BERLIN)
    with pytest.raises(Refused):
        today_in(BERLIN, datetime.min.replace(tzinfo=UTC))


class Kept(BaseModel):
    """A record with each kind of moment."""

    model_config = ConfigDict(frozen=True)

    planned: Wall
    happened: Moment
    rhythm: Every


@given(walls, instants, zones, rhythms)
def test_a_record_keeps_moments_through_json(
    wall: Wall, now: datetime, zone: str, every: Every
) -> None:
    kept = Kept(planned=wall, happened=Moment.of(now, zone), rhythm=every)
    assert Kept.model_validate_json(kept.model_dump_json()) == kept


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", ""])
def test_a_record_with_an_unknown_zone_is_refused_with_its_sentence(zone: str) -> None:
    document = {"planned": {"day": "2026-11-24", "time": None, "zone": zone}}
    with pytest.raises(Refused, match="no time zone"):
        Kept.model_validate(document)
