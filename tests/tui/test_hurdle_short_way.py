"""The short way through a hurdle: nine answers, a whole plan, from both sides."""

from datetime import date

from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from tests.tui.app_for import app_for, person, seen, vault_of
from tests.tui.wizard import CHANGE, DEED, EFFECT, WHAT, WORDS, Walk

SIZE = (80, 24)


async def test_nine_answers_make_a_whole_plan() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.makes_plan()
        assert "1 Source: done" in seen(app)
        assert "promises slip" in seen(app)
        hurdle = walk.hurdle()
        assert (hurdle.what_happened, hurdle.effect) == (WHAT, EFFECT)
        assert (hurdle.closest, hurdle.how, hurdle.side) == ("broken_promises", "talk", "me")
        assert (hurdle.words, hurdle.deed, hurdle.change) == (WORDS, DEED, CHANGE)
        assert hurdle.who == "kind:mentor_or_peer"
        assert hurdle.first_sentence


async def test_the_deed_is_a_promise_and_the_look_again_date_an_upcoming_checkin() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.makes_plan()
        (promise,) = walk.workbook().all(Promise)
        (checkin,) = walk.workbook().all(Checkin)
        assert (promise.what, promise.whose, promise.by) == (DEED, "me", date(2026, 12, 1))
        assert checkin.planned is not None
        assert checkin.planned.day == date(2026, 12, 15)
        await walk.keys("enter")
        await walk.sees("you owe: send the intro")
        await walk.sees("look again")
        await walk.sees("your plan is ready to read")


async def test_a_mentee_is_asked_first_what_raising_it_could_cost() -> None:
    app = app_for(vault_of(person("Chiara Russo", i_am="mentee")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.finds_source()
        await walk.sees("Do they still decide something for you")
        await walk.keys("1")
        await walk.sees("While they still decide something for you")
        await walk.keys("1")
        await walk.sees("When will you look at this again?")
        await walk.keys("tab")
        await walk.reaches_outside()
        hurdle = walk.hurdle("Chiara Russo")
        assert (hurdle.pending, hurdle.how) == ("yes", "advice_first")
        assert not hurdle.words
        assert hurdle.look_again is not None
        assert not walk.workbook("Chiara Russo").all(Checkin), "a joint check-in was planned"


async def test_the_harmed_side_writes_an_impact_note_and_owes_no_apology() -> None:
    app = app_for(vault_of(person("Chiara Russo", i_am="mentee")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.finds_source()
        await walk.keys("2")
        await walk.sees("How do you want to go on?")
        await walk.keys("2")
        await walk.sees("Who has something to own here?")
        await walk.keys("2")
        await walk.sees("Say what it did, in your words")
        assert "You owe no apology here" in seen(app)


async def test_not_sure_yet_is_a_whole_result_that_leads_to_a_person() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("8")
        await walk.sees("When will you look at this again?")
        await walk.keys("tab")
        await walk.sees("You need no name for it to talk to someone.")
        await walk.reaches_outside()
        assert walk.hurdle().closest == "not_sure"


async def test_none_of_these_leads_to_a_person_and_prints_no_label() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("1")
        await walk.sees("Which comes closest?")
        await walk.keys("4")
        await walk.sees("When will you look at this again?")
        await walk.keys("tab")
        await walk.reaches_outside()
        assert "It needs no label." in seen(app)


async def test_all_eighteen_can_be_chosen() -> None:
    app = app_for(vault_of(person("Chiara Russo", i_am="mentee")))
    async with app.run_test(size=(80, 40)) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("9")
        await walk.sees("Trust not there yet")
        await walk.keys("end", "up", "up")
        await walk.sees("What it touches")


async def test_nothing_is_preselected() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.keys("h")
        await walk.sees("Does any of this apply")
        await walk.keys("enter")
        assert "▌" not in seen(app)
        await walk.keys("i")
        await walk.finds_source()
        await walk.sees("How do you want to go on?")
        await walk.keys("tab")
        assert any("Choose one of these" in sentence for sentence in app.heard)
        assert walk.hurdle().how is None


async def test_a_hurdle_exists_only_after_its_first_answer() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.keys("tab")
        await walk.sees("One sentence is enough.")
        await walk.goes_home()
        assert not walk.workbook().all(Hurdle)


async def test_asking_someone_outside_is_one_key_away_and_the_way_goes_on_after_it() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("a")
        await walk.reaches_outside()
        assert "enter goes on where you were" in seen(app)
        await walk.keys("enter")
        await walk.sees("Which of these is nearest?")
