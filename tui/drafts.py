"""Typed text kept while it is typed: half a second after the last key, at latest every two."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from coaching.errors import TrothError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.timer import Timer

    from coaching.ports import Draft, Drafts
    from tui.app import TrothApp

QUIET_SECONDS = 0.5
LATEST_SECONDS = 2.0
SOONEST_SECONDS = 0.01


class DraftKeeper:
    """Keeps what is typed, form by form, off the event loop; nothing of it enters the record."""

    def __init__(self, app: TrothApp, drafts: Callable[[], Drafts]) -> None:
        """Keep into these drafts, made on first use."""
        self._app = app
        self._drafts = drafts
        self._waiting: dict[str, Mapping[str, str]] = {}
        self._since: dict[str, float] = {}
        self._timers: dict[str, Timer] = {}
        self._told: dict[str, Callable[[str], None]] = {}
        self._newest: dict[str, int] = {}
        self._writing = Lock()

    def read(self, key: str) -> Draft | None:
        """What was typed into a form and not saved; an unreadable draft is told and passed over."""
        try:
            return self._drafts().read(key)
        except TrothError as error:
            self._app.show_error(error)
            return None

    def typed(self, key: str, fields: Mapping[str, str], tell: Callable[[str], None]) -> None:
        """Something was typed: keep it soon, and `tell` when it is kept; "" until then."""
        if key not in self._waiting:
            tell("")
        now = asyncio.get_running_loop().time()
        since = self._since.setdefault(key, now)
        self._waiting[key], self._told[key] = fields, tell
        if key in self._timers:
            self._timers[key].stop()
        wait = max(SOONEST_SECONDS, min(QUIET_SECONDS, since + LATEST_SECONDS - now))
        self._timers[key] = self._app.set_timer(wait, lambda: self._keep(key))

    def keep_now(self, key: str) -> None:
        """Write at once what still waits for this form."""
        self._stop(key)
        fields = self._waiting.pop(key, None)
        if fields is not None:
            self._write(key, fields, self._number(key))

    def keep_all(self) -> None:
        """Write at once everything that still waits."""
        for key in tuple(self._waiting):
            self.keep_now(key)

    def drop(self, key: str) -> None:
        """Forget a form's text: it is saved, or was thrown away on purpose."""
        self._stop(key)
        self._waiting.pop(key, None)
        self._write(key, {}, self._number(key))

    async def _keep(self, key: str) -> None:
        self._stop(key)
        fields = self._waiting.pop(key, None)
        if fields is None:
            return
        if await asyncio.to_thread(self._write, key, fields, self._number(key)):
            self._told[key]("draft kept" if any(fields.values()) else "")

    def _stop(self, key: str) -> None:
        self._since.pop(key, None)
        if timer := self._timers.pop(key, None):
            timer.stop()

    def _number(self, key: str) -> int:
        """Each write of a form has the next number, so that a late one never undoes a later."""
        self._newest[key] = self._newest.get(key, 0) + 1
        return self._newest[key]

    def _write(self, key: str, fields: Mapping[str, str], number: int) -> bool:
        from coaching.ports import Draft

        try:
            with self._writing:
                if number != self._newest[key]:
                    return False
                if any(fields.values()):
                    self._drafts().write(Draft(key, dict(fields), datetime.now(UTC)))
                else:
                    self._drafts().drop(key)
        except TrothError as error:
            self._app.call_later(self._app.show_error, error)
            return False
        return True
