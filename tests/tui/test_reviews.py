"""A review: each line of the agreement kept, changed or dropped, stopped and gone on with."""

from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Input

from coaching.record.agreement import Agreement
from coaching.record.review import Review
from coaching.verbs import agreements
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
from tests.tui.practice import BEN, opened, records_of
from tui.agreement.desk import AgreementDesk
from tui.relationship.screen import RelationshipScreen
from tui.review.desk import OneReview, Reviews, open_review
from tui.review.forms import ChangeLine, FinishReview
from tui.review.walk import ReviewWalk

TODAY = NOW.date()
SINCE = TODAY - timedelta(days=95)


def agreed_app() -> HeardApp:
    """Ben, with an agreement of four lines to which both said yes long ago."""
    book = agreements.answer_ties(person(BEN), ties=()).workbook
    book = agreements.write(
        book,
        new_id="v1",
        today=SINCE,
        purpose="To lead",
        cadence="Every second Thursday",
        reply_days=3,
        hours="9 to 17",
    ).workbook
    book = agreements.both_say_yes(book, today=SINCE).workbook
    return app_for(vault_of(book))


def decided(app: HeardApp) -> dict[str, str]:
    (review,) = records_of(app).all(Review)
    return {one.line: one.decision for one in review.lines}


def latest(app: HeardApp) -> Agreement:
    found = agreements.latest(records_of(app))
    assert found is not None
    return found


async def begun(pilot: Pilot[None]) -> None:
    await opened(pilot, open_review, Reviews)
    await pilot.press("enter")
    await on_top(pilot, ReviewWalk)
    await shows(pilot, "To lead")


async def test_line_by_line_kept_changed_and_dropped_it_becomes_a_new_version() -> None:
    app = agreed_app()
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "v")
        await on_top(pilot, Reviews)
        await pilot.press("enter")
        await on_top(pilot, ReviewWalk)
        await pilot.press("1")
        await until(pilot, lambda: decided(app) == {"purpose": "keep"})
        await shows(pilot, "Every second Thursday")
        await pilot.press("3")
        await until(pilot, lambda: decided(app)["cadence"] == "drop")
        await pilot.press("2")
        await on_top(pilot, ChangeLine)
        app.screen.query_one(Input).value = "many"
        await pilot.press("ctrl+s")
        await shows(pilot, "! Write a number of working days: 3.")
        app.screen.query_one(Input).value = "5"
        await pilot.press("ctrl+s")
        await on_top(pilot, ReviewWalk)
        await until(pilot, lambda: decided(app)["reply_days"] == "change")
        assert latest(app).reply_days == 3
        await pilot.press("up")
        await shows(pilot, "from now on")
        assert "5 working days" in seen(app)
        await pilot.press("end", "up", "enter")
        await on_top(pilot, FinishReview)
        assert "1 kept, 1 changed, 1 dropped" in seen(app)
        await pilot.press("tab", "2", "enter")
        await on_top(pilot, Reviews)
        new = latest(app)
        assert (new.version, new.purpose, new.cadence, new.reply_days, new.hours) == (
            2,
            "To lead",
            "",
            5,
            "9 to 17",
        )
        assert new.review_on == TODAY + timedelta(days=90)
        assert new.agreed_on == TODAY
        assert records_of(app).all(Review)[0].done == TODAY
        await pilot.press("down", "enter")
        await on_top(pilot, OneReview)
        assert "3 lines decided:" in seen(app)


async def test_it_can_be_stopped_at_any_line_and_goes_on_where_it_was() -> None:
    app = agreed_app()
    async with at_home(app) as pilot:
        await begun(pilot)
        await pilot.press("1", "escape")
        await on_top(pilot, Reviews)
        await pilot.press("escape")
        await opened(pilot, open_review, ReviewWalk)
        await shows(pilot, "kept")
        assert decided(app) == {"purpose": "keep"}
        await pilot.press("u")
        await until(pilot, lambda: decided(app) == {})
        await pilot.press("end", "enter")
        await until(pilot, lambda: not records_of(app).all(Review))
        assert latest(app).version == 1


async def test_an_emptied_line_is_dropped_and_odd_words_stay_words() -> None:
    app = agreed_app()
    async with at_home(app, (40, 10)) as pilot:
        await begun(pilot)
        await pilot.press("enter")
        await on_top(pilot, ChangeLine)
        await pilot.press("end", *["backspace"] * 7, "ctrl+s")
        await until(pilot, lambda: decided(app) == {"purpose": "drop"})
        await on_top(pilot, ReviewWalk)
        await pilot.press("home", "2")
        await on_top(pilot, ChangeLine)
        await pilot.press("end")
        await write(pilot, MARKUP)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: decided(app) == {"purpose": "change"})
        (review,) = records_of(app).all(Review)
        assert review.lines[0].words == f"To lead{MARKUP}"


async def test_without_an_agreement_it_says_what_is_missing_and_leads_there() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "v")
        await on_top(pilot, Reviews)
        assert "A review walks through the agreement" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, AgreementDesk)
        await pilot.press("escape")
        await on_top(pilot, RelationshipScreen)


async def test_a_day_that_has_passed_is_refused_and_nothing_is_finished() -> None:
    app = agreed_app()
    async with at_home(app) as pilot:
        await begun(pilot)
        await pilot.press("end", "up", "enter")
        await on_top(pilot, FinishReview)
        app.screen.query_one(Input).value = "3 jan 2020"
        await pilot.press("ctrl+s")
        await shows(pilot, "! ")
        assert records_of(app).all(Review)[0].done is None
