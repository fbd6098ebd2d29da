"""Settings: changed on their screen, written into the file, in force at once; wrong ones named."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coaching.say import _CLOCK
from coaching.settings import THEMES
from data.own_settings import OwnSettings
from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    on_top,
    paste,
    person,
    seen,
    shows,
    until,
    vault_of,
    write,
)
from tests.tui.command_line import CommandLine
from tui.relationship.new import NewRelationships
from tui.setup.setting_form import ChooseAnswer, EditSetting
from tui.setup.settings import SettingsScreen
from tui.widgets.narrow import Narrow
from tui.widgets.rows import Rows


def with_file(folder: Path, text: str = "") -> HeardApp:
    """Troth on two people, with a settings file."""
    path = folder / "settings.toml"
    if text:
        path.write_text(text, "utf-8")
    people = (person("Ben", next_one="12 dec 3pm"), person("Zoe", next_one="16 dec"))
    return app_for(vault_of(*people), own=OwnSettings(path))


async def at_setting(pilot: Pilot[None], app: HeardApp, name: str) -> None:
    """Narrow the settings to one, and stand on it."""
    await pilot.press("slash")
    await on_top(pilot, Narrow)
    await paste(pilot, name.replace("_", " "))
    await pilot.press("enter")
    await on_top(pilot, SettingsScreen)
    rows = app.screen.query_one(Rows)
    await until(pilot, lambda: (rows.key or "").endswith(f" {name}"))


async def test_settings_are_changed_in_place_and_hold_at_once(tmp_path: Path) -> None:
    app = with_file(tmp_path, "# mine\n[look]  # at home\n")
    path = tmp_path / "settings.toml"
    async with at_home(app) as pilot:
        await pilot.press("comma")
        await on_top(pilot, SettingsScreen)
        await pilot.press("enter")
        await on_top(pilot, ChooseAnswer)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.theme == "troth-light")
        assert path.read_text("utf-8") == '# mine\n[look]  # at home\ntheme = "troth-light"\n'
        await pilot.press("d")
        await until(pilot, lambda: app.theme == "troth-dark")
        assert "troth-light" not in path.read_text("utf-8")

        await at_setting(pilot, app, "ahead_days")
        await pilot.press("enter")
        await on_top(pilot, EditSetting)
        field = app.screen.query_one(Input)
        for wrong in ("0", "soon"):
            field.value = wrong
            await pilot.press("enter")
            await shows(pilot, "! ")
            assert "whole number from 1 to 3650" in " ".join(seen(app).split())
        field.value = "40"
        await pilot.press("enter")
        await on_top(pilot, SettingsScreen)
        assert "ahead_days = 40" in path.read_text("utf-8")
        await shows(pilot, "* ahead days")

        await app.workers.wait_for_complete()
        await at_setting(pilot, app, "home.new")
        await pilot.press("enter")
        await on_top(pilot, EditSetting)
        app.screen.query_one(Input).value = "c"
        await pilot.press("enter")
        await shows(pilot, "c is the key of home.checkin on the same screen.")
        app.screen.query_one(Input).value = "a"
        await pilot.press("enter")
        await on_top(pilot, SettingsScreen)
        await pilot.press("escape")
        await shows(pilot, "a new")
        await pilot.press("a")
        await on_top(pilot, NewRelationships)


async def test_what_is_wrong_is_said_once_calmly_and_the_rest_counts(tmp_path: Path) -> None:
    text = (
        '[look]\ntheme = "nord"\nsize = 3\n[thresholds]\nreview_days = 0\n'
        '[keys]\n"home.new" = "c"\n"no.deed" = "x"\n"app.leave" = "x"\n"home.guide" = "e"\n'
    )
    app = with_file(tmp_path, text)
    async with at_home(app, (120, 36)) as pilot:
        assert app.theme == "nord"
        await until(pilot, lambda: app.heard)
        await app.workers.wait_for_complete()
        (said,) = app.heard
        assert said == "5 settings do not count. Which, and why: ctrl+p, Settings."
        await pilot.press("comma")
        await on_top(pilot, SettingsScreen)
        shown = " ".join(seen(app).split())
        for wrong in (
            "line 3: [look] has no setting size.",
            "line 5: review_days is a whole number from 1 to 3650. The default holds.",
            "line 7: c is the key of home.checkin on the same screen. The usual key holds.",
            "line 8: There is no deed no.deed; docs/keys.md lists them. The usual key holds.",
            "line 9: app.leave keeps its key, so that there is always a way out.",
        ):
            assert wrong in shown
        await pilot.press("escape", "e")
        await until(pilot, lambda: type(app.screen).__name__ == "LibraryScreen")


async def test_dates_and_the_rhythm_of_new_people_follow_the_settings(tmp_path: Path) -> None:
    app = with_file(
        tmp_path,
        '[dates]\norder = "month first"\n[rhythm]\nevery = "3w"\n[look]\nreduced_motion = true\n',
    )
    async with at_home(app) as pilot:
        assert app.animation_level == "none"
        await pilot.press("n")
        await on_top(pilot, NewRelationships)
        await write(pilot, "Ada next 12/1/26")
        await shows(pilot, "every 3 weeks, next Tue 1 Dec 2026")
        await pilot.press("escape")
        await pilot.press("1", "p")
        await write(pilot, "a book")
        await pilot.press("tab")
        await paste(pilot, "12/1")
        await shows(pilot, "Tue 1 Dec 2026")


async def test_a_clock_of_12_hours_shows_wherever_a_time_is_said(
    troth: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_CLOCK, "twelve", _CLOCK.twelve)
    app = with_file(tmp_path)
    async with at_home(app, (120, 36)) as pilot:
        await shows(pilot, "Tue 24 Nov 2026, 09:14")
        await pilot.press("comma")
        await on_top(pilot, SettingsScreen)
        await at_setting(pilot, app, "clock")
        await pilot.press("enter")
        await on_top(pilot, EditSetting)
        await pilot.press("right", "enter")
        await on_top(pilot, SettingsScreen)
        await pilot.press("escape")
        await shows(pilot, "Tue 24 Nov 2026, 9:14 am")
        assert "12 Dec 3:00 pm" in seen(app)
    own = tmp_path / "settings.toml"
    assert own.read_text("utf-8") == '[dates]\nclock = "12 hours"\n'

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "troth").mkdir(parents=True)
    own.rename(tmp_path / "config" / "troth" / own.name)
    assert troth("add", "Amara", "--i-am", "mentor").code == 0
    troth.plan("Amara", "tomorrow 15:00")
    assert "Wed 25 Nov 2026, 3:00 pm" in troth("due").out
    assert troth("log", "Amara", "--moved", "tomorrow", "--to", "thu 12:15 am").code == 0
    assert "Thu 26 Nov 2026, 12:15 am" in troth("show", "Amara").out


def test_the_command_prints_what_counts_and_names_what_does_not(
    troth: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert "not there yet" in troth.bare("settings").out
    assert troth.bare("settings", "--init").code == 0
    again = troth.bare("settings", "--init")
    assert (again.code, again.err.endswith("Nothing was changed.\n")) == (2, True)
    path = tmp_path / "troth" / "settings.toml"
    path.write_text("[lock]\nafter_minutes = 5\n[look]\ntheme = 'blue'\n", "utf-8")
    ran = troth.bare("settings")
    assert ran.code == 1
    assert "after_minutes  = 5  # yours, the default is 10:" in ran.out
    assert f"{path}:4: theme is one of" in ran.err


async def test_every_theme_that_can_be_set_is_there() -> None:
    app = app_for(vault_of(person("Ben")))
    assert set(THEMES) == set(app.available_themes)
