"""The two editors of fields: a paste is tamed, and refused whole where it is too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from coaching.text import BLANKS, LONG_LIMIT, SHORT_LIMIT, tame

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from tui.app import TrothApp


@dataclass
class TooLong(Message):
    """A paste was refused whole; the text typed so far is as it was."""

    editor: Widget
    sentence: str

    @property
    def control(self) -> Widget:
        """Where it was pasted."""
        return self.editor


class ShortText(Input):
    """One line of at most `limit` characters; enter does what the screen around it says."""

    limit = SHORT_LIMIT

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        overtype: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        """With `overtype`, the first key replaces what stands there, as suits a proposal."""
        super().__init__(value=value, placeholder=placeholder, select_on_focus=overtype, id=id)
        self._bindings.key_to_bindings.pop("enter")

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        line = BLANKS.sub(" ", tame(event.text).strip("\n"))
        start, end = sorted(self.selection)
        if problem := _too_long(len(self.value) - (end - start) + len(line), self.limit):
            self.post_message(TooLong(self, problem))
        else:
            self.replace(line, start, end)


class LongText(TextArea):
    """Several lines, together at most `limit` characters; tab goes on to the next field.

    The key is ctrl+o, as in "open": Textual's fields, tmux, screen and common terminals leave it
    free, and it is as near as a letter.
    """

    app: TrothApp
    limit = LONG_LIMIT
    for_editor = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o",
            "write_outside",
            "your editor",
            id="field.editor",
            tooltip="Write this text in your own editor; leaving it brings the text back",
        ),
    ]

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(text, tab_behavior="focus", placeholder=placeholder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A field of which each line counts for itself has no use for an editor."""
        if action == "write_outside":
            return self.for_editor
        return super().check_action(action, parameters)

    def action_write_outside(self) -> None:
        """Open the user's editor on this text."""
        from tui.editor import edit

        edit(self, self.app)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = tame(event.text)
        length = len(self.text) - len(self.selected_text) + len(text)
        if problem := _too_long(length, self.limit):
            self.post_message(TooLong(self, problem))
            return
        self.replace(text, *self.selection, maintain_selection_offset=False)


def _too_long(length: int, limit: int) -> str:
    if length <= limit:
        return ""
    return f"With this paste the text would have {length:,} characters; {limit:,} fit here."
