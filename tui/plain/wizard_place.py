"""Says where a question stands in the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.hurdle import deeper, steps

QUESTION = "Question"

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession


def counted(session: HurdleSession) -> tuple[str, int]:
    """What is counted here, and how many there are; 0 where that is not known yet."""
    _, of = _numbers(session)
    return (f"deeper {session.stage}" if session.in_deeper else QUESTION, of)


def place(session: HurdleSession) -> str:
    """Where the question stands, as on the screens: "Question 2 of 9, Source"."""
    names: dict[str, str] = {step.id: step.name for step in session.content.wizard.steps}
    kind = "Deeper question" if session.in_deeper else QUESTION
    number, of = _numbers(session)
    total = f" of {of}" if of else ""
    return f"{kind} {number}{total}, {names.get(session.stage, session.stage)}{_part(session)}"


def _numbers(session: HurdleSession) -> tuple[int, int]:
    counts = deeper if session.in_deeper else steps
    number, of = counts.place(session.answers, session.question, care=session.care)
    settled = not session.in_deeper or deeper.is_settled(session.answers, session.stage)
    return number, of if settled else 0


def _part(session: HurdleSession) -> str:
    """Which part of an answer, where several questions make one: ", part 1 of 2"."""
    asked, path = session.question, steps.way(session.answers, care=session.care)
    slot = steps.ONE_ANSWER.get(asked, asked)
    parts = [one for one in path if steps.ONE_ANSWER.get(one, one) == slot]
    if asked not in parts or len(parts) == 1:
        return ""
    return f", part {parts.index(asked) + 1} of {len(parts)}"
