"""Check-ins: logged in any way and corrected, and the next date that the rhythm proposes."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Refused
from coaching.moments import Every, Moment, Wall
from coaching.record.checkin import Checkin
from coaching.record.relationship import Rhythm
from coaching.record.workbook import Done
from coaching.rhythm import propose_next
from coaching.verbs import checkins
from tests.coaching.making import LONDON, NOW, ben, checkin, clock, day, moment, wall
from tests.data.strategies import rhythms

BERLIN = "Europe/Berlin"
SATURDAY = 5
FORTNIGHT = Rhythm.of(Every(2, "week"))


def of(done: Done, record_id: str = "c") -> Checkin:
    return done.workbook.get(Checkin, record_id)


def refusal(verb: object, *args: object, **fields: object) -> str:
    assert callable(verb)
    with pytest.raises(Refused) as refused:
        verb(*args, **fields)
    return refused.value.sentence


def test_a_date_is_planned_with_its_kind_and_topic() -> None:
    done = checkins.plan(
        ben(), checkin_id="c", wall=wall("12-01 15:00"), kind="review", topic="  spring\ngoals "
    )
    assert of(done) == checkin("c", "12-01 15:00").changed(kind="review", topic="spring goals")
    assert done.said == "Check-in with Ben Lindqvist planned: Tue 1 Dec 2026, 15:00."


def test_a_topic_can_be_changed_later() -> None:
    done = checkins.retopic(ben(checkin("c", "12-01")), "c", topic="goals")
    assert (of(done).topic, done.said) == ("goals", "Topic with Ben Lindqvist changed.")


def test_a_held_check_in_keeps_its_plan_and_forgets_who_had_missed_it() -> None:
    book = ben(checkin("c", "11-20 10:00", "missed", "them"))
    done = checkins.hold(book, "c", held=moment("11-21 11:00"), now=NOW)
    assert of(done) == checkin("c", "11-20 10:00").changed(
        outcome="held", held=moment("11-21 11:00")
    )
    assert done.said == "Check-in with Ben Lindqvist held on Sat 21 Nov 2026."


@pytest.mark.parametrize("how", ["held", "unplanned", "missed", "cancelled"])
def test_a_check_in_from_before_the_beginning_moves_the_beginning_back(how: str) -> None:
    since = ben().relationship.since
    before = since - timedelta(days=1)
    held = Moment(before, None, LONDON)
    planned = Checkin(id="c", planned=Wall(before, None, LONDON))
    done = {
        "held": lambda: checkins.hold(ben(planned), "c", held=held, now=NOW),
        "unplanned": lambda: checkins.hold_unplanned(ben(), checkin_id="c", held=held, now=NOW),
        "missed": lambda: checkins.miss(ben(planned), "c", by=None, now=NOW),
        "cancelled": lambda: checkins.cancel(ben(planned), "c", by="me"),
    }[how]()
    assert done.workbook.relationship.since == before
    assert done.said.endswith(". The relationship counts from that day now.")


def test_a_check_in_on_the_first_day_leaves_the_beginning() -> None:
    since = ben().relationship.since
    held = Moment(since, None, LONDON)
    done = checkins.hold_unplanned(ben(), checkin_id="c", held=held, now=NOW)
    assert done.workbook.relationship == ben().relationship
    assert "counts from" not in done.said


def test_a_meeting_that_nobody_had_planned_can_be_logged() -> None:
    done = checkins.hold_unplanned(
        ben(), checkin_id="c", held=moment("11-23"), now=NOW, topic="by chance"
    )
    assert (of(done).planned, of(done).topic) == (None, "by chance")
    assert done.said == "Check-in with Ben Lindqvist held on Mon 23 Nov 2026."


@pytest.mark.parametrize("held", ["11-24 09:15", "11-25"])
def test_what_is_still_to_come_was_not_held_and_the_way_out_is_named(held: str) -> None:
    for verb, args in ((checkins.hold, ("c",)), (checkins.hold_unplanned, ())):
        new = {"checkin_id": "x"} if not args else {}
        told = refusal(verb, ben(checkin("c", "11-25")), *args, held=moment(held), now=NOW, **new)
        assert "is still to come, so it cannot have been held yet. Plan or move it" in told


@pytest.mark.parametrize("held", ["11-24 09:14", "11-24", "11-01"])
def test_what_has_come_may_have_been_held(held: str) -> None:
    assert of(checkins.hold(ben(checkin("c", "11-25")), "c", held=moment(held), now=NOW)).held


def test_a_moved_check_in_points_to_the_one_that_took_its_place() -> None:
    old = checkin("c", "11-20 10:00").changed(topic="goals", kind="review", hurdle="h")
    done = checkins.move(ben(old), "c", new_id="d", to=wall("11-27 10:00"), by="me")
    assert of(done) == old.changed(outcome="moved", by="me", moved_to="d")
    assert of(done, "d") == old.changed(id="d", planned=wall("11-27 10:00"))
    assert done.said == "Check-in with Ben Lindqvist moved to Fri 27 Nov 2026, 10:00."


def test_a_moved_check_in_is_logged_only_where_it_went() -> None:
    book = checkins.move(
        ben(checkin("c", "11-20")), "c", new_id="d", to=wall("11-23"), by=None
    ).workbook
    told = "This check-in was moved to Mon 23 Nov 2026. Log that one instead."
    assert refusal(checkins.hold, book, "c", held=moment("11-23"), now=NOW) == told
    assert refusal(checkins.move, book, "c", new_id="e", to=wall("12-01"), by="me") == told
    assert refusal(checkins.miss, book, "c", by="me", now=NOW) == told
    assert refusal(checkins.cancel, book, "c", by="me") == told
    assert refusal(checkins.leave_unknown, book, "d", "c") == told
    assert of(checkins.hold(book, "d", held=moment("11-23"), now=NOW), "d").outcome == "held"


def test_a_check_in_of_a_day_to_come_cannot_be_missed_yet() -> None:
    told = refusal(checkins.miss, ben(checkin("c", "11-25 10:00")), "c", by="me", now=NOW)
    assert told.startswith("Wed 25 Nov 2026, 10:00 is still to come")
    done = checkins.miss(ben(checkin("c", "11-24 08:00")), "c", by="them", now=NOW)
    assert (of(done).outcome, of(done).by) == ("missed", "them")
    assert done.said == "Check-in with Ben Lindqvist missed on Tue 24 Nov 2026."


def test_a_check_in_is_called_off_by_somebody_or_nobody() -> None:
    done = checkins.cancel(ben(checkin("c", "12-01")), "c", by=None)
    assert (of(done).outcome, of(done).by) == ("cancelled", None)
    assert done.said == "Check-in with Ben Lindqvist cancelled on Tue 1 Dec 2026."


def test_a_slip_can_be_put_right_and_leaves_nothing_behind() -> None:
    book = ben(checkin("c", "11-20", "held"))
    missed = of(checkins.miss(book, "c", by="me", now=NOW))
    assert missed == checkin("c", "11-20", "missed", "me")
    unknown = of(checkins.leave_unknown(ben(missed), "c"))
    assert unknown == checkin("c", "11-20", "unknown")


def test_several_are_left_unknown_at_once() -> None:
    book = ben(checkin("c", "11-10"), checkin("d", "11-17"), checkin("e", "11-23"))
    done = checkins.leave_unknown(book, "c", "e")
    assert [one.outcome for one in done.workbook.all(Checkin)] == ["unknown", "planned", "unknown"]


def test_a_meeting_that_was_never_planned_cannot_be_called_off() -> None:
    book = ben(Checkin(id="c", outcome="held", held=moment("11-20")))
    assert "needs the date it was planned for" in refusal(checkins.cancel, book, "c", by="me")


def proposed(*records: Checkin, now: datetime = NOW, every: Every | None = None) -> Wall | None:
    rhythm = Rhythm.of(every) if every else FORTNIGHT
    return propose_next(ben(*records, rhythm=rhythm), now)


def test_the_rhythm_counts_from_the_last_one_held() -> None:
    held = checkin("a", "11-20 10:00", "held")
    assert proposed(held) == wall("12-04 10:00")
    assert proposed(held, checkin("b", "11-23 15:00", "missed", "me")) == wall("12-04 10:00")
    assert proposed(checkin("z", "11-06 10:00", "held"), held) == wall("12-04 10:00")


def test_a_check_in_held_on_another_day_than_planned_counts_from_that_day() -> None:
    held = checkin("a", "11-19 10:00").changed(outcome="held", held=moment("11-23 16:00"))
    assert proposed(held) == wall("12-10 10:00")


def test_without_a_check_in_held_the_rhythm_counts_from_today() -> None:
    assert proposed() == wall("12-08")
    assert proposed(checkin("a", "11-20 10:00", "cancelled", "me")) == wall("12-11 10:00")


def test_a_rhythm_that_was_broken_goes_on_after_today() -> None:
    assert proposed(checkin("a", "10-16 10:00", "held")) == wall("11-27 10:00")
    assert proposed(checkin("a", "11-10 10:00", "held")) == wall("12-08 10:00")


def test_nothing_is_proposed_without_a_rhythm_or_beside_a_date() -> None:
    assert propose_next(ben(checkin("a", "11-20", "held")), NOW) is None
    assert proposed(checkin("b", "11-25")) is None
    assert proposed(checkin("b", "11-24 15:00")) == wall("12-08 15:00")


def test_a_date_that_passed_or_was_moved_does_not_hold_up_the_next() -> None:
    assert proposed(checkin("b", "11-20 10:00")) == wall("12-11 10:00")
    assert proposed(checkin("a", "12-01 10:00", "moved", "me")) == wall("12-08 10:00")


@pytest.mark.parametrize(
    ("held", "now", "utc_before", "utc_after"),
    [("10-19 15:00", "10-19 17:00", 13, 14), ("03-23 15:00", "03-23 17:00", 14, 13)],
)
def test_wall_time_survives_both_clock_changes(
    held: str, now: str, utc_before: int, utc_after: int
) -> None:
    one = checkin("a", held).changed(
        planned=wall(held, BERLIN), outcome="held", held=moment(held, BERLIN)
    )
    found = proposed(one, now=clock(now, BERLIN), every=Every(1, "week"))
    assert found is not None
    assert found == Wall(day(held[:5]) + timedelta(days=7), wall(held).time, BERLIN)
    instants = [planned.instant() for planned in (wall(held, BERLIN), found)]
    assert [one.hour for one in instants if one] == [utc_before, utc_after]


usual_walls = st.builds(
    Wall,
    st.dates(date(2024, 1, 1), date(2026, 11, 23)),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.sampled_from((LONDON, BERLIN, "Pacific/Auckland", "Pacific/Honolulu", "America/New_York")),
)


@given(
    planned=usual_walls,
    rhythm=rhythms,
    moment_now=st.datetimes(datetime(2026, 11, 24), datetime(2028, 12, 31)),
    zone=st.sampled_from((LONDON, "Pacific/Auckland", "Pacific/Honolulu")),
)
def test_the_proposal_is_the_first_of_the_rhythm_to_come(
    planned: Wall, rhythm: Rhythm, moment_now: datetime, zone: str
) -> None:
    now = moment_now.replace(tzinfo=ZoneInfo(zone))
    held = Checkin(
        id="a", planned=planned, outcome="held", held=Moment(planned.day, None, planned.zone)
    )
    found = propose_next(ben(held, rhythm=rhythm), now)
    assert found is not None
    assert not found.passed(now)
    assert found.day > now.date()
    assert (found.time, found.zone) == (planned.time, planned.zone)
    gap = (found.day - planned.day).days
    every = rhythm.every
    if every.unit == "day" and every.days % 7:
        away_from_a_weekend = 2
        assert gap % every.days <= away_from_a_weekend
        assert found.day.weekday() < SATURDAY or planned.day.weekday() >= SATURDAY
        return
    assert found.day.weekday() == planned.day.weekday()
    if every.unit == "month":
        assert gap >= 28 * every.count - 3
    else:
        assert gap % every.days == 0
        before = found.shifted(-every.days)
        assert before.passed(now) or before.day <= now.date()


def test_a_monthly_rhythm_stays_near_its_day_and_on_its_weekday() -> None:
    one = checkin("a", "01-30 10:00", "held")
    assert proposed(one, now=clock("03-10 09:00"), every=Every(1, "month")) == wall("03-27 10:00")


TUESDAYS = tuple(checkin(f"t{on}", f"{on} 10:00", "held") for on in ("09-15", "09-29", "10-13"))


def test_a_check_in_held_on_a_sunday_does_not_make_sunday_the_day() -> None:
    moved = checkin("a", "11-10 10:00", "moved", "me").changed(moved_to="b")
    on_sunday = checkin("b", "11-15 17:00", "held")
    assert proposed(moved, on_sunday) == wall("12-01 10:00")
    assert proposed(*TUESDAYS, on_sunday) == wall("12-01 10:00")
    unplanned = on_sunday.changed(planned=None)
    assert proposed(*TUESDAYS, unplanned) == wall("12-01 10:00")
    assert proposed(unplanned) == wall("11-30")


def test_two_who_usually_meet_on_a_sunday_are_proposed_a_sunday() -> None:
    sundays = (checkin("a", "11-01 17:00", "held"), checkin("b", "11-15 17:00", "held"))
    assert proposed(*sundays) == wall("11-29 17:00")


def test_a_new_usual_day_and_time_is_followed_once_it_is_used_more() -> None:
    thursdays = tuple(checkin(on, f"{on} 16:00", "held") for on in ("10-22", "11-05", "11-19"))
    assert proposed(*TUESDAYS, *thursdays[:1]) == wall("12-01 10:00")
    assert proposed(*TUESDAYS, *thursdays) == wall("12-03 16:00")


def test_the_day_to_look_at_a_hurdle_again_is_not_the_usual_day() -> None:
    again = checkin("h", "11-20", "held").changed(hurdle="x")
    assert proposed(*TUESDAYS, again) == wall("12-01 10:00")


def test_a_rhythm_of_odd_days_keeps_off_an_unusual_weekend() -> None:
    assert proposed(*TUESDAYS[:1], checkin("a", "11-18 10:00", "held"), every=Every(10, "day")) == (
        wall("11-30 10:00")
    )
