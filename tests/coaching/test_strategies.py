"""What the record shows for each strategy: from when a notice is raised, and what it says."""

from datetime import timedelta

import pytest

from coaching.record.base import Record
from coaching.record.celebration import Celebration
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.outside import CameOfIt
from coaching.record.reply import Reply
from coaching.record.review import Review
from coaching.record.story import Telling
from coaching.record.topic import Move, Topic
from coaching.record.workbook import MINE, Workbook
from coaching.strategies.facts_build import LINES
from coaching.strategies.pages import NOTICES
from tests.coaching.making import TODAY, ben, checkin, day, hurdle, promise
from tests.coaching.shipped import shipped
from tests.coaching.strategy_told import DANA, FORTNIGHT, FULL, facts, held, notices, pages


def test_every_rule_of_a_notice_has_words_and_every_words_have_a_rule() -> None:
    said = {notice.id for strategy in shipped().strategies for notice in strategy.notices}
    raised = {
        *("no_agreement", "agreement_without_limits", "gap_over", "not_held_me", "not_held_them"),
        *("late_me", "late_them", "reply_me", "reply_them", "feedback_quiet", "no_story"),
        *("hurdle_waiting", "look_again_late", "repair_promise_late", "same_again"),
        *("third_person", "no_contact", "contact_old", "review_due", "goals_same"),
        *("no_next_date", "no_celebration", "agendas_one_side", "level_unchanged"),
        *("follow_up_due", "change_rhythm", "capacity", "unsaid", "all_quiet", "trial_due"),
    }
    assert said == raised
    assert len(set(NOTICES)) == len(NOTICES)


def test_the_ten_strategies_come_in_their_order_and_say_what_they_cannot_tell() -> None:
    found = pages(ben())
    assert [page.number for page in found] == list(range(1, 11))
    assert all(page.cannot_tell for page in found)


def test_a_new_relationship_is_told_nothing_but_that_it_is_early() -> None:
    assert notices(ben()) == {}
    told = facts(ben())
    assert told["recent"].words == (
        "No check-in is recorded as held since you began on Mon 5 Jan 2026."
    )
    assert told["agreement"].words == (
        "No agreement is recorded since you began on Mon 5 Jan 2026."
    )
    assert {fact.state for fact in told.values()} <= {"too_early", "unknown", "fact", "good"}


def test_good_facts_come_first_and_ones_own_side_before_the_other() -> None:
    mine = [promise(f"m{n}", "11-01", kept="10-30") for n in range(4)]
    theirs = [promise(f"t{n}", "11-01", "them", kept="10-30") for n in range(4)]
    (page,) = [one for one in pages(ben(*theirs, *mine)) if one.id == "reliability"]
    kept = [(fact.state, fact.side) for fact in page.facts if fact.rule == "promises"]
    assert kept == [("good", "me"), ("good", "them")]
    states = [fact.state for fact in page.facts]
    assert states == sorted(states, key=("good", "fact", "too_early", "unknown").index)


def test_what_a_notice_says_no_fact_says_again() -> None:
    met = held("06-01", "07-01", "08-01")
    assert {"celebrations", "agreement", "feedback", "next_date"}.isdisjoint(facts(ben(*met)))
    words = notices(ben(*met))["no_celebration"].words
    assert words == (
        "No celebration is recorded since you began on Mon 5 Jan 2026, 323 days ago; "
        "3 check-ins held in that time."
    )
    paused = facts(ben(*met, state="paused"))
    assert paused["celebrations"].words == (
        "No celebration is recorded since you began on Mon 5 Jan 2026."
    )


def test_an_agreement_is_told_by_the_names_of_its_lines() -> None:
    assert facts(ben(FULL))["agreement"].words == (
        "Your agreement of Fri 2 Oct 2026 says something under “Confidentiality and its limits” "
        "and “Hours”."
    )
    labels = {line.field: line.label for line in shipped().agreement.lines}
    assert {field: labels[field] for field in LINES} == LINES


