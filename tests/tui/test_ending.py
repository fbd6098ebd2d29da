"""Phases and endings: announced, tied up, ended well, and one friendly word later."""

from datetime import timedelta
from functools import partial

import pytest

from coaching.due import due
from coaching.record.checkin import Checkin
from coaching.record.parting import Parting
from coaching.record.promise import Promise
from coaching.verbs import agreements, partings
from tests.tui.app_for import (
    NOW,
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
    write,
)
from tests.tui.hostile_texts import MARKUP
from tests.tui.practice import BEN, fill, opened, records_of
from tui.agreement.desk import AgreementDesk
from tui.ending.desk import Ending, open_ending
from tui.ending.forms import Announce, EndWell, Goodbye, LooseEnds, PlanClosing
from tui.ending.phases import Phases, open_phases
from tui.ending.to_copy import ToCopy
from tui.ending.ways import WayForm
from tui.home.screen import HomeScreen
from tui.relationship.screen import RelationshipScreen
from tui.widgets.ask import Ask

TODAY = NOW.date()


def parting_of(app: HeardApp) -> Parting:
    (found,) = records_of(app).all(Parting)
    return found


def announced_app() -> HeardApp:
    """Ben, with whom an ending is announced for today, and a check-in on Friday."""
    book = person(BEN, next_one="fri 3pm")
    book = partings.announce(book, parting_id="p", today=TODAY, ends=TODAY).workbook
    return app_for(vault_of(book))


async def test_an_ending_is_announced_tied_up_and_said_goodbye_for() -> None:
    app = app_for(vault_of(person(BEN, next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "E")
        await on_top(pilot, Ending)
        assert "no reason is needed" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, Announce)
        await write(pilot, "18 dec")
        await pilot.press("enter")
        await on_top(pilot, Ending)
        assert parting_of(app).ends is not None
        assert records_of(app).relationship.phase == "parting"
        await shows(pilot, "1 check-in lies before the last day. Two give time to end well.")
        await pilot.press("down", "enter")
        await on_top(pilot, PlanClosing)
        await write(pilot, "tue 3pm")
        await pilot.press("enter")
        await shows(pilot, "Tue 1 Dec 2026")
        assert "closing" in [one.kind for one in records_of(app).all(Checkin)]
        assert "Two give time" not in seen(app)
        await pilot.press("down", "enter")
        await on_top(pilot, LooseEnds)
        assert "us two: may go on a page you make for Ben" in seen(app)
        await write(pilot, MARKUP)
        await pilot.press("tab", *"the talk", "tab", *"friends", "enter")
        await on_top(pilot, Ending)
        kept = parting_of(app)
        assert (kept.loose_ends, kept.thanks, kept.from_now) == (MARKUP, "the talk", "friends")
        await pilot.press("down", "down", "enter")
        await on_top(pilot, Goodbye)
        assert "only me, until you copy it" in seen(app)
        await write(pilot, "Thank you.")
        await pilot.press("ctrl+s")
        await shows(pilot, "Copy the message")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.clipboard == "Thank you.")


async def test_the_friendly_word_is_planned_only_where_both_want_it_and_stands_on_home() -> None:
    app = announced_app()
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("end", "up", "enter")
        await on_top(pilot, EndWell)
        await pilot.press("2", "enter")
        await on_top(pilot, Ending)
        await until(pilot, lambda: parting_of(app).ended == TODAY)
        later = TODAY + timedelta(days=75)
        planned = [one for one in records_of(app).all(Checkin) if one.id == parting_of(app).checkin]
        assert [one.planned.day for one in planned if one.planned] == [later]
        assert records_of(app).relationship.state == "ended"
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        await shows(pilot, "a friendly word")
        assert "Fri 27" not in seen(app)
        found = due(told(app).vault.overview(), NOW, timedelta(days=100))
        assert [(one.kind, one.day) for one in found] == [("check-in", later)]
        await opened(pilot, open_ending, Ending)
        await shows(pilot, "You both want a friendly word")
        await pilot.press("home", "enter")
        await until(pilot, lambda: parting_of(app).followed == TODAY)
        await shows(pilot, "A friendly word was sent")
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        await until(pilot, lambda: "a friendly word" not in seen(app))


async def test_without_both_nothing_is_planned_and_it_can_be_taken_up_again() -> None:
    app = announced_app()
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("end", "up", "enter")
        await on_top(pilot, EndWell)
        await pilot.press("enter")
        await until(pilot, lambda: parting_of(app).ended == TODAY)
        assert (parting_of(app).follow_up, parting_of(app).checkin) == (None, None)
        await shows(pilot, "Take it up again")
        await pilot.press("end", "enter")
        await until(pilot, lambda: records_of(app).relationship.state == "active")
        assert records_of(app).relationship.phase == "growing"


