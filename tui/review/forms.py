"""The forms of a review: one line written anew, and the end with the day to look again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.say import first_name, say_day
from coaching.verbs import agreements, reviews
from coaching.verbs.together import together
from tui.agreement.forms import US_TWO
from tui.agreement.values import AgendaBy, value_of, widgets_for
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.agreement import AgreementLine, AgreementWords
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.agreement import Agreement
    from coaching.record.review import Review
    from coaching.record.workbook import Workbook


class ChangeLine(Form[str]):
    """One line of the agreement; gives its new words, which the review keeps."""

    def __init__(
        self,
        workbook: Workbook,
        words: AgreementWords,
        line: AgreementLine,
        agreement: Agreement,
    ) -> None:
        """This line, as it stands in this agreement."""
        super().__init__()
        self.workbook = workbook
        self.words = words
        self.line = line
        self.agreement = agreement
        self.draft_key = f"review-{workbook.id}-{line.field}"

    def title_text(self) -> str:
        """Which."""
        return f"Change: {self.line.label}"

    def fields(self) -> Iterator[Widget]:
        """The line, and who reads it."""
        name = first_name(self.workbook.relationship.name)
        yield from widgets_for(
            self.line,
            self.agreement,
            self.words,
            name=name,
            now=self.app.now,
            zone=self.app.zone,
            limits=self.app.world.limits,
            style=self.app.world.date_style,
        )
        yield Static(Content(US_TWO.replace("{name}", name)), classes="hint")

    async def save(self) -> str:
        """Give the words; an empty line is one to drop."""
        widget = self.query_one(f"#field-{self.line.field}")
        if not isinstance(widget, (Field, AgendaBy)):
            raise TypeError(f"{self.line.field} is no field of this form")
        value = value_of(widget)
        if self.line.field == "reply_days" and value is not None:
            self.agreement.changed(reply_days=value)
        return value.isoformat() if isinstance(value, date) else str(value or "")


class FinishReview(Form[None]):
    """What was decided, when to look again, and whether both say yes to it now."""

    def __init__(self, workbook: Workbook, review: Review) -> None:
        """The end of this review."""
        super().__init__()
        self.workbook = workbook
        self.review = review

    def title_text(self) -> str:
        """With whom."""
        return f"Finish the review with {first_name(self.workbook.relationship.name)}"

    def fields(self) -> Iterator[Widget]:
        """The decisions, the day, the yes."""
        from tui.review.walk import say_decisions

        decided = f"{say_decisions(self.review)}. Lines without a decision stay as they are."
        yield Static(Content(decided), classes="hint")
        yield Static("")
        again = self.app.now.date() + timedelta(days=self.app.world.limits.review_days)
        yield DateField(
            "again",
            "Look at the agreement again",
            self._read,
            value=say_day(again),
            under=f"Every {self.app.world.limits.review_days} days is usual.",
            example="+90d, 24 feb",
        )
        name = first_name(self.workbook.relationship.name)
        yield Static(Content(f"Do {name} and you say yes to it as it is now?"))
        yield Choice([("later", "not yet"), ("yes", "yes, both of us, today")], id="yes")

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    async def save(self) -> None:
        """Finish it: new words, a new version where one was agreed, the next day."""
        wall = self.query_one(DateField).wall()
        today, coach = self.app.now.date(), self.app.world.coach
        if wall is not None and wall.day < today:
            raise Refused(f"{say_day(wall.day)} has passed. Choose a day to come.", "again")
        new: dict[str, Any] = {"review_on": wall.day} if wall else {}
        finish: Verb = partial(
            reviews.finish, review_id=self.review.id, new_id=coach.new_id(), today=today, **new
        )
        if self.query_one("#yes", Choice).value == "yes":
            finish = together(finish, partial(agreements.both_say_yes, today=today))
        done = await self.app.carry_out(lambda: coach.do(self.workbook.id, finish))
        self.app.say(done.said)
