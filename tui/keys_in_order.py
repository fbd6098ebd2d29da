"""Keys in order: each reaches its deed, and the screen it opens, before the next is looked at.

Textual hands a key to the widget that has the focus when the key arrives. Keys typed faster than a
dialog opens would go to the list behind it; `c enter enter` has to mean the same at any speed.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.dom import DOMNode

ROUNDS = 2
SOON_SECONDS = 0.01
STUCK_SECONDS = 5.0
AT_ONCE = frozenset({"ctrl+q", "ctrl+c"})


class KeysInOrder:
    """Holds a key or paste back until the one before it has settled.

    Settled: what it set off has passed twice from the focused widget up to the app (the key, then
    the message it caused), and the screen on top is mounted.
    """

    def __init__(self, app: App[None], handle: Callable[[events.Event], Awaitable[None]]) -> None:
        """`handle` is the app's own way with an event."""
        self._app, self._handle = app, handle
        self._waiting: deque[events.Event] = deque()
        self._busy = False
        self._turn = 0

    async def take(self, event: events.Event) -> None:
        """Handle this event when its turn has come; the leaving keys never wait."""
        if isinstance(event, events.Key) and event.key in AT_ONCE:
            await self._handle(event)
            return
        self._waiting.append(event)
        if self._busy:
            self._app.set_timer(STUCK_SECONDS, self._after(self._turn))
        else:
            await self._next()

    async def _next(self) -> None:
        self._busy = bool(self._waiting and self._app.screen_stack)
        if not self._busy:
            return
        if not self._app.screen.is_mounted:
            self._app.set_timer(SOON_SECONDS, self._next)
            return
        self._turn += 1
        target = self._app.focused or self._app.screen
        await self._handle(self._waiting.popleft())
        self._settle(target, target, ROUNDS, self._turn)

    def _settle(self, start: DOMNode, node: DOMNode, rounds: int, turn: int) -> None:
        """Pass behind what was set off: from node to its parent, up to the app, `rounds` times."""

        def passed() -> None:
            if node.parent is not None:
                self._settle(start, node.parent, rounds, turn)
            elif rounds > 1:
                self._settle(start, start, rounds - 1, turn)
            else:
                self._app.call_later(self._after(turn))

        if not node.call_later(passed):
            self._app.call_later(self._after(turn))

    def _after(self, turn: int) -> Callable[[], Awaitable[None]]:
        async def go_on() -> None:
            if self._busy and turn == self._turn:
                await self._next()

        return go_on
