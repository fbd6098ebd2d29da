"""The agreement: guided and short, the question about power and age, yes, versions, the page."""

from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from coaching.record.agreement import Agreement
from coaching.record.goal import Goal
from coaching.record.workbook import MINE
from coaching.verbs import agreements
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shared_content,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import MARKUP
from tests.tui.practice import BEN, opened, records_of
from tui.agreement.desk import AgreementDesk, open_agreement
from tui.agreement.forms import LinesForm
from tui.agreement.goals import GoalForm, Goals, OneGoal, open_goals
from tui.agreement.page import AgreementPage
from tui.agreement.ties import TiesForm
from tui.agreement.versions import OneVersion, Versions
from tui.guide.contacts import ContactsScreen
from tui.relationship.note import NoteForm
from tui.relationship.screen import RelationshipScreen
from tui.setup.write_out import WriteOut
from tui.widgets.rows import Rows

TODAY = NOW.date()
WORDS = shared_content().agreement
LONG = " ".join(f"word{number}" for number in range(400))


def agreed(**lines: Any) -> HeardApp:
    """Ben, who has no ties, with a version to which both said yes, made of these lines."""
    book = agreements.answer_ties(person(BEN), ties=()).workbook
    book = agreements.write(book, new_id="v1", today=TODAY, **lines).workbook
    for side in ("me", "them"):
        book = agreements.say_yes(book, side=side, today=TODAY).workbook
    return app_for(vault_of(book))


def latest(app: HeardApp) -> Agreement:
    found = agreements.latest(records_of(app))
    assert found is not None
    return found


async def at_agreement(pilot: Pilot[None]) -> None:
    await opened(pilot, open_agreement, AgreementDesk)


async def test_from_bens_page_the_guide_leads_through_all_six_parts() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "a")
        await on_top(pilot, AgreementDesk)
        await pilot.press("enter")
        await on_top(pilot, TiesForm)
        await pilot.press("enter")
        await shows(pilot, "Part 1 of 6: What this is for")
        assert "us two: may go on a page you make for Ben" in seen(app)
        await write(pilot, "To lead")
        await pilot.press("tab", *"talk", "enter", *"plan")
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 2 of 6: How we meet")
        assert latest(app).purpose == "To lead"
        assert [goal.what for goal in records_of(app).all(Goal)] == ["talk", "plan"]
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 3 of 6")
        assert "What we discuss stays between us" in seen(app)
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 4 of 6")
        assert latest(app).confidentiality == WORDS.confidentiality
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 5 of 6")
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 6 of 6")
        await pilot.press("ctrl+s")
        await on_top(pilot, AgreementDesk)
        written = latest(app)
        assert (written.version, written.review_on) == (1, TODAY + timedelta(days=90))
        assert records_of(app).relationship.ties == ()


async def test_a_step_left_in_the_middle_loses_nothing_and_another_day_goes_on() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter", "enter")
        await shows(pilot, "Part 1 of 6")
        await write(pilot, "To lead")
        await pilot.press("escape")
        await on_top(pilot, AgreementDesk)
        assert agreements.latest(records_of(app)) is None
        await pilot.press("enter")
        await shows(pilot, "What you typed before is back.")
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 2 of 6")
        await pilot.press("escape")
        await on_top(pilot, AgreementDesk)
        assert latest(app).purpose == "To lead"


async def test_the_short_form_has_seven_lines_and_keeps_odd_words_as_words() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("down", "enter", "enter")
        await shows(pilot, "short form")
        await write(pilot, MARKUP)
        await pilot.press("tab", "tab", *"soon", "ctrl+s")
        await shows(pilot, "! Write a number of working days: 3.")
        await pilot.press(*["backspace"] * 4, "5", "ctrl+s")
        await on_top(pilot, AgreementDesk)
        written = latest(app)
        assert (written.purpose, written.reply_days) == (MARKUP, 5)
        assert written.confidentiality == WORDS.confidentiality
        assert written.review_on is None
        await shows(pilot, "nobody said yes yet")
        await pilot.press("u")
        await until(pilot, lambda: agreements.latest(records_of(app)) is None)


async def test_power_and_age_are_asked_once_and_say_what_follows() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter")
        await on_top(pilot, TiesForm)
        assert "only me" in seen(app)
        await pilot.press("1")
        await shows(pilot, "Not for appraisal.")
        await pilot.press("ctrl+s")
        await on_top(pilot, LinesForm)
        assert records_of(app).relationship.ties == ("assess_or_pay",)
        await pilot.press("escape")
        await on_top(pilot, AgreementDesk)
        await shows(pilot, "Two hats.")
        await pilot.press("enter")
        await on_top(pilot, LinesForm)


async def test_under_18_the_safety_contact_comes_first() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter")
        await on_top(pilot, TiesForm)
        await pilot.press("2", "ctrl+s")
        await on_top(pilot, ContactsScreen)
        assert "First, the safety contact of the programme: n notes it." in app.heard
        await pilot.press("escape")
        await on_top(pilot, LinesForm)
        assert records_of(app).relationship.ties == ("under_18",)
        assert not told(app).vault.open(MINE).tables


