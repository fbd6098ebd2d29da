"""Records nobody would plan: what is said about them stays true, dated and never negative."""

import re
from datetime import timedelta

import pytest

from coaching.moments import Every, Moment
from coaching.record.agreement import Agreement
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.feedback import Feedback
from coaching.record.parting import Parting
from coaching.record.relationship import Rhythm
from coaching.record.trial import Trial
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import relationships
from tests.coaching.fact_checks import MINE_TOO, all_said, contradictions, told, undated
from tests.coaching.making import LONDON, NOW, TODAY, ben, checkin, day, moment, promise, wall
from tests.coaching.strategy_told import facts, notices

WEEKLY, MONTHLY = Rhythm.of(Every(1, "week")), Rhythm.of(Every(1, "month"))


def held_before_planned(number: int) -> Checkin:
    """Planned for December, held in November."""
    plan, on = wall(f"12-{number + 10} 10:00"), moment(f"11-{number + 10} 10:00")
    return Checkin(id=f"c{number}", planned=plan, outcome="held", held=on)


def imported(number: int) -> Checkin:
    """A date of a calendar that was brought in: nobody knows what became of it."""
    return checkin(f"i{number}", f"2024-{number + 1:02}-01 10:00", "unknown")


ODD: dict[str, Workbook] = {
    "held before they were planned": ben(*map(held_before_planned, range(5))),
    "an ending that ends before it is announced": ben(
        Parting(id="p", announced=TODAY, ends=day("2020-01-01"), follow_up=day("2019-01-01")),
        phase="parting",
    ),
    "an agreement said yes to before it was written": ben(
        Agreement(id="a", since=TODAY, yes_me=day("2025-01-01"), yes_them=day("2024-01-01"))
    ),
    "a format to decide on before it began": ben(
        Trial(id="t", what="a walk", since=TODAY, until=day("2020-01-01"))
    ),
    "a promise kept before it was made": ben(
        *(promise(f"p{n}", "2020-01-01", kept="2019-01-01") for n in range(4))
    ),
    "everything on days still to come": ben(
        *(checkin(f"c{n}", f"2031-01-0{n + 1} 10:00", "held") for n in range(5)),
        Trial(id="t", what="a walk", since=day("2031-01-01"), until=day("2031-02-01")),
        since=day("2031-01-01"),
    ),
    "a calendar brought in without outcomes": ben(*map(imported, range(12)), rhythm=WEEKLY),
    "two hundred promises in a week": ben(
        *(promise(f"p{n}", f"11-{n % 7 + 10}", kept="11-17" if n % 2 else "") for n in range(200))
    ),
    "all quiet since spring": ben(
        Agreement(id="a", since=day("01-05")),
        Feedback(id="f", direction="given", on=day("02-01"), said=day("02-01")),
        Celebration(id="e", act="the first talk", whose="them", on=day("02-02")),
        *(checkin(f"c{n}", f"0{n + 3}-01 10:00", "held") for n in range(5)),
    ),
    "one of them is under 18": ben(ties=("under_18",)),
    "meetings at the ends of the calendar": ben(
        Checkin(id="a", outcome="held", held=Moment(day("1900-01-01"), None, LONDON)),
        Checkin(id="b", outcome="held", held=Moment(day("2199-12-31"), None, LONDON)),
        rhythm=WEEKLY,
    ),
}


@pytest.mark.parametrize("book", ODD.values(), ids=ODD)
def test_nothing_said_about_it_is_negative_undated_or_against_the_records(book: Workbook) -> None:
    for now in (NOW, NOW - timedelta(days=900), NOW + timedelta(days=5 * 366)):
        pages = told(book, MINE_TOO, now)
        assert not re.search(r"(?<!\w)-\d", " ".join(one.words for one in all_said(pages)))
        assert list(undated(pages)) == []
        assert list(undated(told(book, Workbook(MINE), now))) == []
        assert contradictions(book, now) == []


def test_a_calendar_without_outcomes_says_nothing_about_anybody() -> None:
    book = ODD["a calendar brought in without outcomes"]
    assert notices(book) == {}
    assert facts(book)["recent"].state == "too_early"


def test_two_roles_with_one_person_are_two_relationships() -> None:
    kept = [promise(f"p{n}", "11-01", kept="10-30") for n in range(4)]
    as_mentor, as_mentee = ben(*kept), ben(i_am="mentee")
    assert facts(as_mentor)["promises"].state == "good"
    assert facts(as_mentee)["promises"].state == "too_early"


def test_a_rhythm_changed_midway_is_measured_as_it_is_now() -> None:
    met = [checkin(f"c{n}", f"10-{n * 7 + 1:02} 10:00", "held") for n in range(4)]
    weekly = ben(*met, rhythm=WEEKLY)
    assert notices(weekly)["gap_over"].stage == "soon"
    monthly = relationships.edit(weekly, rhythm=MONTHLY).workbook
    assert "gap_over" not in notices(monthly)
    assert contradictions(monthly, NOW) == []
