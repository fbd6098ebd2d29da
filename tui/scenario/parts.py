"""Where to go in a play: an earlier choice, to take it again, or any part met so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coaching.scenario.parts import section_now, sections
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.scenario.player import PlayerApp

NOT_TAKEN = "not taken yet"


class Parts(ListDialog[None]):
    """The parts in order; enter goes there, the way walked stays."""

    app: PlayerApp  # type: ignore[assignment]  # the dialogs name Troth's own app
    COLUMNS: ClassVar[Sequence[Column]] = (
        Column("", 30, grow=1),
        Column("", 26, grow=1, style="$text-muted"),
    )

    def heading(self) -> str:
        """The title."""
        return "Go to"

    def entries(self) -> Sequence[Row]:
        """One row for each part; a choice says what was taken."""
        return [
            Row(str(one.page), (f"  {one.name}", one.taken or NOT_TAKEN))
            if one.is_choice
            else Row(str(one.page), (one.name, ""))
            for one in sections(self.app.play)
        ]

    def show(self, *, empty: str | None = None) -> None:
        """Begin where the room is."""
        super().show(empty=empty)
        self.query_one(Rows).cursor = section_now(self.app.play)

    async def chosen(self, key: str) -> None:
        """Go there."""
        page, screen = int(key), self.app.page_screen
        self.dismiss(None)
        await screen.turn(self.app.play.go_to(page, self.app.now))
