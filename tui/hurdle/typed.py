"""The text typed on a page of the wizard: kept as a draft, put back, dropped when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.hurdle.left_at import LeftAt
from tui.hurdle.pages.base import Page
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coaching.ports import Draft
    from tui.drafts import DraftKeeper
    from tui.hurdle.session import HurdleSession


class TypedText:
    """Drafts of one wizard. `tell` gets "draft" when one is kept or put back, "" until it is."""

    def __init__(
        self, keeper: DraftKeeper, session: HurdleSession, tell: Callable[[str], None]
    ) -> None:
        """Keep what is typed in this session."""
        self._keeper, self._session, self._tell = keeper, session, tell
        self._at_first: dict[str, str] = {}
        self._left = LeftAt(_Places(keeper), session)

    def stand_where_words_wait(self) -> None:
        """Begin at a deeper question left in the middle, or where typed text was not saved."""
        self._left.stand_where_words_wait()

    def stand_here(self) -> None:
        """Remember a deeper question while the user is at it, so that a kill loses no place."""
        self._left.stand_here()

    def restore(self, page: object) -> Field | None:
        """Put back what was typed on this page before and never saved.

        Gives the field that was being written: the last of those typed in.
        """
        self._at_first = dict(page.typed()) if isinstance(page, Page) else {}
        key = self._session.draft_key
        if not isinstance(page, Page) or not self._at_first or not key:
            return None
        draft = self._keeper.read(key)
        if draft is None:
            return None
        for field in page.query(Field):
            if text := draft.fields.get(field.field):
                field.text = text
        self._tell("draft")
        typed = [one for one in page.query(Field) if one.text != self._at_first[one.field]]
        return typed[-1] if typed else None

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

    def _kept(self, sentence: str) -> None:
        self._tell("draft" if sentence else "")


class _Places:
    """Keeps the place of a wizard as text is kept; it is no text, so nobody is told."""

    def __init__(self, keeper: DraftKeeper) -> None:
        self._keeper = keeper
        self.read: Callable[[str], Draft | None] = keeper.read
        self.drop: Callable[[str], None] = keeper.drop

    def write(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep it soon."""
        self._keeper.typed(key, fields, lambda _: None)
