"""What is told before a question of the wizard: facts, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coaching.hurdle.forms import own_column
from coaching.hurdle.going_on import notes_before
from coaching.hurdle.listen import cleared_up, told_differently
from coaching.hurdle.plan import OWN_CONTACT, helper_kind
from coaching.hurdle.proposals import deed_ideas
from coaching.hurdle.safety import say_contact
from coaching.hurdle.source import ASKED_AT_LEAST, ASKED_AT_MOST
from tui.plain.question import first_words, joined

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession


def before_question(session: HurdleSession) -> Iterator[str]:
    """The lines for the question where the session stands."""
    if session.question in ("area", "closest"):
        yield from _recorded(session)
        return
    told = {
        "how": _going_on,
        "look_again": _waiting,
        "words": _listening,
        "deed": _deed_ideas,
        "change": _change_ideas,
        "who": _result,
        "first_sentence": _helper,
        "told_apart": _turn,
        "listen": _unknown,
        "heard_back": _two_columns,
        "answer_back": _no_good_intent,
        "how_to_ask": _for_whom,
    }.get(session.question, _nothing)
    for line in told(session):
        yield session.say(line)


def _nothing(_: HurdleSession) -> Iterator[str]:
    yield from ()


def _recorded(session: HurdleSession) -> Iterator[str]:
    answers = session.answers
    yield joined(f"You wrote: {first_words(answers.what_happened, quoted=True)}")
    if answers.their_account:
        yield joined(f"They might tell it: {first_words(answers.their_account, quoted=True)}")
    for fact in session.source.facts():
        yield joined(f"Recorded: {fact.words}")


def _going_on(session: HurdleSession) -> Iterator[str]:
    yield from notes_before(session.content, session.answers)


def _waiting(session: HurdleSession) -> Iterator[str]:
    found = session.content.wizard.waiting(session.answers.how)
    if found is not None:
        yield found.title
        yield from found.lines


def _listening(session: HurdleSession) -> Iterator[str]:
    wizard = session.content.wizard
    yield from wizard.listen_lines(session.answers.side or "both", session.answers.how)
    if session.known is not None:
        yield from wizard.kind_lines(session.known.kind)


def _deed_ideas(session: HurdleSession) -> Iterator[str]:
    for idea in deed_ideas(session.answers, session.known):
        yield f"For example: {idea}"


def _change_ideas(session: HurdleSession) -> Iterator[str]:
    for idea in session.known.change_ideas if session.known else ():
        yield f"For example: {idea}"


def _result(session: HurdleSession) -> Iterator[str]:
    found = session.content.wizard.result(session.answers.closest)
    if found is not None and not session.care:
        yield found.title
        yield from found.lines


def _helper(session: HurdleSession) -> Iterator[str]:
    chosen = helper_kind(session.answers.who, session.contacts)
    kind = session.content.support_kind(chosen) if chosen else None
    if kind is not None:
        yield f"What they may have to pass on: {kind.must_report}"
        yield f"Bring: {kind.bring}"
        yield f"Where: {kind.where}"
        yield session.content.support.typical_line


def _turn(session: HurdleSession) -> Iterator[str]:
    turn = session.source.turn + 1
    yield f"Part {turn}; this question has {ASKED_AT_LEAST} to {ASKED_AT_MOST} parts."


def _unknown(session: HurdleSession) -> Iterator[str]:
    yield session.content.repair.listen.unknown


def _two_columns(session: HurdleSession) -> Iterator[str]:
    words, answers = session.content.repair.listen, session.answers
    if told_differently(answers.listen, answers.heard_back):
        yield words.differs
    for label, text in own_column(session.sitting):
        yield joined(f"{label}: {first_words(text, quoted=True)}")
    yield words.cleared if cleared_up(answers.heard_back) else words.not_cleared


def _no_good_intent(session: HurdleSession) -> Iterator[str]:
    if session.answers.side != "me":
        yield session.content.repair.no_good_intent


def _for_whom(session: HurdleSession) -> Iterator[str]:
    who = session.answers.who
    for contact in session.contacts:
        if who == f"{OWN_CONTACT}{contact.id}":
            yield joined(f"For {say_contact(contact, session.today, session.limits)}")
