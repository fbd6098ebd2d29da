"""Asks whom a deed is about, where no line with a person has the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.home import home_view
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app import TrothApp


class WithWhom(ListDialog[None]):
    """Everyone active, as on home; enter goes on with that person, escape does nothing."""

    def __init__(self, heading: str, deed: Callable[[str], None]) -> None:
        """`deed` takes the workbook id of the person chosen."""
        super().__init__()
        self._heading = heading
        self._deed = deed

    def heading(self) -> str:
        """What is begun."""
        return f"{self._heading}: with whom?"

    def entries(self) -> list[Row]:
        """One line a person."""
        limits = self.app.world.limits
        view = home_view(self.app.facts, self.app.now, self.app.zone, limits)
        return [Row(row.workbook_id, (row.who, f"your {row.your}")) for row in view.relationships]

    async def chosen(self, key: str) -> None:
        """Go on with this person, in place of this list."""
        self.dismiss(None)
        self._deed(key)


def ask_whom(app: TrothApp, heading: str, deed: Callable[[str], None]) -> None:
    """Let the user choose a person for a deed."""
    app.push_screen(WithWhom(heading, deed))
