"""Where no line with a person has the cursor, a deed on home asks whom it is about."""

import pytest

from coaching.record.promise import Promise
from tests.tui.app_for import app_for, at_home, person, seen, shows, told, until, vault_of, write
from tui.home.with_whom import WithWhom
from tui.hurdle.screen import HurdleScreen
from tui.promise.make import MakePromise


async def test_a_hurdle_begun_on_the_empty_pane_asks_with_whom() -> None:
    app = app_for(vault_of(person("Amara"), person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("3", "h")
        await shows(pilot, "Hurdle: with whom?")
        assert not isinstance(app.screen, HurdleScreen)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, HurdleScreen))
        await shows(pilot, "A hurdle with Ben")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, HurdleScreen))
        assert not isinstance(app.screen, WithWhom)


async def test_the_line_with_the_cursor_and_an_only_person_are_taken_at_once() -> None:
    app = app_for(vault_of(person("Amara"), person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("1", "down", "h")
        await shows(pilot, "A hurdle with Ben")
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("3", "h")
        await shows(pilot, "A hurdle with Ben")


@pytest.mark.parametrize("key", ["c", "p", "o", "h"])
async def test_escape_begins_nothing(key: str) -> None:
    app = app_for(vault_of(person("Amara"), person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("3", key)
        await shows(pilot, ": with whom?")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, WithWhom))
        assert "3 Trust hurdles" in seen(app)


async def test_a_promise_goes_to_the_one_who_was_chosen() -> None:
    app = app_for(vault_of(person("Amara"), person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("3", "p", "enter")
        await until(pilot, lambda: isinstance(app.screen, MakePromise))
        await write(pilot, "the slides")
        await pilot.press("enter")
        await write(pilot, "fri")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, MakePromise))
    assert [one.what for one in told(app).named("Amara").all(Promise)] == ["the slides"]
