"""The settings: each with what counts now and what it means, changed in place, in one file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import TrothError
from tui.setup.setting_form import edit_setting
from tui.setup.settings_lines import ABOUT, Setting, key_settings, rows_of, settings_of
from tui.still_open import still_open
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app import TrothApp

COLUMNS = (
    Column("Setting", 27),
    Column("Now", 12, grow=1),
    Column("Default", 11, drop=1, style="$text-muted"),
    Column("What it means", 24, grow=6, drop=2, style="$text-muted"),
)


class SettingsScreen(Screen[None]):
    """All settings in one list; below it what the one under the cursor means."""

    app: TrothApp
    DEFAULT_CSS = """
    SettingsScreen Rows { height: 1fr; padding: 0 1; }
    SettingsScreen .wrong { height: auto; max-height: 40%; padding: 0 1; color: $text-warning; }
    SettingsScreen #about {
        height: auto; max-height: 6; padding: 0 1; border-top: solid $border-blurred;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "d",
            "restore",
            "default",
            id="settings.default",
            tooltip="Take this one back to its default",
        ),
        Binding("escape", "leave", "back", id="settings.back", tooltip="Back"),
    ]

    rows = getters.query_one(Rows)

    def __init__(self) -> None:
        """The list is filled when it is shown."""
        super().__init__()
        self._listed: dict[str, Setting] = {}
        self._deeds: Sequence[Setting] = ()

    def compose(self) -> ComposeResult:
        """Head, what does not count, list, what it means, keys."""
        yield Head("Settings", "enter changes one, d brings its default back")
        yield Static(classes="wrong")
        yield Rows(COLUMNS)
        yield Static(id="about")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the settings at once; the deeds and their keys follow."""
        self.rows.focus()
        self._show()
        self.rows.go_to(next(iter(self._listed)))
        self._read_deeds()

    @work(group="deeds")
    async def _read_deeds(self) -> None:
        """Every screen is loaded for this, off the event loop."""
        self._deeds = await asyncio.to_thread(key_settings)
        if still_open(self):
            self._show()

    def _show(self) -> None:
        settings = self.app.world.settings
        everything = (*settings_of(), *self._deeds)
        self._listed = {one.key: one for one in everything}
        self.rows.show(rows_of(everything, settings))
        problems = self.app.in_force.problems()
        wrong = self.query_one(".wrong", Static)
        short = (problem.replace(f"{self.app.world.own.place}:", "line ") for problem in problems)
        wrong.update(Content("\n").join(Content(f"! {problem}") for problem in short))
        wrong.display = bool(problems)
        self._tell()

    @property
    def setting(self) -> Setting | None:
        """The one under the cursor; None on a heading."""
        return self._listed.get(self.rows.key or "")

    @on(Rows.Moved)
    def _tell(self) -> None:
        setting = self.setting
        about = setting.about() if setting else Content(ABOUT)
        place = Content.styled(self.app.world.own.place, "$text-muted")
        self.query_one("#about", Static).update(Content("\n").join([about, place]))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A default can be brought back only where it is not what counts."""
        if action == "restore":
            setting = self.setting
            changed = setting is not None and setting.is_own(self.app.world.settings)
            return changed or None
        return super().check_action(action, parameters)

    @on(Rows.Chosen)
    def _change(self) -> None:
        if self.setting:
            edit_setting(self.app, self.setting, self._changed)

    async def action_restore(self) -> None:
        """Take the line out of the file."""
        setting = self.setting
        if setting is None:
            return
        try:
            await asyncio.to_thread(self.app.in_force.change, setting.section, setting.name, None)
        except TrothError as error:
            self.app.show_error(error)
            return
        self._changed(True)

    def _changed(self, changed: bool | None) -> None:
        """Put it in force and show it; the cursor stays."""
        if changed:
            self.app.in_force.renew()
            self._show()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)
