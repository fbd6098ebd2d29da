"""Stories: kept with the user's own records, told after asking, and what of them fitted."""

from functools import partial

from coaching.record.story import Story, Telling
from coaching.verbs import stories
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    new_id,
    on_top,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
)
from tests.tui.hostile_texts import MARKUP
from tests.tui.practice import BEN, fill, opened, records_of
from tui.story.desk import OneStory, OneTelling, Stories, open_stories
from tui.story.forms import Fits, Hear, StoryForm, Tell
from tui.widgets.choice import Choice

TODAY = NOW.date()


def mine(app: HeardApp) -> list[Story]:
    return list(told(app).vault.open("mine").all(Story))


def tellings(app: HeardApp) -> list[Telling]:
    return list(records_of(app).all(Telling))


def write_one(app: HeardApp) -> None:
    """A success of the user's own, from an earlier day."""
    verb = partial(stories.write, story_id=new_id(), title="a success", kind="success", today=TODAY)
    app.world.coach.do("mine", verb)


async def test_a_story_is_kept_with_the_users_own_and_not_told_unasked() -> None:
    app = app_for(vault_of(person(BEN), person("Zoe")))
    async with at_home(app, (80, 40)) as pilot:
        await opened(pilot, open_stories, Stories)
        assert "Would a story of mine help here" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, StoryForm)
        fill(app, "title", "the talk that failed")
        fill(app, "text", MARKUP)
        app.screen.query_one("#named", Choice).value = "not_asked"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: mine(app))
        assert not records_of(app).all(Story)
        await on_top(pilot, Stories)
        await shows(pilot, "not told to Ben yet")
        await pilot.press("down", "down", "enter")
        await on_top(pilot, OneStory)
        assert MARKUP in seen(app)
        assert "nobody yet" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, Tell)
        app.screen.query_one("#asked", Choice).value = "no"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.heard[-1:] == ["Ask first whether a story is wanted."])
        app.screen.query_one("#asked", Choice).value = "yes"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.heard[-1].startswith("Someone in this story was not asked."))
        await pilot.press("escape", "down", "enter")
        await on_top(pilot, StoryForm)
        app.screen.query_one("#named", Choice).value = "agreed"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: mine(app)[0].named == "agreed")
        await on_top(pilot, OneStory)
        await shows(pilot, "they agreed to be told of")
        assert not tellings(app)


async def test_a_story_that_was_wanted_is_told_and_what_fitted_is_noted() -> None:
    app = app_for(vault_of(person(BEN), person("Zoe")))
    write_one(app)
    async with at_home(app) as pilot:
        await opened(pilot, open_stories, Stories)
        await pilot.press("end", "enter")
        await on_top(pilot, OneStory)
        await pilot.press("enter")
        await on_top(pilot, Tell)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: tellings(app))
        assert (tellings(app)[0].by, tellings(app)[0].told) == ("me", TODAY)
        await shows(pilot, "Ben Lindqvist today")
        await pilot.press("down", "enter")
        await on_top(pilot, OneTelling)
        await pilot.press("enter")
        await on_top(pilot, Fits)
        fill(app, "fits", "to stop and ask")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: tellings(app)[0].fits == "to stop and ask")


async def test_a_story_of_the_other_is_kept_by_its_title_and_taken_out_again() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_stories, Stories)
        await pilot.press("down", "enter")
        await on_top(pilot, Hear)
        assert "stays theirs" in seen(app)
        fill(app, "title", "his first year abroad")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: tellings(app))
        assert (tellings(app)[0].by, tellings(app)[0].title) == ("them", "his first year abroad")
        await on_top(pilot, Stories)
        await shows(pilot, "from Ben,")
        await pilot.press("end", "enter")
        await on_top(pilot, OneTelling)
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not tellings(app))
        await on_top(pilot, Stories)


async def test_a_story_that_is_deleted_stays_where_it_was_told() -> None:
    app = app_for(vault_of(person(BEN)))
    write_one(app)
    async with at_home(app) as pilot:
        await opened(pilot, open_stories, Stories)
        await shows(pilot, "a success")
        await pilot.press("end", "enter")
        await on_top(pilot, OneStory)
        await pilot.press("enter")
        await on_top(pilot, Tell)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: tellings(app))
        await on_top(pilot, OneStory)
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not mine(app))
        await on_top(pilot, Stories)
        await shows(pilot, "yours, told today")
        assert tellings(app)[0].title == "a success"
