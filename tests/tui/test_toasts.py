"""What is said in the corner never piles up: two sentences at most, the same one once."""

from textual.widgets._toast import Toast

from tests.tui.app_for import HeardApp, app_for, person, shows, until, vault_of
from tui.home.screen import HomeScreen


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
