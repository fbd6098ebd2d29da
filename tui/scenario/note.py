"""A line of the facilitator's for the transcript, typed on the page everybody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.scenario.bindings import ONE_FIELD
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.scenario.player import PlayerApp

WHO_READS = "The room sees this line now; it goes into the transcript. Name nobody."


class NoteForm(Form[None]):
    """One line; enter keeps it, escape leaves the play as it was."""

    app: PlayerApp  # type: ignore[assignment]  # forms name Troth's own app
    BINDINGS: ClassVar[list[BindingType]] = ONE_FIELD

    def title_text(self) -> str:
        """The heading."""
        return "A note for the transcript"

    def fields(self) -> Iterator[Widget]:
        """One line."""
        yield Field("note", "What was said, or what you noticed", under=WHO_READS)

    async def save(self) -> None:
        """Keep it; nothing typed is nothing kept."""
        if text := self.field("note").text.strip():
            stage = self.app.stage
            noted = stage.play.note(text, stage.now)
            if await self.app.keep(lambda: stage.turn(noted)):
                self.app.say("Noted.")
