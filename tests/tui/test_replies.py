"""Replies owed in both directions: noted, due by the agreed time, answered, let go, undone."""

from datetime import date, timedelta

import pytest
from textual.widgets import Input

from coaching.record.base import Side
from coaching.record.reply import Reply
from coaching.verbs import agreements, replies
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
from tests.tui.hostile_texts import FORBIDDEN, MIXED
from tui.home.screen import HomeScreen
from tui.relationship.screen import RelationshipScreen
from tui.reply.desk import OneReply, Replies
from tui.reply.form import AnsweredOn, OweReply

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def replies_of(app: HeardApp) -> list[Reply]:
    """As they stand in the record, oldest first."""
    return sorted(told(app).named(BEN).all(Reply), key=lambda one: one.since)


def owing(owes: Side = "me", days: int = 10, about: str = "the draft") -> HeardApp:
    """Ben, with whom a reply has been owed for some days."""
    ben = person(next_one="fri 3pm")
    since = TODAY - timedelta(days=days)
    done = replies.owe(
        ben,
        reply_id=new_id(),
        owes=owes,
        since=since,
        today=TODAY,
        about=about,
    )
    return app_for(vault_of(done.workbook))


async def test_a_reply_i_owe_is_noted_from_home_in_three_keys_by_the_usual_time() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("r")
        await on_top(pilot, Replies)
        await shows(pilot, "within 3 working days")
        await pilot.press("enter")
        await on_top(pilot, OweReply)
        await shows(pilot, "By your reply time that is Fri 27 Nov 2026")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: replies_of(app))
        (reply,) = replies_of(app)
        assert (reply.owes, reply.since, reply.due) == ("me", TODAY, date(2026, 11, 27))
        assert app.heard[-1] == "You owe Ben Lindqvist a reply by Fri 27 Nov 2026."
        await pilot.press("u")
        await until(pilot, lambda: not replies_of(app))


async def test_the_agreed_reply_time_and_a_day_of_ones_own_both_count() -> None:
    ben = agreements.write(person(), new_id=new_id(), today=TODAY, reply_days=1).workbook
    app = app_for(vault_of(ben))
    async with at_home(app) as pilot:
        await pilot.press("r", "j", "enter")
        await on_top(pilot, OweReply)
        await write(pilot, "the slides")
        app.screen.query_one("#field-when Input", Input).value = "yesterday"
        await shows(pilot, "that is Tue 24 Nov 2026")
        app.screen.query_one("#field-due Input", Input).value = "+1w"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: replies_of(app))
        (reply,) = replies_of(app)
        assert (reply.owes, reply.about) == ("them", "the slides")
        assert (reply.since, reply.due) == (TODAY - timedelta(days=1), date(2026, 12, 1))


async def test_a_wrong_day_is_said_beside_it_and_the_words_come_back_as_a_draft() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("r", "enter")
        await on_top(pilot, OweReply)
        await write(pilot, "the draft")
        for wrong in ("tomorrow", "", "[/x]"):
            app.screen.query_one("#field-when Input", Input).value = wrong
            await pilot.press("ctrl+s")
            await shows(pilot, "! ")
        app.screen.query_one("#field-when Input", Input).value = "today"
        app.screen.query_one("#field-due Input", Input).value = "20 nov 2026"
        await pilot.press("ctrl+s")
        await shows(pilot, "! ")
        assert replies_of(app) == []
        await pilot.press("escape")
        await on_top(pilot, Replies)
        await pilot.press("enter")
        await on_top(pilot, OweReply)
        await shows(pilot, "the draft")


async def test_the_next_step_on_home_opens_the_reply_and_answers_it() -> None:
    app = owing()
    async with at_home(app) as pilot:
        assert "waits for a reply from you" in seen(app)
        assert "the draft" not in seen(app)
        await pilot.press("enter")
        await on_top(pilot, OneReply)
        await shows(pilot, "the draft")
        await pilot.press("enter")
        await until(pilot, lambda: replies_of(app)[0].answered == TODAY)
        await on_top(pilot, HomeScreen)
        await pilot.press("u")
        await until(pilot, lambda: replies_of(app)[0].is_open)


@pytest.mark.parametrize("owes", ["me", "them"])
async def test_asked_again_answered_on_another_day_owed_again_and_let_go(owes: Side) -> None:
    app = owing(owes)
    async with at_home(app) as pilot:
        await pilot.press("r", "enter")
        await on_top(pilot, OneReply)
        await pilot.press("j", "j", "enter")
        await until(pilot, lambda: replies_of(app)[0].asked == (TODAY,))
        await pilot.press("home", "j", "enter")
        await on_top(pilot, AnsweredOn)
        app.screen.query_one("#field-when Input", Input).value = "yesterday"
        await pilot.press("enter")
        await until(pilot, lambda: replies_of(app)[0].answered == TODAY - timedelta(days=1))
        await shows(pilot, "Owed again")
        await pilot.press("home", "enter")
        await until(pilot, lambda: replies_of(app)[0].is_open)
        await shows(pilot, "Not needed any more")
        await pilot.press("end", "k", "enter")
        await until(pilot, lambda: replies_of(app)[0].let_go == TODAY)


async def test_the_persons_page_opens_replies_with_the_same_key_and_any_words_are_safe() -> None:
    app = app_for(vault_of(person()))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("r", "enter")
        await on_top(pilot, OweReply)
        await paste(pilot, MIXED)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: replies_of(app))
        await on_top(pilot, Replies)
        await pilot.press("home", "enter")
        await on_top(pilot, OneReply)
        assert not any(control in seen(app) for control in FORBIDDEN)
