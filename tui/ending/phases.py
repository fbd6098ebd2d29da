"""Where two people are: starting, growing, parting, afterwards, and what goes with a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coaching.say import say_day
from coaching.verbs import partings
from tui.widgets.desk import Desk, Line, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.record.relationship import Phase
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

STEPS: tuple[tuple[Phase, str], ...] = (
    ("starting", "Starting: you get to know each other"),
    ("growing", "Growing: you work on what matters"),
    ("parting", "Parting: an ending is announced"),
    ("afterwards", "Afterwards: over, or another bond by now"),
)
BY_ENDING = ("parting", "afterwards")


def open_phases(app: TrothApp, workbook: Workbook) -> None:
    """Where the two are."""
    open_desk(app, lambda forms: Phases(workbook, forms))


class Phases(Desk):
    """Choose the phase; parting and afterwards lead to the ending, which sets them."""

    def heading(self) -> str:
        """With whom."""
        return f"Where {self.who} and you are"

    def text(self) -> str:
        """What the phase is for."""
        return (
            "The phase decides which questions and agendas fit, and what is worth a look. "
            "When what you need from each other has changed, agree anew."
        )

    def lines(self) -> Iterator[Line]:
        """The four phases, then what a change may need."""
        about = self.workbook.relationship
        since = about.phase_since
        here = f"here since {say_day(since)}" if since else "here"
        for phase, words in STEPS:
            mark, note = ("●", here) if phase == about.phase else ("○", "")
            yield Line(phase, f"{mark} {words}", note, partial(self._choose, phase))
        yield Line("agree", "Agree anew", "the agreement", self._agree)
        yield Line("edit", "Meet more or less often", "the rhythm", self._edit)

    async def _choose(self, phase: Phase) -> None:
        if phase in BY_ENDING and self.workbook.relationship.phase != phase:
            from tui.ending.desk import open_ending

            open_ending(self.app, self.workbook)
        elif self.workbook.relationship.phase != phase:
            today = self.app.now.date()
            await self.carry(partial(partings.change_phase, phase=phase, today=today))

    def _agree(self) -> None:
        from tui.agreement.desk import open_agreement

        open_agreement(self.app, self.workbook)

    def _edit(self) -> None:
        from tui.relationship.opening import open_edit

        open_edit(self.app, self.workbook)
