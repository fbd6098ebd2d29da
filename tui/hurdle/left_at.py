"""Where a wizard was left: a deeper question, or the question at which typed text waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coaching.hurdle import steps
from coaching.hurdle.next_words import LEFT_AT, QUESTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coaching.ports import Draft
    from tui.hurdle.session import HurdleSession

AT, FROM = QUESTION, "from"


class Keeper(Protocol):
    """Where typed text is kept until it is saved."""

    def read(self, key: str) -> Draft | None:
        """What is kept under a key, or None."""

    def write(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep it, soon or at once."""

    def drop(self, key: str) -> None:
        """Forget it."""


class LeftAt:
    """The place of one wizard; a hurdle of which nothing is kept leaves none."""

    def __init__(self, keeper: Keeper, session: HurdleSession) -> None:
        """The place of this session, kept here."""
        self._keeper, self._session = keeper, session
        self._stood_deeper = False

    def stand_where_words_wait(self) -> None:
        """Begin at a deeper question left in the middle, or where typed text was not saved."""
        session = self._session
        if not self._keeps:
            return
        if (left := self._keeper.read(self._key)) is not None:
            self._stood_deeper = True
            if session.stand_deeper(left.fields.get(AT, ""), left.fields.get(FROM, "")):
                return
        for question in steps.way(session.answers):
            if self._keeper.read(session.draft_key_of(question)) is not None:
                session.question = question
                return

    def stand_here(self) -> None:
        """Remember a deeper question while the user is at it, so that a kill loses no place."""
        session = self._session
        if not self._keeps:
            return
        if session.in_deeper:
            self._stood_deeper = True
            self._keeper.write(self._key, {AT: session.question, FROM: session.deeper_from})
        elif self._stood_deeper:
            self._stood_deeper = False
            self._keeper.drop(self._key)

    @property
    def _keeps(self) -> bool:
        return bool(self._session.hurdle_id) and self._session.kept

    @property
    def _key(self) -> str:
        return self._session.draft_key_of(LEFT_AT.lstrip("-"))
