"""Manners of the wizard: drafts, back, undo, safety, the page to take along, closing."""

from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.workbook import MINE
from coaching.verbs import hurdles
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.tui.app_for import app_for, person, seen, until, vault_of
from tests.tui.wizard import DEED, EFFECT, WHAT, WORDS, Walk
from tui.guide.contact_form import ContactForm
from tui.home.screen import HomeScreen
from tui.hurdle.screen import HurdleScreen
from tui.world import Opening

SIZE = (80, 24)
HOSTILE = "[/x] [b]bold[/b] $primary é日本 🌈"


async def test_words_typed_and_not_kept_are_back_after_the_plug_is_pulled() -> None:
    vault, drafts = vault_of(person("Ben Lindqvist")), MemoryDrafts()
    first = app_for(vault, drafts=drafts)
    async with first.run_test(size=SIZE) as pilot:
        walk = Walk(first, pilot)
        await walk.begins()
        await walk.writes(WHAT)
        await walk.sees("What did it do?")
        await walk.pastes(EFFECT)
        await walk.sees("draft kept")
    second = app_for(vault, drafts=drafts)
    async with second.run_test(size=SIZE) as pilot:
        walk = Walk(second, pilot)
        await walk.comes_back()
        await walk.sees("What did it do?")
        await walk.sees(EFFECT)


async def test_escape_leaves_the_field_then_goes_back_and_loses_nothing() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.writes(WHAT)
        await walk.sees("What did it do?")
        await walk.pastes(EFFECT)
        await walk.keys("escape")
        assert "What did it do?" in seen(app)
        await walk.keys("escape")
        await walk.sees("One sentence that a camera")
        assert walk.hurdle().effect == EFFECT
        await walk.keys("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert walk.hurdle().what_happened == WHAT


async def test_undo_takes_the_last_answer_back() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.finds_source()
        await walk.sees("How do you want to go on?")
        await walk.keys("u")
        await until(pilot, lambda: walk.hurdle().closest == "")
        await walk.sees("Which comes closest?")


async def test_a_yes_at_the_door_leads_to_the_calm_card_and_keeps_nothing() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=(80, 40)) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("e", "1")
        await walk.sees("Thank you for saying so.")
        await walk.sees("This should not rest on the two of you alone.")
        assert "a neutral adviser" in seen(app)
        await walk.keys("1")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert not walk.workbook().all(Hurdle)


async def test_going_on_after_a_yes_asks_no_label_and_plans_no_joint_talk() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=(80, 40)) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("b", "3")
        await walk.sees("Thank you for saying so.")
        await walk.keys("2")
        await walk.sees("What happened?")
        await walk.writes_story()
        await walk.reaches_outside()
        hurdle = walk.hurdle()
        assert (hurdle.closest, hurdle.how, hurdle.words) == ("", None, "")
        assert "care" not in Hurdle.model_fields
        assert "threat" not in repr(hurdle)
        await walk.goes_home()
        await walk.sees("your plan is ready to read")
        assert "find what comes closest" not in seen(app)


async def test_the_question_is_whole_once_a_sitting_then_one_line() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.goes_home()
        await walk.keys("h")
        await walk.sees("Still none of those things that you know of?")
        assert "Someone may hurt themselves" not in seen(app)
        await walk.keys("n")
        await walk.sees("Someone may hurt themselves")


async def test_alone_nothing_is_kept_until_the_user_asks_for_it() -> None:
    vault, drafts = MemoryVault(), MemoryDrafts()
    app = app_for(vault, drafts=drafts, opening=Opening(screen="hurdle", i_am="mentee"))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.sees("If your mentor runs it, use another.")
        await walk.reaches_outside_alone()
        assert "nothing is kept" in seen(app)
        assert not vault.open(MINE).all(Hurdle)
        assert not drafts.keys()
        await walk.keys("k")
        await walk.sees("Keep this hurdle?")
        assert not vault.open(MINE).all(Hurdle)
        await walk.keys("enter")
        await until(pilot, lambda: vault.open(MINE).all(Hurdle))
        (kept,) = vault.open(MINE).all(Hurdle)
        assert kept.what_happened == WHAT


async def test_the_page_for_the_other_leaves_out_what_is_only_mine() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=(100, 50)) as pilot:
        walk = Walk(app, pilot)
        await walk.makes_plan()
        await walk.keys("v")
        await walk.sees("Exactly this leaves")
        await walk.sees(WORDS[:30])
        await walk.keys("right")
        await walk.sees("Left out of this page: What happened")
        page = seen(app).split("Exactly this leaves")[1]
        assert DEED in page
        for text in (WHAT, EFFECT, WORDS, "Promises slip"):
            assert text not in page
        await walk.keys("c")
        assert DEED in app.clipboard
        assert WHAT not in app.clipboard


