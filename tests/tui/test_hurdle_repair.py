"""Repair, deep: each part is worked through by keys, and the record is read again afterwards."""

from typing import Any

import pytest
from textual.pilot import Pilot

from coaching.hurdle.deeper import DEEPER
from coaching.record.agreement import Agreement
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.repair import (
    ExpectedLine,
    HeardBack,
    ImpactNote,
    Listened,
    Look,
    LookAnswers,
    TaggedSentence,
)
from tests.tui.app_for import NOW, HeardApp, app_for, at_home, person, seen, vault_of
from tests.tui.wizard import CHANGE, DEED, EFFECT, WHAT, WORDS, Walk
from tui.hurdle.reading import ReadAlong

TODAY = NOW.date()
DEEP = tuple(one for ids in DEEPER.values() for one in ids)
WHOLE: dict[str, Any] = {
    "what_happened": WHAT,
    "effect": EFFECT,
    "area": "promises",
    "closest": "promises_slip",
    "how": "talk",
    "side": "me",
    "words": WORDS,
    "deed": DEED,
    "deed_whose": "me",
    "deed_by": TODAY,
    "change": CHANGE,
    "who": "kind:ombuds",
    "first_sentence": "Can I think aloud?",
}


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reader reads as soon as a key was pressed."""
    monkeypatch.setattr(ReadAlong, "PAUSE", 0.001)


def app_at(question: str = "", **fields: Any) -> HeardApp:
    """A whole plan with Ben, in which only this deeper question waits."""
    left = tuple(one for one in DEEP if one != question)
    kept = Hurdle(id="h", opened=TODAY, i_am="mentor", **{**WHOLE, "left_open": left, **fields})
    return app_for(vault_of(person("Ben Lindqvist").put(kept)))


async def to_plan(app: HeardApp, pilot: Pilot[Any]) -> Walk:
    """Open the hurdle from home."""
    walk = Walk(app, pilot)
    await walk.keys("3", "enter")
    await walk.sees("A plan for a hurdle")
    return walk


async def deeper(app: HeardApp, pilot: Pilot[Any], title: str) -> Walk:
    """Open the deeper question that waits; the door stands before it."""
    walk = await to_plan(app, pilot)
    await walk.keys("d")
    await walk.passes_door()
    await walk.sees(title)
    return walk


async def fills(walk: Walk, *texts: str) -> None:
    """Paste a text into each field in turn; "" leaves one as it is."""
    for text in texts:
        if text:
            await walk.pastes(text)
        await walk.keys("tab")


async def test_who_spoke_is_kept_by_leaving_the_step() -> None:
    app = app_at("listen")
    async with at_home(app) as pilot:
        walk = await deeper(app, pilot, "What was said, and what came across?")
        await walk.keys("right")
        await walk.sees("You heard")
        await walk.keys("escape", "escape")
        await walk.sees("A plan for a hurdle")
        assert walk.hurdle().listen == Listened(speaker="them")


async def test_said_heard_meant_are_kept_in_two_columns_and_never_filled_in_for_the_other() -> None:
    left = tuple(one for one in DEEP if one not in ("listen", "heard_back"))
    app = app_at("listen", left_open=left)
    async with at_home(app) as pilot:
        walk = await deeper(app, pilot, "What was said, and what came across?")
        assert "You meant" in seen(app)
        await walk.keys("right")
        await walk.sees("You heard")
        await walk.keys("tab")
        await fills(walk, "We can skip this one.", "My time does not count.", "I stopped writing.")
        await walk.sees("Still none of those things that you know of?")
        listened = walk.hurdle().listen
        assert listened == Listened(
            speaker="them",
            said="We can skip this one.",
            mine="My time does not count.",
            effect="I stopped writing.",
        )
        await walk.keys("escape")
        await walk.sees("What was said, and what came across?")
        await walk.keys("escape", "escape")
        await walk.sees("A plan for a hurdle")
        await walk.keys("d")
        await walk.sees("How did Ben hear it?")
        assert "They meant" in seen(app)
        await fills(walk, "We skip this one if you like.", "", "We ask before we skip one.")
        await walk.keys("4")
        await walk.keys("tab")
        await walk.sees("What came back?")
        assert walk.hurdle().heard_back == HeardBack(
            said="We skip this one if you like.",
            now="We ask before we skip one.",
            said_back=("me", "them"),
        )
        await walk.keys("escape", "escape")
        await walk.sees("You two remember other words.")


async def test_expected_got_asked_for_is_decided_line_by_line_and_becomes_a_promise() -> None:
    app = app_at("expected")
    async with at_home(app) as pilot:
        walk = await deeper(app, pilot, "What was expected, what came")
        await walk.keys("n")
        await walk.sees("One thing that was expected")
        await fills(walk, "an answer within a day", "a week of silence", "an answer in 3 days")
        await walk.keys("enter")
        await walk.sees("an answer in 3 days")
        await walk.keys("2")
        await walk.sees("change")
        line = ExpectedLine(
            expected="an answer within a day",
            got="a week of silence",
            ask="an answer in 3 days",
            decision="change",
        )
        assert walk.hurdle().expected == (line,)
        await walk.keys("tab")
        await walk.sees("Who does what, by when?")
        await walk.sees("Asked for: an answer in 3 days")
        await walk.keys("n")
        await walk.sees("One deed; it becomes a promise")
        await walk.sees("Seen by (needed)")
        await walk.keys("shift+tab", "2", "tab")
        await walk.pastes("communicate better")
        await walk.sees("What would be seen, and by when?")
        await walk.keys("ctrl+s")
        await walk.sees("Save again to keep it as it is.")
        await walk.keys("ctrl+u")
        await fills(walk, "reply in 3 days, or send: not this week", "", "a message by Friday")
        await walk.keys("ctrl+s")
        await walk.sees("a message by")
        (taken,) = walk.hurdle().commitments
        assert (taken.who, taken.seen_by) == ("them", "a message by Friday")
        promise = walk.workbook().get(Promise, taken.promise or "")
        assert (promise.what, promise.whose) == ("reply in 3 days, or send: not this week", "them")
        assert (promise.by, promise.hurdle) == (taken.by, "h")
        await walk.keys("u")
        await pilot.pause()
        assert not walk.hurdle().commitments
        assert not walk.workbook().all(Promise)


async def test_the_second_reader_reads_along_and_a_marked_sentence_is_asked_about() -> None:
    words = f"{WORDS} I am sorry if that upset you."
    app = app_at("own_parts", words="", left_open=tuple(one for one in DEEP if one != "own_parts"))
    async with at_home(app) as pilot:
        walk = Walk(app, pilot)
        await walk.comes_back()
        await walk.sees("Own it, in your words")
        await walk.pastes("I am sorry.")
        await walk.sees("too short for me")
        await pilot.press("ctrl+u")
        await walk.pastes(words)
        await walk.sees("says what happened")
        shown = seen(app)
        assert '"I cancelled twice on the day' in shown
        assert "I did not recognise this. Is it there?" in shown
        assert '"I am sorry if that upset you' in shown
        assert "It cannot judge sincerity" in shown
        await walk.keys("escape", "d")
        await walk.sees("Which of your sentences does what?")
        await walk.keys("1", "2", "down", "1", "down", "3")
        await walk.sees("says sorry")
        await walk.sees("“I am sorry if that upset you")
        kept = walk.hurdle()
        assert kept.words == words
        assert kept.own_parts == (
            TaggedSentence(sentence="Ben, I cancelled twice on the day.", parts=("owns", "names")),
            TaggedSentence(sentence="That was my doing.", parts=("owns",)),
            TaggedSentence(sentence="I am sorry if that upset you.", parts=("regrets",)),
        )
        await walk.sees("Not marked yet: how it came about, puts it")


async def test_the_harmed_side_writes_an_impact_note_and_nothing_reads_along() -> None:
    app = app_at("impact_note", side="them", words="")
    async with at_home(app) as pilot:
        walk = Walk(app, pilot)
        await walk.comes_back()
        await walk.sees("Say what it did, in your words")
        assert not app.screen.query(ReadAlong)
        await walk.keys("escape", "d")
        await walk.sees("What it did, in four parts")
        await walk.pastes("always on Mondays")
        await walk.sees("? Which day or meeting was it?")
        await walk.keys("ctrl+u")
        await fills(
            walk, "On 3 November", "the meeting was cancelled", "I had prepared", "Two times?"
        )
        await walk.sees("What was expected")
        note = ImpactNote(
            situation="On 3 November",
            behaviour="the meeting was cancelled",
            impact="I had prepared",
            request="Two times?",
        )
        assert walk.hurdle().impact_note == note
        assert walk.hurdle().words == note.text


async def test_how_to_talk_and_what_came_back_stand_in_the_plan_for_their_readers() -> None:
    app = app_at("when_and_how", commitments=(), listen=None)
    async with at_home(app) as pilot:
        walk = await deeper(app, pilot, "When and how will you two talk?")
        await walk.keys("3", "tab")
        await fills(walk, "a walk on Thursday", "I want to begin with my part.", "after 30 minutes")
        await walk.sees("What came back?")
        await fills(walk, "He waited twice and felt unimportant.")
        await walk.keys("4", "tab")
        await fills(walk, "a fixed hour instead")
        await walk.sees("A plan for a hurdle")
        kept = walk.hurdle()
        assert kept.when_and_how is not None
        assert kept.when_and_how.first == "them"
        assert kept.answer_back is not None
        assert (kept.answer_back.answer, kept.answer_back.instead) == (
            "counter",
            "a fixed hour instead",
        )
        await walk.keys("v", "2")
        await walk.sees("a walk on Thursday")
        assert "I want to begin with my part." not in seen(app)
        assert "felt unimportant" not in seen(app)
        assert "My opening sentence" in " ".join(seen(app).split())


async def test_looking_again_asks_each_apart_and_closes_only_when_the_harmed_side_says_so() -> None:
    kept = Promise(id="p", what=DEED, whose="me", made=TODAY, by=TODAY, hurdle="h").changed(
        state="kept", settled=TODAY
    )
    hurdle = Hurdle(
        id="h",
        opened=TODAY,
        i_am="mentor",
        **{**WHOLE, "promise": "p", "look_again": TODAY, "left_open": DEEP},
    )
    agreed = Agreement(id="a", since=TODAY)
    app = app_for(vault_of(person("Ben Lindqvist").put(hurdle, kept, agreed)))
    async with at_home(app) as pilot:
        walk = await to_plan(app, pilot)
        assert "The day to look at this again has come" in seen(app)
        await walk.keys("l")
        await walk.sees("From your records: yes")
        await walk.keys("4", "tab", "2", "tab", "4", "tab", "2", "tab", "tab")
        await walk.pastes("Say it the day before.")
        await walk.keys("tab", "2", "ctrl+s")
        await walk.sees("What Ben says, apart from you")
        mine = LookAnswers(again="no", sooner="yes", unsaid="no", wants="close")
        assert walk.hurdle().looks == (Look(on=TODAY, kept="yes", mine=mine),)
        assert walk.hurdle().closed is None
        (coming,) = walk.workbook().all(Checkin)
        assert walk.hurdle().look_again == coming.planned.day if coming.planned else None
        assert walk.workbook().get(Agreement, "a").repair == "Say it the day before."
        await walk.keys("tab", "tab", "tab", "2", "ctrl+s")
        await walk.sees("Closed. It stays in the record.")
        assert walk.hurdle().closed == TODAY
        assert walk.hurdle().looks[0].theirs == LookAnswers(wants="close")
        assert walk.hurdle().looks[0].mine == mine


async def test_whoever_is_afraid_to_say_it_comes_to_the_door_and_the_fear_is_not_kept() -> None:
    app = app_at(side="them", look_again=TODAY)
    async with at_home(app) as pilot:
        walk = await to_plan(app, pilot)
        await walk.keys("l")
        await walk.sees("Looking again")
        await walk.keys("tab", "tab", "tab", "6", "ctrl+s")
        await walk.sees("Does any of this apply")
        (look,) = walk.hurdle().looks
        assert look.mine == LookAnswers()
        await walk.keys("b", "3")
        await walk.sees("If there is danger now")
