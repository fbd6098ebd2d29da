"""Before a check-in by keyboard: read, add, take off, put back, reorder, choose, guess, undo."""

from datetime import date

import pytest

from coaching.record.agenda_item import AgendaItem
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.verbs import preparing, promises
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    new_id,
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
from tui.checkin.before import BeforeScreen
from tui.checkin.choosing import ChooseHabit, ChooseKind, ChooseQuestion, GuessForm
from tui.checkin.during import DuringScreen
from tui.checkin.item import ItemForm, OneItem
from tui.home.screen import HomeScreen
from tui.promise.settle import SettlePromise
from tui.relationship.screen import RelationshipScreen

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def ben(next_one: str = "fri 3pm", kind: str = "regular") -> Workbook:
    """Ben, met on Friday for a regular check-in, with an introduction owed to him."""
    book = person(next_one=next_one)
    by = date(2026, 11, 30)
    book = promises.make(
        book, promise_id=new_id(), what="an introduction", whose="me", by=by, today=TODAY
    ).workbook
    for one in book.all(Checkin):
        book = book.put(one.changed(kind=kind))
    return book


def checkin_of(app: HeardApp) -> Checkin:
    """The one planned, as it stands in the record."""
    (found,) = [one for one in told(app).named(BEN).all(Checkin) if one.outcome == "planned"]
    return found


def page(app: HeardApp) -> BeforeScreen:
    """The page on top."""
    assert isinstance(app.screen, BeforeScreen)
    return app.screen


def go_to(app: HeardApp, key: str) -> None:
    """Put the cursor on a line, as the arrows would."""
    page(app).rows.go_to(key)
    assert page(app).rows.key == key


async def test_enter_on_a_date_at_home_shows_the_agenda_from_the_record() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("2", "enter")
        await on_top(pilot, BeforeScreen)
        for words in ("Regular check-in", "about 45 minutes", "Fri 27 Nov 2026, 15:00"):
            await shows(pilot, words)
        await shows(pilot, "Yours, by Mon 30 Nov 2026: an introduction")
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_todays_meeting_is_prepared_from_the_next_step() -> None:
    app = app_for(vault_of(person(next_one="today 3pm")))
    async with at_home(app) as pilot:
        assert "agenda: enter" in seen(app)
        await pilot.press("0", "enter")
        await on_top(pilot, BeforeScreen)
        await shows(pilot, "First meeting")


async def test_a_line_for_each_side_is_added_and_carried_in_the_record() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("b", "a")
        await on_top(pilot, ItemForm)
        await write(pilot, "the budget")
        await pilot.press("enter")
        await shows(pilot, "Yours: the budget")
        await pilot.press("a", "shift+tab", "2", "tab")
        await write(pilot, "the talk")
        await pilot.press("enter")
        await shows(pilot, "the talk (from Ben)")
        kept = told(app).named(BEN).all(AgendaItem)
        assert sorted((one.what, one.by) for one in kept) == [
            ("the budget", "me"),
            ("the talk", "them"),
        ]
        assert {one.checkin for one in kept} == {checkin_of(app).id}
        await pilot.press("u")
        await until(pilot, lambda: len(told(app).named(BEN).all(AgendaItem)) == 1)


async def test_a_line_is_worded_anew_settled_and_comes_back_with_undo() -> None:
    book = preparing.add(ben(), item_id=new_id(), what="budget", by="me", today=TODAY).workbook
    (item,) = book.all(AgendaItem)
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        go_to(app, f"item:{item.id}")
        await pilot.press("enter")
        await on_top(pilot, OneItem)
        await pilot.press("j", "enter")
        await on_top(pilot, ItemForm)
        await write(pilot, " for June")
        await pilot.press("enter")
        await shows(pilot, "budget for June")
        await pilot.press("home", "enter")
        await until(pilot, lambda: told(app).named(BEN).all(AgendaItem)[0].settled == TODAY)
        await on_top(pilot, BeforeScreen)
        await until(pilot, lambda: "budget for June" not in seen(app))
        await pilot.press("u")
        await shows(pilot, "budget for June")


