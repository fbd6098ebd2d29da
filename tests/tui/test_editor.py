"""A long text in the user's own editor: ctrl+o, what comes back, and where it may not be."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from coaching.errors import TrothError
from data.loose_text import LooseText
from tests.tui.app_for import HeardApp, app_for, at_home, on_top, person, seen, shows, vault_of
from tests.tui.practice import opened
from tests.tui.wizard import Walk
from tui.doubt.desk import Doubts, open_doubts
from tui.doubt.form import DoubtForm
from tui.own_editor import SEALED, UNKEPT, editor_words
from tui.world import Opening

EDITOR = """
import sys
from pathlib import Path
path = Path(sys.argv[-1])
{deed}
"""
LEAVES = r'path.write_text(path.read_text() + " and more\n"); sys.exit(3)'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the texts lie that are handed to an editor."""
    made = tmp_path / "loose"
    made.mkdir()
    return made


def left_in(folder: Path) -> list[Path]:
    """The texts that lie there still."""
    return sorted(folder.glob("*/*"))


def with_editor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, app: HeardApp, deed: str = LEAVES
) -> HeardApp:
    """An app whose user has an editor that does this to the file."""
    script = tmp_path / "my editor.py"
    script.write_text(EDITOR.format(deed=deed))
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    monkeypatch.setenv("EDITOR", "/not/this/one")
    monkeypatch.setattr(app, "suspend", nullcontext)
    app.world.set_out = lambda text: LooseText(text, tmp_path / "loose")
    return app


async def at_a_doubt(pilot: Pilot[Any], text: str) -> TextArea:
    """In the field of a doubt, with this text in it."""
    await opened(pilot, open_doubts, Doubts)
    await pilot.press("enter")
    await on_top(pilot, DoubtForm)
    area = pilot.app.screen.query_one(TextArea)
    area.load_text(text)
    await pilot.pause()
    return area


async def test_the_text_comes_back_whatever_the_exit_and_undo_gives_the_old_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    app = with_editor(monkeypatch, tmp_path, app_for(vault_of(person())))
    async with at_home(app) as pilot:
        area = await at_a_doubt(pilot, "a thought")
        assert "ctrl+o your editor" in seen(app)
        await pilot.press("ctrl+o")
        assert area.text == "a thought and more"
        assert left_in(folder) == []
        await pilot.press("ctrl+z")
        assert area.text == "a thought"


async def test_what_cannot_come_back_is_told_at_the_field_and_stays_in_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    app = with_editor(monkeypatch, tmp_path, app_for(vault_of(person())))
    async with at_home(app) as pilot:
        area = await at_a_doubt(pilot, "a thought")
        with_editor(monkeypatch, tmp_path, app, "path.write_text('x' * 200_001)")
        await pilot.press("ctrl+o")
        await shows(pilot, "has more than 200,000 characters")
        assert area.text == "a thought"
        (kept,) = left_in(folder)
        assert kept.stat().st_size == 200_001
        monkeypatch.setenv("VISUAL", "/not/here --wait")
        await pilot.press("ctrl+o")
        assert "The editor /not/here did not start (No such file" in app.heard[-1]
        monkeypatch.delenv("VISUAL")
        monkeypatch.delenv("EDITOR")
        await pilot.press("ctrl+o")
        assert "No editor is set. For example" in app.heard[-1]
        monkeypatch.setattr(type(app.lock), "sealed", True)
        await pilot.press("ctrl+o")
        assert app.heard[-1] == SEALED
        assert area.text == "a thought"
        assert left_in(folder) == [kept]


async def test_a_hurdle_of_which_nothing_is_kept_writes_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    app = app_for(opening=Opening("hurdle", i_am="mentee"))
    with_editor(monkeypatch, tmp_path, app)
    async with app.run_test(size=(80, 24)) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("I am the mentee in this")
        await pilot.press("1")
        await walk.sees("Does any of this apply")
        await pilot.press("i")
        await walk.sees("What happened?")
        await walk.pastes("what was said")
        await pilot.press("ctrl+o")
        assert app.heard[-1] == UNKEPT
        assert left_in(folder) == []


def test_the_editor_is_the_one_of_the_variables_with_its_options() -> None:
    assert editor_words({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_words({"VISUAL": " ", "EDITOR": "vi"}) == ["vi"]
    with pytest.raises(TrothError, match="without its other half"):
        editor_words({"EDITOR": "'vi"})
    with pytest.raises(TrothError, match="No editor is set"):
        editor_words({})