def test_every_fact_opens_the_records_behind_it() -> None:
    kept = [promise(f"m{n}", "11-01", kept=f"10-2{n}") for n in range(4)]
    fact = facts(ben(*kept))["promises"]
    assert fact.words == "You kept 4 of 4 promises, all in time."
    assert [(one.table, one.record_id, one.day) for one in fact.behind] == [
        ("promises", f"m{n}", day(f"10-2{n}")) for n in range(4)
    ]


def test_an_agreement_is_asked_for_after_the_second_check_in() -> None:
    assert "no_agreement" not in notices(ben(*held("11-01")))
    notice = notices(ben(*held("11-01", "11-15")))["no_agreement"]
    assert notice.words == "2 check-ins held, and no agreement is recorded."
    assert (notice.stage, notice.deed) == ("look", "agreement")
    bare = FULL.changed(confidentiality="")
    assert "agreement_without_limits" in notices(ben(bare, *held("11-01", "11-15")))
    book = ben(FULL, *held("11-01", "11-15"))
    assert not {"no_agreement", "agreement_without_limits"} & set(notices(book))
    assert facts(book)["agreement"].state == "good"


@pytest.mark.parametrize(
    ("last", "stage"),
    [("11-10", None), ("11-03", None), ("11-02", "look"), ("10-27", "look"), ("10-26", "soon")],
)
def test_a_gap_is_raised_over_one_and_a_half_and_two_times_the_rhythm(
    last: str, stage: str | None
) -> None:
    found = notices(ben(*held("10-01", "10-12", last), rhythm=FORTNIGHT)).get("gap_over")
    assert (found.stage if found else None) == stage


def test_the_gap_ends_when_the_relationship_is_parting_or_paused() -> None:
    old = held("06-01", "06-15", "07-01")
    assert "gap_over" in notices(ben(*old, rhythm=FORTNIGHT))
    assert "gap_over" not in notices(ben(*old, rhythm=FORTNIGHT, phase="parting"))
    assert notices(ben(*old, rhythm=FORTNIGHT, state="paused")) == {}
    assert facts(ben(*old, rhythm=FORTNIGHT, state="paused"))


@pytest.mark.parametrize(
    ("by", "stage"), [("11-17", None), ("11-16", "look"), ("11-10", "look"), ("11-09", "soon")]
)
def test_a_late_promise_is_raised_after_seven_and_fourteen_days(by: str, stage: str | None) -> None:
    for side in ("me", "them"):
        found = notices(ben(promise("draft", by, side))).get(f"late_{side}")
        assert (found.stage if found else None) == stage


def test_two_late_promises_at_once_are_asked_sooner() -> None:
    found = notices(ben(promise("one", "11-16"), promise("two", "11-15")))["late_me"]
    assert found.stage == "soon"
    assert found.words.startswith("You promised this by Sun 15 Nov 2026, 9 days ago, and 1 more")
    assert {one.record_id for one in found.behind} == {"one", "two"}


def test_moved_dates_are_counted_by_who_moved_them() -> None:
    book = ben(
        *held("09-01", "09-15", "10-01"),
        checkin("a", "10-15", "moved", "me"),
        checkin("b", "11-01", "cancelled", "me"),
    )
    found = notices(book)["not_held_me"]
    assert found.words == (
        "2 of the last 5 check-ins moved or cancelled by you: Thu 15 Oct 2026 and Sun 1 Nov 2026."
    )
    assert found.stage == "look"
    assert "not_held_them" not in notices(book)
    more = book.put(checkin("c", "11-15", "missed", "me"))
    assert notices(more)["not_held_me"].stage == "soon"


def test_unknown_check_ins_count_for_nothing() -> None:
    book = ben(*[checkin(f"u{n}", f"11-0{n + 1}", "unknown") for n in range(5)])
    assert notices(book) == {}
    assert facts(book)["recent"].words.startswith("No check-in is recorded as held")


