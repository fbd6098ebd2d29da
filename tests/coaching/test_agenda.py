"""The agenda of a check-in: its beats and minutes, what fills them, what the user changed."""

from typing import Any, get_args

import pytest

from coaching.agenda.asking import may_guess
from coaching.agenda.build import agenda_of, checkin_at_hand, next_checkin
from coaching.agenda.markdown import FOR_YOU, agenda_markdown
from coaching.agenda.says import Agenda
from coaching.agenda.source import Source
from coaching.errors import Refused
from coaching.guide import BankPhase
from coaching.moments import Every
from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.parting import Parting
from coaching.record.relationship import Rhythm
from coaching.record.topic import Topic
from coaching.record.workbook import Workbook
from coaching.thresholds import DEFAULTS
from coaching.verbs import checkins, preparing
from tests.coaching.making import (
    LONDON,
    NOW,
    TODAY,
    ben,
    checkin,
    day,
    hurdle,
    moment,
    promise,
    wall,
)
from tests.coaching.shipped import shipped

MINUTES = {"first": 60, "regular": 45, "short": 20, "review": 60, "repair": 40, "closing": 45}


def agenda(book: Workbook, **more: Any) -> Agenda:
    return agenda_of(book, next_checkin(book, NOW), NOW, shipped(), **more)


def lines(found: Agenda, beat_id: str) -> list[str]:
    """The lines under a beat."""
    return [line.words for beat in found.beats if beat.id == beat_id for line in beat.lines]


def ahead(kind: str = "regular", **more: Any) -> Checkin:
    return checkin("next", "12-01 10:00").changed(kind=kind, **more)


@pytest.mark.parametrize(("kind", "minutes"), MINUTES.items())
def test_each_kind_has_its_beats_and_minutes(kind: str, minutes: int) -> None:
    found = agenda(ben(ahead(kind)))
    assert (found.kind, found.minutes) == (kind, minutes)
    assert found.purpose


def test_without_a_date_there_is_a_regular_agenda() -> None:
    found = agenda(ben())
    assert (found.kind, found.wall) == ("regular", None)
    assert agenda(ben(), kind="short").minutes == 20


def test_the_next_check_in_is_the_first_one_that_is_not_over() -> None:
    book = ben(checkin("past", "11-20 10:00"), checkin("b", "12-08"), ahead())
    found = next_checkin(book, NOW)
    assert found is not None
    assert found.id == "next"
    assert next_checkin(ben(checkin("past", "11-20 10:00")), NOW) is None


def test_promises_stand_on_it_both_ways_ones_own_first() -> None:
    book = ben(
        ahead(),
        checkin("c", "11-10 10:00", "held"),
        promise("draft", "12-01", "them"),
        promise("introduction", "11-13"),
        promise("books", "11-12", kept="11-11"),
        promise("old", "10-01", kept="10-01"),
    )
    assert lines(agenda(book), "promises") == [
        "You kept it on Wed 11 Nov 2026: the books",
        "Yours, by Fri 13 Nov 2026, 11 days past its date: the introduction",
        "From Ben, by Tue 1 Dec 2026: the draft",
    ]


def test_with_two_hats_the_lateness_of_the_other_is_not_counted() -> None:
    late = [promise("draft", "11-01", "them"), promise("introduction", "11-13")]
    told = lines(agenda(ben(ahead(), *late, ties=("assess_or_pay",))), "promises")
    assert told == [
        "Yours, by Fri 13 Nov 2026, 11 days past its date: the introduction",
        "From Ben, by Sun 1 Nov 2026: the draft",
    ]


def test_what_each_side_put_there_is_carried_over_until_it_is_settled() -> None:
    book = ben(checkin("before", "11-10 10:00"), ahead(topic="the budget"))
    lines_put: tuple[tuple[str, Side, str], ...] = (
        ("mine", "me", "before"),
        ("theirs", "them", "next"),
    )
    for item_id, side, of in lines_put:
        book = preparing.add(
            book, item_id=item_id, what=f"{item_id} line", by=side, today=TODAY, checkin_id=of
        ).workbook
    book = checkins.hold(book, "before", held=moment("11-10 10:00"), now=NOW).workbook
    assert lines(agenda(book), "topic")[:3] == [
        "the budget",
        "Yours, carried over: mine line",
        "theirs line (from Ben)",
    ]
    settled = preparing.settle(book, "mine", today=TODAY).workbook
    assert "mine line" not in " ".join(lines(agenda(settled), "topic"))


def test_a_line_for_a_later_check_in_waits_for_that_one() -> None:
    item = AgendaItem(id="i", what="the budget", by="me", added=TODAY, checkin="later")
    book = ben(ahead(), checkin("later", "12-15 10:00"), item)
    assert "the budget" not in " ".join(lines(agenda(book), "topic"))
    later = agenda_of(book, book.get(Checkin, "later"), NOW, shipped())
    assert "Yours: the budget" in lines(later, "topic")