async def test_the_first_note_asks_about_power_and_age_and_the_second_does_not() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "t")
        await on_top(pilot, NoteForm)
        await write(pilot, "a word")
        await pilot.press("ctrl+s")
        await on_top(pilot, TiesForm)
        await pilot.press("3", "enter")
        await on_top(pilot, RelationshipScreen)
        assert records_of(app).relationship.ties == ("family_or_friend",)
        await pilot.press("t")
        await on_top(pilot, NoteForm)
        await write(pilot, "another word")
        await pilot.press("ctrl+s")
        await on_top(pilot, RelationshipScreen)


async def test_both_say_yes_and_a_change_begins_a_version_that_shows_what_changed() -> None:
    app = agreed(purpose="To lead", hours="9 to 17")
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await shows(pilot, "agreed Tue 24 Nov 2026")
        await pilot.press("down", "down", "down", "down", "enter")
        await shows(pilot, "Agreement: What this is for")
        await pilot.press("end", *" well", "ctrl+s")
        await on_top(pilot, AgreementDesk)
        await until(pilot, lambda: latest(app).version == 2)
        assert (latest(app).purpose, latest(app).hours) == ("To lead well", "9 to 17")
        assert latest(app).agreed_on is None
        await shows(pilot, "nobody said yes yet")
        await pilot.press("home", "down", "enter")
        await until(pilot, lambda: latest(app).yes_me == TODAY)
        assert app.screen.query_one(Rows).key == "page"  # a second enter takes no yes back
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: latest(app).agreed_on == TODAY)
        await pilot.press("end", "up", "up", "enter")
        await on_top(pilot, Versions)
        await shows(pilot, "Version 1, Tue 24 Nov 2026")
        await pilot.press("home", "enter")
        await on_top(pilot, OneVersion)
        assert "1 line changed since version 1:" in seen(app)
        await shows(pilot, "was  To lead")
        assert "now  To lead well" in seen(app)


async def test_what_another_window_wrote_meanwhile_stays() -> None:
    app = agreed(purpose="To lead", hours="9 to 17")
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("down", "down", "down", "down", "enter")
        await shows(pilot, "Agreement: What this is for")
        told(app).coach().do(
            records_of(app).id,
            lambda book: agreements.write(book, new_id="v2", today=TODAY, roles="mentor only"),
        )
        await pilot.press("end", *" well", "ctrl+s")
        await until(pilot, lambda: latest(app).purpose == "To lead well")
        assert latest(app).roles == "mentor only"


async def test_the_page_to_sign_holds_lines_for_both_and_nothing_leaves_by_looking() -> None:
    app = agreed(purpose=LONG)
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter")
        await on_top(pilot, AgreementPage)
        assert "# How we work together: Ben Lindqvist" in seen(app)
        shown = "".join(line.strip("│ ▁▂▃▄▅▆▇") for line in seen(app).splitlines())
        assert "".join(LONG.split())[:300] in "".join(shown.split())
        await pilot.press("shift+tab", *"Ana")
        await shows(pilot, "# How we work together: Ana and Ben Lindqvist")
        assert app.clipboard == ""
        await pilot.press("escape", "c")
        await until(pilot, lambda: LONG in app.clipboard)
        assert "Ana: said yes on Tue 24 Nov 2026" in app.clipboard
        await pilot.press("w")
        await on_top(pilot, WriteOut)
        assert "agreement-2026-11-24.md" in seen(app)


async def test_a_goal_is_written_in_whose_words_reached_and_taken_up_again() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_goals, Goals)
        await pilot.press("enter")
        await on_top(pilot, GoalForm)
        await write(pilot, "give a talk")
        await pilot.press("tab", "3", "enter")
        await on_top(pilot, Goals)
        await until(pilot, lambda: records_of(app).all(Goal))
        assert records_of(app).all(Goal)[0].author == "both"
        await shows(pilot, "give a talk")
        await pilot.press("down", "enter")
        await on_top(pilot, OneGoal)
        await pilot.press("enter")
        await until(pilot, lambda: records_of(app).all(Goal)[0].end == "reached")
        await shows(pilot, "reached Tue 24 Nov 2026")
        await pilot.press("home", "enter")
        await until(pilot, lambda: records_of(app).all(Goal)[0].end is None)


async def test_more_than_three_goals_at_once_are_refused_and_kept_as_typed() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter", "enter")
        await shows(pilot, "Part 1 of 6")
        await pilot.press("tab", "a", "enter", "b", "enter", "c", "enter", "d", "ctrl+s")
        await shows(pilot, "! 4 goals; 3 are enough to begin.")
        assert not records_of(app).all(Goal)


@pytest.mark.parametrize("size", [(40, 10), (200, 60)])
async def test_it_works_small_and_large(size: tuple[int, int]) -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, size) as pilot:
        await at_agreement(pilot)
        await pilot.press("enter", "enter")
        await shows(pilot, "Part 1 of 6")
        await write(pilot, "To lead")
        await shows(pilot, "To lead")
        await pilot.press("ctrl+s")
        await shows(pilot, "Part 2 of 6")
        assert latest(app).purpose == "To lead"
