"""Another format: tried until a day, then kept, changed or let go; seen on page and in a review."""

from datetime import timedelta

from textual.widgets import Input

from coaching.record.agreement import Agreement
from coaching.record.trial import Trial
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
from tui.relationship.screen import RelationshipScreen
from tui.review.desk import Reviews, open_review
from tui.review.walk import ReviewWalk
from tui.trial.desk import OneTrial, Trials
from tui.trial.form import TryFormat, TryLonger
from tui.widgets.rows import Rows

TODAY = NOW.date()
LATER = TODAY + timedelta(days=42)


def trials_of(app: HeardApp) -> tuple[Trial, ...]:
    return records_of(app).all(Trial)


async def test_a_walk_is_tried_from_the_page_for_three_check_ins_then_longer_then_kept() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("T")
        await on_top(pilot, Trials)
        await pilot.press("enter")
        await on_top(pilot, TryFormat)
        assert app.screen.query_one("#field-until Input", Input).value == "Tue 5 Jan 2027"
        await write(pilot, "a walk")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: trials_of(app))
        await on_top(pilot, Trials)
        assert trials_of(app)[0].until == LATER
        await pilot.press("escape", "4")
        await shows(pilot, "Another format, until Tue 5 Jan 2027: a walk")
        await pilot.press("T")
        await on_top(pilot, OneTrial)
        await shows(pilot, "Keep it, change it, or back to how it was?")
        await pilot.press("down", "down", "down", "enter")
        await on_top(pilot, TryLonger)
        await write(pilot, "+5w")
        await pilot.press("enter")
        await until(pilot, lambda: trials_of(app)[0].until == TODAY + timedelta(days=35))
        await on_top(pilot, OneTrial)
        await pilot.press("home", "enter")
        await until(pilot, lambda: trials_of(app)[0].end == "keep")
        await shows(pilot, "kept, Tue 24 Nov 2026")
        await pilot.press("u")
        await until(pilot, lambda: trials_of(app)[0].end is None)


async def test_home_says_on_its_day_that_it_is_to_be_decided_and_enter_opens_it() -> None:
    old = Trial(id="t", what="[b] walk", since=TODAY - timedelta(days=42), until=TODAY)
    app = app_for(vault_of(person(BEN).put(old)))
    async with at_home(app) as pilot:
        await shows(pilot, "To decide with Ben Lindqvist today: [b] walk")
        assert "to decide: [b] walk" in seen(app)
        await pilot.press("0", "enter")
        await on_top(pilot, OneTrial)
        await pilot.press("home", "enter")
        await until(pilot, lambda: trials_of(app)[0].end == "keep")
        await pilot.press("escape")
        await until(pilot, lambda: "[b] walk" not in seen(app))


async def test_its_day_is_a_notice_and_a_line_of_the_review_and_a_change_is_one_deed() -> None:
    old = Trial(id="t", what=MARKUP, since=TODAY - timedelta(days=42), until=TODAY)
    agreement = Agreement(id="a", since=TODAY, purpose="To lead a project.")
    app = app_for(vault_of(person(BEN).put(old, agreement)))
    async with at_home(app, (100, 30)) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("n", "enter", "enter")
        await on_top(pilot, OneTrial)
        assert MARKUP in seen(app)
        await pilot.press("escape", "escape", "escape")
        await opened(pilot, open_review, Reviews)
        await pilot.press("enter")
        await on_top(pilot, ReviewWalk)
        await pilot.press("down", "1", "enter")
        await on_top(pilot, OneTrial)
        keys = [row.key for row in app.screen.query_one(Rows).rows]
        assert keys[:4] == ["keep", "change", "back", "longer"]
        await pilot.press("down", "enter")
        await on_top(pilot, TryFormat)
        fill(app, "what", "half as long")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(trials_of(app)) == 2)
        assert [(one.what, one.end) for one in trials_of(app)] == [
            (MARKUP, "change"),
            ("half as long", None),
        ]
