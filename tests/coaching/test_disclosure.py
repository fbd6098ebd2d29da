"""The page for someone outside: as little as the level needs, and an honest list of the rest."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.hurdle.disclosure import (
    Told,
    ask_text,
    extras_for,
    levels_open,
    page_for_outside,
    without_name,
)
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.record.outside import Share, ShareExtra, ShareLevel, ToTell
from tests.coaching.making import TODAY
from tests.coaching.shipped import shipped

LEVELS: tuple[ShareLevel, ...] = get_args(ShareLevel)
EXTRAS: tuple[ShareExtra, ...] = get_args(ShareExtra)
DANA = SupportContact(id="d", name="Dana", kind="ombuds", checked=TODAY)
TELL = ToTell(
    tried="I wrote to Ben twice.",
    want="another mentor",
    not_want="that anyone speaks to Ben yet",
    urgent="the letter is due in May",
    papers="two mails from ben@uni.example",
    reach="me@home.example, evenings",
    kept_back="KEPT BACK, his health",
)
HURDLE = Hurdle(
    id="h",
    opened=TODAY,
    i_am="mentee",
    what_happened="Ben Lindqvist cancelled on 3 and 17 November.",
    effect="I stopped counting on Ben's dates.",
    closest="broken_promises",
    their_account="THEIR VIEW",
    not_known="NOT KNOWN",
    words="MY WORDS to Ben",
    deed="send two times",
    who="contact:d",
    to_tell=TELL,
)
TOLD = Told(HURDLE, shipped(), "Ben Lindqvist", ("2 of the last 5 cancelled by Ben.",), (DANA,))


def written(level: ShareLevel, *extras: ShareExtra, told: Told = TOLD) -> str:
    return page_for_outside(told, Share(level=level, extras=extras)).as_markdown()


def test_the_question_alone_tells_no_story() -> None:
    text = written("question")
    assert "what happens to what I say here?" in text
    for kept in ("November", "another mentor", "Ben", "me@home", "KEPT", "2 of the last 5"):
        assert kept not in text


def test_the_outline_says_who_i_am_and_what_i_want_without_a_name() -> None:
    text = written("outline")
    assert "my mentor cancelled on 3 and 17 November" in text
    assert "another mentor" in text
    assert "me@home.example, evenings" in text
    for kept in ("Ben", "Lindqvist", "ben@uni", "two mails", "2 of the last 5", "KEPT", "MY WORDS"):
        assert kept not in text


def test_each_level_adds_to_the_one_before() -> None:
    fields = [
        {section.field for section in page_for_outside(TOLD, Share(level=level)).sections}
        for level in LEVELS
    ]
    assert all(less < more for less, more in pairwise(fields))
    assert "Ben Lindqvist" in written("account")
    assert "send two times" in written("account")
    assert "two mails" in written("papers")
    assert "Ben" not in written("papers")


def test_what_is_off_is_taken_in_only_when_chosen() -> None:
    for extra, mark in (
        ("their_name", "Ben Lindqvist"),
        ("kept_back", "KEPT BACK"),
        ("guess", "Promises slip"),
        ("my_words", "MY WORDS"),
    ):
        assert mark not in written("papers")
        assert mark in written("papers", extra)  # type: ignore[arg-type]  # the ids above
        left_out = page_for_outside(TOLD, Share(level="papers")).left_out
        assert TOLD.content.support.share.extra(extra) in left_out


@given(st.sampled_from(LEVELS), st.sets(st.sampled_from(EXTRAS)), st.booleans())
def test_the_others_view_and_private_notes_never_leave_and_are_said_to_stay(
    level: ShareLevel, extras: set[ShareExtra], care: bool
) -> None:
    told = Told(HURDLE, shipped(), "Ben Lindqvist", (), (DANA,), care)
    page = page_for_outside(told, Share(level=level, extras=tuple(sorted(extras))))
    text = page.as_markdown()
    assert "THEIR VIEW" not in text
    assert "NOT KNOWN" not in text
    assert "private notes" in page.left_out
    if care:
        assert "Promises slip" not in text
        assert "MY WORDS" not in text
        assert "send two times" not in text
    for section in page.sections:
        assert section.heading not in page.left_out


def test_a_whole_account_needs_someone_to_get_it() -> None:
    assert levels_open(TOLD) == LEVELS
    nobody = Told(HURDLE.changed(who=""), shipped(), "Ben Lindqvist")
    assert "account" not in levels_open(nobody)
    assert extras_for(TOLD, "question") == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ben said no.", "my mentor said no."),
        ("Ben's mail, from Lindqvist", "my mentor's mail, from my mentor"),
        ("Benjamin and Bend stay", "Benjamin and Bend stay"),
        ("write to ben@uni.example or @ben_l", "write to … or …"),
    ],
)
def test_names_that_troth_knows_are_taken_out_whole(text: str, shown: str) -> None:
    assert without_name(text, "Ben Lindqvist", "my mentor") == shown


def test_the_message_asks_without_names_and_says_how_to_answer() -> None:
    text = ask_text(Told(HURDLE.changed(first_sentence="It is about Ben."), shipped(), "Ben"))
    assert "Ben" not in text
    assert "what would you have to pass on" in text
    assert "me@home.example" in text
    asked = HURDLE.changed(first_sentence="What would you have to pass on?")
    assert ask_text(Told(asked, shipped(), "Ben")).count("pass on") == 1


def test_a_hostile_name_and_a_very_long_story_are_ordinary() -> None:
    assert without_name("a (b+ c", "(b+ [x", "she") == "a she c"
    assert without_name("nothing", "", "she") == "nothing"
    long = HURDLE.changed(what_happened="Ben came late. " * 4000)
    assert "Ben" not in written("outline", told=Told(long, shipped(), "Ben"))
