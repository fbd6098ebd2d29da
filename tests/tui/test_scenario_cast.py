"""The cast's records from within a play: a program of its own, at the case's date, marked."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from coaching.errors import TrothError
from tests.tui.app_for import on_top, seen, shows
from tests.tui.player_for import Playing, begin, playing
from tui.bootstrap import cast_records
from tui.home.screen import HomeScreen
from tui.hurdle.screen import HurdleScreen
from tui.relationship.screen import RelationshipScreen
from tui.scenario.cast_app import CastApp
from tui.world import Opening

MARK = "scenario: Aroha's records"


@contextmanager
def no_screen() -> Iterator[None]:
    """What stands in for handing the terminal over."""
    yield


def ends_with(monkeypatch: pytest.MonkeyPatch, room: Playing, code: int) -> list[tuple[str, ...]]:
    """Let the child end with this code; what was run is in the list."""
    ran: list[tuple[str, ...]] = []

    def run(words: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(words)
        return subprocess.CompletedProcess(words, code)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(room.app, "suspend", no_screen)
    return ran


async def test_o_opens_the_copy_of_the_case_and_the_play_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(begin(tmp_path)) as room:
        ran = ends_with(monkeypatch, room, code=0)
        kept = room.kept
        await room.press("o")
        assert "before the room? enter" in await room.text()
        await room.press("escape")
        assert ran == []
        await room.press("o", "enter")
        (words,) = ran
        case = room.app.run_file.case_path
        assert words[1:] == ("-m", "tui", "scenario", "records", str(case))
        assert room.kept == kept
        assert "Can the back row read this?" in await room.text()


async def test_records_that_do_not_open_are_told_with_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(begin(tmp_path)) as room:
        ends_with(monkeypatch, room, code=1)
        await room.press("o", "enter")
        assert room.said.endswith("In another terminal: troth scenario records sc03")


async def test_where_the_terminal_cannot_be_handed_over_the_command_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(begin(tmp_path)) as room:

        def refuse() -> None:
            raise SuspendNotSupported

        monkeypatch.setattr(room.app, "suspend", refuse)
        await room.press("o", "enter")
        assert "troth scenario records sc03" in room.said


async def test_panes_page_and_wizard_show_the_cast_at_the_cases_date_and_escape_leads_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    with cast_records("sc03", None) as (records, whose):
        assert whose == "Aroha Ngata"
        app = CastApp(records.world(Opening(), MARK))
        async with app.run_test(size=(80, 24)) as pilot:
            await shows(pilot, "Samuel Boateng")
            assert MARK in seen(app)
            assert "Tue 3 Nov 2026, 09:0" in seen(app)
            await pilot.press("1", "enter")
            await on_top(pilot, RelationshipScreen)
            await shows(pilot, MARK)
            await pilot.press("escape")
            await on_top(pilot, HomeScreen)
            await pilot.press("comma")
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)
            await pilot.press("h")
            await on_top(pilot, HurdleScreen)
            await shows(pilot, MARK)
            await pilot.press("escape")
            await on_top(pilot, HomeScreen)
            assert app.return_code is None
            await pilot.press("escape")
            assert app.return_code == 0


def test_the_place_of_the_records_is_gone_afterwards_and_never_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    monkeypatch.setenv("TROTH_VAULT", str(mine))
    with cast_records("sc07", None) as (records, _):
        folder = records.folder
        assert folder.exists()
        assert mine not in (folder, *folder.parents)
    assert not folder.exists()
    assert not mine.exists()


def test_the_copy_of_a_run_serves_after_the_users_file_is_gone(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    with cast_records(str(stage.keeper.file.case_path), None) as (records, whose):
        assert [one.name for one in records.overview().people] == ["Samuel Boateng"]
        assert whose == "Aroha Ngata"
    stage.keeper.file.case_path.write_text("{", "utf-8")
    with (
        pytest.raises(TrothError, match="damaged"),
        cast_records(str(stage.keeper.file.case_path), None),
    ):
        pass
    stage.keeper.close()
