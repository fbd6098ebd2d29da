"""The calm card for each answer, and when a changed story brings the one-line question back."""

from datetime import timedelta
from typing import get_args

import pytest

from coaching.guide import About, SafetyItem
from coaching.hurdle.door import heard_today
from coaching.hurdle.safety import ask_again, calm_card, story_of
from coaching.record.contact import SupportContact
from coaching.record.hurdle import Hurdle
from coaching.thresholds import DEFAULTS, Thresholds
from tests.coaching.making import TODAY
from tests.coaching.shipped import shipped

CONTENT = shipped()
ANSWERS = [item for item in CONTENT.safety.items if item.answer != "none"]
DANGER = ("self_harm", "threat")
ABOUT: tuple[About, ...] = get_args(About)


def card(
    item_id: str,
    about: About,
    *contacts: SupportContact,
    under_18: bool = False,
    limits: Thresholds = DEFAULTS,
) -> str:
    item = next(one for one in CONTENT.safety.items if one.id == item_id)
    parts = calm_card(CONTENT, item, about, contacts, today=TODAY, under_18=under_18, limits=limits)
    return "\n".join(line for part in parts for line in (part.title, *part.lines))


@pytest.mark.parametrize("item", ANSWERS, ids=lambda item: item.id)
@pytest.mark.parametrize("about", ABOUT)
def test_every_card_has_people_duties_a_place_a_sentence_and_the_least_to_tell(
    item: SafetyItem, about: About
) -> None:
    found = card(item.id, about)
    begins = "If there is danger now" if item.id in DANGER else "Thank you for saying so."
    assert found.splitlines()[1].startswith(begins)
    assert "Thank you for saying so." in found
    assert "I cannot judge it and may have it wrong." in found
    for words in (
        "You have saved no contact yet.",
        "your local emergency number",
        "typical, not legal advice",
        "A first sentence",
        "A question without names is a good beginning.",
        "Neither your answer nor this page is kept.",
    ):
        assert words in found
    for never in ("apolog", "sorry", "mediat", "hotline", "no risk"):
        assert never not in found.casefold()


@pytest.mark.parametrize("item", ANSWERS, ids=lambda item: item.id)
def test_me_another_and_something_i_did_each_have_their_own_card(item: SafetyItem) -> None:
    item_id = item.id
    if item_id == "rather_not_say":
        return
    cards = {about: card(item_id, about) for about in ABOUT}
    assert len(set(cards.values())) == len(ABOUT)
    mine = cards["something_i_may_have_done"]
    if item_id != "self_harm":
        assert "Stop contact with the other person" in mine
        assert "I may have done" in mine


def test_who_may_be_the_cause_is_led_to_the_office_first() -> None:
    assert card("sexual", "me").index("counselor") < card("sexual", "me").index("the office for")
    mine = card("sexual", "something_i_may_have_done")
    assert mine.index("the office for") < mine.index("a counselor")


def test_own_contacts_that_fit_come_first_with_hours_and_are_asked_about_after_180_days() -> None:
    known = SupportContact(
        id="o", name="Dana", kind="ombuds", reach="room 4", hours="mornings", checked=TODAY
    )
    other = SupportContact(id="x", name="Uli", kind="mentor_or_peer", checked=TODAY)
    found = card("retaliation", "me", known, other)
    assert "Dana, room 4, mornings" in found
    assert "Uli" not in found
    assert "You have saved no contact yet." not in found
    old = known.changed(checked=TODAY - timedelta(days=181))
    assert "checked 181 days ago" in card("retaliation", "me", old)
    edge = known.changed(checked=TODAY - timedelta(days=180))
    assert "days ago" not in card("retaliation", "me", edge)
    sooner = Thresholds(contact_old_days=179)
    assert "checked 180 days ago" in card("retaliation", "me", edge, limits=sooner)
    assert "Uli" in card("retaliation", "me", other)


def test_with_someone_under_18_the_safeguarding_person_stands_first_with_the_youth_note() -> None:
    plain, young = card("threat", "someone_else"), card("threat", "someone_else", under_18=True)
    assert "safeguarding" not in plain
    assert "the person responsible for safeguarding" in young
    assert "ask no leading questions" in young
    assert "ask no leading questions" in card("minor", "someone_else")
    assert "grown-up you trust" in card("threat", "me", under_18=True)


def asks(before: str, now: str) -> bool:
    return ask_again(CONTENT, before=before, now=now)


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        ("", "She cancelled twice on the day.", False),
        ("She cancelled twice.", "She cancelled twice.\nI lost a week.", False),
        ("She cancelled twice.", "He said he will end my career.", True),
        ("She cancelled twice.", "She moved it twice.", True),
        ("", "He grabbed me at the door.", True),
        ("He grabbed me.", "He grabbed me.\nI had prepared.", False),
        ("", "If you tell anyone you will regret it, he said.", True),
        ("", "This was career suicide, she joked.", False),
        ("", "A 10-year-old codebase, and nobody answers.", False),
        ("She came late.", "She came late.", False),
        ("She came late.", "", True),
    ],
)
def test_a_story_told_anew_or_with_cue_words_asks_one_line(
    before: str, now: str, asked: bool
) -> None:
    assert asks(before, now) is asked


def test_a_very_long_story_is_read_in_bounds() -> None:
    story = "x " * 40_000
    assert not asks("", story)
    assert asks(story, f"y{story}")


def test_the_story_is_what_happened_and_its_effect_only() -> None:
    hurdle = Hurdle(id="h", opened=TODAY, i_am="mentee", words="He grabbed me.")
    assert story_of(hurdle) == ""
    assert story_of(hurdle.changed(what_happened="a", effect="b")) == "a\nb"


def test_the_list_was_heard_today_only_where_a_hurdle_of_today_has_its_name() -> None:
    named = Hurdle(id="h", opened=TODAY, i_am="mentee", closest="broken_promises")
    assert heard_today(named, TODAY)
    assert not heard_today(named, TODAY + timedelta(days=1))
    assert not heard_today(named.changed(closest=""), TODAY)
    assert not heard_today(None, TODAY)
