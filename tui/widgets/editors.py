"""The two editors of fields: a paste is tamed, and refused whole where it is too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input, TextArea

from coaching.text import BLANKS, LONG_LIMIT, SHORT_LIMIT, tame

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget


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
    """Several lines, together at most `limit` characters; tab goes on to the next field."""

    limit = LONG_LIMIT

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(text, tab_behavior="focus", placeholder=placeholder)

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
