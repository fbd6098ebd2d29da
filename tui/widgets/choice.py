"""A choice among a few answers, by arrow, by its own number, or by click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class Choice(Widget, can_focus=True):
    """A line of answers, or one a line; the chosen one's filled dot shows without colour."""

    DEFAULT_CSS = """
    Choice { height: auto; width: 1fr; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--other"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,up", "step(-1)", "other", show=False, id="choice.left", tooltip="The one before"
        ),
        Binding(
            "right,down,space",
            "step(1)",
            "other",
            show=False,
            id="choice.right",
            tooltip="The next one",
        ),
    ]

    index: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another answer was chosen."""

        choice: Choice
        value: str

        @property
        def control(self) -> Choice:
            """Where it was chosen."""
            return self.choice

    def __init__(
        self,
        answers: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        stacked: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        """Answers as (value, words on screen); `value` is the one chosen at first."""
        super().__init__(id=id)
        self._stacked = stacked
        self.answers = tuple(answers)
        values = [answer for answer, _ in answers]
        self.set_reactive(Choice.index, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The chosen answer."""
        return self.answers[self.index][0]

    @value.setter
    def value(self, value: str) -> None:
        self.index = [answer for answer, _ in self.answers].index(value)

    def validate_index(self, index: int) -> int:
        """Around the end to the other side."""
        return index % len(self.answers)

    def watch_index(self) -> None:
        """Tell of the new answer."""
        self.post_message(self.Changed(self, self.value))

    def action_step(self, by: int) -> None:
        """Choose a neighbour."""
        self.index += by

    def on_key(self, event: events.Key) -> None:
        """Its number chooses an answer."""
        if event.character and event.character.isdigit():
            number = int(event.character)
            if 1 <= number <= len(self.answers):
                event.stop()
                self.index = number - 1

    def on_click(self, event: events.Click) -> None:
        """A click chooses the answer under it."""
        if self._stacked:
            self.index = min(event.y, len(self.answers) - 1)
            return
        left = 0
        for place, (_, label) in enumerate(self.answers):
            left += len(label) + 5
            if event.x < left:
                self.index = place
                return

    def render(self) -> Content:
        """All answers."""
        parts: list[Content] = []
        for place, (_, label) in enumerate(self.answers):
            chosen = place == self.index
            dot = "●" if chosen else "○"
            style = "bold" if chosen else "$text-muted"
            if chosen and self.has_focus:
                style = "bold reverse"
            parts.append(Content.styled(f"{dot} {label}", style))
        return Content("\n" if self._stacked else "   ").join(parts)
