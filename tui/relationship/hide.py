"""The form that hides a notice until a date, with a reason for the user alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.verbs.putoffs import put_off
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.strategies.says import Notice

FIRST = "+4w"


class HideNotice(Form[str]):
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
        yield DateField("until", "Until", self._read, value=FIRST, example="fri, +2w, 24 nov")
        yield Field(
            "reason",
            "Why it can wait",
            under="only me: stands beside it while it is hidden; leave empty if you like",
        )

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    async def save(self) -> str:
        """Hide it."""
        coach = self.app.world.coach
        verb = partial(
            put_off,
            new_id=coach.new_id(),
            rule=self.notice.rule,
            subject=self.notice.subject,
            until=self._until(),
            reason=self.field("reason").text,
        )
        changed = await self.app.carry_out(lambda: coach.do(self.workbook_id, verb))
        self.app.say(changed.said)
        return self.workbook_id

    def _until(self) -> date:
        wall = self.query_one(DateField).wall()
        if wall is None:
            raise Refused("Write the day it shall come back: fri, +2w, 24 nov.", field="until")
        if wall.day <= self.app.now.date():
            raise Refused("Choose a day after today.", field="until")
        return wall.day
