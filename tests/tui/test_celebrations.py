"""Celebrations: noting an act, who hears of it, saying it, and *Good lately* on home."""

from coaching.record.celebration import Celebration
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shows,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import MARKUP
from tests.tui.practice import BEN, fill, opened, records_of
from tui.celebration.desk import Celebrations, OneCelebration, open_celebrations
from tui.celebration.form import CelebrationForm
from tui.home.screen import HomeScreen
from tui.widgets.choice import Choice

TODAY = NOW.date()


def only(app: HeardApp) -> Celebration:
    (one,) = records_of(app).all(Celebration)
    return one


async def test_an_act_is_noted_shows_on_home_and_is_said() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_celebrations, Celebrations)
        await pilot.press("enter")
        await on_top(pilot, CelebrationForm)
        await write(pilot, "gave his first talk")
        await pilot.press("enter")
        await write(pilot, "three rehearsals")
        await pilot.press("ctrl+s")
        await on_top(pilot, Celebrations)
        await until(pilot, lambda: records_of(app).all(Celebration))
        kept = only(app)
        assert (kept.act, kept.effort, kept.whose) == (
            "gave his first talk",
            "three rehearsals",
            "them",
        )
        await shows(pilot, "to say next time")
        await pilot.press("down", "enter")
        await on_top(pilot, OneCelebration)
        await pilot.press("enter")
        await until(pilot, lambda: only(app).told == TODAY)
        await pilot.press("escape", "escape")
        await on_top(pilot, HomeScreen)
        await shows(pilot, "Good lately")
        assert "gave his first talk" in seen(app)


async def test_who_else_hears_of_it_needs_a_yes() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (80, 40)) as pilot:
        await opened(pilot, open_celebrations, Celebrations)
        await pilot.press("enter")
        await on_top(pilot, CelebrationForm)
        assert "May it be told?" not in seen(app)
        fill(app, "act", MARKUP)
        fill(app, "hears", "the whole team")
        await shows(pilot, "May it be told?")
        app.screen.query_one("#consent", Choice).value = "no"
        await pilot.press("ctrl+s")
        await shows(pilot, "! They would rather not have it told")
        assert not records_of(app).all(Celebration)
        app.screen.query_one("#consent", Choice).value = "yes"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: records_of(app).all(Celebration))
        assert (only(app).act, only(app).hears) == (MARKUP, "the whole team")


async def test_one_is_changed_without_losing_the_rest_and_deleted_and_brought_back() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (40, 10)) as pilot:
        await opened(pilot, open_celebrations, Celebrations)
        await pilot.press("enter")
        await on_top(pilot, CelebrationForm)
        fill(app, "act", "asked for help")
        fill(app, "effect", "the paper is out")
        fill(app, "when", "+3d")
        await pilot.press("ctrl+s")
        await shows(pilot, "! ")
        fill(app, "when", "last tue")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: records_of(app).all(Celebration))
        day = only(app).on
        await on_top(pilot, Celebrations)
        await shows(pilot, "asked for help")
        await pilot.press("down", "enter")
        await on_top(pilot, OneCelebration)
        await pilot.press("down", "enter")
        await on_top(pilot, CelebrationForm)
        fill(app, "act", "asked me for help")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: only(app).act == "asked me for help")
        assert (only(app).on, only(app).effect) == (day, "the paper is out")
        await on_top(pilot, OneCelebration)
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not records_of(app).all(Celebration))
        await on_top(pilot, Celebrations)
        await pilot.press("u")
        await until(pilot, lambda: records_of(app).all(Celebration))
