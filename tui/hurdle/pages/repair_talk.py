"""How the two talk, and what came back: who begins, where, the first sentence, when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coaching.record.repair import AnswerBack, WhenAndHow
from tui.hurdle.pages.base import Page
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from coaching.guide.parts import Choice as Answer

NOT_SAID = ("", "not said")


class _TalkPage(Page):
    """A page with one choice and a few texts."""

    DEFAULT_CSS = """
    _TalkPage LongField TextArea { height: 4; }
    """

    def _asked(self, label: str, answers: Sequence[Answer], kept: str | None) -> Widget:
        labels = {"them": self.session.name}
        shown = [(one.id, labels.get(one.id, one.label)) for one in answers]
        choice = Choice([NOT_SAID, *shown], kept or "", id="choice")
        return Container(Static(Content(label), classes="field-label"), choice, classes="asked")

    def _texts(self) -> dict[str, Any]:
        return {field.field: field.text.strip() for field in self.query(Field)}

    @property
    def _chosen(self) -> str | None:
        return self.query_one("#choice", Choice).value or None


class WhenAndHowPage(_TalkPage):
    """Who speaks first, the setting, an opening sentence, a stop rule."""

    def widgets(self) -> Iterable[Widget]:
        """One choice and three lines."""
        session = self.session
        repair, kept = session.content.repair, session.answers.when_and_how or WhenAndHow()
        yield self._asked("First", repair.first, kept.first)
        us_two = session.say(session.content.wizard.readers.us_two)
        yield Field(
            "setting",
            "Where, when",
            value=kept.setting,
            under=f"us two. {us_two}",
            example="a walk, Thursday at 10, 30 minutes",
        )
        yield Field("opening", "I begin", value=kept.opening, under="only me, until you say it")
        stop = repair.stop_rules[0]
        yield Field("stop_rule", "We stop", value=kept.stop_rule, under=f"us two. {stop}")

    def answer(self) -> Mapping[str, Any] | None:
        """What was said of it; nothing leaves it open."""
        texts = self._texts()
        if not any(texts.values()) and self._chosen is None:
            return None
        return {"when_and_how": WhenAndHow.model_validate({**texts, "first": self._chosen})}


class AnswerBackPage(_TalkPage):
    """Said back first, then the answer: accepted, to be talked over, something else instead."""

    def widgets(self) -> Iterable[Widget]:
        """What was heard, the answer, what is offered instead."""
        session = self.session
        repair, kept = session.content.repair, session.answers.answer_back or AnswerBack()
        if session.answers.side != "me":
            yield Static(Content(repair.no_good_intent), classes="help")
        under = f"only me. As you would say it back to {session.name}"
        yield LongField("heard", "What you heard", value=kept.heard, under=under)
        yield self._asked("The answer", repair.answered, kept.answer)
        yield Field("instead", "Instead", value=kept.instead, under="only me")

    def answer(self) -> Mapping[str, Any] | None:
        """What came back; nothing leaves it open."""
        texts = self._texts()
        if not any(texts.values()) and self._chosen is None:
            return None
        return {"answer_back": AnswerBack.model_validate({**texts, "answer": self._chosen})}