async def test_go_on_after_all_and_back_with_u() -> None:
    app = announced_app()
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("end", "enter")
        await until(pilot, lambda: not records_of(app).all(Parting))
        assert records_of(app).relationship.phase == "growing"
        await pilot.press("u")
        await until(pilot, lambda: records_of(app).all(Parting))


async def test_other_ways_come_before_an_ending_and_a_sudden_one_asks_once() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("down", "enter")
        await on_top(pilot, WayForm)
        await write(pilot, "the introduction")
        await pilot.press("ctrl+s")
        await on_top(pilot, ToCopy)
        assert records_of(app).relationship.state == "paused"
        await pilot.press("c", "escape")
        assert "Thank you for the introduction. I would like us to pause" in app.clipboard
        await pilot.press("u")
        await until(pilot, lambda: records_of(app).relationship.state == "active")
        await pilot.press("down", "enter")
        await on_top(pilot, WayForm)
        fill(app, "every", "4w")
        await pilot.press("ctrl+s")
        await on_top(pilot, ToCopy)
        rhythm = records_of(app).relationship.rhythm
        assert rhythm is not None
        assert rhythm.every.days == 28
        await pilot.press("escape", "down", "down", "down", "enter")
        await on_top(pilot, AgreementDesk)
        await pilot.press("escape", "end", "enter")
        await on_top(pilot, Ask)
        await pilot.press("escape")
        assert records_of(app).relationship.state == "active"
        await pilot.press("enter", "enter")
        await until(pilot, lambda: records_of(app).relationship.state == "ended")
        assert not records_of(app).all(Parting)


async def test_with_somebody_under_18_the_programme_runs_it() -> None:
    book = agreements.answer_ties(person(BEN), ties=("under_18",)).workbook
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await shows(pilot, "the programme lead runs the ending")
        assert "End it now" not in seen(app)
        await pilot.press("end", "up", "enter")
        await shows(pilot, "Please lead the ending")
        await pilot.press("c", "escape")
        assert app.clipboard.startswith("I think the mentoring with Ben should end.")


async def test_another_match_is_one_deed_with_a_message_without_fault() -> None:
    promise = Promise(id="p", what="the letter", whose="me", made=TODAY, by=TODAY)
    app = app_for(vault_of(person(BEN).put(promise)))
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("down", "down", "down", "down", "enter")
        await on_top(pilot, WayForm)
        await shows(pilot, "us two: stands in the message")
        fill(app, "thanks", "asking me what I wanted")
        fill(app, "loose_ends", "references")
        await shows(pilot, "No day is seen")
        fill(app, "on", "18 dec")
        await pilot.press("ctrl+s")
        await on_top(pilot, ToCopy)
        await pilot.press("c", "escape")
        parting = parting_of(app)
        assert parting.message == app.clipboard
        assert (parting.thanks, parting.loose_ends) == ("asking me what I wanted", "references")
        assert parting.ends is not None
        assert "our last day is Fri 18 Dec 2026" in parting.message
        assert records_of(app).relationship.phase == "parting"
        await pilot.press("u")
        await until(pilot, lambda: not records_of(app).all(Parting))


async def test_after_harm_an_office_carries_it_without_a_talk_or_a_message_to_the_other() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, partial(open_ending, care=True), Ending)
        await shows(pilot, "there is no closing talk")
        for never in ("closing check-in", "Instead:", "goodbye", "Announce"):
            assert never not in seen(app)
        await pilot.press("enter")
        await shows(pilot, "I do not want a talk with them")
        await pilot.press("c", "escape")
        assert "Please tell them, and tell me once it is done." in app.clipboard
        assert not records_of(app).all(Parting)


async def test_a_last_day_that_has_passed_is_refused() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_ending, Ending)
        await pilot.press("enter")
        await on_top(pilot, Announce)
        await write(pilot, "1 jan 2020")
        await pilot.press("enter")
        await shows(pilot, "! ")
        assert not records_of(app).all(Parting)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (200, 60)])
async def test_the_phase_is_one_key_and_parting_leads_to_the_ending(size: tuple[int, int]) -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, size) as pilot:
        await pilot.press("1", "enter", "W")
        await on_top(pilot, Phases)
        await pilot.press("down", "enter")
        await until(pilot, lambda: records_of(app).relationship.phase == "growing")
        assert records_of(app).relationship.phase_since == TODAY
        await shows(pilot, "● Growing")
        await pilot.press("down", "enter")
        await on_top(pilot, Ending)
        await pilot.press("escape", "escape")
        await on_top(pilot, RelationshipScreen)
        assert records_of(app).relationship.phase == "growing"


async def test_when_needs_have_changed_they_agree_anew() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_phases, Phases)
        await pilot.press("end", "up", "enter")
        await on_top(pilot, AgreementDesk)
