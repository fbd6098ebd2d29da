"""Reviews and endings: line by line, then a good end and one friendly word."""

from datetime import timedelta

import pytest

from coaching.errors import Refused
from coaching.exchange import leaving
from coaching.record.agreement import Agreement
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.parting import Parting
from coaching.record.review import Review
from coaching.record.workbook import Workbook
from coaching.summary import summarise
from coaching.thresholds import Thresholds
from coaching.verbs import agreements, checkins, partings, reviews
from tests.coaching.making import TODAY, ben, checkin, day

AGREED = Agreement(
    id="a", since=day("08-01"), purpose="to learn", hours="9 to 17", yes_me=TODAY, yes_them=TODAY
)


def begun() -> Workbook:
    return reviews.begin(ben(AGREED), review_id="r", today=TODAY).workbook


def test_a_review_walks_the_lines_that_have_something_in_them() -> None:
    assert reviews.lines_of(AGREED) == ("purpose", "hours")
    with pytest.raises(Refused, match="no agreement to walk through"):
        reviews.begin(ben(), review_id="r", today=TODAY)


def test_what_is_dropped_or_changed_becomes_a_new_version() -> None:
    book = reviews.decide(begun(), "r", line="hours", decision="keep").workbook
    book = reviews.decide(book, "r", line="hours", decision="drop").workbook
    book = reviews.decide(book, "r", line="purpose", decision="change").workbook
    done = reviews.finish(book, "r", new_id="b", today=TODAY, purpose="to lead")
    new = agreements.latest(done.workbook)
    assert new is not None
    assert (new.version, new.purpose, new.hours) == (2, "to lead", "")
    review = done.workbook.get(Review, "r")
    assert [(one.line, one.decision) for one in review.lines] == [
        ("hours", "drop"),
        ("purpose", "change"),
    ]
    assert review.done == TODAY
    with pytest.raises(Refused, match="finished already"):
        reviews.decide(done.workbook, "r", line="hours", decision="keep")


def test_a_review_that_keeps_all_makes_no_version() -> None:
    done = reviews.finish(begun(), "r", new_id="b", today=TODAY)
    assert len(done.workbook.all(Agreement)) == 1
    assert done.said == "Review with Ben Lindqvist finished; the agreement stays as it is."


def test_new_words_of_a_line_are_kept_with_its_decision_until_the_end() -> None:
    book = reviews.decide(begun(), "r", line="purpose", decision="change", words="to lead").workbook
    book = reviews.decide(book, "r", line="reply_days", decision="change", words="5").workbook
    done = reviews.finish(book, "r", new_id="b", today=TODAY, review_on=day("2027-02-22"))
    new = agreements.latest(done.workbook)
    assert new is not None
    assert (new.purpose, new.reply_days, new.hours) == ("to lead", 5, "9 to 17")
    assert new.review_on == day("2027-02-22")


def test_both_say_yes_keeps_the_yes_that_is_there() -> None:
    book = agreements.write(ben(), new_id="a", today=day("11-01"), purpose="to learn").workbook
    book = agreements.say_yes(book, side="them", today=day("11-03")).workbook
    found = agreements.latest(agreements.both_say_yes(book, today=TODAY).workbook)
    assert found is not None
    assert (found.yes_me, found.yes_them) == (TODAY, day("11-03"))
    with pytest.raises(Refused, match="no agreement yet"):
        agreements.both_say_yes(ben(), today=TODAY)


def test_an_ending_leaves_for_the_other_only_once_it_is_over_and_never_the_message() -> None:
    book = partings.announce(ben(), parting_id="p", today=TODAY).workbook
    book = partings.change(book, "p", thanks="the talk", message="a draft").workbook
    assert leaving(book, Audience.US_TWO).workbook.all(Parting) == ()
    over = partings.end_well(book, "p", today=TODAY, both_want_follow_up=False).workbook
    (left,) = leaving(over, Audience.US_TWO).workbook.all(Parting)
    assert (left.thanks, left.message, left.ended) == ("the talk", "", TODAY)


