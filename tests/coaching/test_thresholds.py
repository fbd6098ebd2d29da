"""A threshold that the user changed decides what is said, wherever it is said."""

from dataclasses import replace
from datetime import timedelta

from coaching.facts import facts_of
from coaching.home import home_view, passed_long_ago
from coaching.hurdle.recorded import recorded_facts, signals
from coaching.moments import DateStyle
from coaching.next_step import next_step
from coaching.resting import say_resting
from coaching.strategies.limits import HOUSE_DEFAULT, OWN, say_limit
from coaching.thresholds import DEFAULTS
from coaching.when import read_day
from tests.coaching.making import (
    LONDON,
    NOW,
    TODAY,
    ben,
    checkin,
    everyone,
    met,
    owed,
    person,
)

LATER = (met("c", "12-20"),)


def test_home_looks_so_many_days_ahead_and_back() -> None:
    zoe = person("Zoe", planned=(*LATER, met("d", "12-30")))
    shown = [
        len(home_view(everyone(zoe), NOW, LONDON, replace(DEFAULTS, ahead_days=days)).checkins)
        for days in (14, 40)
    ]
    assert shown == [1, 2]
    passed = everyone(person("Zoe", planned=(met("c", "11-20 10:00"),)))
    assert [passed_long_ago(passed, NOW, replace(DEFAULTS, away_days=n)) for n in (7, 3)] == [
        False,
        True,
    ]


def test_promises_are_late_or_near_by_the_days_that_were_set() -> None:
    late = everyone(person("Zoe", promises=(owed("a book", "11-20", whose="them"),), planned=LATER))
    near = everyone(person("Zoe", promises=(owed("a book", "11-30"),), planned=LATER))
    assert next_step(late, NOW, LONDON) is None
    assert "it comes up here on Sat." in say_resting(late, NOW)
    assert "it comes up here on Fri 4 Dec." in say_resting(
        late, NOW, replace(DEFAULTS, late_days=13)
    )
    assert next_step(late, NOW, LONDON, replace(DEFAULTS, late_days=3)) is not None
    assert next_step(near, NOW, LONDON) is None
    assert next_step(near, NOW, LONDON, replace(DEFAULTS, promise_near_days=9)) is not None


def test_too_early_to_say_ends_where_it_was_set() -> None:
    days = [TODAY - timedelta(days=n) for n in (30, 20)]
    book = ben(*(checkin(f"c{n}", f"{on:%m-%d} 10:00", "held") for n, on in enumerate(days)))
    few = replace(DEFAULTS, few_checkins=2, as_planned=2, long_without_rhythm_days=15)
    assert "Check-ins: too early to say." in facts_of(book, TODAY)
    assert "All of the 2 check-ins were held." in facts_of(book, TODAY, few)
    assert "held_as_planned" not in signals(book, TODAY)
    assert {"held_as_planned", "long_since_last"} <= signals(book, TODAY, few)
    assert recorded_facts(book, TODAY, "Ben", few) == recorded_facts(book, TODAY, "Ben")


def test_what_is_said_about_a_limit_names_whose_it_is() -> None:
    own = replace(DEFAULTS, late_days=3, gap_of_ideal_percent=200)
    assert say_limit("late_me", own).endswith(OWN)
    assert say_limit("gap_over", own).endswith(OWN)
    assert say_limit("review_due", own).endswith(HOUSE_DEFAULT)


def test_a_week_that_begins_on_sunday_moves_what_this_week_is() -> None:
    zoe = everyone(person("Zoe", planned=(met("c", "11-29"),)))
    groups = [
        home_view(zoe, NOW, LONDON, style=DateStyle(week_starts=day)).checkins[0].group
        for day in (0, 6)
    ]
    assert groups == ["This week", "Next week"]
    read = [
        [read_day(text, NOW, LONDON, style=DateStyle(week_starts=day)).day for day in (0, 6)]
        for text in ("this sun", "next sun")
    ]
    assert read == [[29, 22], [6, 29]]
