"""Feedback in both directions: prepared, asked for, said, heard, answered, followed up."""

from coaching.record.feedback import Feedback
from coaching.record.promise import Promise
from coaching.record.reply import Reply
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
from tests.tui.hostile_texts import MARKUP, MIXED
from tests.tui.practice import BEN, fill, opened, records_of
from tui.feedback.compose import Compose
from tui.feedback.desk import FeedbackDesk, OneFeedback, Requests, open_feedback
from tui.feedback.forms import Answer, ChangedSince, Heard, Request, Say

TODAY = NOW.date()


def only(app: HeardApp) -> Feedback:
    (one,) = records_of(app).all(Feedback)
    return one


async def test_feedback_is_prepared_with_questions_and_then_said() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (80, 40)) as pilot:
        await opened(pilot, open_feedback, FeedbackDesk)
        await pilot.press("enter")
        await on_top(pilot, Compose)
        assert "Only you read them until you say or copy them." in seen(app)
        await write(pilot, "You are always late")
        await shows(pilot, "? Which day or meeting was it?")
        fill(app, "situation", "Tuesday's call")
        await until(pilot, lambda: "? Which day" not in seen(app))
        fill(app, "behaviour", MARKUP)
        fill(app, "impact", "everyone thinks so")
        await shows(pilot, "? What did it do for you yourself?")
        fill(app, "request", "join by nine")
        await pilot.press("ctrl+s")
        await on_top(pilot, FeedbackDesk)
        await until(pilot, lambda: records_of(app).all(Feedback))
        assert (only(app).said, only(app).behaviour) == (None, MARKUP)
        await shows(pilot, "prepared, only for you")
        await pilot.press("end", "enter")
        await on_top(pilot, OneFeedback)
        assert MARKUP in seen(app)
        await pilot.press("enter")
        await on_top(pilot, Say)
        fill(app, "when", "+3d")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "! " in seen(app))
        fill(app, "when", "today")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: only(app).said == TODAY)


async def test_a_narrow_request_makes_a_reply_owed_which_the_answer_settles() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (80, 40)) as pilot:
        await opened(pilot, open_feedback, FeedbackDesk)
        await pilot.press("down", "enter")
        await on_top(pilot, Requests)
        await pilot.press("enter")
        await on_top(pilot, Request)
        assert "Where you have more power, an answer is safer" in seen(app)
        fill(app, "by", "fri")
        await pilot.press("ctrl+s")
        await on_top(pilot, FeedbackDesk)
        await until(pilot, lambda: records_of(app).all(Feedback))
        (reply,) = records_of(app).all(Reply)
        assert only(app).asked == TODAY
        assert (reply.owes, reply.about) == ("them", only(app).asked_for)
        await shows(pilot, "asked today")
        await pilot.press("end", "enter")
        await on_top(pilot, OneFeedback)
        await pilot.press("enter")
        await on_top(pilot, Heard)
        fill(app, "heard", MIXED)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: only(app).said == TODAY)
        assert records_of(app).all(Reply)[0].answered == TODAY


async def test_an_answer_with_a_day_is_a_promise_and_what_changed_is_kept() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with at_home(app, (80, 40)) as pilot:
        await opened(pilot, open_feedback, FeedbackDesk)
        await pilot.press("down", "down", "enter")
        await on_top(pilot, Heard)
        fill(app, "heard", "you write too long")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: records_of(app).all(Feedback))
        await on_top(pilot, FeedbackDesk)
        await pilot.press("end", "enter")
        await on_top(pilot, OneFeedback)
        await pilot.press("down", "enter")
        await on_top(pilot, Answer)
        assert "Thanks, what you heard, what you will do" in seen(app)
        fill(app, "thanks", "thank you")
        fill(app, "will_do", "one page at most")
        fill(app, "will_not", "drop the figures")
        fill(app, "why", "the board needs them")
        fill(app, "by", "fri")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: only(app).answered == TODAY)
        (promise,) = records_of(app).all(Promise)
        assert (promise.whose, promise.what) == ("me", "one page at most")
        await on_top(pilot, OneFeedback)
        await pilot.press("down", "enter")
        await on_top(pilot, ChangedSince)
        fill(app, "changed", "he reads them now")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: only(app).changed_since == "he reads them now")
        assert (only(app).will_not, only(app).why) == ("drop the figures", "the board needs them")


async def test_at_40_by_10_feedback_is_written_and_left_half_done_without_loss() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (40, 10)) as pilot:
        await opened(pilot, open_feedback, FeedbackDesk)
        await pilot.press("enter")
        await on_top(pilot, Compose)
        await write(pilot, "the review")
        await pilot.press("escape")
        await on_top(pilot, FeedbackDesk)
        await pilot.press("enter")
        await on_top(pilot, Compose)
        await shows(pilot, "the review")
        assert not records_of(app).all(Feedback)
