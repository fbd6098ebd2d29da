"""Tells whether a screen is still there after something was read for it off the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


def still_open(screen: Screen[Any]) -> bool:
    """False once the screen closes: its widgets go first, and there is nothing to show it on."""
    return screen.is_attached and screen.display