def ended_with_word() -> Workbook:
    book = partings.announce(ben(checkin("c", "11-30 10:00")), parting_id="p", today=TODAY).workbook
    return partings.end_well(
        book, "p", today=TODAY, both_want_follow_up=True, checkin_id="word"
    ).workbook


def test_the_friendly_word_is_the_only_date_left_after_an_ending() -> None:
    book = ended_with_word()
    assert [line.id for line in summarise(book).planned] == ["word"]
    to = checkin("x", "2027-02-20").planned
    assert to is not None
    moved = checkins.move(book, "word", new_id="later", to=to, by=None).workbook
    assert [line.id for line in summarise(moved).planned] == ["later"]
    assert not partings.is_followed(moved, moved.get(Parting, "p"))


def test_the_word_counts_as_sent_when_its_check_in_is_settled_and_the_other_way_round() -> None:
    book = ended_with_word()
    sent = partings.follow_up(book, "p", today=TODAY).workbook
    assert sent.get(Checkin, "word").outcome == "held"
    assert summarise(sent).planned == ()
    cancelled = checkins.cancel(book, "word", by=None).workbook
    assert partings.is_followed(cancelled, cancelled.get(Parting, "p"))
    alone = partings.announce(ben(), parting_id="p", today=TODAY).workbook
    alone = partings.end_well(
        alone, "p", today=TODAY, both_want_follow_up=False, checkin_id="word"
    ).workbook
    assert alone.all(Checkin) == ()


def test_an_ending_is_announced_once_and_the_phase_is_parting() -> None:
    later = TODAY + timedelta(days=30)
    book = partings.announce(ben(), parting_id="p", today=TODAY, ends=later).workbook
    assert (book.relationship.phase, book.relationship.phase_since) == ("parting", TODAY)
    with pytest.raises(Refused, match="announced already"):
        partings.announce(book, parting_id="q", today=TODAY)
    with pytest.raises(Refused, match="has passed"):
        partings.announce(ben(), parting_id="p", today=TODAY, ends=day("11-01"))
    back = partings.go_on_after_all(book, "p", today=TODAY).workbook
    assert back.relationship.phase == "growing"
    assert back.all(Parting) == ()


def test_two_check_ins_before_the_last_day_give_time() -> None:
    book = partings.announce(ben(), parting_id="p", today=TODAY, ends=day("12-31")).workbook
    parting = book.get(Parting, "p")
    assert partings.announced_early(book, parting) == (
        "No check-in lies before the last day. Two give time to end well."
    )
    one = book.put(checkin("a", "12-01 10:00"))
    assert "1 check-in lies before" in (partings.announced_early(one, parting) or "")
    two = one.put(checkin("b", "12-15 10:00"))
    assert partings.announced_early(two, parting) is None


@pytest.mark.parametrize(("days", "due"), [(75, 75), (10, 60), (300, 90)])
def test_a_friendly_word_is_due_60_to_90_days_later_only_if_both_want_it(
    days: int, due: int
) -> None:
    book = partings.announce(ben(), parting_id="p", today=TODAY).workbook
    limits = Thresholds(follow_up_days=days)
    ended = partings.end_well(
        book, "p", today=TODAY, both_want_follow_up=True, limits=limits
    ).workbook
    assert (ended.relationship.state, ended.relationship.phase) == ("ended", "afterwards")
    assert ended.get(Parting, "p").follow_up == TODAY + timedelta(days=due)
    sent = partings.follow_up(ended, "p", today=TODAY).workbook
    assert sent.get(Parting, "p").followed == TODAY
    quiet = partings.end_well(book, "p", today=TODAY, both_want_follow_up=False).workbook
    assert quiet.get(Parting, "p").follow_up is None


def test_after_going_on_again_another_ending_can_be_announced() -> None:
    book = partings.announce(ben(), parting_id="p", today=TODAY).workbook
    book = partings.end_well(book, "p", today=TODAY, both_want_follow_up=False).workbook
    again = partings.announce(book, parting_id="q", today=TODAY).workbook
    assert len(again.all(Parting)) == 2
