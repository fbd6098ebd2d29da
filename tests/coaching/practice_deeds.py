"""Deeds of a user with agreements, feedback, stories and the other practices, at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.parting import Parting
from coaching.record.pulse import PULSE_LINES, Pulse
from coaching.record.reply import Reply
from coaching.record.review import Review
from coaching.record.story import Story, Telling
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.verbs import (
    agreements,
    celebrations,
    doubts,
    feedback,
    goals,
    partings,
    preparing,
    pulses,
    putoffs,
    replies,
    reviews,
    stories,
    topics,
    trials,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from coaching.record.workbook import Done
    from tests.coaching.deeds import Doing

ANSWERS = ("yes", "partly", "no", "cannot_say", "")
BEATS = ("topic", "promises", "next_date", "celebrate")


def today(do: Doing) -> date:
    """The day it is."""
    return do.now.date()


def one_of(do: Doing, *choices: str) -> str:
    """One of some choices, by the deed's pick."""
    return choices[do.deed.pick % len(choices)]


def _write_agreement(do: Doing) -> Done:
    lines = ("purpose", "confidentiality", "hours", "topics_closed", "exit")
    return agreements.write(
        do.workbook, new_id=do.new_id(), today=today(do), **{one_of(do, *lines): do.deed.text}
    )


def _pulse(do: Doing) -> Done:
    lines = dict(zip(PULSE_LINES, (*[one_of(do, *ANSWERS)] * 3, do.deed.text), strict=True))
    return pulses.answer(
        do.workbook,
        answer_id=do.new_id(),
        pulse_id=do.one(Pulse),
        side=do.deed.side,
        **lines,
    )


def _show(do: Doing) -> Done:
    line = PULSE_LINES[do.deed.pick % len(PULSE_LINES)]
    return pulses.show(do.workbook, pulse_id=do.one(Pulse), side=do.deed.side, line=line)


def _finish(do: Doing) -> Done:
    changes = {"purpose": do.deed.text} if do.deed.pick % 2 else {}
    return reviews.finish(
        do.workbook, do.one(Review), new_id=do.new_id(), today=today(do), **changes
    )


def _decide(do: Doing) -> Done:
    decision = one_of(do, "keep", "change", "drop")
    line = one_of(do, "purpose", "hours", "reply_days", "exit")
    return reviews.decide(do.workbook, do.one(Review), line=line, decision=decision)  # type: ignore[arg-type]  # one of the three


def _tell(do: Doing) -> Done:
    return stories.tell(
        do.workbook,
        telling_id=do.new_id(),
        story=do.workbook.get(Story, do.one(Story)),
        asked_first=do.deed.pick % 3 > 0,
        on=do.wall.day,
        today=today(do),
    )


def _move(do: Doing) -> Done:
    return topics.move(
        do.workbook,
        do.one(Topic),
        to=do.deed.pick % 6 + 1,
        why=one_of(do, "went_well", "mentee_asked", "safety"),  # type: ignore[arg-type]  # one of the three
        today=today(do),
    )


