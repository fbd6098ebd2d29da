"""Puts the user's settings into force on a running app: its theme, motion, clock and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coaching.errors import TrothError
from coaching.say import say_count, say_times_by
from tui.theme import first_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

    from coaching.settings import Settings
    from tui.app import TrothApp

WAYS_OUT = frozenset({"app.leave", "app.copy", "app.quit", "hurdle.quit-alone"})
"""Deeds that keep their keys whatever the settings say, so that there is always a way out."""


def put_in_force(app: App[Any], settings: Settings) -> None:
    """Give an app the theme, the motion, the clock and the keys of these settings."""
    app.theme = first_theme(settings.look.theme)
    if settings.look.reduced_motion:
        app.animation_level = "none"
    say_times_by(lambda: settings.dates.twelve)
    app.set_keymap({deed: key for deed, key in settings.keys.items() if deed not in WAYS_OUT})


class InForce:
    """The settings in force on the app, and what is wrong with them."""

    def __init__(self, app: TrothApp) -> None:
        """For this app; the file is read before its first frame, which stands in its look."""
        self._app = app
        self._motion = app.animation_level
        put_in_force(app, self._settings)

    @property
    def _settings(self) -> Settings:
        return self._app.world.settings

    def problems(self) -> Sequence[str]:
        """A sentence for each entry that does not count."""
        read = self._app.world.own.read
        return (*read.problems, *self._about_keys().values())

    def _about_keys(self) -> dict[str, str]:
        """What is wrong with the user's own keys; the whole program is loaded only for these."""
        if not self._settings.keys:
            return {}
        from tui.setup.own_keys import wrong_keys

        places = self._app.world.own.read.places
        return {
            deed: f"{places.get(('keys', deed), deed)}: {why} The usual key holds."
            for deed, why in wrong_keys(self._settings.keys).items()
        }

    def tell(self) -> None:
        """Say once and calmly what does not count, and take wrong keys back; not on the loop."""
        wrong = self._about_keys()
        problems = self.problems()
        if wrong:
            self._app.call_from_thread(self._take_back, frozenset(wrong))
        if problems:
            self._app.call_from_thread(self._app.say, _calmly(problems))

    def change(self, section: str, name: str, value: object | None) -> None:
        """Write one setting and put it in force; raises `TrothError` with nothing changed."""
        if section == "keys" and value is not None:
            from tui.setup.own_keys import wrong_keys

            wrong = wrong_keys({**self._settings.keys, name: str(value)}).get(name)
            if wrong:
                raise TrothError(wrong)
        self._app.world.own.change(section, name, value)

    def renew(self) -> None:
        """Show at once what a change has put in force."""
        app = self._app
        app.animation_level = self._motion
        put_in_force(app, self._settings)
        self._take_back(frozenset(self._about_keys()))
        app.facts_changed.publish(app.facts)

    def _take_back(self, wrong: frozenset[str]) -> None:
        kept = self._settings.keys.items()
        left = wrong | WAYS_OUT
        self._app.set_keymap({deed: key for deed, key in kept if deed not in left})


def _calmly(problems: Sequence[str]) -> str:
    """One line, so that it hides nothing of home; the settings' own page has each in full."""
    many = say_count(len(problems), "setting")
    does = "does" if len(problems) == 1 else "do"
    return f"{many} {does} not count. Which, and why: ctrl+p, Settings."
