"""Repeating dates are the same as another reader of the standard finds."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Refused
from coaching.importing.recurrence import days_of, read_rule

START = date(2026, 1, 1)
weekdays = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
ordinals = st.sampled_from(("1", "2", "-1", "5"))
months = st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True)


def joined(values: Sequence[object]) -> str:
    return ",".join(map(str, values))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules as calendars write them for meetings."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    numbered = frequency in ("MONTHLY", "YEARLY") and draw(st.booleans())
    which = ordinals if numbered else st.just("")
    if draw(st.booleans()):
        days = draw(st.lists(st.tuples(which, weekdays), min_size=1, max_size=3, unique=True))
        parts.append(f"BYDAY={joined([number + name for number, name in days])}")
    elif frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        number = st.integers(-5, 31).filter(bool)
        parts.append(f"BYMONTHDAY={joined(draw(st.lists(number, min_size=1, max_size=3)))}")
    if frequency != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTH={joined(draw(months))}")
    if frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()) and "BYDAY" in joined(parts):
        parts.append(f"BYSETPOS={draw(st.sampled_from((1, 2, -1)))}")
    if frequency == "WEEKLY":
        parts.append(f"WKST={draw(st.sampled_from(('MO', 'SU')))}")
    return ";".join(parts)


@given(rules(), st.integers(0, 400))
def test_days_are_those_of_another_reader(text: str, later: int) -> None:
    start = START + timedelta(days=later)
    last = start + timedelta(days=500)
    other = rrulestr(f"RRULE:{text}", dtstart=datetime.combine(start, datetime.min.time()))
    wanted = []
    for moment in other.xafter(datetime.combine(start, datetime.min.time()), inc=True):
        if moment.date() > last:
            break
        wanted.append(moment.date())
    assert list(days_of(read_rule(text), start, last)) == wanted


@given(rules(), st.integers(0, 900))
def test_a_later_beginning_gives_the_later_days(text: str, later: int) -> None:
    rule, last, since = read_rule(text), START + timedelta(900), START + timedelta(later)
    whole = days_of(rule, START, last)
    assert list(days_of(rule, START, last, since)) == [day for day in whole if day >= since]


def test_a_rule_that_never_comes_true_ends() -> None:
    never = read_rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert list(days_of(never, START, date(2199, 12, 31))) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=1",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-2",
        "FREQ=WEEKLY;INTERVAL=99999999999999",
        "FREQ=WEEKLY;COUNT=x",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=20261332",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;FREQ=DAILY",
    ],
)
def test_other_rules_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_rule(text)
