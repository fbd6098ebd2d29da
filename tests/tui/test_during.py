"""During a check-in and after it: the calm page, one-line capture, the few answers, three keys."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from textual.widgets import Input

from coaching.agenda.build import agenda_of
from coaching.moments import Moment
from coaching.record.agenda_item import AgendaItem
from coaching.record.base import Audience
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.workbook import Workbook
from coaching.verbs import celebrations, checkins, preparing
from data.clock import FixedClock
from tests.tui.app_for import (
    NOW,
    ZONE,
    HeardApp,
    app_for,
    at_home,
    new_id,
    on_top,
    paste,
    person,
    seen,
    shared_content,
    shows,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import FORBIDDEN, MARKUP, MIXED
from tests.tui.practice import opened
from tui.app import TrothApp
from tui.checkin.beats import begun, timed
from tui.checkin.capture import CaptureCelebration, CaptureNote, CapturePromise
from tui.checkin.during import DuringScreen
from tui.checkin.held import HeldForm
from tui.checkin.log import LogCheckin
from tui.home.screen import HomeScreen
from tui.relationship.correct import CorrectCheckin
from tui.relationship.opening import open_one_checkin
from tui.relationship.screen import RelationshipScreen
from tui.widgets.choice import Choice

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def ben(**prepared: str) -> Workbook:
    """Ben, met today at nine for a regular check-in, with a line he brought."""
    book = person(next_one="today 9am")
    (checkin,) = book.all(Checkin)
    book = book.put(checkin.changed(kind="regular", **prepared))
    return preparing.add(book, item_id=new_id(), what="the budget", by="them", today=TODAY).workbook


def recorded(app: HeardApp) -> Workbook:
    """As it stands in the record."""
    return told(app).named(BEN)


def held_of(app: HeardApp) -> Checkin | None:
    """The check-in, once it is held."""
    held = [one for one in recorded(app).all(Checkin) if one.outcome == "held"]
    return held[0] if held else None


async def test_the_calm_page_shows_the_beats_by_the_clock_and_what_stands_under_each() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("d")
        await on_top(pilot, DuringScreen)
        await shows(pilot, "Look at them, not at me. Notes can wait.")
        await shows(pilot, "09:14, begun 09:00, about 45 minutes")
        lines = seen(app).splitlines()
        (now,) = [line for line in lines if line.rstrip("│ ").endswith(" now")]
        assert "09:08  What Ben brings" in now
        assert "22 min" in now
        await shows(pilot, "the budget (from Ben)")
        await pilot.press("down")
        await until(pilot, lambda: "the budget (from Ben)" not in seen(app))
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)


async def test_the_page_follows_the_clock() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("d")
        await on_top(pilot, DuringScreen)
        later = NOW + timedelta(minutes=20)
        app.world.clock = FixedClock(later, ZONE)
        app.time_changed.publish(later)
        await shows(pilot, "09:34, begun 09:00")
        (now,) = [one for one in seen(app).splitlines() if one.rstrip("│ ").endswith(" now")]
        assert "Feedback both ways" in now
        assert "▌" in now


@pytest.mark.parametrize(
    ("opened", "start"), [("09:20", "09:00"), ("08:50", "08:50"), ("11:00", "11:00")]
)
def test_beats_are_counted_from_the_agreed_time_while_it_runs(opened: str, start: str) -> None:
    book = ben()
    (checkin,) = book.all(Checkin)
    agenda = agenda_of(book, checkin, NOW, shared_content())
    at = datetime.combine(TODAY, time.fromisoformat(opened), NOW.tzinfo)
    found = timed(agenda, begun(agenda.wall, agenda.minutes, at))
    assert f"{found[0].begins:%H:%M}" == start
    assert found[-1].ends - found[0].begins == timedelta(minutes=agenda.minutes)
    assert all(one.ends == after.begins for one, after in pairwise(found))


@pytest.mark.parametrize(
    ("typed", "what", "by"),
    [
        ("an introduction to Priya by fri", "an introduction to Priya", date(2026, 11, 27)),
        ("read the book by Sue", "read the book by Sue", date(2026, 12, 8)),
        ("stand by me by 1 dec", "stand by me", date(2026, 12, 1)),
    ],
)
async def test_a_promise_is_kept_in_one_line_and_read_back(typed: str, what: str, by: date) -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("d", "p")
        await on_top(pilot, CapturePromise)
        await write(pilot, typed)
        await shows(pilot, f"→ {what}, by {by:%a} {by.day} {by:%b %Y}")
        await pilot.press("enter")
        await until(pilot, lambda: recorded(app).all(Promise))
        (promise,) = recorded(app).all(Promise)
        assert (promise.what, promise.whose, promise.by) == (what, "me", by)
        await on_top(pilot, DuringScreen)
        await pilot.press("u")
        await until(pilot, lambda: not recorded(app).all(Promise))


async def test_a_promise_without_any_day_asks_for_one_and_keeps_the_words() -> None:
    app = app_for(vault_of(person(every="")))
    async with at_home(app) as pilot:
        await pilot.press("d", "p")
        await on_top(pilot, CapturePromise)
        await write(pilot, "a page")
        await pilot.press("enter")
        await shows(pilot, "! Add the day")
        await pilot.press("escape", "p")
        await shows(pilot, "a page")
        await write(pilot, " by +1w")
        await pilot.press("shift+tab", "2", "ctrl+s")
        await until(pilot, lambda: recorded(app).all(Promise))
        assert recorded(app).all(Promise)[0].whose == "them"


async def test_a_celebration_and_a_note_are_kept_without_leaving_and_any_text_is_safe() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("d", "w")
        await on_top(pilot, CaptureCelebration)
        await paste(pilot, MIXED)
        await pilot.press("enter")
        await until(pilot, lambda: recorded(app).all(Celebration))
        (one,) = recorded(app).all(Celebration)
        assert one.act.startswith(MARKUP)
        assert (one.whose, one.on, one.told) == ("them", TODAY, None)
        await pilot.press("t")
        await on_top(pilot, CaptureNote)
        assert "only me" in seen(app)
        await write(pilot, "tired today")
        await pilot.press("enter")
        await until(pilot, lambda: recorded(app).all(Note))
        (note,) = recorded(app).all(Note)
        assert (note.text, note.about, note.audience) == ("tired today", TODAY, Audience.ONLY_ME)
        await on_top(pilot, DuringScreen)
        assert not any(control in seen(app) for control in FORBIDDEN)


async def test_a_line_that_was_talked_about_leaves_the_page() -> None:
    book = celebrations.celebrate(
        ben(), celebration_id=new_id(), act="her first talk", whose="them", on=TODAY
    ).workbook
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        await pilot.press("d")
        await shows(pilot, "the budget (from Ben)")
        await pilot.press("enter", "space")
        await until(pilot, lambda: recorded(app).all(AgendaItem)[0].settled == TODAY)
        await until(pilot, lambda: "the budget" not in seen(app))
        await pilot.press("escape", "down", "down")
        await shows(pilot, "her first talk")
        await pilot.press("tab", "space")
        await until(pilot, lambda: recorded(app).all(Celebration)[0].told == TODAY)
        await pilot.press("u", "u")
        await until(pilot, lambda: recorded(app).all(AgendaItem)[0].settled is None)


async def test_logged_from_the_page_it_keeps_the_question_and_the_habit_and_closes() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("d", "c")
        await on_top(pilot, LogCheckin)
        await pilot.press("enter")
        await on_top(pilot, HeldForm)
        await pilot.press("enter")
        await until(pilot, lambda: held_of(app))
        held = held_of(app)
        assert held is not None
        assert (held.asked, held.habit, held.habit_went) == (
            "safe_enough",
            "ask_before_advising",
            None,
        )
        await on_top(pilot, HomeScreen)


async def test_a_question_taken_off_the_agenda_does_not_count_as_asked() -> None:
    app = app_for(vault_of(ben().put()))
    book = recorded(app)
    (checkin,) = book.all(Checkin)
    told(app).coach().do(
        book.id,
        lambda one: preparing.drop(one, checkin.id, "question:safe_enough"),
    )
    async with at_home(app) as pilot:
        await pilot.press("d", "c", "enter", "enter")
        await until(pilot, lambda: held_of(app))
        held = held_of(app)
        assert held is not None
        assert held.asked == ""


async def test_three_keys_from_home_log_it_and_claim_nothing_more() -> None:
    app = app_for(vault_of(ben(guess="the launch")))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter", "enter")
        await until(pilot, lambda: held_of(app))
        held = held_of(app)
        assert held is not None
        assert (held.asked, held.habit, held.habit_went, held.was) == ("", "", None, "")
        assert held.agenda_by is None
        assert "Kept with" not in app.heard[-1]
        assert recorded(app).all(Reply) == ()
        assert recorded(app).all(AgendaItem)[0].settled is None


async def test_one_answer_claims_neither_question_nor_habit() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter")
        await on_top(pilot, HeldForm)
        assert not app.screen.query_one("#due").display
        await pilot.press("tab", "tab", "4", "enter")
        await until(pilot, lambda: held_of(app))
        held = held_of(app)
        assert held is not None
        assert (held.agenda_by, held.asked, held.habit) == ("both", "", "")


async def test_after_it_habit_guess_lines_agenda_and_a_reply_owed_are_one_deed() -> None:
    app = app_for(vault_of(ben(guess="the launch")))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter")
        await on_top(pilot, HeldForm)
        await shows(pilot, "Ask before you advise. Did it happen?")
        assert "You guessed “the launch”." in seen(app)
        await pilot.press("tab", "3", "tab")
        await write(pilot, "her mother")
        await pilot.press("tab", "3", "tab", "2", "tab", "2")
        await until(pilot, lambda: app.screen.query_one("#due").display)
        await pilot.press("enter")
        await until(pilot, lambda: held_of(app))
        held = held_of(app)
        assert held is not None
        assert (held.habit, held.habit_went) == ("ask_before_advising", "partly")
        assert (held.was, held.agenda_by) == ("her mother", "them")
        assert recorded(app).all(AgendaItem)[0].settled == TODAY
        (reply,) = recorded(app).all(Reply)
        assert (reply.owes, reply.since, reply.due) == ("me", TODAY, date(2026, 11, 27))
        await on_top(pilot, HomeScreen)
        await pilot.press("u")
        await until(pilot, lambda: held_of(app) is None)
        assert recorded(app).all(Reply) == ()
        assert recorded(app).all(AgendaItem)[0].settled is None


async def test_a_few_words_can_be_given_later_and_taken_back() -> None:
    book = ben(guess="the launch", habit="play_back")
    (checkin,) = book.all(Checkin)
    held = Moment.of(NOW - timedelta(minutes=5), ZONE)
    app = app_for(vault_of(checkins.hold(book, checkin.id, held=held, now=NOW).workbook))

    def correcting(app: TrothApp, book: Workbook) -> None:
        open_one_checkin(app, book, checkin.id)

    async with at_home(app) as pilot:
        for went in ("yes", None):
            await opened(pilot, correcting, CorrectCheckin)
            app.screen.query_one("#went", Choice).value = went or ""
            app.screen.query_one("#field-was Input", Input).value = "her mother" if went else ""
            await pilot.press("ctrl+s")
            await on_top(pilot, HomeScreen)
            kept = held_of(app)
            assert kept is not None
            assert (kept.habit_went, kept.was) == (went, "her mother" if went else "")
            assert (kept.held, kept.habit) == (held, "play_back")


async def test_what_was_typed_after_it_comes_back() -> None:
    app = app_for(vault_of(ben(guess="the launch")))
    async with at_home(app) as pilot:
        await pilot.press("c", "enter")
        await on_top(pilot, HeldForm)
        await pilot.press("tab", "tab")
        await write(pilot, "her mother")
        await pilot.press("escape", "enter")
        await on_top(pilot, HeldForm)
        await shows(pilot, "her mother")
        assert held_of(app) is None
        app.screen.query_one("#field-to Input", Input).value = "soon"
        await pilot.press("enter")
        await shows(pilot, "! ")


async def test_what_was_on_their_mind_is_not_asked_of_a_side_that_may_be_hurt() -> None:
    book = ben(guess="the launch")
    book = book.put(Hurdle(id=new_id(), opened=TODAY, i_am="mentor", side="them"))
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        await pilot.press("1", "c", "enter")
        await on_top(pilot, HeldForm)
        assert "You guessed" not in seen(app)
        await pilot.press("escape", "escape", "b")
        await shows(pilot, "Regular check-in")
        assert "on the mind of" not in seen(app)


async def test_the_persons_page_opens_the_calm_page_with_the_same_key() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("d")
        await on_top(pilot, DuringScreen)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_beat_can_be_reached_at_any_size(size: tuple[int, int]) -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app, size) as pilot:
        await pilot.press("d")
        await on_top(pilot, DuringScreen)
        await shows(pilot, "Look at them, not at me.")
        await pilot.press("end")
        await shows(pilot, "Next date")
        await shows(pilot, "By your rhythm")
