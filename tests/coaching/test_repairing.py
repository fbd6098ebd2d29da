"""The deeper repair: what a sentence's shape asks, what a commitment is, when a look may close."""

from datetime import timedelta
from typing import Any

import pytest

from coaching.errors import Gone, Refused
from coaching.guide.repair import ShapeId
from coaching.hurdle import commitments, follow_up, listen, own
from coaching.record.agreement import Agreement
from coaching.record.checkin import Checkin
from coaching.record.hurdle import Hurdle, Owning
from coaching.record.promise import Promise
from coaching.record.repair import (
    Commitment,
    ExpectedLine,
    HeardBack,
    Listened,
    Look,
    LookAnswers,
    OwnPart,
    TaggedSentence,
)
from coaching.record.workbook import Done, Workbook
from coaching.verbs import hurdles, promises, repairing
from tests.coaching.making import TODAY, ben, checkin, day, hurdle, promise, wall
from tests.coaching.shipped import shipped
from tests.wording.drafts import words

WORDING = words()
REPAIR = shipped().repair
SOON = TODAY + timedelta(days=3)
LATER = TODAY + timedelta(days=20)


def of(done: Done | Workbook) -> Hurdle:
    book = done.workbook if isinstance(done, Done) else done
    return book.get(Hurdle, "h")


def deed(what: str = "send two times", **fields: Any) -> Commitment:
    return Commitment(**{"who": "me", "what": what, "by": SOON, "seen_by": "a mail", **fields})


def commit(book: Workbook, commitment: Commitment, new_id: str = "p1") -> Workbook:
    return repairing.commit(
        book,
        "h",
        commitment=commitment,
        words=REPAIR.commitments,
        new_id=new_id,
        today=TODAY,
    ).workbook


# -- listening ---------------------------------------------------------------------------------


def test_other_words_remembered_are_told_and_not_decided_between() -> None:
    mine = Listened(speaker="me", said="It is fine as it is.")
    assert not listen.told_differently(mine, None)
    assert not listen.told_differently(mine, HeardBack(said=" it is fine, as it is "))
    assert listen.told_differently(mine, HeardBack(said="It is fine."))


@pytest.mark.parametrize(
    ("fields", "cleared"),
    [
        ({}, False),
        ({"now": "We ask before we pass on."}, False),
        ({"now": "We ask before we pass on.", "said_back": ("me",)}, False),
        ({"said_back": ("me", "them")}, False),
        ({"now": "We ask before we pass on.", "said_back": ("me", "them")}, True),
    ],
)
def test_it_is_cleared_up_when_each_can_say_back_what_the_other_heard(
    fields: dict[str, Any], cleared: bool
) -> None:
    assert listen.cleared_up(HeardBack(**fields)) is cleared


# -- guided tagging ----------------------------------------------------------------------------


def test_sentences_are_the_users_own_as_they_wrote_them() -> None:
    words = "Ben, I cancelled twice.  That was MY doing.\nI’ll send two times by Friday."
    assert own.own_sentences(words) == (
        "Ben, I cancelled twice.",
        "That was MY doing.",
        "I’ll send two times by Friday.",
    )


def test_a_mark_is_put_on_and_taken_off_again() -> None:
    tagged = own.toggled((), "That was my doing.", "owns")
    tagged = own.toggled(tagged, "That was my doing.", "names")
    assert own.parts_of(tagged, "That was my doing.") == ("owns", "names")
    assert own.not_marked(tagged) == ("regrets", "explains", "repairs", "changes")
    tagged = own.toggled(tagged, "That was my doing.", "owns")
    tagged = own.toggled(tagged, "That was my doing.", "names")
    assert tagged == ()


def test_marks_on_sentences_that_are_gone_are_gone() -> None:
    tagged = (TaggedSentence(sentence="It was me.", parts=("owns",)),)
    assert own.still_there(tagged, "It was me. I cancelled.") == tagged
    assert own.still_there(tagged, "I cancelled.") == ()


