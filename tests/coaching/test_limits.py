"""Every notice says from when on it is raised, with the numbers in force, as a house default."""

from dataclasses import replace

from coaching.strategies.limits import HOUSE_DEFAULT, WHEN, say_limit
from coaching.thresholds import DEFAULTS
from tests.coaching.shipped import shipped
from tests.coaching.test_wording import FORBIDDEN


def test_every_notice_of_the_content_has_its_sentence_and_no_other() -> None:
    known = {notice.id for strategy in shipped().strategies for notice in strategy.notices}
    assert known == set(WHEN)
    for rule in known:
        said = say_limit(rule)
        assert said.endswith(HOUSE_DEFAULT)
        assert "{" not in said
        assert not FORBIDDEN.search(said), said


def test_it_names_the_numbers_in_force() -> None:
    assert "over 1.5 times the rhythm" in say_limit("gap_over")
    assert "over 7 days" in say_limit("late_me")
    other = replace(DEFAULTS, late_days=3, gap_of_ideal_percent=200)
    assert "over 3 days" in say_limit("late_me", other)
    assert "over 2 times" in say_limit("gap_over", other)


def test_a_rule_without_a_threshold_says_nothing() -> None:
    assert say_limit("no_such_rule") == ""
