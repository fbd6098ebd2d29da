"""The form that prepares feedback: four short parts, each with a question where its shape asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from coaching.say import first_name
from coaching.verbs import feedback
from tui.widgets.fields import Field, LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import Forms
    from coaching.record.feedback import Feedback
    from coaching.record.workbook import Workbook

LONG = ("behaviour", "impact")


class Compose(Form[None]):
    """Situation, behaviour, impact, one request; only the user reads them before they are said."""

    DEFAULT_CSS = """
    Compose TextArea { height: 4; }
    Compose.-short TextArea { height: 3; }
    Compose .head { margin-bottom: 1; }
    """

    def __init__(self, workbook: Workbook, forms: Forms, entry: Feedback | None = None) -> None:
        """New feedback, or some that is prepared."""
        super().__init__()
        self.workbook = workbook
        self.forms = forms
        self.entry = entry
        self.draft_key = f"feedback-{workbook.id}-{entry.id if entry else 'new'}"

    def title_text(self) -> str:
        """For whom."""
        return f"Feedback for {first_name(self.workbook.relationship.name)}"

    def fields(self) -> Iterator[Widget]:
        """The four parts."""
        yield Static(Content(self.forms.feedback.opening), classes="hint head")
        for part in self.forms.feedback.parts:
            kind = LongField if part.id in LONG else Field
            value = getattr(self.entry, part.id) if self.entry else ""
            yield kind(part.id, part.label, value=value, under=part.help or "")

    def on_mount(self) -> None:
        """Begin at the first part, with the questions about what stands there."""
        super().on_mount()
        self._ask()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _ask(self) -> None:
        """Under each part its question, where its words call for one; never a verdict."""
        for field in self.query(Field):
            questions = self.forms.shape_questions(field.field, field.text)
            field.explain("? " + " ".join(questions) if questions else None)

    async def save(self) -> None:
        """Keep it as prepared."""
        coach = self.app.world.coach
        parts: dict[str, Any] = {field.field: field.text for field in self.query(Field)}
        verb = partial(
            feedback.prepare,
            feedback_id=self.entry.id if self.entry else coach.new_id(),
            today=self.app.now.date(),
            **parts,
        )
        changed = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(changed.said)


def as_written(entry: Feedback) -> str:
    """The four parts as a text to say or to send, in their order."""
    parts = (entry.situation, entry.behaviour, entry.impact, entry.request)
    return "\n".join(part for part in parts if part)
