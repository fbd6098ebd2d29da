"""The forms for one line of the deeper repair: an expectation, a commitment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from coaching.hurdle import line_forms
from coaching.hurdle.commitments import vague
from coaching.verbs import repairing
from coaching.when import read_when
from tui.hurdle.pages.part_fields import PARTS, answered, part_choice, part_field
from tui.widgets.fields import DateField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.hurdle.forms import FormPart
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.repair import Commitment, ExpectedLine
    from tui.hurdle.session import HurdleSession


class _LineForm(Form[bool]):
    """One line of a list of this hurdle, new or at a place."""

    def __init__(self, session: HurdleSession, place: int | None) -> None:
        """In this session; `place` is None for a new line."""
        super().__init__()
        self.session, self.place = session, place
        if session.draft_key:
            self.draft_key = f"{session.draft_key}-{'new' if place is None else place}"

    def verb(self) -> Verb:
        """What saves the line. Raises `Refused`."""
        raise NotImplementedError

    async def save(self) -> bool:
        """Keep the line."""
        verb = self.verb()
        changed = await self.app.carry_out(lambda: self.session.save(verb))
        self.app.say(changed.said)
        return True


class ExpectedForm(_LineForm):
    """What was expected, what came, what is asked for now."""

    def title_text(self) -> str:
        """What it is about."""
        return line_forms.expected_title()

    def fields(self) -> Iterator[Widget]:
        """Three lines and a decision."""
        for part in line_forms.expected_parts(self.session.sitting, self._kept()):
            yield part_choice(part) if part.picks else part_field(part)

    def verb(self) -> Verb:
        """Keep this line."""
        line = line_forms.expected_line(answered(self.query(PARTS)))
        return partial(
            repairing.write_line, hurdle_id=self.session.hurdle_id, line=line, place=self.place
        )

    def _kept(self) -> ExpectedLine | None:
        return None if self.place is None else self.session.answers.expected[self.place]


class CommitmentForm(_LineForm):
    """Who does what by when, how the other notices, and what is said if it slips."""

    AUTO_FOCUS = "#field-what Input"
    _asked_about = ""

    def title_text(self) -> str:
        """What it becomes."""
        return line_forms.deed_title(self.session.sitting)

    def fields(self) -> Iterator[Widget]:
        """Whose, what, by when, seen by, if not."""
        kept, session = self._kept(), self.session
        if kept is not None:
            whose = "mine" if kept.who == "me" else f"{session.name} said yes to it"
            yield Static(Content(whose), classes="hint")
        by = line_forms.by_of(session.workbook, kept) if kept else None
        for part in line_forms.deed_parts(session.sitting, kept, by):
            yield self._widget(part)

    def _widget(self, part: FormPart) -> Widget:
        if part.day:
            return DateField(part.id, part.label, self._read, value=part.kept, example=part.example)
        return part_choice(part) if part.picks else part_field(part)

    @on(Input.Changed)
    def _ask(self) -> None:
        """Under the deed a question where its words leave open what will be seen."""
        field = self.field("what")
        asked = vague(field.text, self.session.content.repair.commitments)
        field.explain(f"? {asked}" if asked else None)

    def verb(self) -> Verb:
        """Keep this deed; words that leave it open are asked about once."""
        session = self.session
        given = {**answered(self.query(PARTS)), "by": self._day}
        asked_about, self._asked_about = self._asked_about, self.field("what").text.strip()
        deed = line_forms.deed_of(given, self._kept(), session.sitting, asked_about)
        about: dict[str, Any] = {"hurdle_id": session.hurdle_id, "today": session.today}
        if self.place is not None:
            change = repairing.change_commitment
            return partial(change, **about, place=self.place, commitment=deed)
        words, new_id = session.content.repair.commitments, session.coach.new_id()
        return partial(repairing.commit, **about, commitment=deed, words=words, new_id=new_id)

    @property
    def _day(self) -> date | None:
        wall = self.query_one("#field-by", DateField).wall()
        return wall.day if wall else None

    def _read(self, text: str) -> Wall:
        session = self.session
        zone = session.coach.clock.zone()
        return read_when(text, session.now, zone, style=session.style)

    def _kept(self) -> Commitment | None:
        return None if self.place is None else self.session.answers.commitments[self.place]
