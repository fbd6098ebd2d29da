"""What was said lately, in the corner of the screen: two sentences, for their moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from textual.app import App
from textual.notifications import Notifications

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.notifications import Notification

MOST = 2
A_MOMENT_S = 0.1
TURNS = ("Undone: ", "Done again: ")


class Toasts(Notifications):
    """The newest two; an undo or redo takes the place of the one before it."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        super().__init__()
        self._said: dict[str, tuple[object, int]] = {}

    def add(self, notification: Notification) -> Self:
        """Say this, and let go what it makes needless."""
        others = [one for one in self if not _replaces(notification, one)]
        self.clear()
        for one in (*others[1 - MOST :], notification):
            super().add(one)
        return self

    def follow(self, screen: object, touches: int) -> None:
        """This screen shows, after so many keys and clicks: let go what was said on another one.

        What was said since the last of them goes along: a dialog that saves closes by itself.
        """
        places: dict[str, tuple[object, int]] = {}
        for one in tuple(self):
            place, said_after = self._said.get(one.identity, (screen, touches))
            if place is screen or said_after == touches:
                places[one.identity] = (screen, said_after)
            else:
                del self[one]
        self._said = places


@runtime_checkable
class SaysItself(Protocol):
    """A screen with a line of its own for what was said, so that no corner is covered."""

    def show_said(self, said: Sequence[Notification]) -> None:
        """Show these, the newest last; none clears the line."""


class TellingApp(App[None]):
    """Tells what was done in a corner, for as long as the user stays where it was done."""

    def __init__(self, *, ansi_color: bool | None) -> None:
        """With the terminal's own colours alone, or not."""
        super().__init__(ansi_color=ansi_color)
        self._notifications = self._toasts = Toasts()
        self.touches = 0

    def _refresh_notifications(self) -> None:
        """A screen shows, or something was said: only what belongs here stays, and only here."""
        if self.screen_stack:
            self._toasts.follow(self.screen, self.touches)
            for screen in self.screen_stack[:-1]:
                screen.query("ToastHolder").remove()
        super()._refresh_notifications()
        self._show_said()

    def _show_said(self) -> None:
        """A screen with a line of its own shows what was said, for its moment and no longer."""
        if not self.screen_stack or not isinstance(self.screen, SaysItself):
            return
        said = tuple(self._toasts)
        self.screen.show_said(said)
        if said:
            soonest = min(one.time_left for one in said)
            self.set_timer(max(A_MOMENT_S, soonest), self._show_said)


def _replaces(new: Notification, old: Notification) -> bool:
    if new.message == old.message:
        return True
    return new.message.startswith(TURNS) and old.message.startswith(TURNS)