def test_a_doubt_to_say_next_time_lands_on_it_and_others_do_not() -> None:
    said = Doubt(id="d", on=TODAY, kind="fear", text="That I am too slow.", then="say_next_time")
    kept = Doubt(id="k", on=TODAY, kind="doubt", text="About the plan.")
    found = agenda(ben(ahead(), said, kept))
    (line,) = [one for beat in found.beats for one in beat.lines if one.id.startswith("doubt:")]
    assert line.private
    assert line.words == "To say, if you still want to: That I am too slow."
    assert "About the plan" not in agenda_markdown(found, "Ben", LONDON)


def test_feedback_that_is_prepared_or_waits_for_an_answer_is_on_it() -> None:
    prepared = Feedback(id="p", direction="given", on=day("11-20"), request="start on time")
    heard = Feedback(id="h", direction="received", on=TODAY, said=day("11-18"))
    told = lines(agenda(ben(ahead(), prepared, heard)), "feedback")
    assert told == [
        "You prepared this on Fri 20 Nov 2026: start on time",
        "Ben gave you feedback on Wed 18 Nov 2026; say what you will do.",
    ]
    met = checkin("before", "11-17 10:00", "held")
    (asked,) = lines(agenda(ben(ahead(), met)), "feedback")
    assert asked.startswith("You could ask: ")
    assert lines(agenda(ben(ahead())), "feedback") == []


def test_a_first_meeting_gives_a_mentee_no_advice_on_advising_and_tells_the_date_planned() -> None:
    rhythm = Rhythm(rule="FREQ=WEEKLY;INTERVAL=2", longest_days=28)
    both = (ahead(), checkin("after", "12-04"))
    book = ben(*both, i_am="mentee", rhythm=rhythm)
    assert not agenda(book).habit_words.startswith("Ask before you advise.")
    assert agenda(ben(*both)).habit_words.startswith("Ask before you advise.")
    assert lines(agenda(book), "next_date") == ["Planned: Fri 4 Dec 2026"]
    look = checkin("look", "12-04").changed(hurdle="h")
    assert lines(agenda(ben(ahead(), look, rhythm=rhythm)), "next_date") == [
        "Planned: Fri 4 Dec 2026, to look again",
        "By your rhythm: Tue 15 Dec 2026, 10:00",
    ]


def test_what_was_not_celebrated_yet_is_on_it_else_a_kept_promise() -> None:
    party = Celebration(id="e", act="the first talk", whose="them", on=TODAY)
    assert lines(agenda(ben(ahead(), party)), "celebrate") == ["the first talk"]
    assert lines(agenda(ben(ahead(), party.changed(told=TODAY))), "celebrate") == []
    kept = promise("draft", "11-20", "them", kept="11-19")
    assert lines(agenda(ben(ahead(), kept)), "celebrate") == ["Ben kept a promise: the draft"]


def test_a_question_is_not_asked_again_soon() -> None:
    book = ben(phase="growing")
    asked = []
    for number in range(20):
        found = agenda(book)
        asked.append(found.question)
        held = checkin(f"c{number}", f"2025-{number % 12 + 1:02}-0{number // 12 + 1} 10:00", "held")
        book = book.put(held.changed(asked=found.question, habit=found.habit))
    assert all(asked)
    for place, one in enumerate(asked):
        assert one not in asked[max(0, place - 6) : place]


def test_the_listening_habits_come_in_turn() -> None:
    book = ben()
    tried = []
    for number in range(11):
        tried.append(agenda(book).habit)
        held = checkin(f"c{number}", f"10-{number + 10} 10:00", "held")
        book = book.put(held.changed(habit=tried[-1]))
    assert tried[:10] == [habit.id for habit in shipped().habits.habits]
    assert tried[10] == tried[0]


def test_the_bank_follows_phase_and_role() -> None:
    def group_of(book: Workbook) -> str:
        found = agenda(book).question
        groups = shipped().questions.groups
        return next(g.phase for g in groups for one in g.questions if one.id == found)

    assert group_of(ben()) == "starting"
    assert group_of(ben(phase="growing")) == "growing"
    assert group_of(ben(phase="parting")) == "parting"
    assert group_of(ben(ahead("repair"), hurdle())) == "strain"
    for phase in get_args(BankPhase):
        for question in shipped().questions.fitting(phase, "mentee"):
            assert question.asker in (None, "mentee")


def test_a_mentee_reads_that_the_topic_is_theirs() -> None:
    assert "What you bring" in [beat.name for beat in agenda(ben(i_am="mentee")).beats]
    assert "What Ben brings" in [beat.name for beat in agenda(ben()).beats]


def test_a_review_walks_the_agreement_and_the_levels() -> None:
    written = Agreement(id="a", since=TODAY, purpose="To lead a project.", hours="9 to 17")
    found = agenda(
        ben(ahead("review"), written, Topic(id="t", name="hiring", level=3, since=TODAY))
    )
    assert lines(found, "agreement") == ["Purpose: To lead a project.", "Hours: 9 to 17"]
    assert lines(found, "independence") == ["hiring: level 3, suggest"]


