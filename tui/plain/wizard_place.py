"""Says where a question stands in the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.hurdle import deeper
from coaching.hurdle.steps import NUMBER, STAGES

if TYPE_CHECKING:
    from tui.hurdle.session import HurdleSession


def place(session: HurdleSession) -> str:
    """Where the question stands, as in "Step 1 of 3, Source, question 2 of 3"."""
    stage = session.stage
    names: dict[str, str] = {step.id: step.name for step in session.content.wizard.steps}
    head = f"Step {STAGES.index(stage) + 1} of {len(STAGES)}, {names.get(stage, stage)}"
    if session.in_deeper:
        number, of = deeper.place(session.answers, session.question, care=session.care)
        return f"{head}, deeper question {number} of {of}"
    if session.question not in NUMBER:
        return f"{head}, one more question, not counted"
    number, of = NUMBER[session.question]
    return f"{head}, question {number} of {of}"
