"""Keeps what comes late away from a screen or page that closes: its widgets go first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.events import Event
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.message import Message
    from textual.screen import Screen


def still_open(screen: Screen[Any]) -> bool:
    """False once the screen closes, and there is nothing to show what was read for it on."""
    return screen.is_attached and screen.display


class HearsWhileOpen(MessagePump):
    """Once it closes, what a widget in it says is not heard; what Textual says to it still is.

    No widget itself: Textual takes the styles of the first widget among the bases alone.
    """

    _pruning: bool

    async def _on_message(self, message: Message) -> None:
        from_within = message.bubble and not isinstance(message, Event)
        if not (self._pruning and from_within):
            await super()._on_message(message)