@pytest.mark.parametrize(
    ("sentence", "part", "asks"),
    [
        ("That was my doing.", "owns", ()),
        ("Mistakes happened.", "owns", ("first_person",)),
        ("I cancelled our last two meetings on the day.", "names", ()),
        ("That was my doing.", "names", ("act",)),
        ("I will send you two new times by Friday.", "repairs", ()),
        ("I will send you two new times.", "repairs", ("date",)),
        ("Two new times will come.", "repairs", ("first_person", "date")),
        ("The launch took all of that week.", "explains", ()),
    ],
)
def test_the_shape_of_a_marked_sentence_is_all_that_is_asked_about(
    sentence: str, part: OwnPart, asks: tuple[ShapeId, ...]
) -> None:
    found = own.shape(sentence, (part,), REPAIR.own, WORDING)
    questions = [one.ask for one in found if not one.quote]
    assert questions == [REPAIR.own.ask(one) for one in asks]
    assert own.shape(sentence, (), REPAIR.own, WORDING) == ()


@pytest.mark.parametrize(
    "sentence",
    ["I am sorry if you were hurt.", "I'm sorry, but you never told me.", "Mistakes were made."],
)
def test_words_that_take_back_are_asked_about_with_the_words_themselves(sentence: str) -> None:
    found = own.shape(sentence, ("regrets",), REPAIR.own, WORDING)
    quoted = [one for one in found if one.quote]
    assert quoted
    assert all(one.quote in sentence and one.ask.endswith("?") for one in quoted)


# -- commitments -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    [
        "communicate better",
        "I will be available",
        "to support your application",
        "try to be on time",
        "be more punctual",
        "improve",
        "think about it",
        "send the notes ASAP",
        "answer as needed.",
        "I’ll respect you",
    ],
)
def test_words_that_leave_open_what_is_seen_are_asked_about(what: str) -> None:
    assert "?" in commitments.vague(what, REPAIR.commitments)


@pytest.mark.parametrize(
    "what",
    [
        "reply within 3 working days, or send: not this week",
        "30 minutes on the first Monday, 09:00",
        "read the draft by 4 May and return at most 5 comments",
        "send the support letter to the panel",
        "begin the minutes with open points",
        "",
    ],
)
def test_words_for_something_seen_are_not(what: str) -> None:
    assert commitments.vague(what, REPAIR.commitments) == ""


def test_a_commitment_becomes_a_promise_of_this_hurdle() -> None:
    book = commit(ben(hurdle()), deed(who="them"))
    (made,) = of(book).commitments
    kept = book.get(Promise, made.promise or "")
    assert (kept.what, kept.whose, kept.by, kept.hurdle) == ("send two times", "them", SOON, "h")


def test_at_most_three_are_open_for_one_side_and_the_first_deed_counts() -> None:
    book = hurdles.answer(
        ben(hurdle()),
        "h",
        "deed",
        new_id="p0",
        today=TODAY,
        deed="write to Priya",
        deed_whose="me",
        deed_by=SOON,
    ).workbook
    book = commit(commit(book, deed("one"), "p1"), deed("two"), "p2")
    with pytest.raises(Refused, match="Three at once are the most"):
        commit(book, deed("three"), "p3")
    assert len(of(commit(book, deed("theirs", who="them"), "p3")).commitments) == 3
    settled = promises.keep(book, "p0", on=TODAY, today=TODAY).workbook
    assert len(of(commit(settled, deed("three"), "p3")).commitments) == 3


def test_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(Refused, match="has passed"):
        commit(ben(hurdle()), deed(by=TODAY - timedelta(days=1)))


def test_nothing_within_a_week_is_noticed() -> None:
    late = hurdle(commitments=(deed(by=LATER),))
    assert commitments.first_is_late(late, TODAY)
    assert not commitments.first_is_late(late.changed(deed="call", deed_by=SOON), TODAY)
    assert not commitments.first_is_late(hurdle(), TODAY)


def test_another_day_corrects_the_promise_today_and_is_a_new_date_agreed_later() -> None:
    book = commit(ben(hurdle()), deed())
    same_day = repairing.change_commitment(
        book, "h", place=0, commitment=deed("send three times", by=LATER), today=TODAY
    ).workbook
    assert same_day.get(Promise, "p1").by == LATER
    assert same_day.get(Promise, "p1").new_dates == ()
    assert same_day.get(Promise, "p1").what == "send three times"
    tomorrow = TODAY + timedelta(days=1)
    next_day = repairing.change_commitment(
        book, "h", place=0, commitment=deed(by=LATER), today=tomorrow
    ).workbook
    assert len(next_day.get(Promise, "p1").new_dates) == 1
    assert of(next_day).commitments[0].promise == "p1"


