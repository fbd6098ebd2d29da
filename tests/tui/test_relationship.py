"""One person's screen: who, facts in words, everything newest first, and every deed from there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from coaching.moments import Moment
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.verbs import checkins, hurdles, notes, promises, relationships
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
from tests.tui.hostile_texts import FORBIDDEN, MARKUP, MIXED
from tui.checkin.log import LogCheckin
from tui.hurdle.screen import HurdleScreen
from tui.promise.make import MakePromise
from tui.promise.settle import SettlePromise
from tui.relationship.correct import CorrectCheckin
from tui.relationship.note import NoteForm
from tui.relationship.screen import RelationshipScreen
from tui.widgets.ask import Ask
from tui.widgets.rows import Rows

BEN = "Ben Lindqvist"
TODAY = NOW.date()


def known(name: str = BEN, what: str = "an introduction") -> Workbook:
    """Somebody with four meetings, two promises, a hurdle and a note."""
    ben = person(name, next_one="fri 3pm")
    for days, outcome in ((40, "held"), (30, "cancelled"), (20, "held"), (10, "held")):
        day = Moment.on(TODAY - timedelta(days=days), ZONE)
        ben = ben.put(
            Checkin(
                id=f"c-{days}",
                planned=day.wall(),
                outcome="held" if outcome == "held" else "cancelled",
                by=None if outcome == "held" else "me",
                held=day if outcome == "held" else None,
            )
        )
    late = TODAY - timedelta(days=5)
    ben = promises.make(ben, promise_id="p-1", what=what, whose="me", by=late, today=late).workbook
    ben = promises.make(ben, promise_id="p-2", what="b", whose="them", by=late, today=late).workbook
    ben = promises.keep(ben, "p-2", on=late, today=TODAY).workbook
    ben = hurdles.start(
        ben, hurdle_id="h-1", i_am="mentor", today=TODAY, what_happened="SECRET"
    ).workbook
    return notes.write(
        ben, note_id="n-1", text="likes plain words", about=TODAY, audience=Audience.ONLY_ME
    ).workbook


@asynccontextmanager
async def with_ben(
    workbook: Workbook, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[HeardApp, Pilot[None]]]:
    """The app with this person's screen on top, opened from home."""
    app = app_for(vault_of(workbook))
    async with at_home(app, size) as pilot:
        await pilot.press("1", "enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("1")
        yield app, pilot


def rows(app: HeardApp) -> Rows:
    return app.screen.query_one("#happenings", Rows)


async def test_it_shows_who_they_are_the_facts_and_everything_newest_first() -> None:
    async with with_ben(known()) as (app, _):
        shown = seen(app)
        for words in (
            "your mentee",
            "every 2 weeks, 4 weeks at most",
            "Fri 27 Nov 2026, 15:00",
            "You last met 10 days ago",
            "Of the 4 check-ins, 3 were held and 1",
            "too early to say",
            "You owe, 5 days late: an introduction",
            "Note: likes plain words",
        ):
            assert words in shown
        assert "SECRET" not in shown
        assert "%" not in shown
        assert rows(app).border_title is not None
        assert str(rows(app).border_title) == f"Timeline, 9 records · {BEN}"
        days = [str(row.cells[0]) for row in rows(app).rows]
        assert days[0] == "Fri 27 Nov"
        assert days[-1] == "Thu 15 Oct"


async def test_a_number_opens_its_tab_and_the_title_says_what_is_there() -> None:
    async with with_ben(known()) as (app, pilot):
        for key, title in (
            ("2", "Check-ins, 5 check-ins"),
            ("3", "Promises, 2 promises and replies"),
            ("7", "Hurdles, 1 hurdle"),
            ("9", "Notes, 1 record"),
            ("1", "Timeline, 9 records"),
        ):
            await pilot.press(key)
            assert str(rows(app).border_title) == f"{title} · {BEN}"


async def test_an_empty_kind_teaches_the_key() -> None:
    async with with_ben(person(BEN)) as (app, pilot):
        assert "Nothing yet." in seen(app)
        assert "c check-in" in seen(app)
        await pilot.press("9")
        assert "A note is for you alone" in seen(app)


async def test_enter_opens_the_deed_that_belongs_to_the_line() -> None:
    opens: dict[str, type[Screen[Any]]] = {
        "note n-1": NoteForm,
        "checkin c-10": CorrectCheckin,
        "promise p-1": SettlePromise,
        "promise p-2": Ask,
        "hurdle h-1": HurdleScreen,
    }
    ben = known()
    opens[f"checkin {ben.all(Checkin)[0].id}"] = LogCheckin
    async with with_ben(ben) as (app, pilot):
        for key, screen in opens.items():
            rows(app).go_to(key)
            await pilot.press("enter")
            await on_top(pilot, screen)
            await until(pilot, lambda: app.screen.is_mounted)
            app.pop_screen()
            await on_top(pilot, RelationshipScreen)


async def test_each_deed_has_its_key() -> None:
    async with with_ben(known()) as (_, pilot):
        for key, screen in (
            ("c", LogCheckin),
            ("p", MakePromise),
            ("o", SettlePromise),
            ("t", NoteForm),
        ):
            await pilot.press(key)
            await on_top(pilot, screen)
            await pilot.press("escape")
            await on_top(pilot, RelationshipScreen)
        await pilot.press("h")
        await shows(pilot, "A hurdle is open")
        await pilot.press("down", "enter")
        await on_top(pilot, HurdleScreen)


async def test_a_settled_promise_can_be_opened_again() -> None:
    async with with_ben(known()) as (app, pilot):
        rows(app).go_to("promise p-2")
        await pilot.press("enter")
        assert "Kept on Thu 19 Nov 2026" in seen(app)
        await pilot.press("y")
        await until(pilot, lambda: told(app).named(BEN).get(Promise, "p-2").state == "open")
        await shows(pilot, "Ben owes you, 5 days late: b")


async def test_pause_and_go_on_need_no_question_and_end_asks_once() -> None:
    async with with_ben(known()) as (app, pilot):

        def state() -> str:
            return told(app).named(BEN).relationship.state

        await pilot.press("z")
        await until(pilot, lambda: state() == "paused")
        await shows(pilot, "paused since Tue 24 Nov 2026")
        await pilot.press("z")
        await until(pilot, lambda: state() == "active")
        await pilot.press("E", "end", "enter")
        await on_top(pilot, Ask)
        await pilot.press("escape")
        assert state() == "active"
        await pilot.press("enter")
        await on_top(pilot, Ask)
        await pilot.press("enter")
        await until(pilot, lambda: state() == "ended")
        await until(pilot, lambda: not isinstance(app.screen, Ask))
        while not isinstance(app.screen, RelationshipScreen):
            await pilot.press("escape")
        await shows(pilot, "afterwards")
        await pilot.press("u")
        await until(pilot, lambda: state() == "active")
        await until(pilot, lambda: "afterwards" not in seen(app))


async def test_what_other_windows_save_shows_and_the_cursor_stays() -> None:
    async with with_ben(known()) as (app, pilot):
        rows(app).go_to("checkin c-20")
        other = told(app).coach()
        ben = told(app).named(BEN)
        other.do(
            ben.id,
            partial(notes.write, note_id="n-2", text="new", about=TODAY, audience=Audience.US_TWO),
        )
        other.do(ben.id, partial(relationships.edit, name="Ben Berg"))
        await app.refresh_facts()
        await shows(pilot, "Note for us two: new")
        assert "Ben Berg" in seen(app)
        assert rows(app).key == "checkin c-20"


async def test_a_person_deleted_in_another_window_closes_the_screen_with_a_word() -> None:
    async with with_ben(known()) as (app, pilot):
        told(app).coach().discard(told(app).named(BEN).id, "")
        await app.refresh_facts()
        await until(pilot, lambda: not isinstance(app.screen, RelationshipScreen))
        assert "Ben Lindqvist is not in your records any more." in app.heard


async def test_resizing_keeps_the_place_and_a_tiny_window_still_works() -> None:
    async with with_ben(known()) as (app, pilot):
        rows(app).go_to("checkin c-30")
        for size in ((80, 24), (40, 10), (200, 60), (30, 8), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert rows(app).key == "checkin c-30"
    async with with_ben(known(), (40, 10)) as (app, pilot):
        assert "Ben" in seen(app)
        await pilot.press("9", "enter")
        await on_top(pilot, NoteForm)


async def test_the_facts_scroll_by_keyboard_where_they_do_not_fit() -> None:
    async with with_ben(known(), (40, 10)) as (app, pilot):
        await pilot.press("0")
        assert "10 Respect" not in seen(app)
        await pilot.press("end")
        await until(pilot, lambda: "10 Respect" in seen(app))
        await pilot.press("home")
        await until(pilot, lambda: "your mentee" in seen(app))


async def test_any_name_and_words_are_shown_as_written() -> None:
    async with with_ben(known(MIXED, MIXED)) as (app, pilot):
        assert MARKUP in seen(app)
        assert not any(control in seen(app) for control in FORBIDDEN)
        for key in ("D", "E", "e", "t", "c", "p", "o"):
            await pilot.press(key)
            await until(pilot, lambda: not isinstance(app.screen, RelationshipScreen))
            assert not any(control in seen(app) for control in FORBIDDEN)
            await pilot.press("escape")
            await on_top(pilot, RelationshipScreen)


async def test_one_moved_opens_the_one_that_took_its_place() -> None:
    ben = person(BEN, next_one="fri 3pm")
    old = ben.all(Checkin)[0]
    assert old.planned
    ben = checkins.move(ben, old.id, new_id="new", to=old.planned.shifted(7), by="them").workbook
    async with with_ben(ben) as (app, pilot):
        assert "Moved by Ben to Fri 4 Dec" in seen(app)
        rows(app).go_to(f"checkin {old.id}")
        await pilot.press("enter")
        await on_top(pilot, LogCheckin)
        assert "Fri 4 Dec 2026, 15:00" in seen(app)


async def test_a_thousand_records_open_and_move() -> None:
    ben = person(BEN)
    for number in range(1000):
        day = Moment.on(TODAY - timedelta(days=number), ZONE)
        ben = ben.put(Checkin(id=f"c-{number}", outcome="held", held=day))
    async with with_ben(ben) as (app, pilot):
        await pilot.press("end")
        assert rows(app).key == "checkin c-999"
        await pilot.press("home", "pagedown")
        assert rows(app).cursor > 0
