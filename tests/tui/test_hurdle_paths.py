"""Every path through the wizard's places: with care, and leaving at every single step."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast

import pytest

from coaching.coach import Coach
from coaching.hurdle import deeper, steps
from coaching.ports import Draft
from coaching.record.hurdle import Hurdle
from coaching.record.relationship import Role
from data.clock import FixedClock
from data.memory_vault import MemoryDrafts, MemoryVault
from tests.coaching.making import hurdle
from tests.tui.app_for import NOW, ZONE, new_id, person, shared_content
from tui.drafts import DraftKeeper
from tui.hurdle.session import HurdleSession
from tui.hurdle.typed import TypedText

ANSWERS: dict[str, Any] = {
    "what_happened": "I cancelled.",
    "effect": "Ben waited.",
    "area": "agreed_not_kept",
    "closest": "broken_promises",
    "pending": "no",
    "how": "talk",
    "side": "me",
    "words": "That was my doing.",
    "deed": "send it",
    "change": "a calendar",
    "who": "kind:ombuds",
    "first_sentence": "Can I think aloud?",
    "not_known": "why",
    "signs": ("moves_dates",),
    "their_account": "I told her.",
    "cost": "the letter",
}
WITH_CARE = {"what_happened", "effect", "who", "first_sentence", steps.PLAN}
State = tuple[object, ...]


class Kept:
    """Stands for the keeper of drafts: what is typed is there at once."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}

    def read(self, key: str) -> Draft | None:
        return self.drafts.get(key)

    def typed(self, key: str, fields: dict[str, str], _: Callable[[str], None]) -> None:
        self.drafts[key] = Draft(key, fields, datetime.now(UTC))

    def drop(self, key: str) -> None:
        self.drafts.pop(key, None)


def session_of(i_am: Role = "mentor", **answers: Any) -> HurdleSession:
    """A wizard over one hurdle with these answers."""
    book = person("Ben Lindqvist", i_am=i_am).put(hurdle(i_am=i_am, **answers))
    vault = MemoryVault((book,))
    coach = Coach(vault, MemoryDrafts(), FixedClock(NOW, ZONE), new_id)
    return HurdleSession.begin(coach, shared_content(), book.id, "h")


def given_answer(session: HurdleSession) -> None:
    """Answer the question where the session stands, in memory only."""
    question = session.question
    old = session.workbook.get(Hurdle, "h")
    if question == "told_apart":
        asked = session.source.question()
        first = asked.answers[0].id if asked else ""
        fields: dict[str, Any] = {"told_apart": session.source.with_answer(first)}
    elif question in ANSWERS:
        fields = {question: ANSWERS[question]}
    else:
        fields = {"left_open": (*old.left_open, question)}
    session.workbook = session.workbook.put(old.changed(**fields))


def moves(session: HurdleSession) -> Iterator[HurdleSession]:
    """Every place one key leads to from here, in a copy of the session."""

    def after(*deeds: Callable[[HurdleSession], object]) -> HurdleSession:
        copy = replace(session)
        copy.source.turn = session.source.turn
        for deed in deeds:
            deed(copy)
        return copy

    if session.question != steps.PLAN:
        yield after(given_answer, HurdleSession.go_on)
        yield after(HurdleSession.go_on)
        yield after(HurdleSession.go_outside)
    yield after(HurdleSession.go_back)
    yield after(HurdleSession.go_deeper)
    yield after(HurdleSession.leave_deeper)
    yield after(HurdleSession.start_from_record)
    for ids in deeper.DEEPER.values():
        yield after(partial(HurdleSession.stand_deeper, question=ids[0], came_from="closest"))


def state_of(session: HurdleSession) -> State:
    """What decides where a key leads; with care the way is the same whatever was answered."""
    return (session.question, session.came_from, session.deeper_from)


def everywhere(start: HurdleSession) -> Iterator[HurdleSession]:
    """Every state that any keys lead to, breadth first."""
    waiting, seen = deque([start]), {state_of(start)}
    while waiting:
        session = waiting.popleft()
        yield session
        for following in moves(session):
            key = state_of(following)
            if key not in seen:
                seen.add(key)
                waiting.append(following)


@pytest.mark.parametrize("answers", [{}, {**ANSWERS, "told_apart": ("agreed:with_date",)}])
@pytest.mark.parametrize("begun_at", ["told_apart", "words"])
def test_with_care_no_keys_lead_to_diagnosis_or_repair(
    answers: dict[str, Any], begun_at: str
) -> None:
    session = session_of("mentee", **answers)
    session.question, session.came_from, session.deeper_from = begun_at, "how", "closest"
    session.passed_door(care=True)
    reached = {one.question for one in everywhere(session)}
    assert reached <= WITH_CARE | set(deeper.DEEPER["support"])
    assert reached >= WITH_CARE


@pytest.mark.parametrize("i_am", ["mentor", "mentee"])
def test_who_leaves_at_any_step_is_back_at_that_step(i_am: Role) -> None:
    session, kept, places = session_of(i_am), Kept(), []
    typed = TypedText(cast("DraftKeeper", kept), session, lambda _: None)
    while session.question != steps.PLAN:
        places.append(session.question)
        typed.stand_here()
        again = replace(session, question="", came_from="", deeper_from="")
        again.question = again.first_open()
        TypedText(cast("DraftKeeper", kept), again, lambda _: None).stand_where_words_wait()
        assert again.question == session.question
        if session.question == "told_apart":
            assert again.source.question() == session.source.question()
        if session.in_deeper or not session.open_deeper(session.stage):
            given_answer(session)
            session.go_on()
        elif session.answers.what_happened and session.question in ("area", "deed", "who"):
            session.go_deeper()
        else:
            given_answer(session)
            session.go_on()
    assert set(deeper.DEEPER["source"]) <= set(places)
    typed.stand_here()
    assert not kept.drafts
