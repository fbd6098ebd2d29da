"""What is kept of a run at every page: the session, the times beside it, and the user's file."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import AwareDatetime

from coaching.scenario.session import Kept, Session

LONG_BREAK = timedelta(minutes=30)


class Run(Kept):
    """A run as it is kept. `file` is the user's own case file, "" for a case of Troth.

    `counting_from` is when the room left the test page, `timer_until` when a countdown ends,
    `saved` when this was kept.
    """

    version: Literal[1] = 1
    file: str = ""
    counting_from: AwareDatetime | None = None
    timer_until: AwareDatetime | None = None
    saved: AwareDatetime
    session: Session

    def taken_up(self, now: datetime) -> "Run":
        """The run as it goes on now: after a long break its time goes on where it stood."""
        gap = now - self.saved
        changes: dict[str, object] = {"timer_until": None, "saved": now}
        if self.counting_from is not None and gap > LONG_BREAK:
            changes["counting_from"] = self.counting_from + gap
        return self.model_copy(update=changes)
