"""The widgets for the parts of a form of the wizard, in the words that every face shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.widgets.choice import Choice
from tui.widgets.fields import Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coaching.hurdle.forms import FormPart

PARTS = "Field, Choice"
"""What `answered` looks at, as a query."""


def part_choice(part: FormPart, *, stacked: bool = False) -> Choice:
    """The answers of a part, under its id."""
    shown = [(one.id, one.label) for one in part.picks]
    return Choice(shown, part.kept, stacked=stacked, id=part.id)


def part_field(part: FormPart) -> Field:
    """The field of a text; of one that is needed the label says so."""
    kind = LongField if part.long else Field
    label = f"{part.label} (needed)" if part.needed else part.label
    return kind(part.id, label, value=part.kept, under=part.under, example=part.example)


def part_widget(part: FormPart) -> Widget:
    """A text as its field; answers behind their label."""
    if not part.picks:
        return part_field(part)
    label = Static(Content(part.label), classes="field-label")
    return Container(label, part_choice(part), classes="asked")


def answered(page: Iterable[Widget]) -> dict[str, str]:
    """What was typed and chosen in these widgets, by the part's id."""
    found = {one.field: one.text for one in page if isinstance(one, Field)}
    return found | {one.id or "": one.value for one in page if isinstance(one, Choice)}
