"""What someone outside needs to know: a few fields, each may stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coaching.record.outside import ToTell
from tui.hurdle.pages.base import Page
from tui.widgets.fields import Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.widget import Widget

READ_BY = "only me, until you hand the page over"
ONE_LINE = frozenset({"reach"})


class ToTellPage(Page):
    """Tried, wanted, not wanted, urgent, papers, how to be reached, what is kept back."""

    DEFAULT_CSS = """
    ToTellPage LongField TextArea { height: 4; }
    """

    def widgets(self) -> Iterable[Widget]:
        """One field for each part."""
        was = self.session.answers.to_tell or ToTell()
        for words in self.session.content.support.share.fields:
            if words.id in ToTell.model_fields:
                kind = Field if words.id in ONE_LINE else LongField
                under = f"{READ_BY}. {words.help}" if words.help else READ_BY
                yield kind(words.id, words.label, value=getattr(was, words.id), under=under)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show a field whole, with its label and who reads it."""
        whole = next((one for one in event.widget.ancestors if isinstance(one, Field)), None)
        if whole is not None:
            self.call_after_refresh(whole.scroll_visible, animate=False)

    def answer(self) -> Mapping[str, Any] | None:
        """What was typed; None where all of it is empty."""
        texts = {field.field: field.text.strip() for field in self.query(Field)}
        return {"to_tell": ToTell(**texts)} if any(texts.values()) else None