def test_a_settled_one_stays_and_an_open_one_is_taken_back_with_its_promise() -> None:
    book = commit(ben(hurdle()), deed())
    settled = promises.keep(book, "p1", on=TODAY, today=TODAY).workbook
    with pytest.raises(Refused, match="settled"):
        repairing.change_commitment(settled, "h", place=0, commitment=deed("x"), today=TODAY)
    assert repairing.take_back(book, "h", place=0).workbook.find(Promise, "p1") is None
    left = repairing.take_back(settled, "h", place=0).workbook
    assert left.find(Promise, "p1") is not None
    with pytest.raises(Gone):
        repairing.take_back(left, "h", place=0)


def test_lines_are_written_changed_and_taken_away() -> None:
    book = ben(hurdle(left_open=("expected",)))
    for number in range(repairing.MOST_LINES):
        line = ExpectedLine(expected=f"line {number}", ask="two times", decision="change")
        book = repairing.write_line(book, "h", line=line).workbook
    with pytest.raises(Refused):
        repairing.write_line(book, "h", line=ExpectedLine(expected="one more"))
    book = repairing.write_line(book, "h", line=ExpectedLine(expected="new"), place=0).workbook
    assert of(book).expected[0].expected == "new"
    assert len(commitments.asks_in(of(book))) == repairing.MOST_LINES - 1
    assert of(repairing.drop_line(book, "h", place=0)).expected[0].expected == "line 1"
    assert of(book).left_open == ()


# -- looking again -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "answer"),
    [
        ((), "cannot_say"),
        (("kept",), "yes"),
        (("kept", "kept late"), "partly"),
        (("broken",), "no"),
        (("overdue", "kept"), "partly"),
        (("open",), "cannot_say"),
        (("open", "kept"), "cannot_say"),
        (("open", "broken"), "no"),
    ],
)
def test_the_first_answer_is_read_off_the_promises(states: tuple[str, ...], answer: str) -> None:
    made = TODAY - timedelta(days=20)
    as_made: dict[str, Promise] = {
        "kept": promise("k", "11-27", kept="11-24", made=made),
        "kept late": promise("l", "11-15", kept="11-24", made=made),
        "broken": promise("b", "11-27", made=made, state="broken", settled=TODAY),
        "overdue": promise("o", "11-23", made=made),
        "open": promise("w", "11-27", made=made),
    }
    kept = [as_made[state] for state in states]
    assert follow_up.kept(kept, TODAY) == answer


def test_only_promises_of_this_hurdle_that_were_not_let_go_count() -> None:
    ours = promise("a", "11-27", hurdle="h")
    let_go = promise("b", "11-27", hurdle="h", state="dropped", settled=TODAY)
    other = promise("c", "11-27")
    assert follow_up.promised(hurdle(), (ours, let_go, other)) == (ours,)


def look(**mine: Any) -> Look:
    answers = {"again": "no", "wants": "close", **mine}
    return Look(on=TODAY, kept="yes", mine=LookAnswers(**answers))


THEY_CLOSE = LookAnswers(wants="close")


@pytest.mark.parametrize(
    ("side", "looked", "points"),
    [
        ("them", look(), ()),
        ("me", look(), ("theirs",)),
        ("me", look().changed(theirs=THEY_CLOSE), ()),
        ("both", look(), ("theirs",)),
        ("me", look().changed(theirs=LookAnswers(wants="keep_watching")), ("theirs",)),
        (None, look(), ()),
        ("them", look(again="partly"), ("again",)),
        ("them", look(again=None), ("again",)),
        ("them", look().changed(theirs=LookAnswers(again="yes")), ("happened",)),
        ("them", look().changed(kept="partly"), ("kept",)),
    ],
)
def test_it_is_settled_only_when_kept_not_again_and_the_harmed_side_says_so(
    side: Owning | None, looked: Look, points: tuple[str, ...]
) -> None:
    case = hurdle(side=side, deed="call")
    assert follow_up.still_open(case, looked) == points


