"""What a user does with agreements, goals, replies, feedback, celebrations, stories and topics."""

from datetime import timedelta

import pytest

from coaching.errors import Refused
from coaching.record.agreement import Agreement
from coaching.record.celebration import Celebration
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.reply import Reply
from coaching.record.story import Story, Telling
from coaching.record.topic import Topic
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import (
    agreements,
    celebrations,
    doubts,
    feedback,
    goals,
    replies,
    stories,
    topics,
)
from tests.coaching.making import TODAY, ben, day
from tests.coaching.shipped import shipped

LATER = TODAY + timedelta(days=30)


def agreed() -> Workbook:
    """An agreement to which both said yes."""
    book = agreements.write(ben(), new_id="a", today=TODAY, purpose="to learn").workbook
    book = agreements.say_yes(book, side="me", today=TODAY).workbook
    return agreements.say_yes(book, side="them", today=TODAY).workbook


def test_an_agreement_is_changed_in_place_until_somebody_says_yes() -> None:
    book = agreements.write(ben(), new_id="a", today=TODAY, purpose="to learn").workbook
    again = agreements.write(book, new_id="b", today=LATER, hours="9 to 17").workbook
    (only,) = again.all(Agreement)
    assert (only.id, only.version, only.purpose, only.hours) == ("a", 1, "to learn", "9 to 17")


def test_a_change_after_a_yes_is_a_new_version_that_waits_for_both() -> None:
    done = agreements.write(agreed(), new_id="b", today=LATER, hours="9 to 17")
    old, new = done.workbook.all(Agreement)
    assert (old.version, old.agreed_on, old.hours) == (1, TODAY, "")
    assert (new.version, new.agreed_on, new.since) == (2, None, LATER)
    assert done.said == "Version 2 of the agreement with Ben Lindqvist begun."
    assert agreements.latest(done.workbook) == new
    (line,) = agreements.what_changed(old, new)
    assert (line.field, line.was, line.now) == ("hours", "", "9 to 17")


def test_saving_the_same_words_makes_no_version() -> None:
    done = agreements.write(agreed(), new_id="b", today=LATER, purpose="to learn")
    assert len(done.workbook.all(Agreement)) == 1


def test_a_yes_is_said_once_and_can_be_taken_back() -> None:
    book = agreed()
    with pytest.raises(Refused, match="You said yes already, on Tue 24 Nov 2026"):
        agreements.say_yes(book, side="me", today=LATER)
    back = agreements.take_yes_back(book, side="them").workbook.all(Agreement)[0]
    assert (back.yes_me, back.yes_them, back.agreed_on) == (TODAY, None, None)
    with pytest.raises(Refused, match="no agreement yet"):
        agreements.say_yes(ben(), side="me", today=TODAY)


def test_every_line_of_the_form_is_a_field_and_the_limits_are_in_the_prefilled_one() -> None:
    words = shipped().agreement
    fields = {line.field for line in words.lines}
    assert fields == set(Agreement.model_fields) - agreements.FIXED
    assert 5 <= len(words.short_form()) <= 8
    for said in ("except", "danger", "child", "law", "you agree"):
        assert said in words.confidentiality
    Agreement(id="a", since=TODAY, confidentiality=words.confidentiality)


@pytest.mark.parametrize("days", [0, 61])
def test_a_reply_time_is_some_working_days(days: int) -> None:
    with pytest.raises(Refused, match="1 to 60 working days"):
        agreements.write(ben(), new_id="a", today=TODAY, reply_days=days)


def test_power_and_age_are_answered_once_and_none_is_an_answer() -> None:
    assert ben().relationship.ties is None
    none = agreements.answer_ties(ben(), ties=()).workbook
    assert none.relationship.ties == ()
    both = agreements.answer_ties(ben(), ties=("under_18", "assess_or_pay", "under_18")).workbook
    assert both.relationship.ties == ("under_18", "assess_or_pay")


def test_a_goal_knows_whose_words_it_is_in_and_how_it_ended() -> None:
    book = goals.write(ben(), goal_id="g", what="lead", author="them", today=TODAY).workbook
    ended = goals.end(book, "g", how="reached", today=LATER)
    assert ended.said == "Goal reached: lead."
    assert ended.workbook.get(Goal, "g").ended == LATER
    again = goals.take_up(ended.workbook, "g").workbook.get(Goal, "g")
    assert (again.end, again.ended, again.author) == (None, None, "them")


