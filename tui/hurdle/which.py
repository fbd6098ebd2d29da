"""Where a hurdle is open with someone: go on with it, or begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coaching.hurdle.next_words import BEGIN_NEW, say_go_on, say_open
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.overview import HurdleLine
    from tui.app import TrothApp

NEW = "new"


def begin_or_go_on(app: TrothApp, workbook_id: str) -> None:
    """Begin a hurdle with this person; where one is open, ask which is meant."""
    known = (one.hurdles for one in app.facts.people if one.id == workbook_id)
    if hurdles := next(known, ()):
        app.push_screen(WhichHurdle(workbook_id, hurdles))
    else:
        open_wizard(app, workbook_id)


def open_wizard(app: TrothApp, workbook_id: str, hurdle_id: str = "") -> None:
    """Open the wizard at a hurdle, or at a new one."""
    from tui.hurdle.screen import HurdleScreen

    app.push_screen(HurdleScreen(app.world.coach, workbook_id, hurdle_id))


class WhichHurdle(ListDialog[None]):
    """The open hurdles with one person, the newest first, and a new one."""

    COLUMNS: ClassVar[Sequence[Column]] = (Column("", 44, grow=1),)

    def __init__(self, workbook_id: str, hurdles: Sequence[HurdleLine]) -> None:
        """Of the person with these records."""
        super().__init__()
        self._workbook_id = workbook_id
        self._hurdles = sorted(hurdles, key=lambda one: one.opened, reverse=True)

    def heading(self) -> str:
        """What is open."""
        return say_open(len(self._hurdles))

    def entries(self) -> list[Row]:
        """Go on with one of them, or begin."""
        going_on = [Row(one.id, (say_go_on(one.opened),)) for one in self._hurdles]
        return [*going_on, Row(NEW, (BEGIN_NEW,))]

    async def chosen(self, key: str) -> None:
        """Open the wizard there, in place of this list."""
        app = self.app
        self.dismiss(None)
        open_wizard(app, self._workbook_id, "" if key == NEW else key)
