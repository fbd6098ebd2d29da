"""Keys typed faster than a dialog opens mean the same as keys typed slowly."""

from textual import events

from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from tests.tui.app_for import HeardApp, app_for, person, told, until, vault_of

KEYS = {" ": "space"}


def burst(app: HeardApp, *keys: str) -> None:
    """Send keys as a terminal does that delivers them in one piece."""
    for key in keys:
        character = key if len(key) == 1 else None
        app.post_message(events.Key(KEYS.get(key, key), character))


async def test_a_held_checkin_is_logged_by_three_keys_sent_at_once() -> None:
    app = app_for(vault_of(person("Ben", next_one="today 8am")))
    async with app.run_test() as pilot:
        burst(app, "1", "c", "enter", "enter")
        await until(pilot, lambda: _outcomes(app, "Ben") == ["held", "planned"])


async def test_a_promise_typed_at_once_lands_in_its_fields() -> None:
    app = app_for(vault_of(person("Ben")))
    async with app.run_test() as pilot:
        burst(app, "1", "p", *"send notes", "tab", *"fri", "enter")
        await until(pilot, lambda: told(app).named("Ben").all(Promise))
        (promise,) = told(app).named("Ben").all(Promise)
        assert promise.what == "send notes"


def _outcomes(app: HeardApp, name: str) -> list[str]:
    checkins = told(app).named(name).all(Checkin)
    return [one.outcome for one in checkins]
