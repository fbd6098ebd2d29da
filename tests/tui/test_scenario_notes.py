"""The notes in a second terminal: they follow the play whoever begins, ends or begins again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from coaching.scenario.play import Play
from data.clock import FixedClock
from data.scenario_store import PlayStore
from tests.tui.app_for import NOW, ZONE, seen, shows
from tests.tui.command_line import CommandLine
from tests.tui.player_for import LIBRARY, begin, take_up
from tui.scenario.notes import NotesApp, NotesScreen
from tui.scenario.notes_follow import Follower
from tui.scenario.stage import Stage
from tui.setup.keys import keys_of

WAITS = "No play is running yet."
NONE_NOW = "No play is running now."
SAY = "Read his mail warmly."


class Notes:
    """Notes that run, over the runs of a folder."""

    def __init__(self, folder: Path, app: NotesApp, clock: FixedClock) -> None:
        self.folder, self.app, self.clock = folder, app, clock

    async def text(self) -> str:
        """What stands there after another look."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, NotesScreen)
        await screen.look()
        return " ".join(seen(self.app).split())  # type: ignore[arg-type]  # any app is read alike


@asynccontextmanager
async def notes_of(folder: Path, size: tuple[int, int] = (80, 40)) -> AsyncIterator[Notes]:
    """The notes over the runs of this folder."""
    clock = FixedClock(NOW, ZONE)
    app = NotesApp(Follower(PlayStore(folder), LIBRARY.house()), clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        await shows(pilot, ":")
        yield Notes(folder, app, clock)


def to_question(play: Play) -> Play:
    """On to the next page that asks."""
    while play.page.kind != "question":
        play = play.forward()
    return play


def turn_to_question(stage: Stage) -> None:
    """The player turns to its first choice."""
    stage.turn(to_question(stage.play))


async def test_started_first_they_wait_and_then_follow(tmp_path: Path) -> None:
    async with notes_of(tmp_path / "plays") as notes:
        assert WAITS in await notes.text()
        stage = begin(tmp_path / "plays")
        shown = await notes.text()
        assert "The third reschedule 25 minutes, not begun" in shown
        assert "Ask for a quiet count" in shown
        turn_to_question(stage)
        shown = await notes.text()
        assert SAY in shown
        assert "Question: What does Aroha answer?" in shown
        await shows_soon(notes, 'Next Hands up for 1: "No problem at all.')
        stage.keeper.close()


async def test_started_late_and_twice_both_show_the_page(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    turn_to_question(stage)
    async with notes_of(tmp_path) as one, notes_of(tmp_path) as two:
        assert SAY in await one.text()
        assert SAY in await two.text()
    stage.keeper.close()


async def test_the_time_left_and_the_plan_go_on_without_a_page_turned(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    stage.turn(stage.play.forward())
    async with notes_of(tmp_path) as notes:
        assert "25 min left" in await notes.text()
        notes.clock.moment = NOW + timedelta(minutes=7)
        shown = await notes.text()
        assert "18 min left" in shown
        assert "By the plan, until 09:17: Read." in shown
        turn_to_question(stage)
        stage.count_down(2)
        await shows_soon(
            notes, "of at most 4. Alone 0:45, in pairs 1:45, together 1:30. Now alone."
        )
        assert "On the page: Time." in await notes.text()
        notes.clock.moment = NOW + timedelta(minutes=27)
        assert "2 min over" in await notes.text()
    stage.keeper.close()


async def test_a_player_that_stopped_is_told_and_its_return_is_followed(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    turn_to_question(stage)
    async with notes_of(tmp_path) as notes:
        await notes.text()
        stage.keeper.close()
        shown = await notes.text()
        assert "The player is closed; the play is kept on this page." in shown
        assert SAY in shown
        again = take_up(tmp_path)
        again.turn(again.play.choose("say_date", "group", NOW))
        shown = await notes.text()
        assert "The player is closed" not in shown
        assert "What followed" in shown
        again.keeper.close()


@pytest.mark.parametrize("when", ["over", "old"])
async def test_a_play_of_yesterday_or_one_that_is_over_is_not_shown_as_running(
    tmp_path: Path, when: str
) -> None:
    stage = begin(tmp_path)
    if when == "over":
        stage.turn(stage.play.end(NOW))
    stage.keeper.close()
    async with notes_of(tmp_path) as notes:
        if when == "old":
            notes.clock.moment = NOW + timedelta(hours=20)
        shown = await notes.text()
        assert NONE_NOW in shown
        assert "To go on with it: troth scenario play --resume" in shown


async def test_of_two_plays_at_once_the_one_begun_last_is_followed(tmp_path: Path) -> None:
    first = begin(tmp_path, "sc03")
    async with notes_of(tmp_path) as notes:
        assert "The third reschedule" in await notes.text()
        second = begin(tmp_path, "sc04")
        assert second.play.script.title in await notes.text()
        second.keeper.close()
        assert "The third reschedule" in await notes.text()
    first.keeper.close()


async def test_files_that_vanish_or_break_under_them_stop_nothing(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    async with notes_of(tmp_path) as notes:
        await notes.text()
        path = stage.keeper.file.path
        path.write_text('{"version": 9}', "utf-8")
        assert WAITS in await notes.text()
        turn_to_question(stage)
        assert SAY in await notes.text()
        stage.keeper.file.case_path.unlink()
        path.unlink()
        assert WAITS in await notes.text()
    stage.keeper.close()


async def test_a_case_copy_that_is_gone_is_told_in_one_sentence(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    stage.keeper.file.case_path.unlink()
    async with notes_of(tmp_path) as notes:
        assert "cannot be read" in await notes.text()
    stage.keeper.close()


async def test_the_hands_typed_stand_in_the_notes_to_be_checked(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    play = to_question(stage.play).forward()
    while play.page.kind == "vote":
        play = play.vote(play.page.choice, 737, NOW).forward()
    stage.turn(play)
    async with notes_of(tmp_path) as notes:
        shown = await notes.text()
        assert "Counted for 3 of 3 choices." in shown
        assert "1: 737 hands; 2: 737 hands; 3: 737 hands" in shown
        assert "hidden until you show them" in shown


async def test_at_80_by_24_all_choices_stand_in_sight_and_more_is_offered_only_where_there_is(
    tmp_path: Path,
) -> None:
    stage = begin(tmp_path)
    turn_to_question(stage)
    async with notes_of(tmp_path, (80, 24)) as notes:
        shown = await notes.text()
        assert shown.count("Why one might") == shown.count("Leads to") == 3
        assert "down more" in shown
        notes.app.simulate_key("pagedown")
        notes.app.simulate_key("pagedown")
        await shows_soon(notes, "Traps")
        for _ in range(200):
            if "down more" not in await notes.text():
                break
        assert "down more" not in await notes.text()
        notes.app.simulate_key("question_mark")
        await shows_soon(notes, "Keys that work here")
        words = [
            one.words for group in keys_of(notes.app.screen_stack[0]).values() for one in group
        ]
        assert len(words) == len(set(words))
        assert "A line up" in words
    stage.keeper.close()
    stage.keeper.close()


async def test_keys_of_the_player_turn_no_page_here_and_say_so(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    turn_to_question(stage)
    kept = stage.keeper.file.path.read_bytes()
    async with notes_of(tmp_path, (80, 24)) as notes:
        for key in ("space", "left", "enter", "1", "escape"):
            notes.app.simulate_key(key)
        await shows_soon(notes, "Pages are turned in the other terminal")
        assert stage.keeper.file.path.read_bytes() == kept
    stage.keeper.close()


async def shows_soon(notes: Notes, text: str) -> None:
    """Look until a text stands there."""
    for _ in range(200):
        if text in await notes.text():
            return
    raise AssertionError(await notes.text())


@pytest.mark.parametrize("size", [(40, 10), (60, 18), (200, 60)])
async def test_they_fit_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    stage = begin(tmp_path)
    turn_to_question(stage)
    async with notes_of(tmp_path, size) as notes:
        shown = await notes.text()
        assert "The third" in shown
        assert "The room sees" in shown
    stage.keeper.close()


@pytest.mark.parametrize("action", [("play", "sc03"), ("notes",), ("records", "sc03")])
def test_a_vault_is_refused_before_a_room(troth: CommandLine, action: tuple[str, ...]) -> None:
    ran = troth("scenario", *action)
    assert ran.code == 2
    assert f"Leave --vault out: troth scenario {action[0]}" in ran.complaint


def test_notes_need_a_terminal_and_no_case(troth: CommandLine) -> None:
    assert "need a terminal" in troth.bare("scenario", "notes").complaint
    assert "takes nothing after it" in troth.bare("scenario", "notes", "sc03").complaint
    assert "Say which" in troth.bare("scenario", "records").complaint
