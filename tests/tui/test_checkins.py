"""Logging check-ins by keyboard: plan, hold, move, miss, cancel, met without a date, undo."""

from datetime import date, time, timedelta

import pytest
from textual.widgets import Input

from coaching.record.checkin import Checkin
from coaching.verbs import checkins
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
from tui.checkin.outcome import OutcomeForm
from tui.home.screen import HomeScreen

BEN = "Ben Lindqvist"


def checkins_of(app: HeardApp) -> list[Checkin]:
    """As they stand in the record, by day."""

    def day(checkin: Checkin) -> date:
        if checkin.planned:
            return checkin.planned.day
        assert checkin.held
        return checkin.held.day

    return sorted(told(app).named(BEN).all(Checkin), key=day)


async def test_held_as_planned_takes_three_keys_and_books_the_next_by_the_rhythm() -> None:
    app = app_for(vault_of(person(next_one="wed 3pm", now=NOW - timedelta(days=7))))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter", "enter")
        await until(pilot, lambda: len(checkins_of(app)) == 2)
        held, following = checkins_of(app)
        assert held.outcome == "held"
        assert held.held is not None
        assert held.held.day == date(2026, 11, 18)
        assert following.outcome == "planned"
        assert following.planned is not None
        assert following.planned.day == date(2026, 12, 2)
        assert following.planned.time == time(15)
        await on_top(pilot, HomeScreen)
        assert "held on Wed 18 Nov 2026" in app.heard[-1]
        assert "planned: Wed 2 Dec 2026, 15:00" in app.heard[-1]
        await pilot.press("u")
        await until(pilot, lambda: [one.outcome for one in checkins_of(app)] == ["planned"])
        await pilot.press("U")
        await until(pilot, lambda: [one.outcome for one in checkins_of(app)] == ["held", "planned"])


async def test_a_meeting_before_its_day_is_held_today_and_nothing_is_moved() -> None:
    app = app_for(vault_of(person(next_one="8 dec 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("c")
        await shows(pilot, "planned for Tue 8 Dec 2026, 15:00")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: len(checkins_of(app)) == 2)
        held, following = sorted(checkins_of(app), key=lambda one: one.outcome)
        assert held.held is not None
        assert held.planned is not None
        assert (held.held.day, held.planned.day) == (NOW.date(), date(2026, 12, 8))
        assert following.outcome == "planned"


async def test_a_date_is_planned_with_a_topic_and_shown_back_in_full() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter")
        await on_top(pilot, OutcomeForm)
        field = app.screen.query_one("#field-to Input", Input)
        field.value = ""
        await write(pilot, "fri 4pm")
        assert "→ Fri 27 Nov 2026, 16:00" in seen(app)
        await pilot.press("enter")
        await paste(pilot, "spring goals")
        await pilot.press("enter")
        await until(pilot, lambda: checkins_of(app))
        (planned,) = checkins_of(app)
        assert planned.planned is not None
        assert (planned.planned.day, planned.planned.time) == (date(2026, 11, 27), time(16))
        assert planned.topic == "spring goals"
        await shows(pilot, "spring goals")


async def test_a_wrong_date_is_said_beside_the_field_and_the_text_stays() -> None:
    app = app_for(vault_of(person(every="")))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter")
        await on_top(pilot, OutcomeForm)
        await pilot.press("ctrl+s")
        await shows(pilot, "! Write the date")
        for wrong in ("31 feb", "soon", "[/x]", "29 mar 2026 1:30", "24 nov 9999"):
            app.screen.query_one("#field-to Input", Input).value = wrong
            await pilot.press("ctrl+s")
            await shows(pilot, "! ")
            assert app.screen.query_one("#field-to Input", Input).value == wrong
        assert checkins_of(app) == []
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_date_is_moved_and_says_who_moved_it() -> None:
    app = app_for(vault_of(person(next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("c", "down", "enter")
        await on_top(pilot, OutcomeForm)
        await pilot.press(*"mon 11am", "enter", "enter")
        await until(pilot, lambda: len(checkins_of(app)) == 2)
        old, new = checkins_of(app)
        assert (old.outcome, old.by, old.moved_to) == ("moved", None, new.id)
        assert new.outcome == "planned"
        assert new.planned is not None
        assert (new.planned.day, new.planned.time) == (date(2026, 11, 30), time(11))
        await pilot.press("c", "down", "enter")
        await on_top(pilot, OutcomeForm)
        app.screen.query_one("#field-to Input", Input).value = "+2w"
        await pilot.press("enter", "1", "enter")
        await until(pilot, lambda: len(checkins_of(app)) == 3)
        old, new = checkins_of(app)[1:]
        assert (old.outcome, old.by, old.moved_to) == ("moved", "me", new.id)
        assert new.planned is not None
        assert new.planned.day == NOW.date() + timedelta(days=14)


@pytest.mark.parametrize(
    ("deed", "outcome", "key", "by"),
    [("jj", "missed", "2", "them"), ("jjj", "cancelled", "1", "me")],
)
async def test_missed_and_cancelled_say_by_whom_and_may_leave_the_next_open(
    deed: str, outcome: str, key: str, by: str
) -> None:
    app = app_for(vault_of(person(next_one="tue 9am", now=NOW - timedelta(days=7), every="")))
    async with at_home(app) as pilot:
        await pilot.press("c", *deed, "enter")
        await on_top(pilot, OutcomeForm)
        await pilot.press("enter", key, "enter")
        await until(pilot, lambda: checkins_of(app)[0].outcome == outcome)
        (one,) = checkins_of(app)
        assert one.by == by
        await pilot.press("u")
        await until(pilot, lambda: checkins_of(app)[0].outcome == "planned")


async def test_a_meeting_nobody_planned_counts_from_the_day_it_was() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("c", "down", "enter")
        await on_top(pilot, OutcomeForm)
        field = app.screen.query_one("#field-when Input", Input)
        field.value = "tomorrow"
        await pilot.press("ctrl+s")
        await shows(pilot, "! ")
        assert checkins_of(app) == []
        field.value = "yesterday"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: checkins_of(app))
        held = checkins_of(app)[0]
        assert held.held is not None
        assert held.held.day == NOW.date() - timedelta(days=1)
        assert held.planned is None


async def test_the_check_in_stays_the_one_the_dialog_named() -> None:
    ben = person(next_one="tue 9am", now=NOW - timedelta(days=7))
    (first,) = ben.all(Checkin)
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("c")
        other = told(app).coach()
        other.do(ben.id, lambda workbook: checkins.cancel(workbook, first.id, by="them"))
        await app.refresh_facts()
        await pilot.press("enter", "enter")
        await until(pilot, lambda: checkins_of(app)[0].outcome == "held")


async def test_any_topic_is_kept_as_written_and_shown_safely() -> None:
    app = app_for(vault_of(person(next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("c", "down", "down", "down", "enter")
        await on_top(pilot, OutcomeForm)
        await paste(pilot, MIXED)
        await paste(pilot, "x" * 100_000)
        assert "200 fit here" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: checkins_of(app)[0].topic.startswith(MARKUP))
        await on_top(pilot, HomeScreen)
        assert not any(control in seen(app) for control in FORBIDDEN)