@pytest.mark.parametrize(
    ("since", "due"),
    [("11-23", "11-26"), ("11-20", "11-25"), ("11-21", "11-25"), ("11-19", "11-24")],
)
def test_a_reply_is_due_after_three_working_days(since: str, due: str) -> None:
    assert replies.due_by(ben(), day(since)) == day(due)


def test_a_reply_is_due_by_the_agreed_time() -> None:
    book = agreements.write(ben(), new_id="a", today=TODAY, reply_days=1).workbook
    done = replies.owe(book, reply_id="r", owes="me", since=TODAY, today=TODAY)
    assert done.said == "You owe Ben Lindqvist a reply by Wed 25 Nov 2026."
    asked = replies.ask_again(done.workbook, "r", today=TODAY).workbook
    assert asked.get(Reply, "r").asked == (TODAY,)
    answered = replies.answer(asked, "r", on=TODAY, today=TODAY).workbook
    assert not answered.get(Reply, "r").is_open
    with pytest.raises(Refused, match="settled already"):
        replies.let_go(answered, "r", today=TODAY)
    assert replies.open_again(answered, "r").workbook.get(Reply, "r").is_open


def test_a_reply_cannot_be_owed_since_or_given_on_a_day_to_come() -> None:
    with pytest.raises(Refused, match="still to come"):
        replies.owe(ben(), reply_id="r", owes="me", since=LATER, today=TODAY)
    book = replies.owe(ben(), reply_id="r", owes="them", since=TODAY, today=TODAY).workbook
    with pytest.raises(Refused, match="still to come"):
        replies.answer(book, "r", on=LATER, today=TODAY)


def test_feedback_goes_from_prepared_to_said_to_answered_to_changed() -> None:
    book = feedback.prepare(
        ben(), feedback_id="f", today=TODAY, situation="On Monday", request="start on time"
    ).workbook
    with pytest.raises(Refused, match="not said yet"):
        feedback.answer(book, "f", today=TODAY, thanks="Thank you")
    book = feedback.say(book, "f", on=TODAY, today=TODAY).workbook
    book = feedback.answer(
        book, "f", today=LATER, thanks="Thanks", will_do="ring first", will_not="move", why="bus"
    ).workbook
    book = feedback.note_change(book, "f", changed="We start at nine.", on=LATER).workbook
    entry = book.get(Feedback, "f")
    assert (entry.direction, entry.said, entry.answered) == ("given", TODAY, LATER)
    assert (entry.will_do, entry.will_not, entry.why) == ("ring first", "move", "bus")
    assert (entry.changed_since, entry.changed_on) == ("We start at nine.", LATER)


def test_a_narrow_request_becomes_the_feedback_that_answers_it() -> None:
    book = feedback.ask_for(
        ben(), feedback_id="f", question="Is paragraph two clear?", today=TODAY
    ).workbook
    heard = feedback.hear(book, feedback_id="f", on=LATER, today=LATER, heard="No.").workbook
    (entry,) = heard.all(Feedback)
    assert (entry.asked, entry.said, entry.behaviour) == (TODAY, LATER, "No.")
    assert entry.asked_for == "Is paragraph two clear?"


def test_empty_feedback_and_requests_are_refused() -> None:
    with pytest.raises(Refused, match="Write one of its four parts"):
        feedback.prepare(ben(), feedback_id="f", today=TODAY, situation="  ")
    with pytest.raises(Refused, match="Write one narrow question"):
        feedback.ask_for(ben(), feedback_id="f", question=" ", today=TODAY)
    with pytest.raises(Refused, match="still to come"):
        feedback.hear(ben(), feedback_id="f", on=LATER, today=TODAY)


