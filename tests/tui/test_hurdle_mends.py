"""The wizard under hands that type on: no word is lost, none is taken for an answer or a deed."""

from data.memory_vault import MemoryVault
from tests.tui.app_for import app_for, person, seen, until, vault_of
from tests.tui.wizard import WORDS, Walk
from tui.hurdle.pages.dates import DeedPage
from tui.hurdle.screen import HurdleScreen
from tui.setup.keys import keys_of
from tui.world import Opening

SIZE = (80, 30)


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
