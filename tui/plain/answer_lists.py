"""The questions of the wizard that are answered out of a numbered list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.hurdle.going_on import ways_on
from coaching.hurdle.plan import KIND, OWN_CONTACT
from coaching.hurdle.source import CANNOT_SAY
from coaching.hurdle.support import people_for
from coaching.verbs import hurdles
from tui.hurdle.telling import TOLD_APART
from tui.plain.contacts import add_contact
from tui.plain.question import Option, Question, choice, joined

if TYPE_CHECKING:
    from coaching.guide import KnownHurdle
    from coaching.hurdle.source import Candidate
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

SHOW_ALL = "show_all"
STRIKE = "strike:"
NEW_CONTACT = "new contact"
I_CANNOT_SAY = "I cannot say"
SPEAK_OF_THEMSELVES = frozenset({"repairable_with_care", "hard"})
Told = Callable[[Question[Any]], Question[Any]]


def list_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Ask it, and give the record's fields; None where it is left open."""
    while True:
        options = list(_options(session))
        words, known = _asked(session)
        before = next((one.label for one in options if one.value == known), "")
        chosen = desk.prompt.ask(told(choice(words, options).having(before, "chosen")))
        if chosen is None:
            return None
        if chosen.startswith(STRIKE):
            _strike(session, chosen.removeprefix(STRIKE))
            desk.say("Done. It can be turned round again in this list.")
        elif chosen == NEW_CONTACT:
            contact = add_contact(desk, session.coach)
            session.contacts = (*session.contacts, contact)
            return {"who": f"{OWN_CONTACT}{contact.id}"}
        else:
            return _fields(session, chosen)


def _asked(session: HurdleSession) -> tuple[str, str]:
    """The words of the question, and the answer it had before."""
    if session.question != TOLD_APART:
        known = getattr(session.answers, session.question)
        return session.say(session.worded().title), str(known or "")
    asked = session.source.question()
    title = asked.text if asked else session.worded().title
    return session.say(title), session.source.answer_before()


def _fields(session: HurdleSession, value: str) -> Mapping[str, Any]:
    question = session.question
    if question == TOLD_APART:
        return {question: session.source.with_answer(value)}
    if question == "area" and value == "not_sure":
        return {"area": "", "closest": "not_sure"}
    if question == "area":
        return {"area": value, "closest": ""}
    if question == "closest" and value == SHOW_ALL:
        return {"area": SHOW_ALL, "closest": ""}
    return {question: value}


def _options(session: HurdleSession) -> Iterator[Option[str]]:
    yield from LISTED.get(session.question, _plain)(session)


def _plain(session: HurdleSession) -> Iterator[Option[str]]:
    for one in session.worded().choices:
        yield Option(one.id, session.say(one.label), session.say(one.help or ""))


def _areas(session: HurdleSession) -> Iterator[Option[str]]:
    for area in session.content.decision_path.areas:
        yield Option(area.id, area.label, area.help)
    yield from _plain(session)


def _hurdles(session: HurdleSession) -> Iterator[Option[str]]:
    """Candidates with how close each is and why; every hurdle where the user asked for all."""
    found = session.source.candidates()
    everything = not found or session.answers.area == SHOW_ALL
    shown = [one.known.id for one in found]
    for one in found:
        yield _candidate(session, one)
    for known in session.content.hurdles if everything else ():
        if known.id not in shown:
            yield Option(known.id, known.name, joined(known.line, *_of_its_kind(session, known)))
    for other in _plain(session):
        if other.value != SHOW_ALL or not everything:
            yield other
    struck = session.answers.struck_facts
    for fact in session.source.recorded():
        label = "Take in again" if fact.id in struck else "Leave out"
        yield Option(f"{STRIKE}{fact.id}", f"{label} what is recorded", fact.words)


def _candidate(session: HurdleSession, one: Candidate) -> Option[str]:
    words, known = session.content.wizard, one.known
    told = [*one.reasons_for] or [session.say(known.ask_first) if one.closeness else known.line]
    told.append(f"What it touches: {known.touched()}")
    told += _of_its_kind(session, known)
    if one.reasons_against:
        told.append(f"{words.speaks_against} {one.reasons_against[0]}")
    return Option(known.id, f"{known.name}, {words.closeness[one.closeness]}", joined(*told))


def _of_its_kind(session: HurdleSession, known: KnownHurdle) -> Iterator[str]:
    """A third person at once, or no promise of the way back, where the kind asks for it."""
    if known.kind in SPEAK_OF_THEMSELVES:
        yield from map(session.say, session.content.wizard.kind_lines(known.kind))


def _telling(session: HurdleSession) -> Iterator[Option[str]]:
    """The answers of the question that splits what is still close."""
    asked = session.source.question()
    for answer in asked.answers if asked else ():
        yield Option(answer.id, session.say(answer.label))
    yield Option(CANNOT_SAY, I_CANNOT_SAY)


def _ways(session: HurdleSession) -> Iterator[Option[str]]:
    """The ways on, in the order that suits this hurdle."""
    ways = ways_on(session.content, session.answers)
    yield from sorted(_plain(session), key=lambda option: ways.index(option.value))


def _people(session: HurdleSession) -> Iterator[Option[str]]:
    """Own contacts first, then the kinds of people that suit, then someone to write down."""
    content = session.content
    for contact in session.contacts:
        kind = content.support_kind(contact.kind)
        report = contact.must_report or (kind.must_report if kind else "")
        yield Option(f"{OWN_CONTACT}{contact.id}", contact.name, report)
    care, routes = session.care, session.routes
    for kind in people_for(content, session.answers, care=care, routes=routes):
        label = f"{kind.name[:1].upper()}{kind.name[1:]}"
        yield Option(
            f"{KIND}{kind.id}", label, joined(f"Acts for: {kind.acts_for}", kind.must_report)
        )
    yield Option(NEW_CONTACT, "Someone I know", "write them down, and choose them")


def _strike(session: HurdleSession, fact: str) -> None:
    session.save(partial(hurdles.strike, hurdle_id=session.hurdle_id, fact=fact))


LISTED = {
    "area": _areas,
    "closest": _hurdles,
    "told_apart": _telling,
    "how": _ways,
    "who": _people,
}
"""Questions whose answers are made from the content and the records."""