def test_without_any_deed_there_is_nothing_to_have_been_kept() -> None:
    assert follow_up.still_open(hurdle(), look().changed(kept="cannot_say")) == ()


def test_two_looks_with_a_partly_make_a_third_person_worth_offering() -> None:
    once = hurdle(looks=(look(sooner="partly"),))
    assert not follow_up.third_person_helps(once)
    twice = once.changed(looks=(*once.looks, look().changed(kept="partly")))
    assert follow_up.third_person_helps(twice)
    whole = once.changed(looks=(*once.looks, look()))
    assert not follow_up.third_person_helps(whole)


def keep_look(book: Workbook, looked: Look, **fields: Any) -> Done:
    given = {"words": REPAIR.look, "next_look": None, "new_id": "c2", "today": TODAY, **fields}
    return repairing.look(book, "h", looked=looked, **given)


def test_watching_on_plans_the_next_look_and_leaves_one_that_has_passed() -> None:
    passed = checkin("c1", "11-23").changed(hurdle="h", topic=hurdles.LOOK_AGAIN)
    book = ben(hurdle(how="talk", look_again=day("11-23"), checkin="c1"), passed)
    watching = look(wants="keep_watching")
    done = keep_look(book, watching, next_look=LATER)
    assert of(done).looks == (watching,)
    assert of(done).closed is None
    assert (of(done).look_again, of(done).checkin) == (LATER, "c2")
    assert done.workbook.get(Checkin, "c1") == passed
    once_more = keep_look(done.workbook, watching, next_look=SOON, new_id="c3")
    assert once_more.workbook.get(Checkin, "c2").planned == wall("11-27")
    assert of(once_more).looks == (watching,)


def test_alone_a_next_look_is_a_day_and_no_checkin() -> None:
    done = keep_look(ben(hurdle(how="not_at_all")), look(wants="keep_watching"), next_look=LATER)
    assert of(done).look_again == LATER
    assert not done.workbook.all(Checkin)


def test_closing_waits_for_what_stands_between_and_for_the_harmed_side() -> None:
    done = keep_look(ben(hurdle(side="me", how="talk")), look(), next_look=LATER)
    assert of(done).closed is None
    assert "has not said that it may be closed" in done.said
    assert of(done).look_again == LATER
    said: dict[str, Any] = {"words": REPAIR.look, "today": TODAY}
    silent = repairing.they_said(done.workbook, "h", theirs=None, **said)
    assert of(silent).closed is None
    told = repairing.they_said(silent.workbook, "h", theirs=THEY_CLOSE, **said)
    assert (of(told).closed, of(told).ending) == (TODAY, "settled")
    with pytest.raises(Refused, match="own answers first"):
        repairing.they_said(ben(hurdle()), "h", theirs=THEY_CLOSE, **said)


def test_closing_closes_it_and_what_was_learned_goes_into_the_agreement_if_wanted() -> None:
    agreed = Agreement(id="a", since=TODAY, repair="We say it within a week.")
    book = ben(hurdle(side="them"), agreed)
    done = keep_look(book, look(), learned="Say it the day before.")
    assert (of(done).ending, of(done).closed) == ("settled", TODAY)
    assert of(done).learned == "Say it the day before."
    assert done.workbook.get(Agreement, "a") == agreed
    learned: dict[str, Any] = {"learned": "Say it the day before.", "new_id": "a2", "today": TODAY}
    written = repairing.into_agreement(done.workbook, **learned).workbook
    lines = written.get(Agreement, "a").repair.split("\n")
    assert lines == ["We say it within a week.", "Say it the day before."]
    again = repairing.into_agreement(written, **learned).workbook
    assert again.get(Agreement, "a").repair.split("\n") == lines
    fresh = repairing.into_agreement(ben(hurdle()), **learned).workbook
    assert fresh.get(Agreement, "a2").repair == "Say it the day before."


def test_a_look_before_a_promise_is_due_names_its_day_and_calls_nothing_broken() -> None:
    book = commit(ben(hurdle(side="them")), deed())
    said = keep_look(book, look(again="yes").changed(kept="cannot_say")).said
    assert f"A promise from this is still open until {deed().by:%a} {deed().by.day} " in said
    assert said.endswith("It has happened again.")