async def test_parts_and_lines_are_taken_off_and_put_back() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app, (80, 40)) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        go_to(app, "arrive")
        await pilot.press("x")
        await until(pilot, lambda: checkin_of(app).agenda_dropped == ("arrive",))
        await shows(pilot, "Not this time")
        go_to(app, "off arrive")
        await pilot.press("x")
        await until(pilot, lambda: checkin_of(app).agenda_dropped == ())
        await until(pilot, lambda: "Not this time" not in seen(app))
        (promise,) = told(app).named(BEN).all(Promise)
        go_to(app, f"promise:{promise.id}")
        await pilot.press("x")
        await until(pilot, lambda: checkin_of(app).agenda_dropped == (f"promise:{promise.id}",))
        assert told(app).named(BEN).all(Promise) == (promise,)
        await pilot.press("u")
        await until(pilot, lambda: checkin_of(app).agenda_dropped == ())


async def test_parts_are_put_in_another_order_past_those_taken_off() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app, (80, 40)) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        go_to(app, "promises")
        await pilot.press("x")
        await until(pilot, lambda: checkin_of(app).agenda_dropped == ("promises",))
        await until(pilot, lambda: "Not this time" in seen(app))
        go_to(app, "arrive")
        await pilot.press("J")
        await until(pilot, lambda: checkin_of(app).agenda_order)
        order = checkin_of(app).agenda_order
        assert order.index("topic") < order.index("arrive") < order.index("feedback")
        await until(pilot, lambda: seen(app).index("What Ben brings") < seen(app).index("Arrive"))
        await pilot.press("J", "J")
        order = checkin_of(app).agenda_order
        assert order.index("celebrate") < order.index("arrive") < order.index("new_promises")
        await pilot.press("K", "K", "K")
        order = checkin_of(app).agenda_order
        assert order.index("arrive") < order.index("topic")


async def test_kind_habit_question_and_guess_are_chosen_and_kept() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("b", "v")
        await on_top(pilot, ChooseKind)
        await pilot.press("j", "enter")
        await until(pilot, lambda: checkin_of(app).kind == "short")
        await shows(pilot, "about 20 minutes")
        await pilot.press("home", "j", "enter")
        await on_top(pilot, ChooseHabit)
        await pilot.press("j", "enter")
        await until(pilot, lambda: checkin_of(app).habit == "let_a_pause_stand")
        await shows(pilot, "Let a pause stand")
        await pilot.press("q")
        await on_top(pilot, ChooseQuestion)
        await pilot.press("j", "enter")
        await until(pilot, lambda: checkin_of(app).asked == "past_mentor")
        await shows(pilot, "What has a past mentor done that helped?")
        await pilot.press("t")
        await on_top(pilot, GuessForm)
        assert "only me: Ben never sees this" in seen(app)
        await paste(pilot, MIXED)
        await pilot.press("enter")
        await until(pilot, lambda: checkin_of(app).guess.startswith(MARKUP))
        await shows(pilot, "(only me)")
        assert not any(control in seen(app) for control in FORBIDDEN)


async def test_a_guess_half_written_comes_back() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("b", "t")
        await on_top(pilot, GuessForm)
        await write(pilot, "the launch")
        await pilot.press("escape", "t")
        await shows(pilot, "the launch")
        assert checkin_of(app).guess == ""


async def test_enter_on_a_promise_settles_it_and_d_goes_to_the_calm_page() -> None:
    book = ben()
    (promise,) = book.all(Promise)
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        go_to(app, f"promise:{promise.id}")
        await pilot.press("enter")
        await on_top(pilot, SettlePromise)
        await pilot.press("enter")
        await until(pilot, lambda: told(app).named(BEN).all(Promise)[0].state == "kept")
        await shows(pilot, "You kept it on Tue 24 Nov 2026")
        await pilot.press("d")
        await on_top(pilot, DuringScreen)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_without_a_date_it_teaches_to_plan_one_and_goes_on_with_that() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        await shows(pilot, "c plans one")
        await pilot.press("x", "J", "enter", "a")
        await write(pilot, "the budget")
        await pilot.press("enter")
        await shows(pilot, "Yours: the budget")
        await pilot.press("c", "enter", "enter", "enter")
        await until(pilot, lambda: told(app).named(BEN).all(Checkin))
        await until(pilot, lambda: page(app).checkin_id)
        await until(pilot, lambda: "c plans one" not in seen(app))
        assert "the budget" in seen(app)


async def test_the_persons_page_opens_it_with_the_same_key() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36), (200, 60)])
async def test_every_word_of_the_agenda_can_be_read_at_any_width(size: tuple[int, int]) -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app, size) as pilot:
        await pilot.press("b")
        await on_top(pilot, BeforeScreen)
        read = ""
        for _ in range(60):
            read += seen(app)
            await pilot.press("down")
        for word in ("introduction", "Ask before you advise.", "Next date"):
            assert word in read
        assert "…" not in read.replace("you see th…", "")
