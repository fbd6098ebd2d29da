"""Taking records out in the app: what is shown is what leaves, and nothing leaves by looking."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coaching.record.base import Audience
from coaching.record.workbook import Workbook
from coaching.verbs import notes, promises
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
)
from tests.tui.hostile_texts import FORBIDDEN, MIXED
from tui.relationship.screen import RelationshipScreen
from tui.setup.export import TakeOut
from tui.setup.write_out import WriteOut
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.sheet import Sheet

SECRET = "kestrel"


def ben() -> Workbook:
    """Ben, with a secret note, a shared one and a promise."""
    book = person(next_one="1 dec 3pm")
    today = NOW.date()
    for note_id, text, reader in (
        ("n1", SECRET, Audience.ONLY_ME),
        ("n2", "likes trains", Audience.US_TWO),
    ):
        book = notes.write(book, note_id=note_id, text=text, about=today, audience=reader).workbook
    promise = partial(promises.make, promise_id="p", what="introduction", whose="me")
    return promise(book, by=today, today=today).workbook


async def open_for_ben(app: HeardApp, pilot: Pilot[None]) -> None:
    """From Ben's page."""
    ben_id = app.facts.people[0].id
    app.push_screen(RelationshipScreen(ben_id))
    await on_top(pilot, RelationshipScreen)
    await pilot.press("x")
    await on_top(pilot, TakeOut)
    await shows(pilot, "Leaves, for you")


def choose(app: HeardApp, name: str, value: str) -> None:
    app.screen.query_one(f"#{name}", Choice).value = value


def whole(app: HeardApp) -> str:
    """All that the sheet holds, seen or not."""
    return "".join(sheet._text for sheet in app.screen.query(Sheet))


async def test_the_page_for_us_two_shows_no_secret_and_says_what_stays() -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app, (100, 40)) as pilot:
        await open_for_ben(app, pilot)
        assert SECRET in whole(app)
        choose(app, "reader", "us two")
        await shows(pilot, "Leaves, for the two of you: Ben Lindqvist")
        await shows(pilot, "Left out: 1 note")
        assert SECRET not in whole(app)
        assert "likes trains" in whole(app)


async def test_what_is_written_is_what_was_shown(tmp_path: Path) -> None:
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await open_for_ben(app, pilot)
        choose(app, "format", "ics")
        await until(pilot, lambda: "BEGIN:VCALENDAR" in whole(app))
        shown = whole(app)
        await pilot.press("w")
        await on_top(pilot, WriteOut)
        app.screen.query_one("#field-path", Field).text = str(tmp_path / "ben.ics")
        await pilot.press("ctrl+s")
        await on_top(pilot, TakeOut)
        assert (tmp_path / "ben.ics").read_text().split() == shown.split()
        assert any("ben.ics" in said for said in app.heard)


async def test_a_file_that_is_there_is_said_beside_the_path(tmp_path: Path) -> None:
    taken = tmp_path / "taken.md"
    taken.write_text("old")
    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        await open_for_ben(app, pilot)
        await pilot.press("w")
        await on_top(pilot, WriteOut)
        app.screen.query_one("#field-path", Field).text = str(taken)
        await pilot.press("ctrl+s")
        await shows(pilot, "is there already")
        assert taken.read_text() == "old"


async def test_a_file_for_us_two_never_mixes_people() -> None:
    app = app_for(vault_of(ben(), person("Ana")))
    async with at_home(app) as pilot:
        app.push_screen(TakeOut())
        await shows(pilot, "Leaves, for you: 2 people")
        choose(app, "format", "json")
        choose(app, "reader", "us two")
        await shows(pilot, "for one person alone")
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, TakeOut)
        assert whole(app) == ""


async def test_pages_of_everyone_go_into_a_folder(tmp_path: Path) -> None:
    app = app_for(vault_of(ben(), person("Ana")))
    async with at_home(app) as pilot:
        app.push_screen(TakeOut())
        await shows(pilot, "═══ ana.md ═══")
        await pilot.press("w")
        await on_top(pilot, WriteOut)
        app.screen.query_one("#field-path", Field).text = str(tmp_path / "pages")
        await pilot.press("ctrl+s")
        await on_top(pilot, TakeOut)
    assert sorted(one.name for one in (tmp_path / "pages").iterdir()) == [
        "ana.md",
        "ben-lindqvist.md",
    ]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (200, 60)])
async def test_hostile_texts_do_no_harm_at_any_size(size: tuple[int, int]) -> None:
    app = app_for(vault_of(person(MIXED)))
    async with at_home(app, size) as pilot:
        app.push_screen(TakeOut(app.facts.people[0].id))
        await until(pilot, lambda: isinstance(app.screen, TakeOut) and whole(app))
        assert not [one for one in FORBIDDEN if one in seen(app)]
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, TakeOut))


async def test_a_long_export_is_shown_to_its_last_line() -> None:
    book = ben()
    for place in range(300):
        note = partial(notes.write, note_id=f"n{place}", text=f"line {place} " + "x" * 3000)
        book = note(book, about=NOW.date(), audience=Audience.ONLY_ME).workbook
    app = app_for(vault_of(book))
    async with at_home(app) as pilot:
        app.push_screen(TakeOut(book.id))
        await until(pilot, lambda: isinstance(app.screen, TakeOut) and whole(app))
        app.screen.query_one(Sheet).focus()
        await pilot.press("end")
        await shows(pilot, "xxx")
        assert "line 299" in whole(app)


async def test_the_palette_knows_it() -> None:
    from tui.commands import deeds

    app = app_for(vault_of(ben()))
    async with at_home(app) as pilot:
        (deed,) = [one for one in deeds(app, app.screen) if "Take records out" in one.words]
        deed.do()
        await shows(pilot, "Leaves, for you")
        assert not [one for one in deeds(app, app.screen) if "Take records out" in one.words]
