"""Asks a question of the wizard by the kind of its answer, and gives the record's fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.hurdle.disclosure import proposed_text
from coaching.hurdle.forms import FORMS
from tui.hurdle.telling import told_outside
from tui.plain.answer_dates import answer_fields, day_question
from tui.plain.answer_form import READ_BY, form_question
from tui.plain.answer_lists import list_question
from tui.plain.answer_own import own_question
from tui.plain.answer_rows import ROWS, rows_question
from tui.plain.answer_rung import rung_question
from tui.plain.answer_share import share_question
from tui.plain.answer_ticks import ticks_question
from tui.plain.question import Question, long_text
from tui.plain.typed import PlainDrafts, key_of
from tui.plain.wizard_place import place

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

NEEDED = frozenset({"what_happened", "area", "closest", "how", "side"})
OUTSIDE = {"outside": "ask someone outside now"}
DEEPER = {"deeper": "more questions on this step"}
WHOLE = "Here is one to begin from, whole:"
OWN_WAY = {
    **dict.fromkeys(ROWS, rows_question),
    "own_parts": own_question,
    "rung": rung_question,
    "share": share_question,
}
"""Questions that are asked in a way of their own, by their id."""


def answer_to(desk: Desk, session: HurdleSession) -> Mapping[str, Any] | None:
    """The fields of the answer; None where the question is left open."""
    takes, in_wizard = session.worded().takes, partial(told, session)
    if (form := OWN_WAY.get(session.question)) is not None:
        return form(desk, session, in_wizard)
    if session.question in FORMS:
        return form_question(desk, session, in_wizard)
    if takes == "choice":
        return list_question(desk, session, in_wizard)
    if takes == "fields":
        return answer_fields(desk, session, in_wizard)
    if takes == "ticks":
        return _ticked(_one(desk, session, ticks_question(session)), session)
    if takes == "date":
        return _one(desk, session, day_question(desk, session))
    return _one(desk, session, text_question(desk, session))


def text_question(desk: Desk, session: HurdleSession) -> Question[str]:
    """A text: what was written or typed before, or a sentence to begin from, can be taken."""
    known = getattr(session.answers, session.question)
    proposed = proposed_text(session.question, told_outside(session))
    title = session.say(session.worded().title)
    written = PlainDrafts(desk, session.coach).texts(key_of(session)).get(session.question) or known
    question = long_text(title, proposal=proposed)
    if written:
        return question.having(written)
    return question.telling(WHOLE, *proposed.splitlines()) if "\n" in proposed else question


def told(session: HurdleSession, question: Question[Any]) -> Question[Any]:
    """The question with its place in the wizard, its help, who reads it, and its own words."""
    worded = session.worded()
    about = [*worded.help]
    if worded.example and not session.care:
        about.append(f"For example: {worded.example}")
    if worded.read_by and session.question not in FORMS:
        about.append(READ_BY.replace("{who}", worded.read_by))
    extra = dict(OUTSIDE) if session.stage != "support" else {}
    if session.deeper_question():
        extra |= DEEPER
    needed = session.question in NEEDED
    return question.in_wizard(
        place(session), tuple(map(session.say, about)), (session.say(worded.why),), extra, needed
    )


def _one(desk: Desk, session: HurdleSession, question: Question[Any]) -> Mapping[str, Any] | None:
    found = desk.prompt.ask(told(session, question))
    return None if found is None else {session.question: found}


def _ticked(fields: Mapping[str, Any] | None, session: HurdleSession) -> Mapping[str, Any] | None:
    """Nothing ticked is no answer; what was ticked before is taken away by it."""
    if fields is None or any(fields.values()):
        return fields
    if getattr(session.answers, session.question):
        session.answer(**fields)
    return None
