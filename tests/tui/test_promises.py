"""Promises by keyboard, both ways: make, keep, agree a new date, let go, not keep, undo."""

from datetime import date, timedelta

import pytest
from textual.widgets import Input

from coaching.record.base import Side
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.verbs import promises
from data.memory_vault import MemoryDrafts
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    on_top,
    paste,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import FORBIDDEN, MARKUP, MIXED
from tui.home.screen import HomeScreen
from tui.promise.make import MakePromise
from tui.promise.settle import KeptOnForm, NewDateForm, SettlePromise
from tui.relationship.screen import RelationshipScreen
from tui.widgets.rows import Rows

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def promises_of(app: HeardApp) -> list[Promise]:
    return list(told(app).named(BEN).all(Promise))


def with_promise(by: date, what: str = "an introduction", whose: Side = "me") -> Workbook:
    return promises.make(
        person(next_one="fri 3pm"), promise_id="p-1", what=what, whose=whose, by=by, today=by
    ).workbook


async def test_a_promise_each_way_is_recorded_and_seen_on_home() -> None:
    app = app_for(vault_of(person(next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("p")
        await paste(pilot, "an introduction to Priya")
        await pilot.press("enter")
        await write(pilot, "fri")
        assert "→ Fri 27 Nov 2026" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: len(promises_of(app)) == 1)
        await shows(pilot, "you owe")
        await pilot.press("p", "shift+tab", "2", "tab")
        await paste(pilot, "a first draft")
        await pilot.press("enter")
        await paste(pilot, "+1w")
        await pilot.press("enter")
        await until(pilot, lambda: len(promises_of(app)) == 2)
        mine, theirs = promises_of(app)
        assert (mine.whose, mine.what, mine.by) == (
            "me",
            "an introduction to Priya",
            date(2026, 11, 27),
        )
        assert (theirs.whose, theirs.by) == ("them", TODAY + timedelta(days=7))
        assert "from Ben Lindqvist: a first draft" in app.heard[-1]
        await pilot.press("u")
        await until(pilot, lambda: len(promises_of(app)) == 1)


async def test_kept_late_is_said_as_a_fact_and_undone() -> None:
    app = app_for(vault_of(with_promise(TODAY - timedelta(days=2))))
    async with at_home(app, (120, 36)) as pilot:
        await pilot.press("o")
        assert "2 days after Sun 22 Nov 2026" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: promises_of(app)[0].state == "kept")
        assert app.heard[-1] == "Promise kept, 2 days late: an introduction."
        app.push_screen(RelationshipScreen(told(app).named(BEN).id))
        await on_top(pilot, RelationshipScreen)
        await shows(pilot, "You kept, 2 days late: an introduction")
        await shows(pilot, "1 kept, 2 days late")
        assert "%" not in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: promises_of(app)[0].state == "open")
        await shows(pilot, "You owe, 2 days late: an introduction")
        assert app.heard[-1].startswith("Undone: Promise kept, 2 days late")


async def test_in_a_narrow_window_every_key_of_the_next_step_is_still_there() -> None:
    app = app_for(vault_of(with_promise(TODAY - timedelta(days=2))))
    async with at_home(app, (60, 24)) as pilot:
        await shows(pilot, "x  not today  i  why")


async def test_kept_on_another_day_is_settled_on_that_day() -> None:
    app = app_for(vault_of(with_promise(TODAY - timedelta(days=2))))
    async with at_home(app) as pilot:
        await pilot.press("o", "down", "enter")
        await on_top(pilot, KeptOnForm)
        await write(pilot, "tomorrow")
        await pilot.press("enter")
        await shows(pilot, "! ")
        app.screen.query_one(Input).value = "yesterday"
        await pilot.press("enter")
        await until(pilot, lambda: promises_of(app)[0].state == "kept")
        assert promises_of(app)[0].settled == TODAY - timedelta(days=1)
        await on_top(pilot, HomeScreen)


async def test_a_new_date_agreed_before_the_old_one_is_good_faith() -> None:
    app = app_for(vault_of(with_promise(TODAY + timedelta(days=1))))
    async with at_home(app) as pilot:
        await pilot.press("o", "down", "down", "enter")
        await on_top(pilot, NewDateForm)
        await pilot.press("enter")
        await shows(pilot, "! Write the new date")
        await write(pilot, "yesterday")
        await pilot.press("enter")
        await shows(pilot, "has passed. Agree a date from today on.")
        app.screen.query_one(Input).value = "+1w"
        await pilot.press("enter")
        await until(pilot, lambda: promises_of(app)[0].new_dates)
        (promise,) = promises_of(app)
        assert promise.state == "open"
        assert promise.by == TODAY + timedelta(days=7)
        assert promise.new_dates[0].in_good_faith
        await on_top(pilot, HomeScreen)


@pytest.mark.parametrize(("keys", "state"), [("jjj", "dropped"), ("jjjj", "broken")])
async def test_letting_go_and_not_keeping_are_answers_too(keys: str, state: str) -> None:
    app = app_for(vault_of(with_promise(TODAY, whose="them")))
    async with at_home(app) as pilot:
        await pilot.press("o", *keys, "enter")
        await until(pilot, lambda: promises_of(app)[0].state == state)


async def test_of_several_open_promises_one_is_chosen_and_escape_goes_one_step_back() -> None:
    ben = with_promise(TODAY + timedelta(days=3), "later")
    ben = promises.make(
        ben, promise_id="p-2", what="sooner", whose="them", by=TODAY, today=TODAY
    ).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("o")
        rows = app.screen.query_one(Rows).rows
        assert [row.cells[0] for row in rows] == ["sooner", "later"]
        await pilot.press("enter")
        assert "Ben promised: sooner" in seen(app)
        await pilot.press("escape")
        assert "Open promises" in seen(app)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
        assert [promise.state for promise in promises_of(app)] == ["open", "open"]


async def test_a_promise_needs_words_and_a_date_and_says_so_beside_each() -> None:
    app = app_for(vault_of(person(next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("p", "ctrl+s")
        await shows(pilot, "! Say what is promised")
        await paste(pilot, "a thing")
        await pilot.press("ctrl+s")
        await shows(pilot, "! A promise needs a date")
        await paste(pilot, "31 feb")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "31 feb" in seen(app) and "! " in seen(app))
        assert promises_of(app) == []


async def test_what_was_typed_comes_back_after_escape() -> None:
    vault, drafts = vault_of(person(next_one="fri 3pm")), MemoryDrafts()
    app = app_for(vault, drafts=drafts)
    async with at_home(app) as pilot:
        await pilot.press("p")
        await paste(pilot, "an introduction")
        await pilot.press("escape")
    again = app_for(vault, drafts=drafts)
    async with at_home(again) as pilot:
        await pilot.press("p")
        assert isinstance(again.screen, MakePromise)
        assert again.screen.field("what").text == "an introduction"


async def test_any_words_are_a_promise_and_shown_as_written() -> None:
    app = app_for(vault_of(person(next_one="fri 3pm")))
    async with at_home(app, (120, 36)) as pilot:
        await pilot.press("p")
        await paste(pilot, MIXED)
        await paste(pilot, "x" * 100_000)
        assert "200 fit here" in seen(app)
        await pilot.press("enter")
        await write(pilot, "fri")
        await pilot.press("enter")
        await until(pilot, lambda: promises_of(app))
        assert promises_of(app)[0].what.startswith(MARKUP)
        await pilot.press("o")
        assert isinstance(app.screen, SettlePromise)
        assert MARKUP in seen(app)
        assert not any(control in seen(app) for control in FORBIDDEN)
