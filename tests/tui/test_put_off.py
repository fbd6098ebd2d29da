"""Not today: the next step is hidden until a date, by one key or any date, and comes back."""

from datetime import timedelta

import pytest
from textual.widgets import Input

from coaching.record.putoff import PutOff
from coaching.record.workbook import Workbook
from coaching.verbs import promises
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    paste,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
)
from tui.home.put_off import PutOffStep
from tui.home.screen import HomeScreen

TODAY = NOW.date()
STEP = "You promised Ben for Fri 20 Nov"


def with_late_promise() -> Workbook:
    by = TODAY - timedelta(days=4)
    ben = person("Ben", next_one="fri 3pm")
    return promises.make(
        ben, promise_id="p", what="an introduction", whose="me", by=by, today=by
    ).workbook


def hidden(app: HeardApp) -> list[PutOff]:
    return list(told(app).named("Ben").all(PutOff))


@pytest.mark.parametrize(("key", "days"), [("1", 1), ("2", 3), ("3", 7)])
async def test_one_key_hides_the_step_and_u_brings_it_back(key: str, days: int) -> None:
    app = app_for(vault_of(with_late_promise()))
    async with at_home(app) as pilot:
        assert STEP in seen(app)
        await pilot.press("x")
        assert isinstance(app.screen, PutOffStep)
        assert "tomorrow    Wed 25 Nov 2026" in seen(app)
        await pilot.press(key)
        await until(pilot, lambda: hidden(app))
        assert hidden(app)[0].until == TODAY + timedelta(days=days)
        await until(pilot, lambda: STEP not in seen(app))
        assert app.heard[-1].startswith("Hidden until ")
        await pilot.press("u")
        await shows(pilot, STEP)


async def test_any_day_to_come_can_be_written_and_is_shown_back() -> None:
    app = app_for(vault_of(with_late_promise()))
    async with at_home(app) as pilot:
        await pilot.press("x", "tab")
        for wrong, sentence in (("today", "Choose a day after today."), ("soon", "is not a date")):
            app.screen.query_one(Input).value = wrong
            await pilot.press("enter")
            await shows(pilot, sentence)
        app.screen.query_one(Input).value = ""
        await paste(pilot, "1 dec")
        assert "→ Tue 1 Dec 2026" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: hidden(app))
        assert str(hidden(app)[0].until) == "2026-12-01"


async def test_escape_hides_nothing_and_it_fits_a_tiny_window() -> None:
    app = app_for(vault_of(with_late_promise()))
    async with at_home(app, (40, 10)) as pilot:
        await pilot.press("x", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert hidden(app) == []
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: hidden(app))
        assert hidden(app)[0].until == TODAY + timedelta(days=3)


async def test_a_step_hidden_comes_back_on_its_day() -> None:
    vault = vault_of(with_late_promise())
    app = app_for(vault)
    async with at_home(app) as pilot:
        await pilot.press("x", "1")
        await until(pilot, lambda: hidden(app))
    tomorrow = app_for(vault, NOW + timedelta(days=1))
    async with at_home(tomorrow):
        assert STEP in seen(tomorrow)
