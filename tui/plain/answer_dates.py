"""The questions of the wizard with a day, and those of several fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, get_args

from coaching.errors import Refused
from coaching.hurdle.proposals import days_ahead, deed_whose
from coaching.record.hurdle import Hurdle
from coaching.say import say_day
from tui.plain.answer_form import fill_kept
from tui.plain.form import Given, Part
from tui.plain.part_words import asked
from tui.plain.question import Option, Question, choice, short_text
from tui.plain.taken_up import PART
from tui.plain.typed import PlainDrafts, key_of
from tui.plain.wizard_place import place

if TYPE_CHECKING:
    from coaching.guide.wizard import AnswerField
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

WHAT = "what"
Told = Callable[[Question[Any]], Question[Any]]


def day_question(desk: Desk, session: HurdleSession, name: str = "") -> Question[date]:
    """A day to come, with one proposed: the one answered before, else what is usual here."""
    name = name or session.question
    known = getattr(session.answers, name)
    days = days_ahead(session.answers, session.known, session.question)
    proposed = known or session.today + timedelta(days=days)
    question = desk.day(session.say(session.worded().title), say_day(proposed))

    def read(typed: str) -> date:
        day = question.read(typed)
        if day < session.today:
            raise Refused(f"{say_day(day)} has passed. Choose a day to come.")
        return day

    return (question.having if known else question.proposing)(say_day(proposed)).reading(read)


def answer_fields(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Ask field by field; None where nothing was answered, and the question stays open."""
    parts = [_part(desk, session, told, one) for one in session.worded().fields]
    after, key = _draft_after(desk, session), key_of(session)
    given = fill_kept(desk, session, place(session), parts, after, key, counted="part")
    found = {record_field(session.question, name): value for name, value in given.items()}
    if all(value is None for value in found.values()):
        return None
    empty = {name: Hurdle.model_fields[name].default for name in found}
    return {name: empty[name] if value is None else value for name, value in found.items()}


def _draft_after(desk: Desk, session: HurdleSession) -> Callable[[str, Given], None]:
    """Keeps the parts of the answer as a draft, under the names the screens use."""
    key, drafts = key_of(session), PlainDrafts(desk, session.coach)

    def keep(name: str, given: Given) -> None:
        value = given[name]
        text = say_day(value) if isinstance(value, date) else str(value or "")
        if text or drafts.read(key) is not None:
            drafts.write(key, {**drafts.texts(key), name: text, PART: name})

    return keep


def record_field(question: str, field: str) -> str:
    """The hurdle's field that a field of a question fills."""
    if field == WHAT:
        return question
    longer = f"{question}_{field}"
    return longer if longer in Hurdle.model_fields else field


def _part(desk: Desk, session: HurdleSession, told: Told, field: AnswerField) -> Part:
    """A field; the others follow only where the first says what it is about, or stand alone."""
    name = record_field(session.question, field.id)

    def ask(_: Given) -> Question[Any]:
        question = _field_question(desk, session, field, name)
        typed = PlainDrafts(desk, session.coach).texts(key_of(session)).get(field.id, "")
        if typed and not field.choices:
            question = question.having(typed)
        return told(question).optional() if field.id == WHAT else question

    needs_what = name.startswith(f"{session.question}_")
    when = (lambda given: given.get(WHAT, "") is not None) if needs_what else _always
    return Part(field.id, ask, when)


def _always(_: Given) -> bool:
    return True


def _field_question(
    desk: Desk, session: HurdleSession, field: AnswerField, name: str
) -> Question[Any]:
    if field.id == WHAT:
        known = getattr(session.answers, name)
        return short_text(session.say(session.worded().title), needed=False).having(known)
    if field.choices:
        options = [Option(one.id, one.label, session.say(one.help or "")) for one in field.choices]
        return choice(_ended(asked(field.label)), options).proposing(
            _likely(session, name, options)
        )
    if is_day(name):
        question = day_question(desk, session, name)
        needed = name.startswith(f"{session.question}_")
        return question.as_part(_ended(asked(field.label)), question.about, needed)
    return short_text(asked(field.label), needed=False).having(getattr(session.answers, name))


def _ended(words: str) -> str:
    return words if words.endswith("?") else f"{words}?"


def _likely(session: HurdleSession, name: str, options: Sequence[Option[str]]) -> str:
    """The label answered before; of a deed, whose it is follows from who has something to own."""
    answers = session.answers
    known = deed_whose(answers) if name == "deed_whose" else getattr(answers, name)
    return next((one.label for one in options if one.value == known), "")


def is_day(name: str) -> bool:
    """Whether a field of a hurdle holds a day."""
    return date in get_args(Hurdle.model_fields[name].annotation)
