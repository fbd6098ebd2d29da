"""Where one side chooses, line by line, what the other may see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.record.pulse import ANSWERS, PULSE_LINES
from coaching.verbs import pulses
from tui.widgets.desk import Desk, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.forms import Forms
    from coaching.record.base import Side
    from coaching.record.pulse import PulseLine
    from coaching.record.workbook import Workbook


class ShowLines(Desk):
    """The author's own answers; enter shows one to both, or takes that back."""

    DEFAULT_CSS = """
    ShowLines { background: $background; }
    """

    def __init__(self, workbook: Workbook, forms: Forms, pulse_id: str, side: Side) -> None:
        """The answers of one side in this round."""
        super().__init__(workbook, forms)
        self.pulse_id = pulse_id
        self.side = side

    def heading(self) -> str:
        """Whose."""
        return "Show any of it?" if self.side == "me" else f"{self.who}: show any of it?"

    def text(self) -> str:
        """What choosing does."""
        return (
            "Enter shows a line to both of you, or takes that back. "
            "A line that is passed and one that is not shown look alike. esc when done."
        )

    def lines(self) -> Iterator[Line]:
        """Each line with its answer, and whether it is shown."""
        answer = pulses.answer_of(self.workbook, self.pulse_id, self.side)
        if answer is None:
            return
        for line in PULSE_LINES:
            given = getattr(answer, line)
            shown = bool(getattr(answer, f"{line}_shown"))
            words = f"{NAMES[line]}: {_words(line, given) or 'passed'}"
            note = "shown to both" if shown else ""
            if given:
                note = note or "not shown"
            yield Line(line, words, note, partial(self._turn, line, shown, given))

    async def _turn(self, line: PulseLine, shown: bool, given: str) -> None:
        if given:
            verb = pulses.hide if shown else pulses.show
            await self.carry(partial(verb, pulse_id=self.pulse_id, side=self.side, line=line))


NAMES = {
    "intentions": "Intentions",
    "abilities": "Abilities",
    "character": "Character",
    "open": "The question",
}


def _words(line: str, given: str) -> str:
    return given if line == "open" else ANSWERS[given]
