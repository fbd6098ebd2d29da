"""The user's own sentences on plain lines: which of them does what, and what its shape asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coaching.errors import TrothError
from coaching.hurdle import own
from coaching.record.repair import TaggedSentence
from tui.plain.answer_ticks import tick_question
from tui.plain.question import Back, Option, Question, choice, joined
from tui.plain.wizard_place import place

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

GO_ON = "Go on"
Told = Callable[[Question[Any]], Question[Any]]


def own_question(desk: Desk, session: HurdleSession, told: Told) -> Mapping[str, Any] | None:
    """Let the user mark sentence after sentence; each mark is kept as it is made."""
    while True:
        sentence = desk.prompt.ask(told(_which(session)).answered())
        if not sentence:
            tagged = _tagged(session)
            return {"own_parts": tagged} if tagged else None
        try:
            _mark(desk, session, sentence)
        except Back:
            continue


def _tagged(session: HurdleSession) -> tuple[TaggedSentence, ...]:
    answers = session.answers
    return own.still_there(answers.own_parts, answers.words)


def _which(session: HurdleSession) -> Question[str]:
    """The sentences with what each is marked to do; going on is the last answer, and Enter's."""
    words, tagged = session.content.repair.own, _tagged(session)
    options = [
        Option(one, f"“{one}”", ", ".join(map(words.label, own.parts_of(tagged, one))))
        for one in own.own_sentences(session.answers.words)
    ]
    left = ", ".join(words.label(part) for part in own.not_marked(tagged))
    title = session.say(session.worded().title)
    question = choice(title, [*options, Option("", GO_ON)]).proposing(GO_ON)
    return question.saying(joined(f"{words.not_marked} {left}") if left else words.all_marked)


def _mark(desk: Desk, session: HurdleSession, sentence: str) -> None:
    """Ask what a sentence does, keep it, and say what its shape asks."""
    words, tagged = session.content.repair.own, _tagged(session)
    entries = [(one.id, one.label) for one in words.parts]
    had = own.parts_of(tagged, sentence)
    asked = tick_question(f"“{sentence}”", entries, had).placed(place(session))
    marked = desk.prompt.ask(asked.optional())
    for part in own.PARTS:
        if (part in (marked or ())) != (part in had):
            tagged = own.toggled(tagged, sentence, part)
    session.answer(own_parts=tagged)
    desk.say(*_asked(desk, session, sentence))


def _asked(desk: Desk, session: HurdleSession, sentence: str) -> Iterator[str]:
    words = session.content.repair.own
    parts = own.parts_of(_tagged(session), sentence)
    try:
        known = desk.world.wording
    except TrothError as error:
        yield error.sentence
        return
    for one in own.shape(sentence, parts, words, known):
        yield joined(f"“{one.quote}”" if one.quote else "", one.why, one.ask)
    if parts:
        yield words.limits
