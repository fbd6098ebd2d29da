"""The head of home: the name and the time, and the one next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from coaching.next_step import NextStep


WAYS_TO_FIT = ((5, "why this"), (3, "why this"), (2, "why"))
"""Cells between two keys, and the words of the last one: from roomy to narrow."""


class TopLine(Widget):
    """The program's name on the left, the record's day and time on the right."""

    DEFAULT_CSS = "TopLine { height: 1; padding: 0 1; }"

    moment: reactive[str] = reactive("")

    def __init__(self, mark: str) -> None:
        """`mark` says that the records are made up."""
        super().__init__()
        self._mark = mark

    def render(self) -> Content:
        """Name, mark, day and time."""
        left = Content.assemble(
            ("Troth", "bold"), (f"   {self._mark}" if self._mark else "", "$text-warning")
        )
        gap = max(1, self.size.width - left.cell_length - len(self.moment))
        return left + Content(" " * gap) + Content.styled(self.moment, "$text-muted")


class NextStepPanel(Widget, can_focus=True):
    """The one next step, with the key that does it, the one that puts it off, and why."""

    DEFAULT_CSS = "NextStepPanel { height: 2; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "do it", show=False, id="next.do", tooltip="Do the next step"),
        Binding(
            "down,j", "app.focus_next", "down", show=False, id="next.down", tooltip="To the people"
        ),
    ]

    step: reactive[NextStep | None] = reactive(None)
    nothing_due: reactive[str] = reactive("")

    @dataclass
    class Taken(Message):
        """The user wants to do the next step."""

        step: NextStep

    def action_take(self) -> None:
        """Do it."""
        if self.step is not None:
            self.post_message(self.Taken(self.step))

    def on_click(self) -> None:
        """A click takes it."""
        self.action_take()

    def render(self) -> Content:
        """Two lines."""
        width = self.size.width
        if self.step is None:
            return Content.assemble(("Next step  ", "bold"), self.nothing_due)
        label = Content.styled("Next step", "bold reverse" if self.has_focus else "bold")
        first = (label + Content(f"  {self.step.sentence}")).truncate(width, ellipsis=True)
        return first + Content("\n") + self._keys(self.step.key_says, width)

    def _keys(self, does: str, width: int) -> Content:
        """The keys in the words that fit; where none do, what enter does is cut, never a key."""
        enter = "enter" if self.has_focus else "0 enter"
        for gap, why in WAYS_TO_FIT:
            others = Content.assemble(
                " " * gap,
                ("x", "bold $text-accent"),
                f"  not today{' ' * gap}",
                ("i", "bold $text-accent"),
                f"  {why}",
            )
            first = Content.assemble(" " * 11, (enter, "bold $text-accent"), f"  {does}")
            room = width - others.cell_length
            if first.cell_length <= room:
                break
        return first.truncate(max(0, room), ellipsis=True) + others
