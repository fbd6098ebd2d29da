"""The forms for one line of the deeper repair: an expectation, a commitment."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from coaching.errors import Refused
from coaching.hurdle.commitments import vague
from coaching.record.promise import Promise
from coaching.record.repair import Commitment, ExpectedLine
from coaching.say import say_day
from coaching.thresholds import DEED_DAYS
from coaching.verbs import repairing
from coaching.when import read_when
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.ports import Verb
    from tui.hurdle.session import HurdleSession


class _LineForm(Form[bool]):
    """One line of a list of this hurdle, new or at a place."""

    def __init__(self, session: HurdleSession, place: int | None) -> None:
        """In this session; `place` is None for a new line."""
        super().__init__()
        self.session, self.place = session, place
        if session.draft_key:
            self.draft_key = f"{session.draft_key}-{'new' if place is None else place}"

    def us_two(self) -> str:
        """Who reads what is for both."""
        return f"us two. {self.session.say(self.session.content.wizard.readers.us_two)}"

    def verb(self) -> Verb:
        """What saves the line. Raises `Refused`."""
        raise NotImplementedError

    def text(self, name: str) -> str:
        """What is typed in a field."""
        return self.field(name).text.strip()

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
        return "One thing that was expected"

    def fields(self) -> Iterator[Widget]:
        """Three lines and a decision."""
        kept = self._kept()
        yield Field(
            "expected", "Expected", value=kept.expected if kept else "", under=self.us_two()
        )
        yield Field("got", "Got", value=kept.got if kept else "", under="only me")
        under = "us two. One act that can be seen, and may be declined"
        yield Field("ask", "Asked for now", value=kept.ask if kept else "", under=under)
        decisions = self.session.content.repair.decisions
        answers = [("", "not decided"), *((one.id, one.label) for one in decisions)]
        yield Choice(answers, (kept.decision if kept else None) or "", id="decision")

    def verb(self) -> Verb:
        """Keep this line."""
        expected = self.text("expected")
        if not expected:
            raise Refused("What was expected? A few words are enough.", field="expected")
        decision = self.query_one("#decision", Choice).value or None
        texts: dict[str, Any] = {"got": self.text("got"), "ask": self.text("ask")}
        line = ExpectedLine.model_validate({**texts, "expected": expected, "decision": decision})
        return partial(
            repairing.write_line, hurdle_id=self.session.hurdle_id, line=line, place=self.place
        )

    def _kept(self) -> ExpectedLine | None:
        return None if self.place is None else self.session.answers.expected[self.place]


class CommitmentForm(_LineForm):
    """Who does what by when, how the other notices, and what is said if it slips."""

    _asked_about = ""

    def title_text(self) -> str:
        """What it becomes."""
        about_someone = self.session.workbook.about_someone
        return "One deed; it becomes a promise" if about_someone else "One deed"

    def fields(self) -> Iterator[Widget]:
        """Whose, what, by when, seen by, if not."""
        kept, session = self._kept(), self.session
        if kept is None:
            yield Choice([("me", "mine"), ("them", f"asked of {session.name}")], id="who")
        else:
            whose = "mine" if kept.who == "me" else f"asked of {session.name}"
            yield Static(Content(whose), classes="hint")
        yield Field(
            "what",
            "What",
            value=kept.what if kept else "",
            under=self.us_two(),
            example="send two times, each Friday by noon",
        )
        by = self._by(kept) if kept else session.today + timedelta(days=DEED_DAYS)
        yield DateField("by", "By", self._read, value=say_day(by), example="fri, +5d")
        seen_by = kept.seen_by if kept else ""
        under = "us two. How the other will notice"
        yield Field("seen_by", "Seen by", value=seen_by, under=under)
        if_not = kept.if_not if kept else ""
        under = "us two. May stay empty: what you say, and when, if it slips"
        yield Field("if_not", "If it slips", value=if_not, under=under)

    @on(Input.Changed)
    def _ask(self) -> None:
        """Under the deed a question where its words leave open what will be seen."""
        field = self.field("what")
        asked = vague(field.text, self.session.content.repair.commitments)
        field.explain(f"? {asked}" if asked else None)

    def verb(self) -> Verb:
        """Keep this deed; words that leave it open are asked about once."""
        what, by = self._what(), self.query_one("#field-by", DateField).wall()
        if by is None:
            raise Refused("A deed needs a date, within a week if you can.", field="by")
        seen_by = self.text("seen_by")
        if not seen_by:
            raise Refused("How will the other notice? A few words are enough.", field="seen_by")
        kept, session = self._kept(), self.session
        side = kept.who if kept else self.query_one("#who", Choice).value
        new = Commitment.model_validate(
            {
                "who": side,
                "what": what,
                "by": by.day,
                "seen_by": seen_by,
                "if_not": self.text("if_not"),
            }
        )
        about: dict[str, Any] = {"hurdle_id": session.hurdle_id, "today": session.today}
        if self.place is not None:
            change = repairing.change_commitment
            return partial(change, **about, place=self.place, commitment=new)
        words = session.content.repair.commitments
        new_id = session.coach.new_id()
        return partial(repairing.commit, **about, commitment=new, words=words, new_id=new_id)

    def _what(self) -> str:
        what, words = self.text("what"), self.session.content.repair.commitments
        if not what:
            raise Refused("What will be done? Something that can be seen.", field="what")
        asked = vague(what, words)
        if asked and what != self._asked_about:
            self._asked_about = what
            raise Refused(f"{asked} {words.once_more}", field="what")
        return what

    def _read(self, text: str) -> Wall:
        session = self.session
        zone = session.coach.clock.zone()
        return read_when(text, session.now, zone, style=session.style)

    def _kept(self) -> Commitment | None:
        return None if self.place is None else self.session.answers.commitments[self.place]

    def _by(self, kept: Commitment) -> date:
        """The day of its promise, which may have been agreed anew elsewhere."""
        promise = self.session.workbook.find(Promise, kept.promise) if kept.promise else None
        return promise.by if promise is not None else kept.by
