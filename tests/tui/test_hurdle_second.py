"""The wizard as a second newcomer met it: what it says is so, and its keys do what they say."""

from datetime import timedelta

from coaching.ports import Draft
from coaching.record.hurdle import Hurdle
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.tui.app_for import NOW, app_for, seen, until, vault_of
from tests.tui.test_hurdle_mends import whole_plan
from tests.tui.wizard import DOOR, STILL, Walk
from tui.hurdle.screen import HurdleScreen
from tui.world import Opening

SIZE = (80, 30)
SLIPS = {"area": "agreed_not_kept", "closest": "broken_promises"}
SILENT = ("in_touch:silent", "meaning:would_not_be_over")


async def test_answers_that_speak_otherwise_ask_once_whether_to_keep_what_was_chosen() -> None:
    book = whole_plan("their_account", told_apart=SILENT, **SLIPS)
    app = app_for(vault_of(book))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.keys("3", "enter")
        await walk.sees("A plan for a hurdle")
        assert "still in touch" not in seen(app)
        assert "a neutral advise… │" in seen(app)
        await walk.keys("d")
        await walk.passes_door()
        await walk.sees("might the other side")
        await walk.keys("tab")
        await walk.sees("Looks most like “Drifting away or gone silent” now.")
        assert "You chose “Promises slip”." in seen(app)
        await walk.keys("tab")
        await walk.sees("A plan for a hurdle")
        assert walk.hurdle().closest == "broken_promises"
        await walk.keys("d")
        await walk.sees("What do you not know yet?")
        while "Looks most like" not in seen(app):
            await walk.keys("tab")
            await pilot.pause()
        await walk.keys("1")
        await until(pilot, lambda: walk.hurdle().closest == "absence_distancing")
        await walk.sees("A plan for a hurdle")


async def test_home_names_the_keys_that_lead_back_and_the_same_day_one_line_is_asked() -> None:
    drafts = MemoryDrafts()
    drafts.write(Draft("hurdle-h-words", {"words": "I was late"}, NOW + timedelta(seconds=1)))
    earlier = Hurdle(id="a", opened=NOW.date(), i_am="mentor", what_happened="Another one.")
    app = app_for(vault_of(whole_plan("", words="").put(earlier)), drafts=drafts)
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("You were writing: your words; 3 enter: back")
        await walk.keys("3", "enter")
        await walk.sees(STILL)
        await walk.sees("Harm, threats, harassment")
        await walk.keys("y")
        await walk.sees("I was late")


async def test_alone_the_safety_list_leads_one_page_back_and_not_out() -> None:
    app = app_for(MemoryVault(), opening=Opening(screen="hurdle", i_am="mentee"))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("Nothing is kept, unless you ask for it.")
        for _ in range(2):
            await walk.keys("1")
            await walk.sees(DOOR)
            await walk.keys("escape")
            await walk.sees("I am the mentee in this")
        assert app.is_running
        assert not isinstance(app.screen, HurdleScreen)


async def test_what_was_said_at_one_question_and_what_was_not_written_by_the_user_is_told() -> None:
    book = whole_plan("rung", first_sentence="", rung="", who="kind:ombuds")
    app = app_for(vault_of(book))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.comes_back()
        await walk.sees("Your first sentence to them")
        await walk.sees("Already written for you.")
        await walk.keys("escape", "escape")
        await walk.sees("Who outside the two of you could help?")
        numbers = {
            name: line.split(name)[0].split()[-1]
            for name in ("A neutral adviser", "A mentor or peer")
            for line in seen(app).splitlines()
            if name.casefold() in line.casefold() and name in line
        }
        await walk.keys("d")
        await walk.sees("How far outside?")
        await walk.keys("1", "enter")
        await walk.sees("You ticked: I want help.")
        await walk.sees("enter chooses the step under the cursor.")
        assert "are stuck, or" not in seen(app)
        await walk.keys("end")
        await walk.sees("Made for: there is danger now.")
        await walk.keys("enter")
        await walk.sees("What would they need to know?")
        while "Who outside the two of you could help?" not in seen(app):
            await walk.keys("escape")
            await pilot.pause()
        for name, number in numbers.items():
            (line,) = [one for one in seen(app).splitlines() if name in one]
            assert line.split(name)[0].split()[-1] == number


async def test_an_if_in_an_apology_is_asked_about_from_the_plan() -> None:
    words = "I cancelled twice on the day. I am sorry if that upset you."
    app = app_for(vault_of(whole_plan("own_parts", words=words)))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.keys("3", "enter")
        await walk.sees("A plan for a hurdle")
        await until(pilot, lambda: bool(app.screen.query("#asked").filter(".note")))
        await until(pilot, lambda: app.screen.query_one("#asked").display)
        await walk.keys("d")
        await walk.passes_door()
        await walk.sees("Which of your sentences does what?")
        await walk.keys("down")
        await walk.sees("An if makes what happened sound uncertain.")
        await walk.keys("w")
        await walk.sees("Own it, in your words")
        await walk.keys("tab")
        await walk.sees("Which of your sentences does what?")
