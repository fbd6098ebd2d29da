"""ctrl+p: every deed by its words, only those possible here, with any name in them."""

from functools import partial

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    paste,
    person,
    seen,
    told,
    until,
    vault_of,
    write,
)
from tests.tui.hostile_texts import FORBIDDEN, HOSTILE
from tui.commands import deeds
from tui.guide.contacts import ContactsScreen
from tui.guide.library import LibraryScreen
from tui.home.screen import HomeScreen
from tui.promise.make import MakePromise
from tui.relationship.new import NewRelationships
from tui.setup.keys import KeysScreen
from tui.widgets.rows import Rows

TEXTUALS_OWN = ("Maximize", "Screenshot", "Quit", "Show help", "Theme")


def words_here(app: HeardApp) -> list[str]:
    """The deeds that are possible where the user is."""
    return [deed.words for deed in deeds(app, app.screen)]


async def do(pilot: Pilot[None], app: HeardApp, words: str) -> None:
    """Press ctrl+p, type, and take the first hit."""
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(app.screen, CommandPalette))
    await paste(pilot, words)
    await until(pilot, lambda: hits(app) and hits(app)[0].startswith(words))
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(app.screen, CommandPalette))


def hits(app: HeardApp) -> list[str]:
    """What the palette offers, line by line."""
    if not isinstance(app.screen, CommandPalette):
        return []
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


def is_offered(app: HeardApp, words: str) -> bool:
    """Whether a line of the palette begins with these words."""
    return any(hit.startswith(words) for hit in hits(app))


async def test_all_deeds_of_home_are_there_by_their_words() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("1", "ctrl+p")
        await until(pilot, lambda: hits(app))
        offered = " ".join(hits(app))
        for words in (
            "New person",
            "Check-in with Ben",
            "New promise, Ben and you",
            "New hurdle with Ben",
            "Find",
            "Guide: strategies, practices, hurdles, sources",
            "People outside",
            "Look: light",
            "All keys",
            "Leave Troth",
        ):
            assert words in offered
        assert not any(words in offered for words in TEXTUALS_OWN)


async def test_only_what_is_possible_now_is_offered() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await until(pilot, lambda: not isinstance(app.screen, HomeScreen) and app.focused)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        offered = words_here(app)
        assert "New person" in offered
        for words in ("Check-in", "New promise", "New hurdle", "Put the next", "Undo", "Redo"):
            assert not any(one.startswith(words) for one in offered)


async def test_undo_and_redo_say_what_they_turn_and_turn_it() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("n")
        await write(pilot, "Amara")
        await pilot.press("enter")
        await until(pilot, lambda: told(app).names() == ["Amara", "Ben"])
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        undo = [words for words in words_here(app) if words.startswith("Undo")]
        assert len(undo) == 1
        assert "Amara" in undo[0]
        await do(pilot, app, "Undo: ")
        await until(pilot, lambda: told(app).names() == ["Ben"])
        await do(pilot, app, "Redo: ")
        await until(pilot, lambda: told(app).names() == ["Amara", "Ben"])


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("New person", NewRelationships),
        ("New promise", MakePromise),
        ("All keys", KeysScreen),
    ],
)
async def test_a_deed_is_done(words: str, screen: type) -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("1")
        await do(pilot, app, words)
        await until(pilot, lambda: isinstance(app.screen, screen))


async def test_leaving_by_its_words() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await paste(pilot, "Leave Troth")
        await until(pilot, lambda: hits(app) and hits(app)[0].startswith("Leave"))
        await pilot.press("enter")
        await until(pilot, lambda: app.return_code == 0)


async def test_from_another_screen_its_deeds_come_first_and_those_of_home_follow() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        offered = words_here(app)
        assert offered[0] == "Only the pages with these words"
        assert "New person" in offered
        assert not any(words.startswith(("Guide", "Check-in")) for words in offered)
        await do(pilot, app, "People outside")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))


async def test_in_a_dialog_only_its_own_deeds_are_offered() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, MakePromise))
        offered = words_here(app)
        assert offered[0] == "Save now"
        assert "All keys" in offered
        assert "New person" not in offered
        assert not any(words.startswith("Undo") for words in offered)


async def test_a_person_is_found_by_name_and_opened() -> None:
    app = app_for(vault_of(person("Ben"), person("Zoe Quine")))
    async with at_home(app) as pilot:
        await do(pilot, app, "Open Zoe Quine")
        await until(pilot, lambda: "─ Zoe Quine ─" in seen(app))


async def test_any_name_is_shown_as_it_is() -> None:
    app = app_for(vault_of(*map(person, HOSTILE)))
    async with at_home(app) as pilot:
        await pilot.press("1", "ctrl+p")
        await until(pilot, lambda: hits(app))
        await paste(pilot, "Open")
        for one in app.facts.people:
            await until(pilot, partial(is_offered, app, f"Open {one.name}"))
        assert not any(mark in seen(app) for mark in FORBIDDEN)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        for one in app.facts.people:
            app.screen.query_one("#relationships", Rows).go_to(one.id)
            assert f"New hurdle with {one.name}" in words_here(app)


async def test_the_look_changes_by_its_words() -> None:
    app = app_for(vault_of(person("Ben")))
    async with at_home(app) as pilot:
        assert app.theme == "troth-dark"
        await do(pilot, app, "Look: light")
        await until(pilot, lambda: app.theme == "troth-light")
        assert "Look: dark" in words_here(app)
