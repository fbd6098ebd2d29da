"""Writes transcript and hand-out of a play into a folder of the facilitator's choice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from coaching.scenario.papers import papers_after
from tui.bootstrap import free_papers_folder, write_papers
from tui.scenario.bindings import ONE_FIELD
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.scenario.player import PlayerApp

WHAT = (
    "Transcript and hand-out, as Markdown and as HTML to print. Troth names no one; your own notes "
    "stand as you wrote them."
)


class PapersForm(Form[None]):
    """One folder; enter writes, escape leaves the play as it was."""

    app: PlayerApp  # type: ignore[assignment]  # forms name Troth's own app
    BINDINGS: ClassVar[list[BindingType]] = ONE_FIELD

    def title_text(self) -> str:
        """The heading."""
        return "Papers to take along"

    def fields(self) -> Iterator[Widget]:
        """The folder, one that is not there yet."""
        number = self.app.case.id.split("_")[0]
        folder = free_papers_folder(f"troth-{number}-{self.app.now.date()}")
        yield Field("folder", "Folder", value=folder, under=WHAT)

    async def save(self) -> None:
        """Write them; where that fails, it is said and the folder can be changed."""
        texts = papers_after(self.app.play)
        folder = self.field("folder").text
        written = await asyncio.to_thread(write_papers, folder, texts)
        self.app.say(f"Written to {written}: {', '.join(texts)}.")