def test_a_reply_waits_until_its_day_and_longer_is_asked_sooner() -> None:
    reply = Reply(id="r", owes="me", about="the grant", since=day("11-20"), due=TODAY)
    assert "reply_me" not in notices(ben(reply))
    late = reply.changed(since=day("11-16"), due=day("11-20"))
    assert notices(ben(late))["reply_me"].stage == "look"
    assert notices(ben(late.changed(due=day("11-19"))))["reply_me"].stage == "soon"
    asked = reply.changed(asked=(TODAY,) * 3)
    assert notices(ben(asked))["reply_me"].stage == "soon"
    assert "reply_me" not in notices(ben(late.changed(answered=TODAY)))
    in_time = facts(ben(late.changed(answered=day("11-20"))))["replies"]
    assert in_time.state == "good"


def test_feedback_is_asked_for_after_six_weeks_or_three_check_ins() -> None:
    said = Feedback(id="f", direction="given", on=day("10-01"), said=day("10-01"))
    two = held("10-10", "10-20")
    assert "feedback_quiet" in notices(ben(said, *two))
    fresh = said.changed(said=day("10-15"))
    assert "feedback_quiet" not in notices(ben(fresh, *two))
    assert notices(ben(fresh, *held("10-20", "10-30", "11-10")))["feedback_quiet"].stage == "look"
    old = said.changed(said=day("08-01"))
    assert notices(ben(old, *two))["feedback_quiet"].stage == "soon"
    assert notices(ben(*two))["feedback_quiet"].stage == "look"


def test_a_mentor_is_asked_for_a_story_by_the_fourth_check_in_and_a_mentee_never() -> None:
    four = held("10-01", "10-10", "10-20", "11-01")
    assert "no_story" in notices(ben(*four))
    assert "no_story" not in notices(ben(*four[:3]))
    assert "no_story" not in notices(ben(*four, i_am="mentee"))
    told = Telling(id="t", title="the lost grant", by="me", told=day("11-01"))
    assert "no_story" not in notices(ben(*four, told))
    assert facts(ben(told))["stories"].state == "good"


@pytest.mark.parametrize(("opened", "stage"), [(7, None), (8, "look"), (21, "look"), (22, "soon")])
def test_a_hurdle_without_its_next_step_is_raised_by_its_age(
    opened: int, stage: str | None
) -> None:
    strain = hurdle(opened=TODAY - timedelta(days=opened), what_happened="x")
    found = notices(ben(strain)).get("hurdle_waiting")
    assert (found.stage if found else None) == stage


def test_help_asked_for_is_a_good_fact_and_what_came_of_it_is_not_said() -> None:
    asked = CameOfIt(came="no_answer", on=day("11-20"), note="SECRET")
    fact = facts(ben(hurdle(came_of_it=asked)))["help_asked"]
    assert fact.words == "You asked someone outside about 1 hurdle, noted on Fri 20 Nov 2026."
    not_yet = hurdle(came_of_it=asked.changed(came="not_yet"))
    assert "help_asked" not in facts(ben(not_yet))


def test_a_day_to_look_again_is_raised_a_week_after_it_passed() -> None:
    strain = hurdle(look_again=day("11-16"))
    assert "look_again_late" in notices(ben(strain))
    assert "look_again_late" not in notices(ben(strain.changed(look_again=day("11-17"))))
    met = checkin("look", "11-17", "held").changed(hurdle="h")
    assert "look_again_late" not in notices(ben(strain, met))


def test_the_same_hurdle_again_asks_for_a_change_and_then_for_a_third_person() -> None:
    first = hurdle(id="1", opened=day("08-01"), closed=day("09-01"), closest="broken_promises")
    again = hurdle(id="2", opened=day("11-01"), closest="broken_promises")
    assert "same_again" in notices(ben(first, again))
    assert "same_again" not in notices(ben(first.changed(closed=day("08-02")), again))
    third = hurdle(id="3", opened=day("11-20"), closest="broken_promises")
    found = notices(ben(first, again.changed(closed=day("11-10")), third))
    assert "third_person" in found
    assert "same_again" not in found
    unsure = [one.changed(closest="not_sure") for one in (first, again)]
    assert "same_again" not in notices(ben(*unsure))


