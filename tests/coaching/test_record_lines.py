"""The records behind a sentence: each line alone shows a reader why the sentence is said."""

import pytest

from coaching.record.base import Record
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.outside import CameOfIt
from coaching.record.parting import Parting
from coaching.record.promise import NewDate
from coaching.record.reply import Reply
from coaching.record.topic import Move, Topic
from coaching.record.workbook import MINE, Workbook
from coaching.strategies.says import Fact
from tests.coaching.making import NOW, SAMPLES, TODAY, ben, checkin, day, hurdle, promise
from tests.coaching.shown_checks import lines_of, read_out, unseen
from tests.coaching.strategy_told import DANA, FULL, facts, held, notices, pages

MINE_WITH_DANA = Workbook(MINE).put(DANA)


def behind(rule: str, *records: Record) -> list[str]:
    """What is read behind the fact or notice of a rule."""
    book = ben(*records)
    said = notices(book).get(rule) or facts(book)[rule]
    return [read_out(line) for line in lines_of(said, book, MINE_WITH_DANA, NOW)]


def test_a_new_date_shows_what_was_promised_and_both_dates_and_that_it_was_in_time() -> None:
    moved = NewDate(was=day("10-09"), agreed=day("10-08"), now=day("10-16"))
    kept = promise("letter", "10-16", kept="10-14", made=day("10-02"), new_dates=(moved,))
    assert behind("promises", kept) == [
        (
            "Wed 14 Oct 2026\n"
            "You kept: the letter\n"
            "Promised on Fri 2 Oct 2026, due Fri 9 Oct 2026.\n"
            "New date agreed on Thu 8 Oct 2026, in time, before it was due: Fri 16 Oct 2026."
        )
    ]


@pytest.mark.parametrize(
    ("agreed", "said"),
    [("10-09", "in time, on the day it was due"), ("10-10", "after it was due")],
)
def test_a_new_date_is_in_time_up_to_the_day_it_was_due(agreed: str, said: str) -> None:
    moved = NewDate(was=day("10-09"), agreed=day(agreed), now=day("10-16"))
    (line,) = behind("promises", promise("letter", "10-16", kept="10-14", new_dates=(moved,)))
    assert said in line


def test_words_for_ones_part_are_quoted_as_the_users_own() -> None:
    strain = hurdle(side="me", words="I was late, twice.", what_happened="SECRET")
    book = ben(strain)
    (line,) = lines_of(facts(book)["owned"], book, MINE_WITH_DANA, NOW)
    assert line.told.own == ("Your words: “I was late, twice.”",)
    assert "I was late" not in line.told.what + "".join(line.told.below)
    (other,) = behind("hurdles_open", strain)
    assert "late" not in other
    assert "SECRET" not in other


def test_a_change_stands_under_its_own_day_and_says_what_changed() -> None:
    told = Feedback(
        id="f",
        direction="received",
        on=day("06-11"),
        said=day("06-11"),
        changed_since="He finishes, I count.",
        changed_on=day("07-09"),
    )
    assert behind("feedback_changed", told) == [
        (
            "Thu 9 Jul 2026\nChanged because of feedback: He finishes, I count.\n"
            "Ben gave you feedback on Thu 11 Jun 2026."
        )
    ]
    assert behind("feedback", told) == ["Thu 11 Jun 2026\nBen gave you feedback"]


def test_an_agreement_shows_its_limits_under_the_day_both_had_said_yes() -> None:
    (line,) = behind("agreement", FULL)
    assert line.splitlines()[:4] == [
        "Fri 2 Oct 2026",
        "Agreement, version 1, agreed",
        "Written on Thu 1 Oct 2026.",
        "You said yes on Thu 1 Oct 2026.",
    ]
    assert "Between us, except for danger." in line
    assert "not after 19:00" in line
    bare = FULL.changed(confidentiality="", hours="")
    (line, *met) = behind("agreement_without_limits", bare, *held("11-01", "11-15"))
    assert "Nothing is written under “Confidentiality and its limits”, “Ask first”," in line
    assert len(met) == 2


def test_habits_agendas_and_looks_again_say_what_is_counted() -> None:
    habit = {"habit": "let_a_pause_stand", "habit_went": "partly", "agenda_by": "them"}
    meetings = [one.changed(**habit, hurdle="h") for one in held("10-01", "10-15", "11-01")]
    records = [*meetings, hurdle()]
    assert all(
        "Let a pause stand. Did it happen: partly." in one for one in behind("habits", *records)
    )
    assert all("Ben set the agenda." in one for one in behind("agendas", *records))
    (*_, last) = behind("looked_again", *records)
    assert "A look again at the hurdle opened on Sat 21 Nov 2026." in last


def test_replies_show_the_agreed_day_and_when_it_was_asked_again() -> None:
    late = Reply(id="r", owes="me", since=day("11-02"), due=day("11-05"), answered=day("11-09"))
    assert behind("replies", late) == [
        (
            "Mon 9 Nov 2026\nYou answered after the agreed day\n"
            "Owed since Mon 2 Nov 2026, agreed for Thu 5 Nov 2026."
        )
    ]
    waits = late.changed(answered=None, asked=(day("11-06"),), about="the budget")
    assert behind("reply_me", waits) == [
        (
            "Mon 2 Nov 2026\nYou owe a reply: the budget\n"
            "Owed since Mon 2 Nov 2026, agreed for Thu 5 Nov 2026.\n"
            "Asked again on Fri 6 Nov 2026."
        )
    ]