VERBS: dict[str, Callable[[Doing], Done]] = {
    "write_agreement": _write_agreement,
    "say_yes": lambda do: agreements.say_yes(do.workbook, side=do.deed.side, today=today(do)),
    "yes_back": lambda do: agreements.take_yes_back(do.workbook, side=do.deed.side),
    "delete_agreement": lambda do: agreements.delete(do.workbook, do.one(Agreement)),
    "ties": lambda do: agreements.answer_ties(
        do.workbook, ties=("assess_or_pay",) if do.deed.pick % 2 else ()
    ),
    "write_goal": lambda do: goals.write(
        do.workbook, goal_id=do.new_id(), what=do.deed.text, author="both", today=today(do)
    ),
    "reword_goal": lambda do: goals.reword(do.workbook, do.one(Goal), what=do.deed.text),
    "end_goal": lambda do: goals.end(do.workbook, do.one(Goal), how="reached", today=today(do)),
    "take_up_goal": lambda do: goals.take_up(do.workbook, do.one(Goal)),
    "delete_goal": lambda do: goals.delete(do.workbook, do.one(Goal)),
    "owe": lambda do: replies.owe(
        do.workbook,
        reply_id=do.new_id(),
        owes=do.deed.side,
        since=do.wall.day,
        today=today(do),
        about=do.deed.text,
    ),
    "ask_again": lambda do: replies.ask_again(do.workbook, do.one(Reply), today=today(do)),
    "answer_reply": lambda do: replies.answer(
        do.workbook, do.one(Reply), on=do.wall.day, today=today(do)
    ),
    "let_reply_go": lambda do: replies.let_go(do.workbook, do.one(Reply), today=today(do)),
    "reply_again": lambda do: replies.open_again(do.workbook, do.one(Reply)),
    "ask_feedback": lambda do: feedback.ask_for(
        do.workbook, feedback_id=do.new_id(), question=do.deed.text, today=today(do)
    ),
    "prepare_feedback": lambda do: feedback.prepare(
        do.workbook, feedback_id=do.new_id(), today=today(do), behaviour=do.deed.text
    ),
    "say_feedback": lambda do: feedback.say(
        do.workbook, do.one(Feedback), on=do.wall.day, today=today(do)
    ),
    "hear_feedback": lambda do: feedback.hear(
        do.workbook,
        feedback_id=do.new_id(),
        on=do.wall.day,
        today=today(do),
        heard=do.deed.text,
    ),
    "answer_feedback": lambda do: feedback.answer(
        do.workbook, do.one(Feedback), today=today(do), will_do=do.deed.text
    ),
    "note_change": lambda do: feedback.note_change(
        do.workbook, do.one(Feedback), changed=do.deed.text, on=today(do)
    ),
    "celebrate": lambda do: celebrations.celebrate(
        do.workbook,
        celebration_id=do.new_id(),
        act=do.deed.text,
        whose=do.deed.side,
        on=do.wall.day,
    ),
    "tell_celebration": lambda do: celebrations.tell(
        do.workbook, do.one(Celebration), today=today(do)
    ),
    "write_story": lambda do: stories.write(
        do.workbook, story_id=do.new_id(), title=do.deed.text, kind="setback", today=today(do)
    ),
    "tell_story": _tell,
    "hear_story": lambda do: stories.hear(
        do.workbook, telling_id=do.new_id(), title=do.deed.text, on=do.wall.day, today=today(do)
    ),
    "note_fit": lambda do: stories.note_fit(do.workbook, do.one(Telling), fits=do.deed.text),
    "begin_pulse": lambda do: pulses.begin(
        do.workbook, pulse_id=do.new_id(), today=today(do), alone=do.deed.pick % 3 == 0
    ),
    "answer_pulse": _pulse,
    "show_pulse": _show,
    "name_topic": lambda do: topics.name(
        do.workbook,
        topic_id=do.new_id(),
        name=do.deed.text,
        level=do.deed.pick % 6 + 1,
        today=today(do),
    ),
    "try_topic": lambda do: topics.try_out(
        do.workbook, do.one(Topic), went="well", today=today(do)
    ),
    "move_topic": _move,
    "end_topic": lambda do: topics.end(do.workbook, do.one(Topic), today=today(do)),
    "try_format": lambda do: trials.begin(
        do.workbook,
        trial_id=do.new_id(),
        what=do.deed.text,
        until=do.wall.day,
        today=today(do),
    ),
    "decide_format": lambda do: trials.decide(
        do.workbook,
        do.one(Trial),
        how=one_of(do, "keep", "change", "back"),  # type: ignore[arg-type]  # one of the three
        today=today(do),
    ),
    "try_longer": lambda do: trials.go_on(
        do.workbook, do.one(Trial), until=do.wall.day, today=today(do)
    ),
    "delete_trial": lambda do: trials.delete(do.workbook, do.one(Trial)),
    "write_doubt": lambda do: doubts.write(
        do.workbook,
        doubt_id=do.new_id(),
        kind="fear",
        text=do.deed.text,
        today=today(do),
        then="say_next_time" if do.deed.pick % 2 else "not_yet",
    ),
    "say_doubt": lambda do: doubts.say(do.workbook, do.one(Doubt), today=today(do)),
    "let_doubt_go": lambda do: doubts.let_go(do.workbook, do.one(Doubt), today=today(do)),
    "begin_review": lambda do: reviews.begin(do.workbook, review_id=do.new_id(), today=today(do)),
    "decide_review": _decide,
    "finish_review": _finish,
    "change_phase": lambda do: partings.change_phase(
        do.workbook,
        phase=one_of(do, "starting", "growing", "parting"),  # type: ignore[arg-type]  # one of the three
        today=today(do),
    ),
    "announce": lambda do: partings.announce(
        do.workbook, parting_id=do.new_id(), today=today(do), ends=do.wall.day
    ),
    "change_parting": lambda do: partings.change(
        do.workbook, do.one(Parting), loose_ends=do.deed.text
    ),
    "go_on_after_all": lambda do: partings.go_on_after_all(
        do.workbook, do.one(Parting), today=today(do)
    ),
    "add_item": lambda do: preparing.add(
        do.workbook, item_id=do.new_id(), what=do.deed.text, by=do.deed.side, today=today(do)
    ),
    "settle_item": lambda do: preparing.settle(do.workbook, do.one(AgendaItem), today=today(do)),
    "drop_beat": lambda do: preparing.drop(do.workbook, do.one(Checkin), one_of(do, *BEATS)),
    "reorder": lambda do: preparing.reorder(
        do.workbook, do.one(Checkin), beats=(one_of(do, *BEATS), "topic")
    ),
    "guess": lambda do: preparing.guess(do.workbook, do.one(Checkin), guess=do.deed.text),
    "after": lambda do: preparing.after(
        do.workbook,
        do.one(Checkin),
        was=do.deed.text,
        habit="play_back",
        went="yes",
        question="what_else",
        agenda_by=do.deed.side,
    ),
    "hide_notice": lambda do: putoffs.put_off(
        do.workbook,
        new_id=do.new_id(),
        rule="no_agreement",
        subject=do.workbook.id,
        until=do.wall.day,
        reason=do.deed.text,
    ),
}
