"""What a user notices of the wording check: their own words, nothing of what others said."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.wording import ComponentId, Reading, check, tell
from tests.coaching.hostile import hostile
from tests.wording.drafts import words

WORDS = words()
WHOLE = (
    "Ben, I cancelled our last two meetings on the day. That was my doing. I'm sorry. I had said "
    "yes to two launches at once. You had prepared and I left you waiting. I will send you the "
    "introduction by Wednesday. From now on I tell you the day before if a date slips."
)
snippets = st.sampled_from(
    [
        *WHOLE.split(". "),
        "Sorry if you felt hurt.",
        "> I am sorry",
        '"my fault"',
        "But you",
        "if i ",
    ]
)
draft_like = st.lists(snippets | hostile, max_size=8).map("\n".join)


def reading(text: str) -> Reading:
    return check(text, WORDS)


def flags(text: str) -> set[str]:
    return {flag.id for flag in reading(text).flags}


def test_a_whole_apology_is_seen_part_by_part_in_its_own_words() -> None:
    seen = reading(WHOLE)
    assert seen.verdict == "full"
    assert seen.flags == ()
    assert seen.quotes["specific_act"] == "I cancelled our last two meetings on the day."
    assert seen.quotes["repair"] == "I will send you the introduction by Wednesday."
    assert seen.quotes["impact"].endswith("left you waiting.")


@pytest.mark.parametrize(
    ("left_out", "verdict"),
    [
        ("From now on I tell you the day before if a date slips.", "core_plus"),
        ("I'm sorry.", "core_no_regret"),
        ("I will send you the introduction by Wednesday.", "non_apology"),
    ],
)
def test_what_is_left_out_changes_what_it_amounts_to(left_out: str, verdict: str) -> None:
    assert reading(WHOLE.replace(left_out, "")).verdict == verdict


def test_a_high_flag_outweighs_all_parts() -> None:
    assert reading(f"{WHOLE} But you never told me how urgent it was.").verdict == "non_apology"


@pytest.mark.parametrize(
    ("sentence", "flag"),
    [
        ("I'm sorry if you felt ignored.", "conditional_if"),
        ("I'm sorry you feel that way.", "you_feel_shift"),
        ("I apologise, but you left me no choice.", "but_negation"),
        ("If you had reminded me, I would have sent it.", "blame_shift"),
        ("Let's just move on.", "demand_closure"),
        ("It was only a joke.", "minimising"),
        ("I am sorry for everything.", "vague_offence"),
        ("I'm sorry. Mistakes were made.", "passive_agentless"),
        ("I'm sorry. I never meant to hurt you.", "intent_shield"),
        ("I'm sorry. You know how busy I am.", "excuse_stack"),
        ("I'm sorry. I'm the worst mentor ever.", "self_focus"),
        ("I'm sorry. I guess I was harsh.", "hedged"),
        ("I'm sorry. I'll try to do better.", "empty_promise"),
    ],
)
def test_each_flag_is_raised_with_the_words_it_saw(sentence: str, flag: str) -> None:
    text = f"{sentence} I thought of our talk the whole way home on the train."
    assert flag in flags(text)
    assert all(seen.quote in text for seen in reading(text).flags)


@pytest.mark.parametrize(
    "sentence",
    [
        "I was busy, but that is no excuse.",
        "I wanted to call but I should have done it sooner.",
        "Tell me if I have this wrong.",
        "If it helps, I can send it today.",
        "You don't have to accept this.",
        "I should have reminded myself.",
        "It was not just a joke to you.",
        "I'm sorry I was late. I still need the draft by Friday.",
    ],
)
def test_a_fair_but_and_a_fair_if_raise_nothing(sentence: str) -> None:
    assert flags(f"{sentence} That was my mistake, and I know what it cost you in March.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "In the new job I take responsibility for the budget. I will send you the plan by Friday.",
        "I forgot whether you said noon or one. If you have time, tell me. I'll send the minutes.",
        "In my first job I forgot to order the samples. I should have had a list. I missed it.",
        "Sorry to bother you. I read your comments and I see it differently. I'll bring my notes.",
        "I'm sorry to say that the fund is closed. I have told the others. Next time we ask early.",
        "Thank you, I accept your apology. I was angry for weeks. I'll be there on Monday at ten.",
    ],
)
def test_news_and_thanks_in_the_words_of_an_apology_are_not_taken_for_one(text: str) -> None:
    assert reading(text).quotes == {}
    assert reading(text).flags == ()


def test_a_reparation_far_from_what_is_owned_or_on_another_subject_does_not_count() -> None:
    owned = "On Wednesday I missed our call. That was my fault and I am sorry."
    offer = "I will send the tables on Friday."
    assert "repair" in reading(f"{owned} I will give you the hour back on Friday.").quotes
    assert "repair" not in reading(f"{owned} As for the survey: {offer}").quotes
    between = "The archive is open. The lift works. The train is at nine. The hall is new."
    assert "repair" not in reading(f"{owned} {between} {offer}").quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "You should have had a reply within two days.",
        "Since you started in May I have cancelled three times.",
        "I'll try the new calendar from Monday.",
        "The letter was sent today.",
        "We are good for Thursday at ten.",
        "I told you it was only a joke, and it was not.",
        "It was not an honest mistake, I chose to do it.",
        "I said at first that I had no choice, and that is not true.",
    ],
)
def test_words_of_a_flag_in_another_sense_raise_nothing(sentence: str) -> None:
    assert flags(f"I missed our call on Tuesday. That was my fault. {sentence}") == set()


def test_a_named_act_is_not_called_vague_and_a_bare_sorry_is() -> None:
    vague = "I am sorry for all of this. I thought of our talk the whole way home."
    assert "vague_offence" in flags(vague)
    assert "vague_offence" not in flags(f"I missed our call on Tuesday. {vague}")


@pytest.mark.parametrize(
    "text",
    [
        'You wrote: "I am sorry, it was my fault, I will call." I read it again on the train.',
        "Leo wrote to say he was sorry for missing it and that it was his fault. I thanked him.",
        "You said I let you down and that it was my fault. I have thought about it all weekend.",
        "> I'm sorry. It was my fault. I will send it.\nI read this and thank you. More soon.",
        "--- Original Message ---\nFrom: Ben\nI'm sorry, it was my fault, I will send it.",
    ],
)
def test_what_others_said_is_not_taken_for_the_users_words(text: str) -> None:
    assert {"regret", "responsibility"}.isdisjoint(reading(text).quotes)


@pytest.mark.parametrize(
    "sentence",
    ["It wasn't really my fault.", "I won't apologise for that.", "If I was wrong, tell me."],
)
def test_a_denied_or_only_supposed_act_is_not_owned(sentence: str) -> None:
    text = f"{sentence} We can talk about the rest of the plan on Thursday morning."
    assert {"regret", "responsibility"}.isdisjoint(reading(text).quotes)


def test_a_note_from_the_harmed_side_is_no_apology_and_is_not_picked_at() -> None:
    note = (
        "On Tuesday you left our session after ten minutes. I waited until four, missed my train. "
        "I felt ignored. Would you tell me the evening before when you cannot stay?"
    )
    assert reading(note).quotes == {}
    assert reading(note).flags == ()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", "too_short"),
        ("Sorry about yesterday, was swamped.", "too_short"),
        (
            "Es tut mir leid, dass ich unser Treffen vergessen habe. Das war mein Fehler.",
            "not_english",
        ),
        ("火曜日の面談を忘れてしまい、大変申し訳ございませんでした。", "not_english"),
        ("صديقي العزيز أنا آسف جدا لأنني ألغيت موعدنا يوم الثلاثاء دون أن أخبرك", "not_english"),
    ],
)
def test_what_cannot_be_read_is_not_judged(text: str, verdict: str) -> None:
    seen = reading(text)
    assert (seen.verdict, seen.quotes, seen.flags) == (verdict, {}, ())
    assert tell(seen, WORDS).instead
    assert tell(seen, WORDS).parts == ()


def test_curly_marks_and_hard_breaks_change_nothing() -> None:
    pasted = WHOLE.replace("'", "\u2019").replace("last two meetings on", "last two meetings\non")
    assert reading(pasted).quotes.keys() == reading(WHOLE).quotes.keys()


def test_a_very_long_text_is_read_at_its_beginning_and_says_so() -> None:
    long = WHOLE + " We talked about the weather and the trains and the town." * 900
    assert len(long) > 50_000
    seen = reading(long)
    assert set(reading(WHOLE).quotes) <= set(seen.quotes)
    assert "only_the_beginning" in seen.notes


def test_how_the_parts_stand_together_is_noted() -> None:
    first = "I had double-booked the hour and did not check. I'm sorry. It was my fault, all of it."
    assert "own_first" in reading(first).notes
    what = "I'm sorry, Ben. It was my fault, all of it, and I have thought about it the whole week."
    assert "own_what" in reading(what).notes
    undated = (
        "I forgot our call with the panel on Tuesday. I'm sorry. I will write to the panel for you."
    )
    assert "add_when" in reading(undated).notes
    assert "add_when" not in reading(undated.replace("for you", "today")).notes
    assert "pressure" in reading(f"{undated} Please forgive me.").notes


@settings(max_examples=150, deadline=None)
@given(text=draft_like)
def test_every_quote_stands_in_the_draft_whatever_it_is(text: str) -> None:
    seen = reading(text)
    for quote in [*seen.quotes.values(), *(flag.quote for flag in seen.flags)]:
        assert quote
        assert quote in text


@given(text=draft_like)
def test_reading_twice_says_the_same(text: str) -> None:
    assert reading(text) == reading(text)
    assert set(reading(text).quotes) <= set(get_args(ComponentId))
