"""The wizard under hands that type on: no word is lost, none is taken for an answer or a deed."""

from datetime import timedelta
from typing import Any

from textual.widgets import Input

from coaching.hurdle.deeper import DEEPER
from coaching.ports import Draft
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import Workbook
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.tui.app_for import NOW, app_for, person, seen, until, vault_of
from tests.tui.test_hurdle_repair import WHOLE
from tests.tui.wizard import WORDS, Walk
from tui.hurdle.pages.dates import DeedPage
from tui.hurdle.screen import HurdleScreen
from tui.setup.keys import keys_of
from tui.world import Opening

SIZE = (80, 30)


def whole_plan(waits: str, **fields: Any) -> Workbook:
    """A whole plan with Ben, in which only this deeper question waits."""
    left = tuple(one for ids in DEEPER.values() for one in ids if one != waits)
    answers = {**WHOLE, "left_open": left, **fields}
    kept = Hurdle(id="h", opened=NOW.date(), i_am="mentor", **answers)
    return person("Ben Lindqvist").put(kept)


async def test_alone_the_finished_plan_warns_before_its_words_are_gone() -> None:
    app = app_for(MemoryVault(), opening=Opening(screen="hurdle", i_am="mentee"))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("Nothing is kept, unless you ask for it.")
        await walk.keys("1")
        await walk.sees("Its letter answers; arrows and enter too.")
        await walk.keys("question_mark")
        await walk.sees("a b c d e f g h i j answer")
        await walk.keys("escape", "b")
        await walk.sees("Is it about")
        await walk.keys("3")
        await walk.sees("If there is danger now")
        await walk.sees("Its number answers; arrows and enter too. space reads on.")
        await walk.keys("2")
        await walk.sees("What happened?")
        assert "The notes for Monday" not in seen(app)
        await walk.writes_story()
        await walk.reaches_outside()
        words = [one.words for found in keys_of(app.screen).values() for one in found]
        assert "Leave at once; nothing is kept" in words
        assert "Leave at once; nothing is lost" not in words
        assert "enter leave" in seen(app)
        assert "enter home" not in seen(app)
        await walk.keys("enter")
        assert any("enter once more leaves" in one for one in app.heard)
        assert isinstance(app.screen, HurdleScreen)
        await walk.keys("escape")
        await walk.sees("Your first sentence to them")
        await walk.keys("tab")
        await walk.sees("A plan for a hurdle")
        await walk.keys("enter")
        assert isinstance(app.screen, HurdleScreen)


async def test_alone_nothing_is_said_or_offered_that_is_not_so() -> None:
    app = app_for(MemoryVault(), opening=Opening(screen="hurdle", i_am="mentee"))
    async with app.run_test(size=(80, 24)) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("Nothing is kept, unless you ask for it.")
        await walk.keys("1")
        await walk.passes_door()
        await walk.sees("What happened?")
        await walk.sees("tab: go on")
        assert "your editor" not in seen(app)
        await walk.tells()
        await walk.keys("8")
        await walk.sees("When will you look at this again?")
        await walk.sees("Nothing is kept here, so write the day down")
        assert "next dates" not in seen(app)


async def test_whoever_is_cut_off_while_writing_is_told_where_and_is_back_in_that_field() -> None:
    drafts = MemoryDrafts()
    drafts.write(Draft("hurdle-h-at", {"question": "listen", "from": "plan"}, NOW))
    typed = {"said": "late again", "mine": "are you well", "effect": ""}
    drafts.write(Draft("hurdle-h-listen", typed, NOW + timedelta(seconds=1)))
    app = app_for(vault_of(whole_plan("listen")), drafts=drafts)
    async with app.run_test(size=(80, 24)) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("You were writing: what was said and heard; 3 enter: back")
        assert "plan is ready" not in seen(app)
        await walk.comes_back()
        await walk.sees("are you well")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await walk.pastes(", I thought")
        await walk.sees("are you well, I thought")
        await walk.keys("ctrl+s")
        await until(pilot, lambda: walk.hurdle().listen is not None)


async def test_what_is_said_covers_nothing_and_whoever_writes_is_not_told_to_listen() -> None:
    book = whole_plan("", how="write", words="", closest="broken_promises")
    app = app_for(vault_of(book))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        walk = Walk(app, pilot)
        await walk.comes_back()
        await walk.sees("Thank you. If that changes, press a")
        await walk.sees("Own it, in your words")
        assert "2 REPAIR" in seen(app)
        above, _, below = seen(app).partition("Thank you.")
        assert "┗" in above.splitlines()[-2]
        assert "Own it, in your words" in below
        assert "Write         End with a question" in seen(app)
        assert "Listen" not in seen(app)
        lines = seen(app).splitlines()
        (mind,) = [place for place, line in enumerate(lines) if "Keep in mind" in line]
        assert all(line[1:14].strip() in ("", "Keep in mind") for line in lines[mind : mind + 2])


async def test_typing_on_answers_no_question_and_does_no_deed() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.finds_source()
        await walk.has_to_own()
        await walk.keys("c", "u", "n", "h")
        assert "Still none of those things that you know of?" in seen(app)
        assert walk.hurdle().side == "me"
        await walk.keys("down", "enter")
        await walk.sees("Own it, in your words")
        await walk.pastes(WORDS)
        await walk.keys("escape", "question_mark")
        await walk.sees("Why this is asked")
        await walk.keys("escape")
        await walk.sees("Own it, in your words")
        assert app.focused is None
        await walk.keys("e", "X", "tab")
        await until(pilot, lambda: walk.hurdle().words == f"{WORDS}X")
        await walk.sees("One deed, small, with a date")
        await walk.pastes("send it")
        await walk.keys("tab", "tab", *"anuhd")
        assert isinstance(app.screen, HurdleScreen)
        assert app.screen.query(DeedPage)
        assert walk.hurdle().words == f"{WORDS}X"
        await walk.keys("tab")
        await until(pilot, lambda: walk.hurdle().deed == "send it")
        assert walk.hurdle().deed_whose == "me"
        await walk.goes_home()
        await walk.keys("h")
        await walk.sees("Go on with the one since Tue 24 Nov 2026")
        await walk.keys("enter")
        await walk.sees("Still none of those things that you know of?")
        await walk.keys("y")
        await walk.sees("Who outside the two of you could help?")
        await walk.sees("The office for research integrity or safety at work")
