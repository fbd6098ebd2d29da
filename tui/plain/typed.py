"""What was answered in a form that is not whole yet: kept as a draft, taken up again, dropped."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.ports import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coaching.coach import Coach
    from tui.hurdle.session import HurdleSession
    from tui.plain.desk import Desk


def key_of(session: HurdleSession) -> str:
    """The draft of this question; where nothing is kept it lies in memory and ends with Troth."""
    return session.draft_key or f"unkept-{session.question}"


class PlainDrafts:
    """Drafts of this run, under the keys that the screens use; an error is said and passed over."""

    def __init__(self, desk: Desk, coach: Coach) -> None:
        """Where this coach keeps them."""
        self._desk, self._drafts = desk, coach.drafts

    def read(self, key: str) -> Draft | None:
        """What is kept under a key; None where nothing is, or without a key."""
        try:
            return self._drafts.read(key) if key else None
        except TrothError as error:
            self._desk.say(error.sentence)
            return None

    def texts(self, key: str) -> Mapping[str, str]:
        """The texts kept under a key by field."""
        found = self.read(key)
        return found.fields if found else {}

    def write(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep these texts, where there are any and a key to keep them under."""
        if not key or not any(fields.values()):
            return
        try:
            self._drafts.write(Draft(key, dict(fields), datetime.now(UTC)))
        except TrothError as error:
            self._desk.say(error.sentence)

    def drop(self, key: str) -> None:
        """Forget what is kept under a key."""
        if not key:
            return
        try:
            self._drafts.drop(key)
        except TrothError as error:
            self._desk.say(error.sentence)
