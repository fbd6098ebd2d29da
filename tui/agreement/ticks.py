"""Several answers of which any number may be ticked, by space, by number, or by click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events


class Ticks(Widget, can_focus=True):
    """One answer a line; the last line, "none of these", is ticked while no other is."""

    DEFAULT_CSS = "Ticks { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="ticks.tick", tooltip="Tick this answer, or untick it"),
        Binding("up", "move(-1)", "up", show=False, id="ticks.up", tooltip="The answer above"),
        Binding("down", "move(1)", "down", show=False, id="ticks.down", tooltip="The answer below"),
    ]

    cursor: reactive[int] = reactive(0)
    ticked: reactive[frozenset[str]] = reactive(frozenset)

    @dataclass
    class Changed(Message):
        """Something was ticked or unticked."""

        ticks: Ticks
        ticked: frozenset[str]

        @property
        def control(self) -> Ticks:
            """Where."""
            return self.ticks

    def __init__(
        self, answers: Sequence[tuple[str, str]], none: str, ticked: Collection[str]
    ) -> None:
        """Answers as (value, words), the words for none of them, and those ticked at first."""
        super().__init__()
        self.answers = tuple(answers)
        self._none = none
        self.set_reactive(Ticks.ticked, frozenset(ticked))

    def validate_cursor(self, cursor: int) -> int:
        """Stay on a line."""
        return max(0, min(cursor, len(self.answers)))

    def watch_ticked(self) -> None:
        """Tell of it."""
        self.post_message(self.Changed(self, self.ticked))

    def action_move(self, by: int) -> None:
        """Go to a neighbour."""
        self.cursor += by

    def action_tick(self) -> None:
        """Tick the line under the cursor; the last one unticks all others."""
        if self.cursor == len(self.answers):
            self.ticked = frozenset()
        else:
            self.ticked = self.ticked ^ {self.answers[self.cursor][0]}

    def on_key(self, event: events.Key) -> None:
        """Its number ticks an answer."""
        number = event.character if event.character and event.character.isdigit() else ""
        if number and 1 <= int(number) <= len(self.answers) + 1:
            event.stop()
            self.cursor = int(number) - 1
            self.action_tick()

    def on_click(self, event: events.Click) -> None:
        """A click ticks the line under it."""
        self.cursor = event.y
        self.action_tick()

    def render(self) -> Content:
        """All lines, each with its number and its box."""
        lines = [(value in self.ticked, words) for value, words in self.answers]
        lines.append((not self.ticked, self._none))
        return Content("\n").join([self._line(place, *line) for place, line in enumerate(lines)])

    def _line(self, place: int, ticked: bool, words: str) -> Content:
        box = "[x]" if ticked else "[ ]"
        here = self.has_focus and place == self.cursor
        style = "bold reverse" if here else "bold" if ticked else ""
        return Content.styled(f"{place + 1}  {box} {words}", style)
