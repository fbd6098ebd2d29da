"""The deeper way of Source by its keys: signs, telling questions, both accounts, facts."""

from functools import partial
from typing import get_args

from textual.widgets import Static

from coaching.record.base import Side
from coaching.verbs import promises
from data.memory_vault import MemoryDrafts
from tests.tui.app_for import app_for, person, seen, until, vault_of
from tests.tui.wizard import EFFECT, WHAT, Walk
from tui.home.screen import HomeScreen

SIZE = (80, 24)
LONG = "We met. " * 6_000


async def begins_deeper(walk: Walk) -> None:
    """From the page that asks which comes closest to the first deeper question."""
    await walk.begins()
    await walk.tells()
    await walk.keys("1")
    await walk.sees("d  deeper, 4 more questions")
    await walk.keys("d")
    await walk.sees("What do you not know yet?")
    await walk.sees("Deeper question 1 of 4, Source")


async def test_deeper_answers_are_kept_give_reasons_and_lead_back_to_where_one_was() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await begins_deeper(walk)
        await walk.writes("Whether he was told.")
        await walk.sees("Which of these have you seen?")
        await walk.keys("space", "down", "space", "space")
        await until(pilot, lambda: walk.hurdle().signs == ("moves_dates",))
        await walk.keys("tab")
        await walk.sees("Was it agreed beforehand?")
        await walk.keys("1")
        await walk.sees("Since then, are you in touch?")
        await walk.keys("1")
        await walk.sees("Source: part 3")
        await walk.keys("escape")
        await walk.sees("Since then, are you in touch?")
        await walk.keys("enter")
        await walk.sees("Source: part 3")
        await walk.keys("4")
        while "might the other side" not in seen(app):
            await walk.keys("4")
            await pilot.pause()
        await walk.writes("I said early that I would be away.")
        await walk.sees("Which comes closest?")
        await walk.sees("You answered “Yes, it was agreed with a date”.")
        await walk.sees("less likely because")
        assert "As you tell it" in seen(app)
        assert "As Ben might tell it" in seen(app)
        hurdle = walk.hurdle()
        assert hurdle.not_known == "Whether he was told."
        assert hurdle.told_apart[:2] == ("agreed:with_date", "in_touch:in_touch_as_before")
        assert hurdle.their_account == "I said early that I would be away."
        assert (hurdle.what_happened, hurdle.effect, hurdle.closest) == (WHAT, EFFECT, "")
        await walk.keys("1")
        await walk.sees("How do you want to go on?")


async def test_a_deeper_step_is_where_the_next_start_begins_after_the_plug_is_pulled() -> None:
    vault, drafts = vault_of(person("Ben Lindqvist")), MemoryDrafts()
    first = app_for(vault, drafts=drafts)
    async with first.run_test(size=SIZE) as pilot:
        walk = Walk(first, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("d")
        await walk.sees("What do you not know yet?")
        await walk.keys("tab")
        await walk.sees("Which of these have you seen?")
        await walk.keys("tab")
        await walk.sees("Source: part 1")
        await walk.keys("4")
        await walk.sees("Source: part 2")
        question = seen(first).split("Source: part 2")[0].splitlines()[-2]
        await until(
            pilot, lambda: any("told_apart" in str(drafts.read(key)) for key in list(drafts.keys()))
        )
    second = app_for(vault, drafts=drafts)
    async with second.run_test(size=SIZE) as pilot:
        walk = Walk(second, pilot)
        await walk.comes_back()
        await walk.sees("Source: part 2")
        assert question in seen(second)
        await walk.keys("tab")
        await walk.sees("might the other side")
        await walk.keys("tab")
        await walk.sees("Which of these is nearest?")
        await until(pilot, lambda: not drafts.keys())


async def test_each_recorded_fact_can_be_left_out_and_taken_in_again() -> None:
    workbook = person("Ben Lindqvist")
    app = app_for(vault_of(workbook))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        today = app.now.date()
        for number, whose in enumerate(get_args(Side)):
            verb = partial(
                promises.make,
                promise_id=f"p{number}",
                what="notes",
                whose=whose,
                by=today.replace(day=2),
                today=today,
            )
            app.world.coach.do(workbook.id, verb)
        await walk.begins()
        await walk.tells()
        await walk.sees("- leave one out")
        await walk.keys("minus")
        await walk.sees("which of these counts here?")
        await walk.keys("down", "enter")
        await until(pilot, lambda: walk.hurdle().struck_facts == ("late_them",))
        await walk.keys("escape")
        await walk.sees("1 promise of yours is past the date.")
        assert "1 promise of Ben" not in seen(app)
        await walk.keys("minus", "down", "enter", "escape")
        await walk.sees("1 promise of Ben is past the date.")
        assert walk.hurdle().struck_facts == ()


async def test_weeks_later_the_plan_leads_deeper_through_the_door_and_back() -> None:
    app = app_for(vault_of(person("Chiara Russo", i_am="mentee")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells(effect=LONG)
        await walk.keys("4", "2")
        await walk.sees("Do they still decide")
        await walk.keys("1")
        await walk.sees("How do you want to go on?")
        await walk.sees("1   Advice first, say nothing yet")
        await walk.keys("d")
        await walk.sees("What could raising this cost you?")
        await walk.writes("The letter in May.")
        await walk.sees("What you wrote about the cost: “The letter in May.”")
        await walk.keys("1")
        await walk.sees("When will you look at this again?")
        await walk.keys("tab")
        await walk.reaches_outside()
        await walk.keys("enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await walk.keys("3", "enter")
        await walk.sees("A plan for a hurdle")
        await walk.keys("d")
        await walk.sees("Still none of those things that you know of?")
        await walk.keys("escape")
        await walk.sees("A plan for a hurdle")
        await walk.keys("d")
        await walk.sees("Still none of those things that you know of?")
        await walk.keys("y")
        await walk.sees("What do you not know yet?")
        await walk.keys("escape", "escape")
        await walk.sees("A plan for a hurdle")
        page = "\n".join(str(one.content) for one in app.screen.query(Static))
        assert "What raising it could cost me" in page
        assert walk.hurdle("Chiara Russo").cost == "The letter in May."
