"""How the two talk, and what came back: who begins, where, the first sentence, when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import parts_of
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.part_fields import PARTS, answered, part_widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget


class _TalkPage(Page):
    """A page with one choice and a few texts."""

    DEFAULT_CSS = """
    _TalkPage LongField TextArea { height: 4; }
    """

    def widgets(self) -> Iterable[Widget]:
        """Each part of the form."""
        return map(part_widget, parts_of(self.session.question, self.session.sitting))

    def answer(self) -> Mapping[str, Any] | None:
        """What was said of it; nothing leaves it open."""
        given = answered(self.query(PARTS))
        return fields_of(self.session.question, given, self.session.sitting)


class WhenAndHowPage(_TalkPage):
    """Who speaks first, the setting, an opening sentence, a stop rule."""


class AnswerBackPage(_TalkPage):
    """Said back first, then the answer: accepted, to be talked over, something else instead."""

    def widgets(self) -> Iterable[Widget]:
        """What was heard, the answer, what is offered instead."""
        if self.session.answers.side != "me":
            words = self.session.content.repair.no_good_intent
            yield Static(Content(words), classes="help")
        yield from super().widgets()
