"""Say it or keep it: writing one down, and what the user does with it later."""

from coaching.agenda.build import agenda_of, next_checkin
from coaching.agenda.says import Line
from coaching.record.doubt import Doubt
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
from tests.tui.practice import opened
from tui.doubt.desk import Doubts, OneDoubt, open_doubts
from tui.doubt.form import DoubtForm
from tui.home.screen import HomeScreen

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def doubts_of(app: HeardApp) -> list[Doubt]:
    return list(told(app).named(BEN).all(Doubt))


def agenda_lines(app: HeardApp) -> list[Line]:
    ben = told(app).named(BEN)
    agenda = agenda_of(ben, next_checkin(ben, NOW), NOW, shared_content())
    return [line for beat in agenda.beats for line in beat.lines]


async def test_a_fear_is_written_and_lands_on_the_agenda_and_nowhere_on_home() -> None:
    app = app_for(vault_of(person(BEN, next_one="fri 3pm")))
    async with at_home(app) as pilot:
        await opened(pilot, open_doubts, Doubts)
        await pilot.press("enter")
        await on_top(pilot, DoubtForm)
        assert "only me: it stands on no page for Ben" in seen(app)
        await write(pilot, "I may be wrong for him")
        await pilot.press("shift+tab", "2", "tab", "tab", "1", "enter")
        await on_top(pilot, Doubts)
        await until(pilot, lambda: doubts_of(app))
        (kept,) = doubts_of(app)
        assert (kept.kind, kept.then) == ("fear", "say_next_time")
        assert app.heard[-1] == "It stands on your own agenda for next time."
        assert [line.private for line in agenda_lines(app) if "I may be wrong" in line.words] == [
            True
        ]
        await shows(pilot, "to say next time")
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        assert "wrong for him" not in seen(app)


async def test_one_is_said_or_told_to_someone_else_and_undone() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_doubts, Doubts)
        await pilot.press("enter")
        await on_top(pilot, DoubtForm)
        await write(pilot, "is this still useful")
        await pilot.press("ctrl+s")
        await on_top(pilot, Doubts)
        await shows(pilot, "kept for now")
        await pilot.press("down", "enter")
        await on_top(pilot, OneDoubt)
        await pilot.press("down", "down", "enter")
        await shows(pilot, "Who")
        await write(pilot, "Ana")
        await pilot.press("enter")
        await until(pilot, lambda: doubts_of(app)[0].who == "Ana")
        assert doubts_of(app)[0].then == "tell_someone_else"
        await shows(pilot, "to tell someone else, Ana")
        await pilot.press("home", "enter")
        await until(pilot, lambda: doubts_of(app)[0].said == TODAY)
        await pilot.press("u")
        await until(pilot, lambda: doubts_of(app)[0].said is None)


async def test_it_is_deleted_after_one_question_and_its_words_are_only_words() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app) as pilot:
        await opened(pilot, open_doubts, Doubts)
        await pilot.press("enter")
        await on_top(pilot, DoubtForm)
        await write(pilot, MARKUP)
        await pilot.press("ctrl+s")
        await on_top(pilot, Doubts)
        await until(pilot, lambda: MARKUP[:20] in seen(app))
        await pilot.press("down", "enter")
        await on_top(pilot, OneDoubt)
        assert MARKUP in seen(app)
        await pilot.press("end", "enter", "y")
        await until(pilot, lambda: not doubts_of(app))
        await on_top(pilot, Doubts)


async def test_an_empty_one_is_not_kept_and_what_was_typed_waits() -> None:
    app = app_for(vault_of(person(BEN)))
    async with at_home(app, (40, 10)) as pilot:
        await opened(pilot, open_doubts, Doubts)
        await pilot.press("enter")
        await on_top(pilot, DoubtForm)
        await pilot.press("ctrl+s")
        await shows(pilot, "! Write a word or two.")
        await write(pilot, "half a thought")
        await pilot.press("escape")
        await on_top(pilot, Doubts)
        await pilot.press("enter")
        await on_top(pilot, DoubtForm)
        await shows(pilot, "half a thought")
        assert not doubts_of(app)
