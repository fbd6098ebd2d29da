"""Hypothesis strategies for the records of practices: agreements, feedback, stories and others."""

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Record
from coaching.record.celebration import Celebration
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.parting import Parting
from coaching.record.pulse import ANSWERS, Pulse, PulseAnswer
from coaching.record.reply import Reply
from coaching.record.review import Review, ReviewLine
from coaching.record.story import Story, Telling
from coaching.record.topic import Move, Topic, Try
from coaching.record.trial import Trial
from coaching.text import has_visible
from tests.data.plain_values import days, few, ids, lines, sides, texts, titles

AnyRecord = TypeVar("AnyRecord", bound=Record)

perhaps = st.none() | days
whose = st.sampled_from(("me", "them", "both"))
levels = st.integers(1, 6)
answers = st.sampled_from(sorted(ANSWERS))


def _going_or_ended(
    kind: type[AnyRecord], ends: Sequence[str], **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[AnyRecord]:
    ended = st.builds(kind, **fields, end=st.sampled_from(ends), ended=days)
    return st.one_of(st.builds(kind, **fields), ended)


agreements = st.builds(
    Agreement,
    id=ids,
    version=st.integers(1, 40),
    since=days,
    purpose=texts,
    confidentiality=texts,
    topics_closed=texts,
    hours=lines,
    reply_days=st.none() | st.integers(1, 60),
    agenda_by=st.none() | st.sampled_from(("me", "them", "both", "in_turn")),
    review_on=perhaps,
    yes_me=perhaps,
    yes_them=perhaps,
)
goals = _going_or_ended(
    Goal, ("reached", "changed", "dropped"), id=ids, what=titles, author=whose, since=days
)
replies = st.builds(
    Reply,
    id=ids,
    owes=sides,
    about=lines,
    since=days,
    due=days,
    asked=few(days),
    answered=perhaps,
)
feedback = st.builds(
    Feedback,
    id=ids,
    direction=st.sampled_from(("given", "received")),
    on=days,
    asked=perhaps,
    situation=texts,
    request=lines,
    said=perhaps,
    thanks=lines,
    answered=perhaps,
    changed_on=perhaps,
)
celebrations = st.builds(
    Celebration, id=ids, act=titles, whose=whose, on=days, hears=lines, told=perhaps
)
stories = st.builds(
    Story, id=ids, title=titles, kind=st.sampled_from(("setback", "success")), written=days
)
tellings = st.builds(Telling, id=ids, title=titles, by=sides, told=days, story=ids, fits=lines)
pulses = st.builds(Pulse, id=ids, on=days, first=sides, alone=st.booleans())
pulse_answers = st.builds(
    PulseAnswer,
    id=ids,
    pulse=ids,
    side=sides,
    intentions=answers,
    character=answers,
    open=texts,
    character_shown=answers,
)
tries = st.builds(
    Try, on=days, level=levels, went=st.sampled_from(("well", "partly", "not_well", "cannot_say"))
)
moves = st.builds(
    Move,
    on=days,
    was=levels,
    now=levels,
    why=st.sampled_from(("went_well", "mentee_asked", "safety")),
)
topics = st.builds(
    Topic, id=ids, name=titles, level=levels, since=days, tries=few(tries), moves=few(moves)
)
doubts = st.builds(
    Doubt,
    id=ids,
    on=days,
    kind=st.sampled_from(("doubt", "fear", "hope")),
    text=texts.filter(has_visible),
    then=st.sampled_from(("say_next_time", "not_yet", "tell_someone_else")),
    said=perhaps,
)
review_lines = st.builds(
    ReviewLine,
    line=lines,
    decision=st.sampled_from(("keep", "change", "drop")),
    words=texts,
)
reviews = st.builds(
    Review, id=ids, began=days, agreement=ids, lines=few(review_lines), done=perhaps
)
partings = st.builds(
    Parting,
    id=ids,
    announced=days,
    ends=perhaps,
    loose_ends=texts,
    follow_up=perhaps,
    checkin=st.none() | ids,
)
trials = _going_or_ended(
    Trial, ("keep", "change", "back"), id=ids, what=titles, since=days, until=days
)
agenda_items = st.builds(AgendaItem, id=ids, what=titles, by=sides, added=days, settled=perhaps)

practice_records: st.SearchStrategy[Record] = st.one_of(
    agreements,
    goals,
    replies,
    feedback,
    celebrations,
    stories,
    tellings,
    pulses,
    pulse_answers,
    topics,
    doubts,
    reviews,
    partings,
    trials,
    agenda_items,
)