async def test_a_hurdle_can_be_closed_with_what_was_learned_and_opened_again() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=(80, 30)) as pilot:
        walk = Walk(app, pilot)
        await walk.makes_plan()
        await walk.keys("f")
        await walk.sees("How does this one end?")
        await walk.keys("enter", *"say it the day before", "enter")
        await until(pilot, lambda: walk.hurdle().closed is not None)
        assert walk.hurdle().ending == "settled"
        assert walk.hurdle().learned == "say it the day before"
        await walk.sees("No hurdle is open.")


async def test_a_recorded_fact_can_be_left_out() -> None:
    workbook = person("Ben Lindqvist", next_one="")
    app = app_for(vault_of(workbook))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        coach = app.world.coach
        from functools import partial

        from coaching.verbs import promises

        today = app.now.date()
        coach.do(
            workbook.id,
            partial(
                promises.make,
                promise_id="p1",
                what="notes",
                whose="me",
                by=today.replace(day=2),
                today=today,
            ),
        )
        await walk.begins()
        await walk.tells()
        await walk.sees("1 promise of yours is past the date.")
        await walk.keys("minus")
        await until(pilot, lambda: "past the date" not in seen(app))
        assert walk.hurdle().struck_facts == ("late_me",)


async def test_hostile_text_is_ordinary_text() -> None:
    app = app_for(vault_of(person("[/x] Ben")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.writes(HOSTILE)
        await walk.sees("What did it do?")
        await walk.sees("[b]bold[/b]")
        assert walk.hurdle("[/x] Ben").what_happened == HOSTILE


async def test_a_hurdle_deleted_in_another_window_is_told_and_nothing_crashes() -> None:
    vault = vault_of(person("Ben Lindqvist"))
    app = app_for(vault)
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.writes(WHAT)
        await walk.sees("What did it do?")
        workbook = walk.workbook()
        other = app_for(vault).world.coach
        other.do(workbook.id, lambda book: hurdles.forget(book, walk.hurdle().id))
        await walk.writes(EFFECT)
        await until(pilot, lambda: any("not there any more" in one for one in app.heard))
        assert isinstance(app.screen, HurdleScreen)
        assert EFFECT in seen(app)


async def test_someone_known_can_be_written_down_and_is_chosen_at_once() -> None:
    vault = vault_of(person("Ben Lindqvist"))
    app = app_for(vault)
    async with app.run_test(size=(80, 30)) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("a")
        await walk.sees("Who outside the two of you could help?")
        await walk.keys("down", "n")
        await until(pilot, lambda: isinstance(app.screen, ContactForm))
        await walk.pastes("Dr. Amina Yusuf")
        await walk.keys("ctrl+s")
        await walk.sees("Your first sentence to them")
        (contact,) = vault.open(MINE).all(SupportContact)
        assert contact.name == "Dr. Amina Yusuf"
        assert walk.hurdle().who == f"contact:{contact.id}"


async def test_the_calm_card_shows_help_and_the_ways_on_in_a_small_window() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("a", "1")
        await walk.sees("If there is danger now")
        await walk.sees("your local emergency number")
        await walk.sees("1   Leave it here for now")
        read = seen(app)
        for _ in range(6):
            await walk.keys("space")
            await pilot.pause()
            read += seen(app)
        for text in ("A first sentence", "It is right to tell someone", "a question without names"):
            assert text.lower() in read.lower()
        assert "1   Leave it here for now" in seen(app)
        await walk.keys("escape")
        await walk.sees("Does any of this apply")


async def test_words_typed_again_at_an_answered_question_are_where_the_next_start_begins() -> None:
    vault, drafts = vault_of(person("Ben Lindqvist")), MemoryDrafts()
    first = app_for(vault, drafts=drafts)
    async with first.run_test(size=SIZE) as pilot:
        walk = Walk(first, pilot)
        await walk.begins()
        await walk.tells()
        await walk.keys("escape")
        await walk.sees("What did it do?")
        await walk.pastes(" And more.")
        await walk.sees("draft kept")
    second = app_for(vault, drafts=drafts)
    async with second.run_test(size=SIZE) as pilot:
        walk = Walk(second, pilot)
        await walk.comes_back()
        await walk.sees("What did it do?")
        await walk.sees(f"{EFFECT} And more.")


async def test_from_a_finished_plan_one_key_leads_home_and_it_can_be_deleted() -> None:
    app = app_for(vault_of(person("Ben Lindqvist")))
    async with app.run_test(size=SIZE) as pilot:
        walk = Walk(app, pilot)
        await walk.makes_plan()
        await walk.sees("enter home")
        await walk.keys("D")
        await walk.sees("its check-in stay")
        await walk.keys("y")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert not walk.workbook().all(Hurdle)
