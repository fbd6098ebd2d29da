"""The countdown under a page: large numbers where the window has room, else one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from coaching.scenario.clock import countdown, countdown_digits

if TYPE_CHECKING:
    from datetime import datetime

LARGE_FROM = 15
LARGE_LINES, SMALL_LINES = 5, 2
"""With the empty line above."""
LEFT = "left"


class Countdown(Vertical):
    """What is left of a countdown, to be read from the back row."""

    def compose(self) -> ComposeResult:
        """Large numbers, and words under them."""
        yield Digits()
        yield Static()

    def on_mount(self) -> None:
        """Nothing counts at first."""
        self.display = False

    def height_in(self, room: int) -> int:
        """The lines it takes in a window with so many lines for the page."""
        return LARGE_LINES if room >= LARGE_FROM else SMALL_LINES

    def tell(self, until: datetime | None, now: datetime, room: int) -> None:
        """Say what is left at this moment; nothing where nothing counts."""
        self.display = until is not None
        if until is None:
            return
        digits = countdown_digits(until, now) if room >= LARGE_FROM else ""
        large, words = self.query_one(Digits), self.query_one(Static)
        large.display = bool(digits)
        if digits:
            large.update(digits)
        words.update(Content(LEFT if digits else countdown(until, now)))
