"""The guide: seven chapters to read, to find by a word, and made-up people to show them on."""

import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from textual.pilot import Pilot

from coaching.guide import Content
from coaching.library.chapters import chapters, every_page
from coaching.verbs import promises
from tests.tui.app_for import (
    NOW,
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shared_content,
    until,
    vault_of,
)
from tests.tui.wizard import Walk
from tui.guide.doing import DOES, with_keys
from tui.guide.library import LibraryScreen
from tui.guide.opening import OF_STEP, OF_TAB
from tui.guide.page_text import page_lines
from tui.guide.reader import Reader
from tui.home.screen import HomeScreen
from tui.hurdle.why import WhyScreen
from tui.relationship.deeds import DEEDS
from tui.relationship.screen import RelationshipScreen

GUIDE = shared_content()
HURDLES = GUIDE.hurdles
PAGES = every_page(GUIDE)
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


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_keeps_to_its_width_and_to_what_is_comfortable_to_read(width: int) -> None:
    for page in PAGES:
        widest = max(line.cell_length for line in page_lines(page, width))
        assert widest <= min(width, 78), page.key


def test_what_goes_on_under_a_mark_is_indented() -> None:
    (page,) = [one for one in PAGES if one.key == "strategies reliability"]
    lines = [line.plain for line in page_lines(page, 40)]
    under = lines[lines.index(next(one for one in lines if one.startswith("  → "))) + 1]
    assert under.startswith("    ")


def test_a_practice_names_the_key_that_does_it() -> None:
    for practice in GUIDE.practices:
        (page,) = [one for one in PAGES if one.key == f"practices {practice.id}"]
        first = with_keys(page).parts[0]
        assert first.title == "Do it here", practice.id
        assert "on a person's page: " in first.lines[0] or "on home" in first.lines[0]


async def test_the_chapters_are_listed_and_the_page_follows_the_cursor() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        keys = [row.key for row in guide.rows.rows]
        assert keys == [page.key for page in PAGES]
        assert "Ten strategies to build trust" in seen(guide.app)
        await pilot.press("down", "j")
        await until(pilot, lambda: "Meetings take place, replies come" in seen(guide.app))
        assert "What people do" in seen(guide.app)


def at_row(guide: LibraryScreen, key: str) -> Callable[[], bool]:
    """Whether the cursor stands at this page."""
    return lambda: guide.rows.key == key


async def test_digits_lead_to_the_chapters() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        assert "1-7 chapters" in seen(guide.app)
        for number, chapter in enumerate(chapters(GUIDE), start=1):
            await pilot.press(str(number))
            await until(pilot, at_row(guide, chapter.id))
        await until(pilot, lambda: "Where Troth departs" in seen(guide.app))
        await pilot.press("3", "down")
        await until(pilot, lambda: HURDLES[0].definition[:30] in seen(guide.app))


async def test_the_guide_opens_at_a_page() -> None:
    app = app_with_zoe()
    async with at_home(app) as pilot:
        app.push_screen(LibraryScreen(at="practices promises"))
        await until(pilot, lambda: "Promise less, with a date." in seen(app))
        assert "Do it here" in seen(app)
        assert "p on a person's page" in seen(app)


async def test_words_find_pages_and_escape_goes_back_step_by_step() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("slash", *"bigger promis", "enter")
        assert [row.key for row in guide.rows.rows] == [
            "practices",
            "practices promises",
            *([] if len(guide.rows.rows) == 2 else [row.key for row in guide.rows.rows[2:]]),
        ]
        assert len(guide.rows.rows) < 20
        assert "pages with these words" in seen(guide.app)
        await pilot.press("escape")
        await until(pilot, lambda: len(guide.rows.rows) == len(PAGES))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(guide.app.screen, HomeScreen))


async def test_words_that_nothing_has_are_told_calmly() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("slash", *"[/x] zz", "escape")
        assert guide.rows.rows == ()
        assert "No page has these words." in seen(guide.app)


async def test_in_the_line_for_words_letters_are_text() -> None:
    app = app_with_zoe()
    async with at_guide(app) as (pilot, guide):
        await pilot.press("slash", "d", "slash", "g", "3")
        assert guide.words.value == "d/g3"
        assert app.heard == []


async def test_the_page_scrolls_from_the_list_and_by_itself() -> None:
    async with at_guide(app_with_zoe()) as (pilot, guide):
        await pilot.press("down", "down", "space")
        await until(pilot, lambda: guide.reader.scroll_y > 0)
        assert guide.rows.has_focus
        await pilot.press("enter")
        await until(pilot, lambda: guide.reader.has_focus)
        await pilot.press("end")
        await until(pilot, lambda: "What this rests on" in seen(guide.app))
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

    def run(words: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
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


async def at_page(pilot: Pilot[None], key: str) -> None:
    """Wait until the guide stands at this page."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.rows.key == key)


async def test_a_persons_page_leads_to_the_strategy_under_the_cursor_and_to_the_tabs_page() -> None:
    app = app_with_zoe()
    async with at_home(app) as pilot:
        await pilot.press("enter")
        await on_top(pilot, RelationshipScreen)
        await pilot.press("0")
        assert isinstance(app.screen, RelationshipScreen)
        app.screen.facts.go_to("strategy reliability")
        await pilot.press("g")
        await at_page(pilot, "strategies reliability")
        await pilot.press("escape", "i", "g")
        await at_page(pilot, "strategies reliability")
        await pilot.press("escape", "escape", "3", "g")
        await at_page(pilot, "practices promises")


async def test_the_next_step_leads_to_the_page_on_it() -> None:
    today = NOW.date()
    zoe = promises.make(
        person("Zoe"), promise_id="p", what="a book", whose="me", by=today, today=today
    ).workbook
    app = app_for(vault_of(zoe))
    async with at_home(app) as pilot:
        await pilot.press("0", "g")
        await at_page(pilot, "practices promises")
        await pilot.press("escape", "1", "g")
        await at_page(pilot, "strategies")


async def test_why_in_the_wizard_leads_to_the_hurdles() -> None:
    app = app_with_zoe()
    async with at_home(app) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await pilot.press("question_mark")
        await on_top(pilot, WhyScreen)
        await pilot.press("g")
        await at_page(pilot, "hurdles")


def test_every_page_that_is_led_to_is_there() -> None:
    keys = {page.key for page in PAGES}
    assert {*OF_STEP.values(), *OF_TAB.values()} <= keys
    assert set(DOES) == {practice.id for practice in GUIDE.practices}
    assert {deed for deeds in DOES.values() for deed in deeds} <= {deed.id for deed in DEEDS}
