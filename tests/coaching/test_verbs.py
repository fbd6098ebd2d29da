"""What holds for every verb, in any order: valid records, no held future, clean sentences."""

import re
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import Gone, Refused
from coaching.ports import NewId, Verb
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import Done, Workbook, touched
from coaching.verbs import checkins, promises
from coaching.verbs.together import together
from data.documents import document_of
from tests.coaching.deeds import VERBS, Deed, deeds_of, plain_deeds
from tests.coaching.hostile import hostile
from tests.coaching.making import LONDON, NOW, SAMPLES, TODAY, ben, checkin, promise, wall

DAY, WEEK = timedelta(days=1), timedelta(days=7)
SENTENCES = re.compile(r"[^\x00-\x1f\x7f-\x9f]+\.")
hostile_deeds = deeds_of(hostile | st.just("x" * 201))


def counted() -> NewId:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def beginning() -> Workbook:
    """Ben, with one open record of every kind."""
    return ben(*SAMPLES[3:], checkin("c", "11-20 10:00"), promise("draft", "11-20"))


def attempt(verb: Verb, workbook: Workbook) -> Done:
    """What the verb gave; where it was refused, the same workbook and the sentence."""
    try:
        return verb(workbook)
    except (Refused, Gone) as refused:
        return Done(workbook, refused.sentence)


def all_done(workbook: Workbook, deeds: list[Deed], every: timedelta) -> list[Done]:
    """What each deed gave, one after the other, so long apart."""
    done = []
    new_id = counted()
    for number, deed in enumerate(deeds):
        done.append(attempt(deed.on(NOW + every * number, new_id), workbook))
        workbook = done[-1].workbook
    return done


@given(deeds=st.lists(plain_deeds, min_size=4, max_size=14))
def test_a_held_check_in_is_never_in_the_future(deeds: list[Deed]) -> None:
    for done in all_done(beginning(), deeds, timedelta()):
        for one in done.workbook.all(Checkin):
            if one.held is not None:
                assert one.outcome == "held"
                assert one.held.day <= TODAY
                assert one.held.at is None or one.held.at <= NOW


@given(deeds=st.lists(hostile_deeds, min_size=1, max_size=12))
def test_every_verb_leaves_only_records_that_can_be_kept(deeds: list[Deed]) -> None:
    before = beginning()
    for done in all_done(before, deeds, DAY):
        for pair in touched(before, done.workbook):
            if pair.after is not None:
                assert document_of(pair.after)
        before = done.workbook


@given(deeds=st.lists(hostile_deeds, min_size=1, max_size=12))
def test_every_verb_says_what_it_did_in_clean_sentences(deeds: list[Deed]) -> None:
    for done in all_done(beginning(), deeds, DAY):
        assert SENTENCES.fullmatch(done.said), done.said


@given(deeds=st.lists(plain_deeds, min_size=4, max_size=14))
def test_only_a_date_agreed_before_the_old_one_passed_is_good_faith(deeds: list[Deed]) -> None:
    agreed_on: dict[tuple[str, int], datetime] = {}
    for number, done in enumerate(all_done(beginning(), deeds, WEEK)):
        now = NOW + number * WEEK
        for one in done.workbook.all(Promise):
            for place, new in enumerate(one.new_dates):
                then = agreed_on.setdefault((one.id, place), now).date()
                assert new.in_good_faith == (then <= new.was)
                assert new.now >= then


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_code_gets_into_what_a_verb_says(verb: str) -> None:
    deed = Deed(verb, 1, 0, None, LONDON, "a\x1b[31m\u202eb\x9b\nc", "me")
    (done,) = all_done(beginning(), [deed], DAY)
    assert SENTENCES.fullmatch(done.said)
    assert "\u202e" not in done.said


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_never_changes_the_workbook_it_was_given(verb: str) -> None:
    book = beginning()
    same = beginning()
    deed = Deed(verb, 1, 0, None, LONDON, "the introduction", "me")
    all_done(book, [deed], DAY)
    assert book == same


def test_several_verbs_are_one_deed_and_say_all() -> None:
    done = together(
        lambda book: checkins.hold(book, "c", held=checkin("x", "11-20", "held").held, now=NOW),  # type: ignore[arg-type]  # a held one has its moment
        lambda book: promises.keep(book, "draft", on=TODAY, today=TODAY),
        lambda book: checkins.plan(book, checkin_id="next", wall=wall("12-04 10:00")),
    )(beginning())
    assert done.said == (
        "Check-in with Ben Lindqvist held on Fri 20 Nov 2026. "
        "Promise kept, 4 days late: the draft. "
        "Check-in with Ben Lindqvist planned: Fri 4 Dec 2026, 10:00."
    )
    assert [one.outcome for one in done.workbook.all(Checkin)] == ["held", "planned"]


def test_several_verbs_are_refused_as_one() -> None:
    verb = together(
        lambda book: promises.let_go(book, "draft", today=TODAY),
        lambda book: promises.keep(book, "draft", on=TODAY, today=TODAY),
    )
    with pytest.raises(Refused, match="settled already"):
        verb(beginning())
