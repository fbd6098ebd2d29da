"""While you were away: passed check-ins on one line each, by one key, one deed for each person."""

from datetime import date, timedelta

from textual.pilot import Pilot
from textual.widgets import Input

from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.verbs import checkins
from coaching.when import read_when
from data.memory_vault import MemoryDrafts
from tests.tui.app_for import (
    NOW,
    ZONE,
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shows,
    told,
    until,
    vault_of,
)
from tests.tui.hostile_texts import FORBIDDEN, MIXED
from tui.checkin.away import WhileAway
from tui.checkin.away_once import offer
from tui.checkin.log import LogCheckin
from tui.checkin.marks import MovedTo
from tui.home.screen import HomeScreen
from tui.widgets.rows import Rows

BEFORE = NOW - timedelta(days=28)


def missed(name: str, *days: str) -> Workbook:
    """Somebody with check-ins planned four weeks ago; nobody said what became of them."""
    one = person(name, now=BEFORE)
    for number, day in enumerate(days):
        wall = read_when(f"{day} 15:00", BEFORE, ZONE)
        one = checkins.plan(one, checkin_id=f"{name}-{number}", wall=wall).workbook
    return one


async def away(app: HeardApp, pilot: Pilot[None]) -> Rows:
    await until(
        pilot,
        lambda: (
            isinstance(app.screen, WhileAway) and any(one.rows for one in app.screen.query(Rows))
        ),
    )
    return app.screen.query_one(Rows)


def outcomes(app: HeardApp, name: str) -> list[str]:
    return [one.outcome for one in told(app).named(name).all(Checkin)]


async def test_marks_are_saved_and_the_rest_left_unknown() -> None:
    app = app_for(vault_of(missed("Ben", "+1d", "+8d", "+15d"), missed("Amara", "+2d", "+9d")))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await away(app, pilot)
        assert [str(row.cells[1]) for row in rows.rows] == ["Ben", "Amara", "Ben", "Amara", "Ben"]
        await pilot.press("h", "x", "m")
        await on_top(pilot, MovedTo)
        app.screen.query_one(Input).value = "tue 3pm"
        await pilot.press("enter", "2", "enter")
        await shows(pilot, "moved Tue 1 Dec 15:00")
        assert "3 of 5 check-ins marked" in seen(app)
        assert outcomes(app, "Ben") == ["planned"] * 3
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert outcomes(app, "Ben") == ["held", "moved", "unknown", "planned"]
        assert outcomes(app, "Amara") == ["missed", "unknown"]
        assert app.heard[-1] == "Check-ins: 1 held, 1 moved, 1 missed and 2 left unknown."
        held, moved, *_, planned = told(app).named("Ben").all(Checkin)
        assert held.held is not None
        assert held.held.day == date(2026, 10, 28)
        assert (moved.by, moved.moved_to) == ("me", planned.id)
        await pilot.press("u")
        await until(pilot, lambda: outcomes(app, "Amara") == ["planned", "planned"])
        await until(pilot, lambda: outcomes(app, "Ben") == ["planned"] * 3)


async def settled(app: HeardApp, pilot: Pilot[None]) -> None:
    """Home is shown, and it is decided whether the list comes."""
    await on_top(pilot, HomeScreen)
    await app.workers.wait_for_complete([one for one in app.workers if one.group == "away"])


async def test_left_for_later_it_waits_for_the_next_day_or_for_something_new() -> None:
    vault, drafts = vault_of(missed("Ben", "+1d", "+8d")), MemoryDrafts()
    app = app_for(vault, drafts=drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        await away(app, pilot)
        await pilot.press("h", "escape")
        await on_top(pilot, HomeScreen)
        assert outcomes(app, "Ben") == ["planned", "planned"]
    again = app_for(vault, drafts=drafts)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(again, pilot)
        assert isinstance(again.screen, HomeScreen)
    tomorrow = app_for(vault, NOW + timedelta(days=1), drafts=drafts)
    async with tomorrow.run_test(size=(80, 24)) as pilot:
        await away(tomorrow, pilot)
    vault.create([missed("Amara", "+2d")])
    more = app_for(vault, drafts=drafts)
    async with more.run_test(size=(80, 24)) as pilot:
        await away(more, pilot)


async def test_it_never_comes_under_a_key_or_over_another_screen() -> None:
    lately = person("Ben", next_one="yesterday 15:00", now=NOW)
    app = app_for(vault_of(lately))
    async with at_home(app) as pilot:
        home = app.screen
        assert isinstance(home, HomeScreen)
        before = app.touches
        await pilot.press("c")
        await offer(home, app.touches)
        await on_top(pilot, LogCheckin)
        await pilot.press("escape")
        await offer(home, before)
        await on_top(pilot, HomeScreen)
        await offer(home, app.touches)
        await away(app, pilot)


async def test_a_mark_can_be_changed_or_taken_away_and_a_date_left_out() -> None:
    app = app_for(vault_of(missed("Ben", "+1d", "+8d")))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await away(app, pilot)
        await pilot.press("h", "up", "x")
        assert str(rows.rows[0].cells[3]) == "missed"
        await pilot.press("up", "backspace")
        assert "0 of 2 check-ins marked" in seen(app)
        await pilot.press("m")
        await on_top(pilot, MovedTo)
        await pilot.press("ctrl+s")
        await shows(pilot, "! Write the date")
        await pilot.press("escape")
        assert isinstance(app.screen, WhileAway)
        assert "0 of 2 check-ins marked" in seen(app)


async def test_one_logged_elsewhere_leaves_the_list_and_the_other_marks_stay() -> None:
    app = app_for(vault_of(missed("Ben", "+1d", "+8d"), missed("Amara", "+2d")))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await away(app, pilot)
        await pilot.press("h", "h")
        other = told(app)
        other.coach().do(
            other.named("Ben").id, lambda workbook: checkins.cancel(workbook, "Ben-0", by="me")
        )
        await app.refresh_facts()
        await until(pilot, lambda: len(rows.rows) == 2)
        assert "1 of 2 check-ins marked" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert outcomes(app, "Ben") == ["cancelled", "unknown"]
        assert outcomes(app, "Amara") == ["held"]


async def test_someone_deleted_meanwhile_stops_nobody_else() -> None:
    app = app_for(vault_of(missed("Ben", "+1d"), missed("Amara", "+2d")))
    async with app.run_test(size=(80, 24)) as pilot:
        await away(app, pilot)
        await pilot.press("h", "h")
        told(app).coach().discard(told(app).named("Ben").id, "")
        await pilot.press("enter")
        await until(pilot, lambda: outcomes(app, "Amara") == ["held"])
        await until(pilot, lambda: len(app.heard) == 2)
        assert "Nothing was changed." in app.heard[1]


async def test_a_single_line_and_any_name_fit_a_tiny_window() -> None:
    app = app_for(vault_of(missed(MIXED, "+1d")))
    async with app.run_test(size=(40, 10)) as pilot:
        await away(app, pilot)
        assert not any(control in seen(app) for control in FORBIDDEN)
        await pilot.press("h")
        assert "held" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)


async def test_five_hundred_lines_are_marked_and_saved_as_quietly_as_one() -> None:
    app = app_for(vault_of(*(missed(f"Person {number}", "+1d") for number in range(500))))
    async with app.run_test(size=(80, 24)) as pilot:
        rows = await away(app, pilot)
        assert len(rows.rows) == 500
        await pilot.press("end", "h", "home", "h")
        assert "2 of 500 check-ins marked" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert app.heard[-1] == "Check-ins: 2 held and 498 left unknown."
