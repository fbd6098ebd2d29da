"""Said, heard, meant: the user's own column first, then the other's as they told it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle import listen
from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import own_column, parts_of, took
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.part_fields import PARTS, answered, part_widget
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget


class ListenPage(Page):
    """Whose words they were, what was said, what the user meant or heard, what it did."""

    def widgets(self) -> Iterable[Widget]:
        """The user's own column."""
        yield from map(part_widget, parts_of("listen", self.session.sitting))
        yield Static(Content(self.session.content.repair.listen.unknown), classes="help")

    def answer(self) -> Mapping[str, Any] | None:
        """The column; nothing written and nobody chosen leaves it open."""
        return fields_of("listen", answered(self.query(PARTS)), self.session.sitting)

    @on(Choice.Changed, "#speaker")
    def _who_spoke(self, event: Choice.Changed) -> None:
        label = self.query_one("#field-mine .field-label", Static)
        label.update(Content(took(event.value)))


class HeardBackPage(Page):
    """The other's column, only as told or written by them; one sentence both can sign."""

    DEFAULT_CSS = """
    HeardBackPage .recap { display: none; }
    HeardBackPage .column {
        height: auto; color: $text-muted; margin-bottom: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def widgets(self) -> Iterable[Widget]:
        """What they told, where the two stand now, and who could say it back."""
        session, words = self.session, self.session.content.repair.listen
        mine, kept = session.answers.listen, session.answers.heard_back
        if listen.told_differently(mine, kept):
            yield Static(Content(words.differs), classes="note")
        column = (f"{label:<11} “{_flat(text)}”" for label, text in own_column(session.sitting))
        yield Static(Content("\n".join(column)), classes="column")
        yield from map(part_widget, parts_of("heard_back", session.sitting))
        cleared = words.cleared if listen.cleared_up(kept) else words.not_cleared
        yield Static(Content(cleared), classes="help")

    def answer(self) -> Mapping[str, Any] | None:
        """Their column; nothing written leaves it open."""
        return fields_of("heard_back", answered(self.query(PARTS)), self.session.sitting)


def _flat(text: str) -> str:
    return " ".join(text.split())