def test_someone_outside_is_asked_for_by_the_second_check_in() -> None:
    nobody = Workbook(MINE)
    assert "no_contact" not in notices(ben(*held("11-01")), mine=nobody)
    assert "no_contact" in notices(ben(*held("11-01", "11-10")), mine=nobody)
    old = nobody.put(DANA.changed(checked=day("05-27")))
    assert "contact_old" in notices(ben(), mine=old)
    assert "contact_old" not in notices(ben(), mine=nobody.put(DANA.changed(checked=day("05-28"))))
    assert notices(ben(ties=("under_18",)), mine=nobody)["no_contact"].words == (
        "One of you is under 18, and no safety contact is noted since you began on Mon 5 Jan 2026."
    )


@pytest.mark.parametrize(
    ("since", "stage"),
    [("08-26", None), ("08-25", "look"), ("05-28", "look"), ("05-27", "soon")],
)
def test_an_agreement_is_walked_through_after_90_days(since: str, stage: str | None) -> None:
    found = notices(ben(FULL.changed(since=day(since)))).get("review_due")
    assert (found.stage if found else None) == stage
    reviewed = Review(id="r", began=day("11-01"), agreement="a", done=day("11-01"))
    assert "review_due" not in notices(ben(FULL.changed(since=day(since)), reviewed))


def test_goals_and_levels_that_stay_over_two_reviews_are_asked_about() -> None:
    goal = Goal(id="g", what="lead a team", author="them", since=day("02-01"))
    topic = Topic(id="t", name="hiring", level=2, since=day("02-01"))
    walked = [
        Review(id=str(n), began=day(on), agreement="a", done=day(on))
        for n, on in enumerate(("08-01", "11-01"))
    ]
    found = notices(ben(goal, topic, *walked))
    assert {"goals_same", "level_unchanged"} <= set(found)
    step = Move(on=day("09-01"), was=2, now=3, why="went_well")
    moved = topic.changed(level=3, moves=(step,))
    changed = notices(ben(goal.changed(since=day("09-01")), moved, *walked))
    assert not {"goals_same", "level_unchanged"} & set(changed)
    assert facts(ben(moved))["levels"].words == (
        "In 1 topic Ben decides more than at first; the latest step was on Tue 1 Sep 2026."
    )


def test_celebrations_are_asked_for_after_eight_weeks_and_shown_when_there_are_some() -> None:
    three = held("10-01", "10-15", "11-10")
    party = Celebration(id="e", act="first talk", whose="them", on=day("09-28"))
    assert notices(ben(party, *three))["no_celebration"].stage == "look"
    assert notices(ben(party.changed(on=day("08-01")), *three))["no_celebration"].stage == "soon"
    assert "no_celebration" not in notices(ben(party.changed(on=day("10-01")), *three))
    fact = facts(ben(party))["celebrations"]
    assert fact.words == "1 celebration, on Mon 28 Sep 2026: first talk"


def test_a_next_date_is_asked_for_and_sooner_when_the_rhythm_has_run_out() -> None:
    three = held("10-15", "11-01", "11-15")
    assert notices(ben(*three, rhythm=FORTNIGHT))["no_next_date"].stage == "look"
    longer_ago = held("10-01", "10-20", "11-10")
    assert notices(ben(*longer_ago, rhythm=FORTNIGHT))["no_next_date"].stage == "soon"
    booked = checkin("next", "12-01 10:00")
    assert "no_next_date" not in notices(ben(*three, booked))
    assert facts(ben(booked))["next_date"].words == "The next date is Tue 1 Dec 2026."


def test_four_agendas_by_one_side_are_asked_about() -> None:
    def set_by(*sides: str) -> list[Record]:
        return [
            checkin(f"c{n}", f"10-{n + 10} 10:00", "held").changed(agenda_by=side)
            for n, side in enumerate(sides)
        ]

    assert "agendas_one_side" not in notices(ben(*set_by("me", "me", "me")))
    assert notices(ben(*set_by("them", "me", "me", "me", "me")))["agendas_one_side"].stage == "look"
    assert notices(ben(*set_by(*["me"] * 6)))["agendas_one_side"].stage == "soon"
    assert "agendas_one_side" not in notices(ben(*set_by("me", "me", "them", "me", "me")))
    assert "agendas_one_side" not in notices(ben(*set_by(*["both"] * 6)))
    assert facts(ben(*set_by("me", "them", "me")))["agendas"].state == "good"
