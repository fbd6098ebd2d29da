"""Practices on the timeline, and the agreement as a page for both."""

from coaching.agreement_page import agreement_markdown
from coaching.practice_timeline import full_timeline
from coaching.record.agreement import Agreement
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.pulse import Pulse, PulseAnswer
from coaching.record.topic import Move, Topic
from tests.coaching.making import LONDON, NOW, SAMPLES, TODAY, ben, checkin, day
from tests.coaching.shipped import shipped


def test_every_practice_with_a_day_stands_on_the_timeline_newest_first() -> None:
    found = full_timeline(ben(*SAMPLES[1:]), NOW, LONDON)
    kinds = {line.kind for line in found}
    assert {"agreement", "goal", "reply", "feedback", "celebration", "story", "pulse"} <= kinds
    assert {"topic", "doubt", "review", "parting", "checkin", "promise", "note"} <= kinds
    days = [line.day for line in found]
    assert days == sorted(days, reverse=True)


def test_private_words_never_stand_on_it() -> None:
    book = ben(
        Doubt(id="d", on=TODAY, kind="fear", text="SECRET"),
        Feedback(id="f", direction="given", on=TODAY, behaviour="SECRET", request="SECRET"),
        Pulse(id="p", on=TODAY, first="me"),
        PulseAnswer(id="a", pulse="p", side="me", character="no", open="SECRET"),
    )
    said = [line.what for line in full_timeline(book, NOW, LONDON)]
    assert "SECRET" not in " ".join(said)
    assert sorted(said) == ["A fear, kept for now", "A pulse", "Feedback prepared, not said yet"]


def test_what_changed_because_of_feedback_stands_under_its_own_day() -> None:
    said = Feedback(id="f", direction="received", on=day("06-11"), said=day("06-11"))
    changed = said.changed(changed_since="Tomás leads it.", changed_on=day("07-10"))
    found = full_timeline(ben(changed), NOW, LONDON)
    assert [(line.day, line.what) for line in found] == [
        (day("07-10"), "Changed because of feedback: Tomás leads it."),
        (day("06-11"), "Ben gave you feedback"),
    ]


def test_steps_on_the_ladder_stand_on_their_days() -> None:
    step = Move(on=day("11-20"), was=2, now=3, why="went_well")
    topic = Topic(id="t", name="hiring", level=3, since=day("10-01"), moves=(step,))
    found = full_timeline(ben(topic, checkin("c", "11-01 10:00", "held")), NOW, LONDON)
    assert [(line.day, line.what) for line in found if line.kind == "topic"] == [
        (day("11-20"), "From level 2 to 3: hiring"),
        (day("10-01"), "Topic, level 2: hiring"),
    ]


def test_the_page_holds_the_lines_in_their_order_and_room_to_sign() -> None:
    agreement = Agreement(
        id="a",
        version=2,
        since=day("11-01"),
        purpose="To *lead*.",
        reply_days=3,
        agenda_by="in_turn",
        topics_closed="pay\nhealth",
        yes_me=day("11-02"),
    )
    book = ben(agreement, Goal(id="g", what="run a project", author="them", since=TODAY))
    page = agreement_markdown(book, agreement, shipped().agreement, "Ada")
    assert page.startswith(
        "# How we work together: Ada and Ben Lindqvist\n\nVersion 2, Sun 1 Nov 2026\n"
    )
    for said in ("To \\*lead\\*.", "run a project", "3 working days", "In turn", "pay\nhealth"):
        assert said in page
    assert page.index("## What this is for") < page.index("## What stays between us")
    assert "## When something goes wrong" not in page
    assert "- Ada: said yes on Mon 2 Nov 2026\n- Ben Lindqvist: ____" in page