def test_levels_goals_and_outside_help_show_where_they_began() -> None:
    step = Move(on=day("09-01"), was=2, now=3, why="went_well")
    topic = Topic(id="t", name="hiring", level=3, since=day("02-01"), moves=(step,))
    (line,) = behind("levels", topic)
    assert "Level 2 of 6 at first, on Sun 1 Feb 2026." in line
    assert "From level 2 to 3 on Tue 1 Sep 2026." in line
    goal = Goal(id="g", what="lead a team", author="both", since=day("02-01"))
    assert behind("goals_open", goal) == [
        "Sun 1 Feb 2026\nGoal, written by both of you: lead a team"
    ]
    asked = hurdle(came_of_it=CameOfIt(came="helped", on=day("11-23"), note="SECRET"))
    (line,) = behind("help_asked", asked)
    assert line.startswith("Mon 23 Nov 2026\nYou noted that you asked someone outside")
    assert "SECRET" not in line


def test_hurdles_of_the_same_kind_name_it_to_the_user_alone() -> None:
    first = hurdle(
        id="1",
        opened=day("10-01"),
        closed=day("11-01"),
        ending="settled",
        closest="broken_promises",
    )
    again = hurdle(id="2", opened=day("11-20"), closest="broken_promises")
    lines = behind("same_again", first, again)
    assert all("It comes closest to “Promises slip”." in line for line in lines)
    assert "Closed on Sun 1 Nov 2026: Settled between us." in lines[0]


def test_a_friendly_word_shows_the_day_both_wanted_it() -> None:
    ended = Parting(
        id="pt", announced=day("09-01"), both_want_follow_up=True, follow_up=day("11-20")
    )
    (line,) = behind("follow_up_due", ended)
    assert "Both of you wanted a friendly word on Fri 20 Nov 2026." in line


def test_people_outside_are_the_users_own_and_no_merit_of_a_younger_relationship() -> None:
    book = ben(since=day("11-24"))
    old = Workbook(MINE).put(DANA.changed(checked=day("10-06")))
    fact = facts(book, mine=old)["contacts"]
    assert fact.words == (
        "1 person or office outside noted in your own contacts, checked on Tue 6 Oct 2026."
    )
    assert fact.state == "fact"
    (line,) = lines_of(fact, book, old, NOW)
    assert line.told.under == "Your own contacts, for all your relationships"
    assert line.told.below == ("Before you began with Ben on Tue 24 Nov 2026.",)
    assert facts(ben(), mine=old)["contacts"].state == "good"
    (line,) = lines_of(facts(ben(), mine=old)["contacts"], ben(), old, NOW)
    assert line.told.below == ()


def test_all_of_the_last_check_ins_open_behind_those_that_were_not_held() -> None:
    cancelled = [checkin(f"x{on}", f"{on} 10:00", "cancelled", "me") for on in ("11-05", "11-12")]
    lines = behind("not_held_me", *held("09-01", "10-01", "10-15", "10-29"), *cancelled)
    assert [line.splitlines()[1] for line in lines] == [
        *("Held", "Held", "Held", "Cancelled by you", "Cancelled by you")
    ]


def test_a_moved_check_in_says_that_its_new_date_counts_on_its_own() -> None:
    moved = checkin("a", "09-29 10:00", "moved", "me").changed(moved_to="b")
    after = checkin("b", "10-01 10:00", "held")
    lines = behind("recent", moved, after, *held("10-13", "10-27", "11-10"))
    assert lines[0] == (
        "Tue 29 Sep 2026\nMoved by you to Thu 1 Oct\nThe new date counts as a check-in of its own."
    )


def test_promises_that_are_not_counted_stand_apart_and_say_whose_they_were() -> None:
    records = [
        promise("open", "11-13"),
        promise("gone", "10-01", state="dropped", settled=day("10-01")),
        promise("kept", "11-01", kept="11-01"),
    ]
    book = ben(*records)
    lines = lines_of(facts(book)["promises"], book, MINE_WITH_DANA, NOW)
    assert [(line.told.under, line.told.what) for line in lines] == [
        ("", "You kept: the kept"),
        ("Let go, not counted", "Your promise, let go: the gone"),
        ("Still open, not counted yet", "You owe, 11 days late: the open"),
    ]


def test_of_somebody_assessed_no_open_promise_is_shown_as_late() -> None:
    theirs = [promise("kept", "11-01", "them", kept="11-01"), promise("open", "11-13", "them")]
    book = ben(*theirs, ties=("assess_or_pay",))
    assert [line.told.what for line in lines_of(_theirs(book), book, MINE_WITH_DANA, NOW)] == [
        "Ben kept: the kept"
    ]


def _theirs(book: Workbook) -> Fact:
    return next(
        fact
        for page in pages(book)
        for fact in page.facts
        if (fact.rule, fact.side) == ("promises", "them")
    )


def test_too_early_to_celebrate_opens_the_check_ins_that_are_counted() -> None:
    lines = behind("celebrations", *held("11-01", "11-15"))
    assert [line.splitlines()[1] for line in lines] == ["Held", "Held"]


def test_one_record_of_each_kind_shows_every_day_that_is_said() -> None:
    book = ben(*SAMPLES[1:], checkin("x", "11-20 10:00", "held"))
    assert list(unseen(book, MINE_WITH_DANA, NOW.replace(year=TODAY.year + 1))) == []