def test_a_closing_gathers_loose_ends() -> None:
    parting = Parting(id="p", announced=TODAY, loose_ends="the shared folder\n\nthe reference")
    found = agenda(ben(ahead("closing"), parting, promise("draft", "12-01", "them")))
    assert lines(found, "loose_ends") == [
        "the shared folder",
        "the reference",
        "From Ben, by Tue 1 Dec 2026: the draft (keep, hand over or let go)",
    ]


def test_beats_and_lines_can_be_dropped_taken_back_and_put_in_another_order() -> None:
    book = ben(ahead(), promise("draft", "12-01"))
    dropped = preparing.drop(book, "next", "arrive").workbook
    dropped = preparing.drop(dropped, "next", "promise:draft").workbook
    found = agenda(dropped)
    assert "arrive" not in [beat.id for beat in found.beats]
    assert lines(found, "promises") == []
    back = preparing.take_back(dropped, "next", "arrive").workbook
    assert "arrive" in [beat.id for beat in agenda(back).beats]
    order = [beat.id for beat in agenda(book).beats][::-1]
    turned = preparing.reorder(book, "next", beats=order).workbook
    assert [beat.id for beat in agenda(turned).beats] == order


def test_a_chosen_question_and_habit_stay() -> None:
    book = ben(ahead(asked="what_else", habit="play_back"))
    assert (agenda(book).question, agenda(book).habit) == ("what_else", "play_back")


def test_the_next_date_is_proposed_by_the_rhythm() -> None:
    book = ben(ahead(), rhythm=Rhythm.of(Every(2, "week")))
    assert lines(agenda(book), "next_date") == ["By your rhythm: Tue 15 Dec 2026, 10:00"]


def test_two_hats_and_a_guess_stand_before_it() -> None:
    found = agenda(ben(ahead(guess="the deadline"), ties=("assess_or_pay",)))
    assert found.before == (
        "Two hats. Say at the start of a talk which one you wear.",
        "Your guess what is on the mind of Ben: the deadline",
    )


def test_the_page_says_that_it_is_for_the_user_and_keeps_markdown_out_of_texts() -> None:
    book = ben(ahead(topic="# [x](y) *loud* <b>"))
    page = agenda_markdown(agenda(book), "Ben *B*", LONDON)
    assert page.startswith("# Regular check-in with Ben \\*B\\*\n\nTue 1 Dec 2026, 10:00. About 45")
    assert FOR_YOU in page
    assert "- \\# \\[x\\](y) \\*loud\\* \\<b\\>" in page


def test_a_date_agreed_in_another_zone_is_told_in_both() -> None:
    far = Checkin(id="n", planned=wall("12-01 10:00", "America/New_York"))
    assert "Tue 1 Dec 2026, 10:00 in New York, 15:00 here." in agenda_markdown(
        agenda(ben(far)), "Ben", LONDON
    )


def test_an_agenda_of_long_ago_is_not_changed_any_more() -> None:
    old = checkin("c", "11-10 10:00", "held")
    with pytest.raises(Refused, match="This check-in is over"):
        preparing.drop(ben(old), "c", "arrive")


@pytest.mark.parametrize(
    ("planned", "at_hand"),
    [
        (("11-20 10:00", "11-24 09:00", "11-25 10:00"), "11-24 09:00"),
        (("11-24 07:00", "11-24 09:30"), "11-24 09:30"),
        (("11-24 09:00", "11-24 15:00"), "11-24 09:00"),
        (("11-20 10:00", "11-26 10:00"), "11-26 10:00"),
        (("11-20 10:00",), None),
    ],
)
def test_the_check_in_at_hand_is_todays_though_its_hour_has_begun(
    planned: tuple[str, ...], at_hand: str | None
) -> None:
    found = checkin_at_hand(ben(*(checkin(one, one) for one in planned)), NOW)
    assert (found.id if found else None) == at_hand


@pytest.mark.parametrize(
    ("side", "asks"),
    [("me", True), ("them", False), ("both", False), (None, False)],
)
def test_a_guess_is_never_asked_of_a_side_that_may_have_been_hurt(
    side: str | None, asks: bool
) -> None:
    strained = ben(ahead(), hurdle(side=side))
    source = Source(strained, next_checkin(strained, NOW), NOW, shipped(), DEFAULTS)
    assert may_guess(source) is asks
    repair = ben(ahead("repair"))
    assert not may_guess(Source(repair, next_checkin(repair, NOW), NOW, shipped(), DEFAULTS))


def test_another_kind_of_check_in_brings_its_own_beats_in_their_order() -> None:
    book = preparing.reorder(ben(ahead()), "next", beats=["next_date", "arrive"]).workbook
    short = agenda(preparing.choose_kind(book, "next", kind="short").workbook)
    assert (short.kind, [beat.id for beat in short.beats]) == (
        "short",
        ["promises", "question", "next"],
    )


def test_a_line_of_the_agenda_can_be_worded_anew() -> None:
    book = preparing.add(ben(ahead()), item_id="i", what="budget", by="me", today=TODAY).workbook
    assert "Yours: the budget" in lines(
        agenda(preparing.reword(book, "i", what="the budget").workbook), "topic"
    )
