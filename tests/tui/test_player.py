"""A case before a room: pages, hidden hands, choices, going back, and every key that strays."""

import threading
from pathlib import Path

import pytest
from textual.widgets import Digits

from data.scenario_titles import quick_title
from tests.tui.app_for import until
from tests.tui.player_for import LIBRARY, TO_FIRST_CHOICE, Playing, begin, playing, take_up
from tui.scenario.player import PlayerApp
from tui.scenario.screen import NOTHING_TYPED, RESUMING, SPACE_FIRST, SPACE_SHOWS, TEST_PAGE
from tui.scenario.stage import Stage

COUNT = ("space", "1", "2", "enter", "4", "enter", "enter", "enter")
STRAY = ("x", "z", "q", "7", "0", "escape", "tab", "backspace", "enter", "up", "delete", "v", "f5")


async def to_hands(room: Playing) -> None:
    """To the first choice, with 12 hands for its first answer and 4 for its second."""
    await room.press(*TO_FIRST_CHOICE, *COUNT)


async def test_the_first_page_asks_whether_the_back_row_can_read(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        shown = await room.text()
        assert "Can the back row read this?" in shown
        assert "troth scenario notes" in shown


async def test_typed_hands_show_as_dots_until_they_are_revealed(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press(*TO_FIRST_CHOICE, "space", "1", "2")
        shown = await room.text()
        assert "Eyes closed. Hands up for 1." in shown
        assert "● ●" in shown
        assert "12" not in shown
        await room.press("enter", "4", "enter", "enter")
        assert room.said == NOTHING_TYPED
        assert room.play.page.number == 3
        await room.press("enter")
        shown = await room.text()
        assert "space shows the hands" in shown
        assert "What does Aroha answer?" in shown
        assert "She writes the date" in shown
        assert "12 hands" not in shown
        await room.press("1")
        assert room.said == SPACE_SHOWS
        await room.press("space")
        shown = await room.text()
        assert "12 hands" in shown
        assert "4 hands" in shown
        assert "not counted" in shown
        assert "0 hands" not in shown


async def test_enter_takes_what_most_hands_were_for(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press("space", "enter")
        assert room.play.page.kind == "consequence"
        (step,) = room.kept.session.steps
        assert (step.choice, step.by) == ("no_problem", "group")


async def test_a_number_only_marks_and_enter_takes_it(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press("space", "2")
        assert "▌2" in await room.text()
        assert room.kept.session.chosen == ()
        await room.press("enter")
        steps = room.kept.session.steps
        assert [(step.choice, step.by) for step in steps] == [("say_date", "facilitator")]


async def test_space_never_takes_a_choice(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press(*["space"] * 5)
        assert room.play.page.kind == "reveal"
        assert "Take one" in room.said
        assert room.kept.session.steps == ()
        assert "number, enter take one" in await room.text()
        assert "space on" not in await room.text()


@pytest.mark.parametrize("typed", ["1000", "10000", "999999"])
async def test_a_count_too_large_is_refused_and_the_page_stays(tmp_path: Path, typed: str) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press(*TO_FIRST_CHOICE, "space", *typed, "enter")
        assert "Type a number from 0 to 999" in room.said
        assert room.play.page.number == 1
        await room.press("0", "enter")
        assert room.kept.session.ballots[0].hands == {"no_problem": 0}


async def test_going_back_and_another_choice_keep_the_first_in_the_log(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press("space", "enter", *["space"] * 4, "b", "up", "enter")
        assert room.play.page.kind == "question"
        assert room.kept.session.ballots[0].hands == {}
        await room.press(*["space"] * 8, "3", "enter")
        assert [step.choice for step in room.kept.session.steps] == ["stop_asking"]
        log = [(event.kind, event.choice) for event in room.kept.session.log]
        assert ("chose", "no_problem") in log
        assert ("went_back", "") in log


async def test_a_second_vote_needs_v_twice_and_is_hidden_again(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press("space", "v")
        assert "v once more" in room.said
        assert room.play.counts() is not None
        await room.press("v")
        assert room.play.page.kind == "question"
        assert room.kept.session.ballots[0].hands == {}
        assert room.play.counts() is None


async def test_keys_that_stray_leave_the_page_as_it_is(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press("space")
        page = room.play.page
        for key in STRAY:
            if key != "enter":
                await room.press(key)
                assert room.play.page == page, key
                assert len(room.app.screen_stack) == 1, key


@pytest.mark.parametrize("key", ["question_mark", "b", "n", "w"])
async def test_escape_comes_back_from_everything_that_opens(tmp_path: Path, key: str) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press("space", "space")
        before = room.play.session
        await room.press(key)
        assert len(room.app.screen_stack) == 2
        await room.press("escape")
        assert len(room.app.screen_stack) == 1
        assert room.play.session == before


async def test_a_note_stands_in_the_run(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press("space", "n", *"[b]x", "enter")
        assert [one.text for one in room.kept.session.log if one.kind == "noted"] == ["[b]x"]


async def test_every_page_is_kept_and_taken_up_by_another_process(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        assert room.kept.session == room.play.session
        await room.press("space", "enter", "space")
        left = room.play
    async with playing(take_up(tmp_path)) as again:
        assert again.play.page == left.page
        assert again.play.session.steps == left.session.steps
        await again.press("b", "up", "enter", *["space"] * 4)
        assert again.play.counts() == {"no_problem": 12, "say_date": 4}


async def test_where_nothing_can_be_kept_it_is_said_and_the_play_goes_on(tmp_path: Path) -> None:
    async with playing(begin(tmp_path / "plays")) as room:
        for file in (tmp_path / "plays").iterdir():
            file.unlink()
        (tmp_path / "plays").rmdir()
        (tmp_path / "plays").write_text("in the way")
        await room.press("space")
        assert room.play.page.kind == "rules"
        assert "could not be kept" in room.said
        (tmp_path / "plays").unlink()
        await room.press("space")
        assert room.kept.session == room.play.session


async def test_a_small_window_says_so_and_the_play_goes_on(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        assert "Small window" not in await room.text()
        await room.pilot.resize_terminal(40, 10)
        assert "Small window" in await room.text()
        await room.press("space")
        assert "You may pass" in await room.text()
        await room.pilot.resize_terminal(80, 24)
        assert "Small window" not in await room.text()


LONG = pytest.mark.torture


@pytest.mark.parametrize(
    "size", [pytest.param((60, 18), marks=LONG), (80, 24), pytest.param((200, 60), marks=LONG)]
)
async def test_every_page_of_a_way_fits_and_stands_in_the_middle(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with playing(begin(tmp_path, minutes=90), size) as room:
        for _ in range(120):
            page = room.app.page_screen.query_one("#page")
            shown = await room.text()
            assert page.max_scroll_y == 0, (room.play.page, shown)
            if room.play.at_end:
                break
            onward = ("1", "enter") if room.play.next_page is None else ("space",)
            await room.press(*(("space",) if room.play.counts() is None else onward))
        assert room.play.at_end
        assert room.kept.session.is_over


async def test_in_a_small_window_the_marked_choice_comes_into_sight(tmp_path: Path) -> None:
    async with playing(begin(tmp_path), (44, 9)) as room:
        await to_hands(room)
        await room.press("space")
        assert "will find" not in await room.text()
        await room.press("3")
        assert "will find" in await room.text()
        await room.press("up", "up")
        assert "▌1" in await room.text()


def counts_down(room: Playing) -> bool:
    """Whether a countdown runs on the page."""
    return room.kept.timer_until is not None


async def test_two_minutes_for_pairs_begin_and_stop(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await to_hands(room)
        await room.press("t")
        assert room.play.counts() is None
        shown = (await room.text()).splitlines()
        digits = room.app.page_screen.query_one(Digits)
        assert digits.value == "2:00"
        left = next(row for row, line in enumerate(shown) if line.strip() == "left")
        assert shown[left].index("left") == pytest.approx(38, abs=1)
        assert max(row for row, line in enumerate(shown) if "3 She does not" in line) < left - 3
        await room.press("+")
        assert digits.value == "3:00"
        await room.pilot.resize_terminal(60, 14)
        assert "3:00 left" in await room.text()
        await room.press("t")
        assert "3:00" not in await room.text()
        await room.press("t", "n", *"ok", "enter")
        assert counts_down(room)
        await room.press("space")
        assert room.play.counts() is not None
        assert not counts_down(room)
        await room.press("t", "left")
        assert not counts_down(room)


async def test_a_number_before_eyes_are_closed_says_what_comes_first(tmp_path: Path) -> None:
    async with playing(begin(tmp_path)) as room:
        await room.press(*TO_FIRST_CHOICE, "2")
        assert room.said == SPACE_FIRST
        assert room.play.session.steps == ()
        for form in ("w", "n"):
            await room.press(form)
            shown = await room.text()
            assert "enter save" in shown
            assert "next, then" not in shown
            await room.press("escape")
        await room.press("question_mark")
        assert room.app.screen.styles.background.a == 1, "the page shines through beside the box"


async def test_papers_go_to_a_folder_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with playing(begin(tmp_path / "plays")) as room:
        await to_hands(room)
        await room.press("space", "enter", "w", "ctrl+u", *"out", "enter")
        written = sorted(path.name for path in (tmp_path / "out").iterdir())
        assert written == ["hand-out.html", "hand-out.md", "transcript.html", "transcript.md"]
        told = (tmp_path / "out" / "transcript.md").read_text()
        assert "(12 hands)" in told
        assert "the group's choice" in told
        await room.press("w", "ctrl+u", *"out", "enter")
        assert "is there already" in await room.text()


def test_the_first_frame_says_what_the_shared_frame_says() -> None:
    assert LIBRARY.house().test_page == TEST_PAGE
    for case in LIBRARY.shipped():
        assert quick_title(case.id) == case.title


async def test_keys_typed_before_the_case_is_loaded_are_not_lost(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    loaded = threading.Event()

    def load() -> Stage:
        loaded.wait(20)
        return stage

    app = PlayerApp(load, "The third reschedule")
    async with app.run_test() as pilot:
        await pilot.press("space", "space")
        assert "Can the back row read this?" in str(app.page_screen.query_one("#text").render())
        loaded.set()
        await until(pilot, lambda: app.is_ready and app.play.session.page == 2)
    stage.keeper.close()


async def test_a_play_that_is_resumed_takes_no_key_before_its_page_is_there(tmp_path: Path) -> None:
    stage = begin(tmp_path)
    stage.turn(stage.play.forward().forward())
    loaded = threading.Event()

    def load() -> Stage:
        loaded.wait()
        return stage

    app = PlayerApp(load, stage.play.script.title, is_resumed=True)
    async with app.run_test() as pilot:
        await pilot.press("space", "space")
        shown = str(app.page_screen.query_one("#text").render())
        assert RESUMING in shown
        assert "back row" not in shown
        loaded.set()
        await until(pilot, lambda: app.is_ready)
        await pilot.pause()
        assert app.play.session.page == 2
    stage.keeper.close()
