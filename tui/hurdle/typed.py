"""The text typed on a page of the wizard: kept as a draft, put back, dropped when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.hurdle import steps
from tui.hurdle.pages.base import Page
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tui.drafts import DraftKeeper
    from tui.hurdle.session import HurdleSession


AT, FROM = "question", "from"


class TypedText:
    """Drafts of one wizard. `tell` is called when a draft is kept or put back."""

    def __init__(
        self, keeper: DraftKeeper, session: HurdleSession, tell: Callable[[], None]
    ) -> None:
        """Keep what is typed in this session."""
        self._keeper, self._session, self._tell = keeper, session, tell
        self._at_first: dict[str, str] = {}
        self._stood_deeper = False

    def stand_where_words_wait(self) -> None:
        """Begin at a deeper question left in the middle, or where typed text was not saved."""
        session = self._session
        if not session.hurdle_id or not session.kept:
            return
        if (left := self._keeper.read(self._place_key)) is not None:
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
        if not session.hurdle_id or not session.kept:
            return
        if session.in_deeper:
            self._stood_deeper = True
            place = {AT: session.question, FROM: session.deeper_from}
            self._keeper.typed(self._place_key, place, _tell_nobody)
        elif self._stood_deeper:
            self._stood_deeper = False
            self._keeper.drop(self._place_key)

    @property
    def _place_key(self) -> str:
        return self._session.draft_key_of("at")

    def restore(self, page: object) -> None:
        """Put back what was typed on this page before and never saved."""
        self._at_first = dict(page.typed()) if isinstance(page, Page) else {}
        key = self._session.draft_key
        if not isinstance(page, Page) or not self._at_first or not key:
            return
        draft = self._keeper.read(key)
        if draft is None:
            return
        for field in page.query(Field):
            if text := draft.fields.get(field.field):
                field.text = text
        self._tell()

    def changed(self, page: object) -> None:
        """Something was typed on this page."""
        key = self._session.draft_key
        if isinstance(page, Page) and page.is_attached and key:
            typed = dict(page.typed())
            if typed != self._at_first:
                self._keeper.typed(key, typed, self._kept)

    def keep_now(self) -> None:
        """Write what waits at once."""
        if key := self._session.draft_key:
            self._keeper.keep_now(key)

    def saved(self, key: str) -> None:
        """The text under this key is in the record now."""
        if key:
            self._keeper.drop(key)

    def _kept(self, *_: Any) -> None:
        self._tell()


def _tell_nobody(_: str) -> None:
    """The place is no text; keeping it is not worth a word."""
