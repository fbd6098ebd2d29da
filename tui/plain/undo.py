"""Take the last deed of this run back, on plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.plain.desk import Entry

if TYPE_CHECKING:
    from tui.plain.desk import Desk


def undo_entry(desk: Desk) -> list[Entry]:
    """The line of a menu that takes the last deed back; none where there is nothing."""
    done = desk.coach.history.done
    if not done:
        return []
    return [Entry("Undo", lambda: desk.say(desk.coach.undo()), done[-1].said)]
