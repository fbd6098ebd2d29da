"""What several notices say together, and how notices are hidden, softened and set."""

from datetime import timedelta

from coaching.record.feedback import Feedback
from coaching.record.parting import Parting
from coaching.record.putoff import PutOff
from coaching.thresholds import Thresholds
from tests.coaching.making import LONDON, TODAY, ben, checkin, day, hurdle, promise
from tests.coaching.strategy_told import FORTNIGHT, FULL, facts, held, notices, pages


def test_dates_moved_by_both_and_a_gap_make_one_question_on_the_rhythm() -> None:
    book = ben(
        *held("09-01", "09-15", "10-01"),
        checkin("a", "10-15", "moved", "me"),
        checkin("b", "10-20", "moved", "them"),
        rhythm=FORTNIGHT,
    )
    found = notices(book)
    assert "change_rhythm" in found
    assert not {"gap_over", "not_held_me", "not_held_them", "no_next_date"} & set(found)
    assert found["change_rhythm"].question.endswith("?")


def test_late_promises_beside_a_named_outside_cause_ask_what_can_wait() -> None:
    strain = hurdle(area="outside_cause")
    assert "capacity" in notices(ben(strain, promise("draft", "11-01")))
    both = ben(strain, promise("draft", "11-01"), promise("x", "11-01", "them"))
    assert "capacity" not in notices(both)


def test_no_feedback_since_a_hurdle_began_asks_whether_something_is_unsaid() -> None:
    quiet = [*held("10-01", "10-15", "11-01"), hurdle(opened=day("11-10"))]
    assert "unsaid" in notices(ben(*quiet))
    said = Feedback(id="f", direction="received", on=TODAY, said=day("11-12"))
    assert not {"unsaid", "feedback_quiet"} & set(notices(ben(said, *quiet)))


def test_an_old_agreement_and_nothing_recorded_asks_for_a_review_or_an_ending() -> None:
    book = ben(FULL.changed(since=day("02-01")), *held("02-01", "03-01", "04-01"))
    assert "all_quiet" in notices(book)
    assert "review_due" not in notices(book)


def test_a_friendly_word_is_due_though_the_relationship_has_ended() -> None:
    parting = Parting(
        id="p", announced=day("08-01"), both_want_follow_up=True, follow_up=day("11-20")
    )
    ended = ben(parting, state="ended", phase="afterwards")
    assert set(notices(ended)) == {"follow_up_due"}
    assert notices(ben(parting.changed(followed=TODAY), state="ended")) == {}


def test_with_two_hats_what_slipped_on_the_other_side_is_only_a_question() -> None:
    slipped = [promise("draft", "11-01", "them"), promise("mine", "11-01")]
    found = notices(ben(*slipped, ties=("assess_or_pay",)))
    assert (found["late_them"].words, found["late_them"].why) == ("", "")
    assert found["late_them"].question.endswith("?")
    assert found["late_me"].words
    moved = [*held("10-01", "10-15"), checkin("m", "11-01", "moved", "them")]
    assert (
        facts(ben(*moved))["recent"].words == "Of the 3 check-ins, 2 were held and 1 moved by Ben."
    )
    told_softly = facts(ben(*moved, ties=("assess_or_pay",)))["recent"].words
    assert told_softly == "Of the last 3 check-ins, 2 were held."
    late = [promise(f"t{n}", "10-01", "them", kept="10-20") for n in range(4)]
    told = pages(ben(*late, ties=("assess_or_pay",)))
    assert not [f for page in told for f in page.facts if f.rule == "promises" and f.side == "them"]


def test_a_notice_can_be_hidden_until_a_date_with_a_reason() -> None:
    two = held("11-01", "11-15")
    until = TODAY + timedelta(days=7)
    hide = PutOff(id="o", rule="no_agreement", subject="ben", until=until, reason="after the move")
    book = ben(*two, hide)
    assert "no_agreement" not in notices(book)
    (hidden,) = [one for page in pages(book) for one in page.hidden]
    assert (hidden.notice.rule, hidden.until, hidden.reason) == (
        "no_agreement",
        until,
        "after the move",
    )
    assert "no_agreement" in notices(ben(*two, hide.changed(until=TODAY)))


def test_a_threshold_is_an_argument() -> None:
    limits = Thresholds(late_days=30, few_checkins=2)
    assert "late_me" not in notices(ben(promise("draft", "11-01")), limits=limits)
    two = facts(ben(*held("11-01", "11-08")), limits=limits)["recent"]
    assert two.words == "All of the 2 check-ins were held."


def test_names_stand_as_they_are() -> None:
    book = ben(promise("draft", "11-01", "them"), name="Zoë Q", zone=LONDON)
    assert notices(book)["late_them"].words.startswith("Zoë promised this by Sun 1 Nov 2026")
