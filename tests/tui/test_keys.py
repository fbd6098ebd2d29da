"""`?` lists every key that works where the user was and no other; ctrl+c copies, or leaves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.tui.app_for import HeardApp, app_for, at_home, paste, person, seen, until, vault_of
from tui.setup.first_start import FirstStart
from tui.setup.keys import KeysScreen, keys_of
from tui.widgets.keyline import key_says

PLACES = {
    "the next step": (),
    "relationships": ("1",),
    "check-ins": ("2",),
    "hurdles": ("3",),
    "the list of the guide": ("g",),
    "a page of the guide": ("g", "tab"),
    "people outside": ("s",),
}
DIALOGS = {
    "a promise": ("p",),
    "a check-in": ("c",),
    "a new person": ("n",),
    "a contact": ("s", "n"),
}
NOT_OUR_WORDS = ("Move cursor", "Scroll Up", "Scroll Down", "Focus", "Submit", "palette", "Cursor ")


def two_people() -> HeardApp:
    """Ben with a date, and Zoe."""
    return app_for(vault_of(person("Ben", next_one="tue 3pm"), person("Zoe")))


@asynccontextmanager
async def at(
    app: HeardApp, keys: tuple[str, ...], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], Screen[object]]]:
    """Run the app until these keys have brought it somewhere."""
    async with at_home(app, size) as pilot:
        await app.workers.wait_for_complete()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: app.focused)
        yield pilot, app.screen


def listed(screen: KeysScreen) -> set[tuple[str, str]]:
    """Key and words of every entry."""
    entries = [entry for group in screen.groups.values() for entry in group]
    return {(key, entry.words) for entry in entries for key in entry.keys}


async def keys_shown(pilot: Pilot[None], app: HeardApp) -> KeysScreen:
    """Open the list by its key."""
    await pilot.press("question_mark")
    await until(pilot, lambda: isinstance(app.screen, KeysScreen))
    assert isinstance(app.screen, KeysScreen)
    return app.screen


def check_words(screen: Screen[object]) -> None:
    """Every entry has words, and none of them are Textual's."""
    for entry in (entry for group in keys_of(screen).values() for entry in group):
        assert entry.words
        assert not any(words in entry.words for words in NOT_OUR_WORDS)


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
async def test_it_lists_what_works_there_and_nothing_that_rests(keys: tuple[str, ...]) -> None:
    app = two_people()
    async with at(app, keys) as (pilot, screen):
        works: set[tuple[str, str]] = set()
        rests: set[tuple[str, str]] = set()
        for one in screen.active_bindings.values():
            if one.binding.id:
                entry = (key_says(screen.app, one.binding), one.binding.tooltip)
                (works if one.enabled else rests).add(entry)
        check_words(screen)
        found = listed(await keys_shown(pilot, app))
        assert works <= found
        assert not rests & found


@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_in_a_dialog_it_lists_what_reaches_through(keys: tuple[str, ...]) -> None:
    app = two_people()
    async with at(app, keys) as (_, screen):
        check_words(screen)
        everywhere = {key for entry in keys_of(screen)["Everywhere"] for key in entry.keys}
        assert {"ctrl+q", "ctrl+p", "ctrl+c"} <= everywhere
        assert "u" not in everywhere


async def test_letters_that_are_text_are_not_listed() -> None:
    app = two_people()
    async with at(app, ("g", "slash")) as (_, screen):
        assert isinstance(app.focused, Input)
        keys = {key for group in keys_of(screen).values() for entry in group for key in entry.keys}
        assert not keys & {"d", "u", "?", "/", "space"}
        assert {"esc", "ctrl+q"} <= keys


async def test_where_no_one_is_the_keys_about_a_person_are_left_out() -> None:
    app = app_for()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstStart) and app.focused)
        await pilot.press("escape")
        await until(pilot, lambda: "Nobody here yet" in seen(app))
        words = {words for _, words in listed(await keys_shown(pilot, app))}
        assert "Add a person, or several pasted lines" in words
        assert "A promise, yours or theirs" not in words


@pytest.mark.parametrize("key", ["escape", "question_mark"])
async def test_it_goes_back_to_where_the_user_was(key: str) -> None:
    app = two_people()
    async with at(app, ("2",)) as (pilot, screen):
        focused = app.focused
        await keys_shown(pilot, app)
        await pilot.press(key)
        await until(pilot, lambda: app.screen is screen)
        assert app.focused is focused


async def test_all_of_it_can_be_scrolled_to_in_a_small_window() -> None:
    app = two_people()
    async with at(app, ("1",), (40, 10)) as (pilot, _):
        await keys_shown(pilot, app)
        assert "Where you are" in seen(app)
        assert "Every deed by its words" not in seen(app)
        await pilot.press("end")
        await until(pilot, lambda: "Every deed by its words" in seen(app))
        assert "esc back" in seen(app)


async def test_ctrl_c_twice_leaves_from_a_dialog_too() -> None:
    app = two_people()
    async with at(app, ("p",)) as (pilot, _):
        await paste(pilot, "an introduction")
        await pilot.press("ctrl+c")
        assert app.heard[-1] == "Nothing is selected. ctrl+c once more leaves."
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.return_code == 0)


async def test_ctrl_c_copies_what_is_selected_in_a_field() -> None:
    app = two_people()
    async with at(app, ("p",)) as (pilot, _):
        await paste(pilot, "an introduction")
        await pilot.press("shift+home", "ctrl+c")
        await until(pilot, lambda: app.clipboard == "an introduction")
        assert app.heard[-1] == "Copied."
        await pilot.press("ctrl+c")
        assert app.is_running
