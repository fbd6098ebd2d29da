"""The facts from the record that bear on a hurdle; each can be left out, and taken in again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from coaching.errors import TrothError
from coaching.verbs import hurdles
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.hurdle.session import HurdleSession

COUNTS, LEFT_OUT = "[x]", "[ ]"


class FactsOfHurdle(ListDialog[None]):
    """Enter leaves a fact out or takes it in; escape goes back."""

    COLUMNS: ClassVar[Sequence[Column]] = (
        Column("", 3),
        Column("", 30, grow=1),
        Column("", 9, drop=1, style="$text-muted"),
    )

    def __init__(self, session: HurdleSession) -> None:
        """For the hurdle of this session."""
        super().__init__()
        self._session = session

    def heading(self) -> str:
        """What the list is."""
        return "Recorded: which of these counts here?"

    def entries(self) -> list[Row]:
        """Each fact, and whether it counts."""
        struck = self._session.answers.struck_facts
        return [
            Row(fact.id, (LEFT_OUT, fact.words, "left out"))
            if fact.id in struck
            else Row(fact.id, (COUNTS, fact.words, ""))
            for fact in self._session.source.recorded()
        ]

    async def chosen(self, key: str) -> None:
        """Leave this fact out, or take it in again."""
        session = self._session
        verb = partial(hurdles.strike, hurdle_id=session.hurdle_id, fact=key)
        try:
            await self.app.carry_out(lambda: session.save(verb))
        except TrothError as error:
            self.app.show_error(error)
        self.show()
