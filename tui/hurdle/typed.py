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


class TypedText:
    """Drafts of one wizard. `tell` is called when a draft is kept or put back."""

    def __init__(
        self, keeper: DraftKeeper, session: HurdleSession, tell: Callable[[], None]
    ) -> None:
        """Keep what is typed in this session."""
        self._keeper, self._session, self._tell = keeper, session, tell
        self._at_first: dict[str, str] = {}

    def stand_where_words_wait(self) -> None:
        """Begin at the question whose text was typed and never saved, if there is one."""
        if not self._session.hurdle_id:
            return
        for question in steps.way(self._session.answers):
            if self._keeper.read(self._session.draft_key_of(question)) is not None:
                self._session.question = question
                return

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
