"""Wide and narrow windows: nothing that a user needs is cut off where there is room for it."""

import pytest

from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.verbs import checkins, promises
from tests.coaching.making import everyone, strain
from tests.coaching.making import person as facts_of
from tests.tui.app_for import NOW, app_for, at_home, new_id, person, seen, shows, until, vault_of
from tui.home.panes import LEAST_HEIGHT, as_many
from tui.home.screen import HomeScreen

TOPIC = "saying no to extra shifts"


def records() -> list[Workbook]:
    """Three people: one without a date, one with a topic, one who kept all promises."""
    ben = person("Ben Lindqvist")
    amara = checkins.retopic(
        (book := person("Amara Okafor", next_one="thu 3pm")),
        book.all(Checkin)[0].id,
        topic="one thing I doubt",
    ).workbook
    chiara = person("Chiara Russo", i_am="mentee", next_one="mon 11am")
    for _ in range(4):
        made = new_id()
        today = NOW.date()
        chiara = promises.make(
            chiara, promise_id=made, what="a page", whose="me", by=today, today=today
        ).workbook
        chiara = promises.keep(chiara, made, on=today, today=today).workbook
    return [ben, amara, chiara]


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (120, 36), (169, 40), (170, 40), (200, 60)])
async def test_the_check_ins_keep_their_topic_and_hint(size: tuple[int, int]) -> None:
    app = app_for(vault_of(*records()))
    async with at_home(app, size) as pilot:
        await shows(pilot, "one thing I doubt")
        assert "plan the next: c" in seen(app)
        assert "every 2 weeks" in seen(app)
        assert "first meeting" in seen(app)


@pytest.mark.parametrize("size", [(120, 36), (200, 60)])
async def test_what_is_worth_knowing_is_whole_in_a_wide_window(size: tuple[int, int]) -> None:
    app = app_for(vault_of(*records()))
    async with at_home(app, size) as pilot:
        await shows(pilot, "you kept 4 of 4 promises")


async def test_a_window_made_wider_shows_the_columns_that_fit() -> None:
    app = app_for(vault_of(*records()))
    async with at_home(app, (120, 36)) as pilot:
        await pilot.resize_terminal(200, 60)
        await shows(pilot, "one thing I doubt")
        line = next(one for one in seen(app).splitlines() if "one thing I doubt" in one)
        assert "Thu 26 15:00" in line
        assert "every 2 weeks" in line


async def test_a_long_line_about_a_person_goes_on_under_it() -> None:
    ben = person("Ben", next_one="thu 3pm")
    ben = checkins.retopic(ben, ben.all(Checkin)[0].id, topic=TOPIC).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "1")
        await shows(pilot, "Timeline, 1 record")
        assert "extra shifts" in seen(app)
        assert "…" not in seen(app)


async def test_in_a_tall_window_the_panes_are_as_high_as_what_they_hold() -> None:
    app = app_for(vault_of(*records()))
    async with at_home(app, (200, 60)) as pilot:
        home = app.screen
        assert isinstance(home, HomeScreen)
        assert home.relationships.outer_size.height == LEAST_HEIGHT
        assert home.hurdles.region.y == home.relationships.region.bottom
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert home.good.region.bottom == app.size.height - 1


def test_good_news_is_told_in_whole_sentences() -> None:
    told = ("Amara gave her first talk.", "You kept 4 of 4 to Chiara.")
    assert as_many(told, 54) == "Amara gave her first talk.  You kept 4 of 4 to Chiara."
    assert as_many(told, 53) == "Amara gave her first talk."
    assert as_many(told, 5) == "Amara gave her first talk."
    assert as_many((), 60) == ""


async def test_a_wide_and_high_window_has_a_calendar_and_no_other() -> None:
    app = app_for(vault_of(*records()))
    async with at_home(app, (200, 60)) as pilot:
        await shows(pilot, "The next 6 weeks")
        assert "24 today" in seen(app)
        assert "15:00 Amara, one thing" in seen(app)
        assert seen(app).splitlines()[-1].startswith(" n new")
        for size in ((120, 36), (169, 60), (200, 44)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: "The next" not in seen(app))
            assert "Trust hurdles" in seen(app)
            await pilot.resize_terminal(200, 60)
            await shows(pilot, "The next 6 weeks")


async def test_since_when_a_hurdle_is_open_is_whole_and_keeps_off_the_frame() -> None:
    app = app_for(vault_of(person("Maximilian")))
    last = strain("who", done=("source", "repair"))
    async with at_home(app) as pilot:
        app.facts = everyone(facts_of("Maximilian Eber", hurdles=(last,)))
        app.facts_changed.publish(app.facts)
        await shows(pilot, "3 SUPPORT, here  since Sat 21 Nov │")
        await pilot.resize_terminal(200, 60)
        await shows(pilot, "3 SUPPORT, here  since Sat 21 Nov  Next: ")
