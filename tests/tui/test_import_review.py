"""Bringing a file in from the app: looked at first, taken in as one deed, undone by one key."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from coaching.record.checkin import Checkin
from data.exchange.read_in import read_in
from data.exchange.source import read_source
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
    write,
)
from tests.tui.hostile_texts import MARKUP
from tui.home.screen import HomeScreen
from tui.setup.bring_in import WhichFile, bring_in, typed_path
from tui.setup.import_review import ImportReview
from tui.widgets.rows import Rows

LIST = "mentee,every,start\nAmara Okafor,2w,2026-11-02\nBen Lindqvist,,\nChiara,soon,\n"
MEETINGS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Other//EN
BEGIN:VEVENT
UID:one
SUMMARY:Ben Lindqvist: spring goals
DTSTART;TZID=Europe/London:20261110T150000
END:VEVENT
BEGIN:VEVENT
UID:two
SUMMARY:Ben Lindqvist
DTSTART;TZID=Europe/London:20261126T150000
END:VEVENT
BEGIN:VEVENT
UID:three
SUMMARY:Dentist
DTSTART;TZID=Europe/London:20261127T150000
END:VEVENT
END:VCALENDAR
"""


def app_that_reads() -> HeardApp:
    """An app on records about Ben that reads files from the disk."""
    app = app_for(vault_of(person("Ben Lindqvist")))
    app.world = replace(app.world, read_in=lambda path: read_in(read_source(path), NOW, ZONE))
    return app


async def reviewed(app: HeardApp, pilot: Pilot[None], path: Path) -> Rows:
    """Type the path, and wait for the lines."""
    bring_in(app)
    await on_top(pilot, WhichFile)
    await write(pilot, str(path))
    await pilot.press("enter")
    await on_top(pilot, ImportReview)
    await until(pilot, lambda: app.screen.query_one(Rows).rows)
    return app.screen.query_one(Rows)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


async def test_people_are_shown_taken_in_and_taken_back(tmp_path: Path) -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        await reviewed(app, pilot, written(tmp_path, "people.csv", LIST))
        screen = seen(app)
        assert "2 of 2 lines would come in" in screen
        assert "new: your mentee, every 2 weeks" in screen
        assert "is here already" in screen
        assert "line 4, rhythm" in screen
        assert told(app).names() == ["Ben Lindqvist"]
        await pilot.press("t")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == ["Amara Okafor", "Ben Lindqvist", "Chiara"]
        assert app.heard[-1] == "Brought in: 2 new people. u takes it back."
        await pilot.press("u")
        await until(pilot, lambda: told(app).names() == ["Ben Lindqvist"])


async def test_a_line_is_left_out_and_a_namesake_kept_apart_when_asked(tmp_path: Path) -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        rows = await reviewed(app, pilot, written(tmp_path, "people.csv", LIST))
        await until(pilot, lambda: app.screen.query_one("#row-namesakes").display)
        await pilot.press("shift+tab", "3")
        await shows(pilot, "3 of 3 lines")
        rows.focus()
        await pilot.press("space")
        await shows(pilot, "2 of 3 lines")
        await pilot.press("t")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == ["Ben Lindqvist", "Ben Lindqvist (2)", "Chiara"]


async def test_a_date_gone_by_counts_for_nothing_unless_it_is_said_to_be_held(
    tmp_path: Path,
) -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        await reviewed(app, pilot, written(tmp_path, "all.ics", MEETINGS))
        assert "Dentist" in seen(app)
        assert "counts for nothing" in seen(app)
        await pilot.press("h", "t")
        await on_top(pilot, HomeScreen)
        first, second = told(app).named("Ben Lindqvist").all(Checkin)
        assert (first.outcome, second.outcome) == ("held", "planned")
        assert first.held is not None
        assert first.held.wall() == first.planned
        await pilot.press("u")
        await until(pilot, lambda: not told(app).named("Ben Lindqvist").all(Checkin))


async def test_where_nothing_can_be_taken_it_says_how_much_and_why(tmp_path: Path) -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        path = written(tmp_path, "people.csv", "name,role\nAda,boss\nEve,queen\n")
        bring_in(app)
        await on_top(pilot, WhichFile)
        await write(pilot, str(path))
        await pilot.press("enter")
        await on_top(pilot, ImportReview)
        await shows(pilot, "Nothing can come in: 2 lines cannot be taken.")
        assert "is not a role" in seen(app)
        assert "Nothing new" not in seen(app)


async def test_the_palette_knows_it_by_its_words() -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        await pilot.press("ctrl+p")
        await write(pilot, "bring in a file")
        await shows(pilot, "Bring in a file: people, calendar, everything")
        await pilot.press("enter")
        await on_top(pilot, WhichFile)


async def test_escape_brings_nothing_in(tmp_path: Path) -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        await reviewed(app, pilot, written(tmp_path, "people.csv", LIST))
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == ["Ben Lindqvist"]


async def test_a_file_that_cannot_be_read_is_said_at_the_field_and_the_path_stays() -> None:
    app = app_that_reads()
    async with at_home(app) as pilot:
        bring_in(app)
        await on_top(pilot, WhichFile)
        await write(pilot, "/nowhere/list.csv")
        await pilot.press("enter")
        await shows(pilot, "There is no file /nowhere/list.csv")
        assert isinstance(app.screen, WhichFile)
        assert app.screen.field("path").text == "/nowhere/list.csv"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_hostile_names_are_only_text(tmp_path: Path, size: tuple[int, int]) -> None:
    app = app_that_reads()
    async with at_home(app, size) as pilot:
        path = written(tmp_path, "people.csv", f'mentee,{MARKUP}\n"{MARKUP}",x\n')
        await reviewed(app, pilot, path)
        await pilot.press("t")
        await on_top(pilot, HomeScreen)
        assert MARKUP in told(app).names()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("  ~/a b.csv ", "~/a b.csv"),
        ("'/tmp/a b.csv'", "/tmp/a b.csv"),
        ('"/tmp/x"', "/tmp/x"),
        ("/tmp/a\\ b\\(1\\).csv", "/tmp/a b(1).csv"),
        ("file:///tmp/a%20b.csv", "/tmp/a b.csv"),
        ("'", "'"),
    ],
)
def test_a_path_is_read_as_terminals_write_it(typed: str, path: str) -> None:
    assert typed_path(typed) == path
