"""Lines that can each be ticked: by its number, by space or enter, or by click."""

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
    """A few lines with a box before each; `[x]` shows what is ticked, without colour.

    With words for `none` a last line says them; it is ticked while no other is.
    """

    DEFAULT_CSS = """
    Ticks { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False, id="ticks.up", tooltip="The line above"),
        Binding("down", "step(1)", "down", show=False, id="ticks.down", tooltip="The line below"),
        Binding("space", "tick", "tick", id="ticks.tick", tooltip="Tick this line, or not"),
    ]

    line: reactive[int] = reactive(0)
    ticked: reactive[frozenset[str]] = reactive(frozenset())

    @dataclass
    class Changed(Message):
        """Another set of lines is ticked."""

        ticks: Ticks
        ticked: frozenset[str]

        @property
        def control(self) -> Ticks:
            """Where it was ticked."""
            return self.ticks

    def __init__(
        self,
        entries: Sequence[tuple[str, str]],
        ticked: Collection[str] = (),
        *,
        none: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        """Lines as (value, words on screen); `ticked` are ticked at first."""
        super().__init__(id=id)
        self.entries = tuple(entries)
        self._none = none
        known = {value for value, _ in entries}
        self.set_reactive(Ticks.ticked, frozenset(ticked) & known)
        self.display = bool(entries)

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Put other lines in their place; what is no longer there is not ticked."""
        if tuple(entries) == self.entries:
            return
        self.entries = tuple(entries)
        self.display = bool(entries)
        self.line = 0
        self.set_reactive(Ticks.ticked, self.ticked & {value for value, _ in entries})
        self.refresh(layout=True)

    def toggle(self, place: int) -> None:
        """Tick the line at this place, or take the tick away; the line for none takes all away."""
        if not 0 <= place <= self._last:
            return
        self.line = place
        on_none = place == len(self.entries)
        self.ticked = frozenset() if on_none else self.ticked ^ {self.entries[place][0]}
        self.post_message(self.Changed(self, self.ticked))

    @property
    def _last(self) -> int:
        return len(self.entries) - (0 if self._none else 1)

    def action_step(self, by: int) -> None:
        """Go to a neighbour."""
        self.line = max(0, min(self.line + by, self._last))

    def action_tick(self) -> None:
        """Tick the line where the cursor stands."""
        self.toggle(self.line)

    def on_key(self, event: events.Key) -> None:
        """Its number ticks a line."""
        if event.character and event.character.isdigit():
            event.stop()
            self.toggle(int(event.character) - 1)

    def on_click(self, event: events.Click) -> None:
        """A click ticks the line under it."""
        self.toggle(event.y)

    def render(self) -> Content:
        """All lines."""
        lines = [(value in self.ticked, words) for value, words in self.entries]
        if self._none:
            lines.append((not self.ticked, self._none))
        return Content("\n").join([self._shown(place, *line) for place, line in enumerate(lines)])

    def _shown(self, place: int, ticked: bool, words: str) -> Content:
        box = "[x]" if ticked else "[ ]"
        here = place == self.line and self.has_focus
        style = "bold reverse" if here else "bold" if ticked else ""
        return Content.styled(f"{place + 1}  {box} {words}", style)
