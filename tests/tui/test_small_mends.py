"""Small things that stood in the way: keys, dates that passed, tiny windows, words at the door."""

from datetime import date
from inspect import unwrap

import pytest

from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import promises
from tests.tui.app_for import (
    NOW,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.practice import opened
from tests.tui.wizard import Walk
from tui.checkin.before import BeforeScreen, open_before
from tui.checkin.one_checkin import CheckinPage
from tui.doubt.desk import Doubts, open_doubts
from tui.home.screen import HomeScreen
from tui.hurdle.pages.choices import WhoPage
from tui.promise.make import MakePromise
from tui.setup.first_start import FirstStart
from tui.setup.keys import KeysScreen
from tui.widgets.desk import Desk
from tui.widgets.rows import Rows


async def test_the_four_answers_of_the_first_start_are_four_keys_in_the_list() -> None:
    app = app_for()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstStart) and app.focused)
        await shows(pilot, "What brings you here?")
        await pilot.press("question_mark")
        await on_top(pilot, KeysScreen)
        await shows(pilot, "I mentor people")
        for key, words in (("1", "I mentor people"), ("4", "I run workshops")):
            assert f"{key}  " in next(one for one in seen(app).splitlines() if words in one)


async def test_where_no_promise_is_open_it_says_so_and_p_records_one() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("1", "o")
        await shows(pilot, "No promise is open between you. p records one.")
        await pilot.press("p")
        await on_top(pilot, MakePromise)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_from_the_next_step_down_goes_to_the_people() -> None:
    today = NOW.date()
    late = promises.make(
        person("Ben"), promise_id="p", what="a page", whose="me", by=today, today=today
    ).workbook
    app = app_for(vault_of(late))
    async with at_home(app) as pilot:
        await pilot.press("0")
        assert not isinstance(app.focused, Rows)
        await pilot.press("j")
        assert isinstance(app.focused, Rows)
        assert app.focused.key == late.id


async def test_an_open_promise_leaves_p_to_the_promise_itself() -> None:
    today = NOW.date()
    ben = promises.make(
        person("Ben"), promise_id="p", what="a page", whose="me", by=today, today=today
    ).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("1", "o")
        await shows(pilot, "You promised: a page")
        assert "a new promise" not in seen(app)


async def test_a_plan_in_the_past_is_asked_about_once_and_then_kept() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("1", "c", "enter")
        await shows(pilot, "A date with Ben")
        await pilot.press("ctrl+u")
        await write(pilot, "1 jan 1990")
        await pilot.press("ctrl+s")
        await shows(pilot, "Mon 1 Jan 1990 has passed. Is that the date?")
        assert not told(app).named("Ben").all(Checkin)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: told(app).named("Ben").all(Checkin))
        (planned,) = told(app).named("Ben").all(Checkin)
        assert planned.planned is not None
        assert planned.planned.day == date(1990, 1, 1)


async def test_in_a_tiny_window_the_question_and_its_field_are_both_seen() -> None:
    app = app_for(vault_of(person("Ben")))
    async with app.run_test(size=(40, 10)) as pilot:
        walk = Walk(app, pilot)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        await walk.keys("h")
        await walk.sees("Does any of this")
        await walk.keys(*["down"] * 9)
        await walk.sees("None that I know of")
        await walk.keys("i")
        await walk.sees("What happened?")
        await walk.pastes("I cancelled twice.")
        assert "What happened?" in seen(app)


async def test_a_no_at_the_door_says_how_to_ask_someone_outside_later() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await Walk(app, pilot).begins()
        assert "Thank you. If that changes, press a at any step to ask someone outside." in (
            app.heard
        )


async def test_the_calm_card_says_whom_to_look_for_where_no_contact_is_saved() -> None:
    dana = SupportContact(id="s", name="Dana", kind="ombuds", checked=NOW.date())
    for contacts, said in (((), True), ((dana,), False)):
        app = app_for(vault_of(person("Ben"), Workbook(MINE).put(*contacts)))
        async with at_home(app, (80, 40)) as pilot:
            walk = Walk(app, pilot)
            await walk.says_at_door("e", "1")
            await walk.sees("Thank you for saying so.")
            assert ("You have saved no contact yet." in seen(app)) is said


async def test_the_tenth_helper_has_a_number_too() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with at_home(app, (80, 40)) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.writes("I cancelled twice.")
        await walk.sees("What did it do?")
        await walk.keys("escape", "a")
        await until(pilot, lambda: app.screen.query(WhoPage))
        rows = app.screen.query_one(WhoPage).query_one("#options", Rows).rows
        assert [row.cells[0] for row in rows[8:10]] == ["9", "0"]
        await walk.keys("0")
        await until(pilot, lambda: not app.screen.query(WhoPage))
        assert walk.hurdle().who == rows[9].key


@pytest.mark.parametrize("kind", [Doubts, BeforeScreen])
async def test_what_was_read_for_a_page_that_closed_meanwhile_is_let_go(
    kind: type[Desk] | type[CheckinPage],
) -> None:
    app = app_for(vault_of(person("Ben Lindqvist", next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await opened(pilot, open_doubts if kind is Doubts else open_before, kind)
        page = app.screen
        assert isinstance(page, kind)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        await unwrap(kind._read_again)(page)
        await shows(pilot, "Ben")
