"""The form that hides a notice until a date, with a reason for the user alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.widgets.fields import Field
from tui.widgets.hiding_form import HidingForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.strategies.says import Notice

FIRST = "+4w"


class HideNotice(HidingForm):
    """The notice comes back on the date by itself; m on it brings it back before."""

    DEFAULT_CSS = """
    HideNotice #notice { margin-bottom: 1; }
    """

    def __init__(self, workbook_id: str, notice: Notice) -> None:
        """This notice of this workbook."""
        super().__init__()
        self.workbook_id = workbook_id
        self.notice = notice
        self.draft_key = f"hide-{workbook_id}-{notice.rule}-{notice.subject}"

    def title_text(self) -> str:
        """What is asked."""
        return "Hide this until when?"

    def fields(self) -> Iterator[Widget]:
        """The question, the date, the reason."""
        yield Static(Content(self.notice.question), id="notice", classes="hint")
        yield self.until_field("Until", FIRST)
        yield Field(
            "reason",
            "Why it can wait",
            under="only me: stands beside it while it is hidden; leave empty if you like",
        )

    async def save(self) -> str:
        """Hide it."""
        reason = self.field("reason").text
        return await self.hide(self.workbook_id, self.notice.rule, self.notice.subject, reason)
