"""The deeper support: step, what to tell, how much, how to ask, what came of it; and no trace."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from textual.widget import Widget
from textual.widgets import Static

from coaching.coach import Coach
from coaching.hurdle.steps import PLAN
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.outside import CameOfIt, Share, ToTell
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import agreements
from data.clock import FixedClock
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.tui.app_for import (
    NOW,
    ZONE,
    app_for,
    new_id,
    person,
    seen,
    shared_content,
    until,
    vault_of,
)
from tests.tui.practice import fill
from tests.tui.wizard import EFFECT, WHAT, Walk
from tui.hurdle import pages_for
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.support_ask import CameOfItPage
from tui.hurdle.screen import HurdleScreen
from tui.hurdle.session import HurdleSession
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.world import Opening

TALL = (100, 50)
BEN = "Ben Lindqvist"
DOOR_WORDS = ("threat", "frighten", "something_i_may", "someone_else", "rather_not", "emergency")


def mine_with(*contacts: SupportContact) -> Workbook:
    return Workbook(MINE).put(*contacts)


async def to_the_ladder(walk: Walk) -> None:
    """From home to the first of the deeper questions about help from outside."""
    await walk.begins()
    await walk.tells("Ben cancelled our last two meetings.")
    await walk.keys("a")
    await walk.sees("Who outside the two of you could help?")
    await walk.keys("d")
    await walk.sees("How far outside?")


async def test_a_step_is_chosen_and_a_page_tells_no_more_than_the_user_takes_in() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await to_the_ladder(walk)
        await walk.sees("What you tick here is not kept.")
        await walk.sees("What you tick here is not kept.")
        assert "what fits" not in seen(app)
        await walk.keys("1")
        await walk.sees("what fits is someone to think with.")
        await walk.keys("6")
        await walk.sees("what fits is a neutral, confidential adviser.")
        assert "A talk with a third person" not in seen(app)
        await walk.keys("enter", "enter")
        await walk.sees("What would they need to know?")
        fill(app, "want", "another mentor")
        fill(app, "kept_back", "SECRET")
        await walk.keys(*["tab"] * 7)
        await walk.sees("How much do you want to tell?")
        await walk.sees("Exactly this leaves")
        assert "cancelled" not in seen(app).split("Exactly this leaves")[1]
        await walk.keys("2")
        await walk.sees("my mentor cancelled our last two meetings.")
        assert "your answer at the safety question" not in seen(app)
        assert "SECRET" not in seen(app)
        await walk.keys("tab", "2")
        await walk.sees("SECRET")
        await walk.keys("2", "c")
        await until(pilot, lambda: "another mentor" in app.clipboard)
        assert "SECRET" not in app.clipboard
        assert "Ben" not in app.clipboard
        await walk.keys("tab")
        await walk.sees("A message to ask for a talk")
        kept = walk.hurdle()
        assert kept.rung == "neutral_adviser"
        assert kept.to_tell == ToTell(want="another mentor", kept_back="SECRET")
        assert kept.share == Share(level="outline")
        assert "afraid" not in repr(kept)


async def test_a_message_is_copied_and_what_came_of_it_stands_in_the_plan() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await to_the_ladder(walk)
        await walk.keys("tab", "tab")
        await walk.sees("What would they need to know?")
        await walk.keys(*["tab"] * 7)
        await walk.sees("How much do you want to tell?")
        await walk.keys("tab")
        await walk.sees("A message to ask for a talk")
        await walk.keys("ctrl+t")
        await until(pilot, lambda: app.clipboard.startswith("Hello,"))
        await walk.keys("tab")
        await walk.sees("What came of it?")
        await walk.keys("5")
        await walk.sees("No answer is not your doing.")
        await walk.keys("tab", "tab")
        await walk.sees("Who outside the two of you could help?")
        assert walk.hurdle().came_of_it == CameOfIt(came="no_answer", on=NOW.date())
        await walk.keys("1")
        await walk.sees("Your first sentence to them")
        await walk.keys("tab")
        await walk.sees("No answer (Tue 24 Nov 2026)")


async def test_no_answer_at_the_door_is_in_the_records_or_in_a_draft() -> None:
    vault, drafts = vault_of(person(BEN, i_am="mentee")), MemoryDrafts()
    app = app_for(vault, drafts=drafts)
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("b", "1")
        await walk.sees("It is yours to choose")
        await walk.keys("2")
        await walk.sees("What happened?")
        await walk.writes_story()
        await walk.sees("Who outside the two of you could help?")
        first = seen(app).split("Who outside")[1].splitlines()[3:5]
        assert "Emergency help" in " ".join(first)
        await walk.keys("d")
        await walk.sees("made for what you told at the door")
        for never in ("The two of you", "A talk with a third person", "[ ]"):
            assert never not in seen(app).split("How far outside?")[1]
        await walk.keys("escape")
        await walk.sees("Who outside the two of you could help?")
        await walk.keys("1")
        await walk.sees("Your first sentence to them")
        await walk.pastes("half a sentence")
        await walk.sees("draft kept")
        everything = repr(vault.open(walk.workbook().id)) + repr(
            [(key, drafts.read(key)) for key in list(drafts.keys())]
        )
        assert "half a sentence" in everything
        for word in DOOR_WORDS:
            assert word not in everything.replace("kind:emergency", "")
        await walk.keys("escape", "tab")
        await walk.sees("A plan for a hurdle")
        await walk.keys("x")
        await walk.sees("there is no closing talk")


async def test_after_a_yes_the_whole_question_is_asked_again_and_never_still_none() -> None:
    app = app_for(vault_of(person(BEN)))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("c", "2")
        await walk.sees("Stop contact with the other person")
        await walk.keys("1")
        await until(pilot, lambda: not isinstance(app.screen, HurdleScreen))
        await walk.keys("h")
        await walk.sees("Someone may hurt themselves")


async def test_a_story_told_anew_brings_the_one_line_and_cue_words_only_add_it() -> None:
    app = app_for(vault_of(person(BEN)))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await walk.begins()
        await walk.writes("He grabbed me at the door.")
        await walk.sees("Still none of those things that you know of?")
        assert "grabbed" not in seen(app)
        await walk.keys("y")
        await walk.sees("What did it do?")
        await walk.writes(EFFECT)
        await walk.sees("Which of these is nearest?")
        await walk.keys("escape")
        await walk.sees("What did it do?")
        fill(app, "effect", "Something else.")
        await walk.keys("tab")
        await walk.sees("Still none of those things that you know of?")
        await walk.keys("n")
        await walk.sees("Someone may hurt themselves")
        await walk.keys("i")
        await walk.sees("Which of these is nearest?")
        assert walk.hurdle().effect == "Something else."


async def test_a_minor_s_card_has_the_youth_note_and_an_old_contact_is_asked_about() -> None:
    old = NOW.date() - timedelta(days=200)
    contact = SupportContact(
        id="s", name="Dana", kind="safeguarding_lead", hours="weekdays", checked=old
    )
    book = agreements.answer_ties(person(BEN), ties=("under_18",)).workbook
    app = app_for(MemoryVault((book, mine_with(contact))))
    async with app.run_test(size=(100, 60)) as pilot:
        walk = Walk(app, pilot)
        await walk.says_at_door("b", "3")
        await walk.sees("ask no leading questions")
        await walk.sees("Dana, weekdays, checked 200 days ago")


async def test_alone_another_way_is_a_message_to_copy_and_nothing_is_kept() -> None:
    vault, drafts = MemoryVault(), MemoryDrafts()
    app = app_for(vault, drafts=drafts, opening=Opening(screen="hurdle", i_am="mentee"))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await walk.reaches_outside_alone()
        await walk.keys("x")
        await walk.sees("Not going on as before")
        await walk.keys("end", "enter")
        await walk.sees("I have decided to end our mentoring.")
        fill(app, "thanks", "the first talk")
        await walk.keys("ctrl+s")
        await walk.sees("Five sentences at most")
        await walk.keys("c", "escape")
        assert "Thank you for the first talk." in app.clipboard
        assert not vault.open(MINE).all(Hurdle)
        assert not drafts.keys()


async def test_a_relationship_deleted_meanwhile_is_told_and_the_words_stay_on_screen() -> None:
    vault = vault_of(person(BEN))
    app = app_for(vault)
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await to_the_ladder(walk)
        await walk.keys("tab", "enter")
        await walk.sees("What would they need to know?")
        fill(app, "want", "another mentor")
        vault.discard(walk.workbook().id)
        await walk.keys(*["tab"] * 7)
        await until(pilot, lambda: app.heard)
        assert "deleted in another window" in app.heard[-1]
        await until(pilot, lambda: app.is_running)


async def test_a_case_open_for_a_year_opens_at_its_plan_and_goes_on_deeper() -> None:
    book = person(BEN, i_am="mentee")
    opened = NOW.date() - timedelta(days=370)
    old = Hurdle(
        id="h",
        opened=opened,
        i_am="mentee",
        what_happened=WHAT,
        effect=EFFECT,
        closest="not_sure",
        look_again=opened + timedelta(days=14),
        who="kind:gone_kind",
        first_sentence="A word?",
    )
    app = app_for(vault_of(book.put(old)))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await walk.keys("3", "enter")
        await walk.sees("A plan for a hurdle")
        for question in ("share", "how_to_ask", "came_of_it", "rung"):
            screen = app.screen
            assert isinstance(screen, HurdleScreen)
            screen.session.question = question
            await screen._show_question()
        await walk.sees("How far outside?")
        await walk.keys("tab", "down", "down", "enter")
        await until(pilot, lambda: walk.hurdle().rung != "")


def test_every_field_of_the_path_says_who_reads_it() -> None:
    told_so_far = Hurdle(
        id="h",
        opened=NOW.date(),
        i_am="mentee",
        what_happened=WHAT,
        effect=EFFECT,
        closest="broken_promises",
        how="talk",
        side="me",
        words="mine",
    )
    book = person(BEN, i_am="mentee").put(told_so_far)
    coach = Coach(vault_of(book), MemoryDrafts(), FixedClock(NOW, ZONE), new_id)
    session = HurdleSession.begin(coach, shared_content(), book.id, "h")
    silent = []
    for question in pages_for.PAGES:
        session.question = question
        if question != PLAN:
            silent += [(question, one) for one in _silent_fields(pages_for.page(session))]
    assert silent == []


def _silent_fields(page: Page) -> list[str]:
    """Fields for text under which, and around which, nobody is named as their reader."""
    found = list(_within(page.widgets()))
    fields = [one for one in found if isinstance(one, Field) and not isinstance(one, DateField)]
    said = " ".join(str(one.content) for one in found if isinstance(one, Static))
    named = ("only me", "us two")
    return [
        one.field for one in fields if not any(words in f"{one.under} {said}" for words in named)
    ]


def _within(widgets: Iterable[Widget]) -> Iterator[Widget]:
    for one in widgets:
        yield one
        yield from _within(one._pending_children)


async def test_an_answer_on_a_page_that_is_leaving_breaks_nothing() -> None:
    app = app_for(vault_of(person(BEN, i_am="mentee")))
    async with app.run_test(size=TALL) as pilot:
        walk = Walk(app, pilot)
        await to_the_ladder(walk)
        await walk.keys("tab", "tab", *["tab"] * 8, "tab")
        await walk.sees("What came of it?")
        page = app.screen.query_one(CameOfItPage)
        late = Choice.Changed(page.query_one(Choice), "helped")
        await page.remove()
        await page._dispatch_message(late)
        assert app.is_running
