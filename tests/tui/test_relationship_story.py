"""A first evening on a real vault: people, dates and promises are all there after a new start."""

from pathlib import Path

from textual.widgets import Input

from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from data.drafts import FileDrafts
from data.vault import FileVault
from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    on_top,
    paste,
    person,
    seen,
    told,
    until,
    write,
)
from tui.checkin.outcome import OutcomeForm
from tui.home.screen import HomeScreen
from tui.relationship.delete import DeleteRelationship


def started(folder: Path) -> HeardApp:
    vault = FileVault.at(folder)
    return app_for(vault, drafts=FileDrafts(vault.places))


async def test_what_was_entered_is_there_after_a_new_start(tmp_path: Path) -> None:
    FileVault.at(tmp_path / "v").create([person("Zoe", next_one="+8w")])
    app = started(tmp_path / "v")
    async with at_home(app) as pilot:
        await pilot.press("n")
        await paste(pilot, "Ben every 2w\nAmara weekly, my mentor")
        await pilot.press("enter")
        await until(pilot, lambda: told(app).names() == ["Amara", "Ben", "Zoe"])
        await on_top(pilot, HomeScreen)
        await pilot.press("c", "enter")
        await on_top(pilot, OutcomeForm)
        app.screen.query_one("#field-to Input", Input).value = "thu 10:00"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: told(app).named("Ben").all(Checkin))
        await on_top(pilot, HomeScreen)
        await pilot.press("p")
        await paste(pilot, "an introduction")
        await pilot.press("enter")
        await write(pilot, "fri")
        await pilot.press("enter")
        await until(pilot, lambda: told(app).named("Ben").all(Promise))
        await on_top(pilot, HomeScreen)
        await pilot.press("p")
        await paste(pilot, "half a promise")
        await pilot.press("ctrl+q")
    again = started(tmp_path / "v")
    async with at_home(again, (120, 36)) as pilot:
        assert told(again).names() == ["Amara", "Ben", "Zoe"]
        assert told(again).named("Amara").relationship.i_am == "mentee"
        assert "you owe: an" in seen(again)
        assert "Thu 26" in seen(again)
        again.screen.query_one("#relationships").focus()
        await until(pilot, lambda: again.focused is again.screen.query_one("#relationships"))
        again.screen.relationships.go_to(told(again).named("Ben").id)  # type: ignore[attr-defined]  # home is on top
        await pilot.press("p")
        assert "half a promise" in seen(again)


async def test_deleted_for_this_window_only_until_it_is_undone(tmp_path: Path) -> None:
    zoe = person("Zoe", next_one="fri 3pm")
    FileVault.at(tmp_path / "v").create([zoe])
    app = started(tmp_path / "v")
    async with at_home(app) as pilot:
        await pilot.press("1", "enter", "D")
        await on_top(pilot, DeleteRelationship)
        await write(pilot, "zoe")
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == []
        await pilot.press("u")
        await until(pilot, lambda: told(app).names() == ["Zoe"])
    assert told(started(tmp_path / "v")).named("Zoe") == zoe
