"""What was said lately, in the corner of the screen: two sentences at most, none of them twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.notifications import Notifications

if TYPE_CHECKING:
    from textual.notifications import Notification

MOST = 2
TURNS = ("Undone: ", "Done again: ")


class Toasts(Notifications):
    """The newest two; an undo or redo takes the place of the one before it."""

    def add(self, notification: Notification) -> Self:
        """Say this, and let go what it makes needless."""
        others = [one for one in self if not _replaces(notification, one)]
        self.clear()
        for one in (*others[1 - MOST :], notification):
            super().add(one)
        return self


def _replaces(new: Notification, old: Notification) -> bool:
    if new.message == old.message:
        return True
    return new.message.startswith(TURNS) and old.message.startswith(TURNS)
