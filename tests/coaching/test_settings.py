"""Every setting has its words, takes what is allowed, and refuses all else with what is."""

import pytest

from coaching.errors import Refused
from coaching.moments import DateStyle
from coaching.settings import Settings, sections, value_of, with_setting
from coaching.settings_words import say_allowed, say_meaning
from tests.coaching.test_wording import FORBIDDEN

EVERY = [(section, name) for section, known in sections().items() for name in known]


NONSENSE: tuple[object, ...] = (None, [], 2.5, -1, "a fish", 10**9)


def refusal(section: str, name: str, value: object) -> str:
    """What is said about a value that is none."""
    with pytest.raises(Refused) as refused:
        with_setting(Settings(), section, name, value)
    return refused.value.sentence


@pytest.mark.parametrize(("section", "name"), EVERY)
def test_each_setting_is_told_takes_its_default_and_refuses_nonsense(
    section: str, name: str
) -> None:
    for words in (say_meaning(section, name), say_allowed(section, name)):
        assert words
        assert not FORBIDDEN.search(words)
    default = sections()[section][name]
    assert with_setting(Settings(), section, name, default) == Settings()
    for nonsense in NONSENSE:
        said = refusal(section, name, nonsense)
        assert name in said or str(nonsense) in said


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("look", "theme", "nord"),
        ("dates", "order", "month first"),
        ("rhythm", "every", "monthly"),
        ("lock", "after_minutes", 0),
        ("thresholds", "review_days", 120),
        ("keys", "home.new", "a"),
    ],
)
def test_what_is_set_counts_and_nothing_else_changes(
    section: str, name: str, value: object
) -> None:
    changed = with_setting(Settings(), section, name, value)
    assert value_of(changed, section, name) == value
    others = [one for one in Settings._fields if one != section]
    assert all(getattr(changed, one) == getattr(Settings(), one) for one in others)


def test_what_is_allowed_is_named() -> None:
    assert refusal("look", "theme", "blue") == (
        "theme is one of troth-dark, troth-light, ansi-dark, ansi-light, "
        "or of 19 more in docs/settings.md."
    )
    number = "review_days is a whole number from 1 to 3650."
    assert refusal("thresholds", "review_days", 0) == number
    assert "is not a rhythm Troth can read" in refusal("rhythm", "every", "2 fish")
    assert refusal("keys", "home.new", " , ").startswith("home.new is a key in quotes")
    assert refusal("keys", "Home", "a").startswith("Home is no deed.")


def test_dates_are_read_as_set() -> None:
    settings = with_setting(Settings(), "dates", "order", "month first")
    settings = with_setting(settings, "dates", "week_starts", "sunday")
    assert Settings().dates.style == DateStyle(day_first=True, week_starts=0)
    assert settings.dates.style == DateStyle(day_first=False, week_starts=6)
