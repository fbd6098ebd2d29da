"""Asks on which of the three steps one wants to go deeper, and tells what waits on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.hurdle import deeper, steps
from coaching.say import say_count
from tui.plain.question import Option, choice, joined

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk

WHERE = "Where do you want to go deeper?"
ALL_ANSWERED = "No question is open; you can change your answers"


def go_deeper_where(desk: Desk, session: HurdleSession, place: str) -> None:
    """Stand at the first open deeper question of a step, asked for where there are several."""
    answers, care = session.answers, session.care
    with_more = [one for one in steps.STAGES if deeper.way(answers, one, care=care)]
    names: dict[str, str] = {step.id: step.name for step in session.content.wizard.steps}
    options = [Option(one, names[one], _waiting(session, one)) for one in with_more]
    first = deeper.stage_of(session.deeper_question())
    chosen = first
    if len(options) > 1:
        question = choice(WHERE, options).proposing(names[first])
        chosen = desk.prompt.need(question.placed(place))
    session.go_deeper(lambda question: deeper.stage_of(question) == chosen)


def _waiting(session: HurdleSession, stage: str) -> str:
    """The open questions of a step: how many, and which."""
    still = session.open_deeper(stage)
    titles = (session.say(session.worded(one).title) for one in still)
    return joined(f"{say_count(len(still), 'open question')}", *titles) if still else ALL_ANSWERED
