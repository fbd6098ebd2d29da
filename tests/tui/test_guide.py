"""The guide: 18 hurdles to read, to find by a word, and made-up people to show them on."""

import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from textual.pilot import Pilot

from coaching.guide import Content, KnownHurdle
from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    person,
    seen,
    shared_content,
    until,
    vault_of,
)
from tui.guide.hurdle_text import hurdle_lines
from tui.guide.library import LibraryScreen
from tui.guide.reader import Reader
from tui.home.screen import HomeScreen

HURDLES = shared_content().hurdles
WIDTHS = (20, 36, 78, 200)


@asynccontextmanager
async def at_guide(
    app: HeardApp, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], LibraryScreen]]:
    """Run the app until the guide shows its list."""
    async with at_home(app, size) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.rows.rows)
        assert isinstance(app.screen, LibraryScreen)
        yield pilot, app.screen


def app_with_zoe() -> HeardApp:
    """Someone is there, so that home is the first screen."""
    return app_for(vault_of(person("Zoe")))


def page(hurdle: KnownHurdle, width: int = 78) -> str:
    """The page of a hurdle in one line of words."""
    lines = hurdle_lines(hurdle, shared_content(), width)
    return " ".join(" ".join(line.plain for line in lines).split())


@pytest.mark.parametrize("hurdle", HURDLES, ids=lambda hurdle: hurdle.id)
def test_a_page_tells_all_that_is_known_of_its_hurdle(hurdle: KnownHurdle) -> None:
    text = page(hurdle)
    told = (
        hurdle.name,
        hurdle.line,
        hurdle.definition,
        hurdle.touched(),
        *hurdle.signs.mentor,
        *hurdle.signs.mentee,
        *(ask.text for ask in hurdle.ask),
        *hurdle.first_moves,
        *hurdle.not_self_repair,
        "not a substitute for professional help",
    )
    for words in told:
        assert " ".join(words.split()) in text


@pytest.mark.parametrize("hurdle", HURDLES, ids=lambda hurdle: hurdle.id)
def test_sources_are_named_only_where_they_were_checked(hurdle: KnownHurdle) -> None:
    text = page(hurdle)
    for source in hurdle.sources:
        assert (" ".join(source.split()) in text) is hurdle.printable
    assert ("Sources were looked up" in text) is ("looked_up" in hurdle.evidence)
    assert ("our own judgement" in text) is ("design" in hurdle.evidence)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_keeps_to_its_width_and_to_what_is_comfortable_to_read(width: int) -> None:
    for hurdle in HURDLES:
        widest = max(line.cell_length for line in hurdle_lines(hurdle, shared_content(), width))
        assert widest <= min(width, 78)


def test_no_page_shows_an_id_or_a_gap_for_a_name() -> None:
    for hurdle in HURDLES:
        text = page(hurdle)
        assert "_" not in text
        assert "{" not in text


async def test_all_18_are_listed_and_the_page_follows_the_cursor() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        assert [row.key for row in guide.rows.rows] == [hurdle.id for hurdle in HURDLES]
        assert HURDLES[0].name in seen(guide.app)
        await pilot.press("down", "j")
        await until(pilot, lambda: "A date was agreed, you are still in" in seen(guide.app))


async def test_the_head_says_what_it_is_for() -> None:
    async with at_guide(app_with_zoe()) as (_, guide):
        assert "18 hurdles to trust: to look one up, or to discuss with a group" in seen(guide.app)


async def test_words_find_hurdles_and_escape_goes_back_step_by_step() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("slash", *"promis", "enter")
        assert {row.key for row in guide.rows.rows} >= {"broken_promises"}
        assert len(guide.rows.rows) < len(HURDLES)
        assert "2 of 18" in seen(guide.app)
        await pilot.press("escape")
        await until(pilot, lambda: len(guide.rows.rows) == len(HURDLES))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(guide.app.screen, HomeScreen))


async def test_words_that_nothing_has_are_told_calmly() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("slash", *"[/x] zz", "escape")
        assert guide.rows.rows == ()
        assert "No hurdle has these words." in seen(guide.app)


async def test_in_the_line_for_words_letters_are_text() -> None:
    app = app_with_zoe()
    async with at_guide(app) as (pilot, guide):
        await pilot.press("slash", "d", "slash", "g")
        assert guide.words.value == "d/g"
        assert app.heard == []


async def test_the_page_scrolls_from_the_list_and_by_itself() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("space")
        await until(pilot, lambda: guide.reader.scroll_y > 0)
        assert guide.rows.has_focus
        await pilot.press("enter")
        await until(pilot, lambda: guide.reader.has_focus)
        await pilot.press("end")
        await until(pilot, lambda: "professional help" in seen(guide.app))
        await pilot.press("escape")
        await until(pilot, lambda: guide.rows.has_focus)
        await pilot.press("down")
        await until(pilot, lambda: guide.reader.scroll_y == 0)


@pytest.mark.parametrize(
    ("size", "beside"), [((120, 36), True), ((80, 24), True), ((50, 20), False)]
)
async def test_the_page_stands_beside_the_list_or_below_it(
    size: tuple[int, int], beside: bool
) -> None:
    async with at_guide(app_with_zoe(), size) as (_, guide):
        rows, reader = guide.rows.region, guide.query_one(Reader).region
        assert (reader.x >= rows.right) is beside
        assert (reader.y >= rows.bottom) is not beside
        assert reader.height >= 5


@contextmanager
def no_screen() -> Iterator[None]:
    """Stands for the terminal that is given to another program."""
    yield


def demo_ends(monkeypatch: pytest.MonkeyPatch, app: HeardApp, code: int) -> list[tuple[str, ...]]:
    """Let the demo end with this code; what was run is in the list."""
    ran: list[tuple[str, ...]] = []

    def run(words: tuple[str, ...], check: bool) -> subprocess.CompletedProcess[str]:
        del check
        ran.append(words)
        return subprocess.CompletedProcess(words, code)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(app, "suspend", no_screen)
    return ran


async def test_d_opens_the_demo_as_a_program_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_with_zoe()
    ran = demo_ends(monkeypatch, app, code=0)
    async with at_guide(app) as (pilot, _):
        await pilot.press("d")
        (words,) = ran
        assert words[1:] == ("-m", "tui", "demo")
        assert app.heard == []
        assert isinstance(app.screen, LibraryScreen)


async def test_a_demo_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_with_zoe()
    demo_ends(monkeypatch, app, code=1)
    async with at_guide(app) as (pilot, _):
        await pilot.press("d")
        assert app.heard == ["The demo stopped with code 1. Try it alone: troth demo"]


async def test_where_the_terminal_cannot_be_shared_the_command_is_told() -> None:
    app = app_with_zoe()
    async with at_guide(app) as (pilot, _):
        await pilot.press("d")
        assert "In another terminal: troth demo" in app.heard[-1]


async def test_the_demo_opens_no_second_demo() -> None:
    app = app_with_zoe()
    app.world.mark = "demo"
    async with at_guide(app) as (pilot, _):
        assert "demo" in seen(app).splitlines()[0]
        await pilot.press("d")
        assert "made-up people already" in app.heard[-1]


async def test_content_that_cannot_be_used_is_told_and_home_stays() -> None:
    app = app_with_zoe()

    def broken() -> Content:
        from coaching.errors import TrothError

        raise TrothError("The coaching content cannot be used.")

    app.world.load_content = broken
    async with at_home(app) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: "The coaching content cannot be used." in app.heard)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
