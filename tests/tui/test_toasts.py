"""What is said in the corner never piles up, and goes when the user has gone on."""

from typing import Never

from textual.widgets._toast import Toast

from coaching.errors import VaultTrouble
from tests.tui.app_for import HeardApp, app_for, on_top, person, seen, shows, until, vault_of, write
from tui.checkin.log import LogCheckin
from tui.home.screen import HomeScreen
from tui.promise.make import MakePromise


def toasts(app: HeardApp) -> list[str]:
    """The sentences on screen, oldest first."""
    return [str(toast._notification.message) for toast in app.screen.query(Toast)]


async def test_the_newest_two_stand_and_the_same_sentence_once() -> None:
    app = app_for(vault_of(person("Ben")))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        for sentence in ("One.", "Two.", "Two.", "Three."):
            app.say(sentence)
        await until(pilot, lambda: toasts(app) == ["Two.", "Three."])
        app.say("Two.")
        await until(pilot, lambda: toasts(app) == ["Three.", "Two."])


async def test_an_undo_takes_the_place_of_the_one_before() -> None:
    app = app_for(vault_of(person("Ben", next_one="tue 3pm")))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        app.say("Saved.")
        for sentence in ("Undone: first.", "Undone: second.", "Done again: second."):
            app.say(sentence)
        await shows(pilot, "Done again: second.")
        await until(pilot, lambda: toasts(app) == ["Saved.", "Done again: second."])


async def test_what_was_said_goes_when_the_user_goes_on_to_another_screen() -> None:
    app = app_for(vault_of(person("Ben", next_one="tue 3pm")))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        await pilot.press("p")
        await on_top(pilot, MakePromise)
        await write(pilot, "a book")
        await pilot.press("enter")
        await write(pilot, "fri")
        await pilot.press("ctrl+s")
        await on_top(pilot, HomeScreen)
        await until(pilot, lambda: toasts(app))
        assert "a book" in toasts(app)[0]
        await pilot.press("1", "j")
        assert len(toasts(app)) == 1
        await pilot.press("c")
        await on_top(pilot, LogCheckin)
        await until(pilot, lambda: "a book" not in seen(app))
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        await pilot.pause()
        assert not toasts(app)


async def test_an_error_outlives_the_screen_that_closes_with_it() -> None:
    app = app_for(vault_of(person("Ben")))

    def broken() -> Never:
        raise VaultTrouble("The guide cannot be read.")

    app.world.load_content = broken
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.focused)
        await pilot.press("g")
        await until(pilot, lambda: toasts(app) == ["The guide cannot be read."])
        await on_top(pilot, HomeScreen)
        await shows(pilot, "The guide cannot be read.")
