"""On screen: a damaged file is told, two copies are chosen between, someone is deleted for good."""

from pathlib import Path

import orjson
import pytest

from coaching.record.promise import Promise
from data.drafts import FileDrafts
from data.keeper import Keeper
from data.places import last_good
from data.vault import FileVault
from tests.data.people import promises
from tests.tui.app_for import (
    HeardApp,
    app_for,
    at_home,
    on_top,
    person,
    seen,
    shows,
    told,
    until,
    write,
)
from tui.home.about_files import AboutFiles
from tui.home.screen import HomeScreen
from tui.relationship.delete import DeleteRelationship
from tui.setup.conflicts import TwoCopies
from tui.widgets.choice import Choice

BEN = "Ben Lindqvist"


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    """Ben, to whom something was promised twice, on disk."""
    vault = FileVault(tmp_path / "vault")
    ben = person(BEN)
    vault.create([ben])
    vault.change(ben.id, promises("the first"))
    vault.change(ben.id, promises("the second"))
    return vault


def app_on(vault: FileVault) -> HeardApp:
    """Troth over records on disk, opened anew."""
    fresh = FileVault(vault.places.root)
    app = app_for(fresh, drafts=FileDrafts(fresh.places))
    app.world.make_keeping = lambda: Keeper(fresh)
    return app


def file_of(vault: FileVault) -> Path:
    """Ben's file."""
    (ben,) = vault.overview().people
    return vault.places.workbook(ben.id)


def leave_a_copy(vault: FileVault) -> Path:
    """The copy of a synchronising program, in which one promise has other words."""
    path = file_of(vault)
    tables = orjson.loads(path.read_bytes())
    next(iter(tables["promises"].values()))["what"] = "as the other has it"
    other = path.with_name(f"{path.stem} (1).json")
    other.write_bytes(orjson.dumps(tables))
    return other


def promised(app: HeardApp) -> list[str]:
    """What was promised to Ben."""
    return [promise.what for promise in told(app).named(BEN).all(Promise)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_home_says_that_a_damaged_file_was_set_aside(
    vault: FileVault, size: tuple[int, int]
) -> None:
    file_of(vault).write_bytes(b"{")
    app = app_on(vault)
    async with at_home(app, size) as pilot:
        shown = " ".join(seen(app).split())
        assert "Records Ben Lindqvist's pages were damaged; the copy from" in shown
        assert "is open. ! more" in shown
        assert "Next step" in shown
        await pilot.press("exclamation_mark")
        await on_top(pilot, AboutFiles)
        assert "What was saved later is not in it." in " ".join(seen(app).split())
        assert "damaged-" in seen(app).replace("\n", "")
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
        assert "! more" in seen(app)
        await pilot.press("exclamation_mark", "x")
        await until(pilot, lambda: "! more" not in seen(app))
        assert "Next step" in seen(app)
    assert promised(app) == ["the first"]


async def test_home_names_the_person_and_the_page_the_restore_command(vault: FileVault) -> None:
    made = vault.care.backups.make("before-import")
    path = file_of(vault)
    for one in (path, last_good(path)):
        one.unlink()
        one.write_bytes(b"{")
    app = app_on(vault)
    async with at_home(app, (80, 24)) as pilot:
        assert "Records  Ben Lindqvist's pages are damaged" in seen(app)
        await pilot.press("exclamation_mark")
        await on_top(pilot, AboutFiles)
        shown = " ".join(seen(app).replace("│", " ").split())
        assert f"troth backup restore {made.name} --only 'Ben Lindqvist'" in shown


async def test_several_things_are_counted_on_home(vault: FileVault) -> None:
    amara = person("Amara Okafor")
    vault.create([amara])
    vault.change(amara.id, promises("one"))
    for one in vault.overview().people:
        vault.places.workbook(one.id).unlink()
    app = app_on(vault)
    async with at_home(app, (80, 24)) as pilot:
        assert "! more (1 of 2)" in seen(app)
        await pilot.press("exclamation_mark")
        await on_top(pilot, AboutFiles)
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "Amara Okafor's pages were gone from their folder" in shown
        assert "Ben Lindqvist's pages were gone from their folder" in shown


async def test_in_a_low_window_the_line_about_files_keeps_its_key(vault: FileVault) -> None:
    file_of(vault).write_bytes(b"{")
    app = app_on(vault)
    async with at_home(app, (40, 10)):
        assert "! more" in seen(app)
        assert "Next step" in seen(app)


async def test_a_sound_vault_has_no_line_about_files(vault: FileVault) -> None:
    app = app_on(vault)
    async with at_home(app) as pilot:
        assert "Records" not in seen(app)
        await pilot.press("exclamation_mark")
        assert isinstance(app.screen, HomeScreen)


async def test_two_copies_are_told_apart_and_chosen_between(vault: FileVault) -> None:
    other = leave_a_copy(vault)
    app = app_on(vault)
    async with at_home(app) as pilot:
        assert "two copies of" in " ".join(seen(app).split())
        await pilot.press("ctrl+p")
        await write(pilot, "two copies")
        await shows(pilot, "Two copies: choose")
        await pilot.press("enter")
        await on_top(pilot, TwoCopies)
        assert "3 records, 0 only in this one" in seen(app)
        assert "open now   what: the first" in seen(app)
        assert "the other  what: as the other has it" in seen(app)
        app.screen.query_one("#wins", Choice).value = "other"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not other.exists())
        await on_top(pilot, HomeScreen)
        assert promised(app) == ["as the other has it", "the second"]
        assert "backups" in app.heard[-1]
        assert "To have the other copy after all: troth backup restore" in app.heard[-1]
        assert app.heard[-1].endswith("--only 'Ben Lindqvist'")
        await until(pilot, lambda: "two copies" not in seen(app))


async def test_leaving_the_choice_changes_nothing(vault: FileVault) -> None:
    other = leave_a_copy(vault)
    app = app_on(vault)
    async with at_home(app, (40, 10)) as pilot:
        app.push_screen(TwoCopies(Keeper(vault), Keeper(vault).conflicts()))
        await on_top(pilot, TwoCopies)
        await pilot.press("escape")
        await on_top(pilot, HomeScreen)
    assert other.exists()
    assert promised(app) == ["the first", "the second"]


async def test_deleting_for_good_leaves_nothing_and_cannot_be_undone(vault: FileVault) -> None:
    app = app_on(vault)
    async with at_home(app) as pilot:
        await pilot.press("1", "p")
        await write(pilot, "a zebrafish")
        await pilot.press("enter")
        await write(pilot, "fri")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "a zebrafish" in promised(app))
        await pilot.press("1", "enter", "D")
        await on_top(pilot, DeleteRelationship)
        await write(pilot, BEN)
        assert "go to the trash" in seen(app)
        await pilot.press("tab", "2")
        await until(pilot, lambda: "go to the trash" not in seen(app))
        assert "u cannot bring them back" in " ".join(seen(app).replace("│", " ").split())
        assert "nothing brings it back" in seen(app)
        await pilot.press("enter")
        await on_top(pilot, HomeScreen)
        assert told(app).names() == []
        assert "for good" in app.heard[-1]
        await pilot.press("u")
        await until(pilot, lambda: app.heard[-1] == "Nothing to undo in this window.")
        await pilot.press("ctrl+q")
    files = [path for path in vault.places.root.rglob("*") if path.is_file()]
    assert not any(b"Lindqvist" in path.read_bytes() for path in files)
