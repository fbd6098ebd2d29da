"""The dialog that hides a next step until a date: one key for the likely dates, or any date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.say import say_day
from tui.widgets.hiding_form import HidingForm
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.next_step import NextStep

QUICK = (("tomorrow", "tomorrow"), ("+3d", "in 3 days"), ("+1w", "in a week"))


class PutOffStep(HidingForm):
    """Not today: the step comes back on the date, and `u` brings it back at once."""

    DEFAULT_CSS = """
    PutOffStep #step { margin-bottom: 1; }
    PutOffStep Rows { height: 3; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "quick('tomorrow')",
            "that day",
            key_display="1 2 3",
            id="put-off.1",
            tooltip="Hide it until tomorrow",
        ),
        Binding(
            "2",
            "quick('+3d')",
            "in 3 days",
            show=False,
            id="put-off.2",
            tooltip="Hide it for 3 days",
        ),
        Binding(
            "3",
            "quick('+1w')",
            "in a week",
            show=False,
            id="put-off.3",
            tooltip="Hide it for a week",
        ),
        Binding(
            "enter,ctrl+s",
            "save",
            "hide it",
            id="put-off.save",
            tooltip="Hide it until the date you wrote",
        ),
    ]

    def __init__(self, step: NextStep) -> None:
        """This next step."""
        super().__init__()
        self.step = step

    def title_text(self) -> str:
        """What is asked."""
        return "Not today. When shall it come back?"

    def fields(self) -> Iterator[Widget]:
        """The step, the likely dates, any other date."""
        yield Static(Content(self.step.sentence), id="step", classes="hint")
        yield Rows((Column("", 1), Column("", 10), Column("", 15, grow=1)), id="quick")
        yield self.until_field("or another day")

    def on_mount(self) -> None:
        """Begin at the likely dates."""
        super().on_mount()
        rows = self.query_one(Rows)
        rows.show(
            [
                Row(text, (str(number), label, say_day(self.read_day(text).day)))
                for number, (text, label) in enumerate(QUICK, 1)
            ]
        )
        rows.focus()

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        await self.action_quick(event.key)

    async def action_quick(self, text: str) -> None:
        """Hide it until one of the likely dates."""
        self.field("until").text = text
        await self.action_save()

    async def save(self) -> str:
        """Hide the step until the date."""
        step = self.step
        return await self.hide(step.workbook_id, step.rule, step.subject)