@pytest.mark.parametrize(
    ("part", "text", "asked"),
    [
        ("situation", "You are ALWAYS late", "Which day or meeting was it?"),
        ("situation", "On Monday at nine", None),
        ("behaviour", "You were rude.", "What would a camera have shown?"),
        ("behaviour", "You looked at your phone", None),
        ("impact", "Everyone thinks so", "What did it do for you yourself?"),
        ("request", "Just be better", "Which one act would you see, and by when?"),
        ("request", "Ring me before nine on Friday", None),
    ],
)
def test_the_shape_of_feedback_is_asked_about_never_judged(
    part: str, text: str, asked: str | None
) -> None:
    assert shipped().forms.shape_questions(part, text) == ((asked,) if asked else ())


def test_a_celebration_is_told_and_never_passed_on_against_a_no() -> None:
    book = celebrations.celebrate(
        ben(), celebration_id="e", act="first talk", whose="them", on=TODAY, hears="the team"
    ).workbook
    told = celebrations.tell(book, "e", today=LATER).workbook
    assert told.get(Celebration, "e").told == LATER
    with pytest.raises(Refused, match="rather not have it told"):
        celebrations.change(book, "e", consent="no")
    alone = celebrations.change(book, "e", consent="no", hears="").workbook
    assert alone.get(Celebration, "e").hears == ""


def test_a_story_is_told_only_after_asking_and_with_the_consent_of_those_in_it() -> None:
    mine = stories.write(
        Workbook(MINE), story_id="s", title="the lost grant", kind="setback", today=TODAY
    ).workbook
    story = mine.get(Story, "s")
    with pytest.raises(Refused, match="Ask first"):
        stories.tell(ben(), telling_id="t", story=story, asked_first=False, on=TODAY, today=TODAY)
    unasked = story.changed(named="not_asked")
    with pytest.raises(Refused, match="was not asked"):
        stories.tell(ben(), telling_id="t", story=unasked, asked_first=True, on=TODAY, today=TODAY)
    book = stories.tell(
        ben(), telling_id="t", story=story, asked_first=True, on=TODAY, today=TODAY
    ).workbook
    assert stories.told_to(book, "s") == TODAY
    assert stories.told_to(book, "another") is None
    fitted = stories.note_fit(book, "t", fits="to ask early").workbook
    assert fitted.get(Telling, "t").fits == "to ask early"
    assert stories.delete(mine, "s").workbook.all(Story) == ()


def test_a_topic_moves_up_as_the_mentee_says_and_down_only_when_asked() -> None:
    book = topics.name(ben(), topic_id="t", name="hiring", level=3, today=TODAY).workbook
    assert not topics.ready_to_move_up(book.get(Topic, "t"))
    for went in ("well", "partly", "well"):
        book = topics.try_out(book, "t", went=went, today=TODAY).workbook
    assert topics.ready_to_move_up(book.get(Topic, "t"))
    book = topics.move(book, "t", to=4, why="went_well", today=LATER).workbook
    topic = book.get(Topic, "t")
    assert (topic.level, topic.moves[0].was, topic.moves[0].now) == (4, 3, 4)
    assert not topics.ready_to_move_up(topic)
    with pytest.raises(Refused, match="only when the mentee asks"):
        topics.move(book, "t", to=2, why="went_well", today=LATER)
    down = topics.move(book, "t", to=2, why="mentee_asked", today=LATER).workbook
    assert down.get(Topic, "t").level == 2
    with pytest.raises(Refused, match="at level 4 already"):
        topics.move(book, "t", to=4, why="safety", today=LATER)


def test_a_doubt_is_decided_on_said_or_let_go() -> None:
    done = doubts.write(ben(), doubt_id="d", kind="fear", text="Too slow.", today=TODAY)
    assert done.said == "It stays here, only for you."
    later = doubts.decide(done.workbook, "d", then="say_next_time")
    assert later.said == "It stands on your own agenda for next time."
    said = doubts.say(later.workbook, "d", today=LATER).workbook.get(Doubt, "d")
    assert (said.said, said.is_open) == (LATER, False)
    reworded = doubts.write(
        later.workbook.put(said), doubt_id="d", kind="doubt", text="Too slow?", today=LATER
    )
    assert reworded.said == "Its words are changed."
    kept = reworded.workbook.get(Doubt, "d")
    assert (kept.text, kept.on, kept.said) == ("Too slow?", TODAY, LATER)
    with pytest.raises(Refused, match="This field is empty"):
        doubts.write(ben(), doubt_id="d", kind="hope", text=" ", today=TODAY)
