"""The pages with a date: the deed, the change with its look-again date, a date to look again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.hurdle.proposals import days_ahead, deed_ideas, deed_whose
from coaching.say import say_day
from coaching.when import read_when
from tui.hurdle.pages.base import Page
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall

IDEAS = 2


class _DatedPage(Page):
    """A page with a date field."""

    DEFAULT_CSS = """
    _DatedPage .help { margin-bottom: 0; }
    _DatedPage .ideas { color: $text-muted; height: auto; margin-bottom: 1; }
    """

    def _read(self, text: str) -> Wall:
        session = self.session
        zone = session.coach.clock.zone()
        return read_when(text, session.now, zone, style=session.style)

    def _day_or_usual(self, known: date | None) -> str:
        """The day answered before, else the one that is proposed."""
        session = self.session
        days = days_ahead(session.answers, session.known, session.question)
        return say_day(known or session.today + timedelta(days=days))

    def _day(self, field: str) -> date | None:
        wall = self.query_one(f"#field-{field}", DateField).wall()
        if wall is not None and wall.day < self.session.today:
            raise Refused(f"{say_day(wall.day)} has passed. Choose a day to come.", field=field)
        return wall.day if wall else None

    def _text(self, field: str) -> str:
        return self.query_one(f"#field-{field}", Field).text.strip()

    def _ideas(self, ideas: tuple[str, ...]) -> Iterable[Widget]:
        if ideas:
            text = "\n".join(f"· {self.session.say(idea)}" for idea in ideas[:IDEAS])
            yield Static(Content(text), classes="ideas")


class DeedPage(_DatedPage):
    """One small deed with a date; it becomes a promise."""

    def widgets(self) -> Iterable[Widget]:
        """What, by when, whose."""
        hurdle = self.session.answers
        yield from self._ideas(deed_ideas(hurdle, self.session.known))
        yield Field("what", "What", value=hurdle.deed, under=self.session.sitting.us_two)
        by = self._day_or_usual(hurdle.deed_by)
        yield DateField("by", "By", self._read, value=by, example="wed, +5d")
        whose = Choice([("me", "mine"), ("them", "theirs")], deed_whose(hurdle), id="whose")
        yield Container(Static("Whose", classes="field-label"), whose, classes="asked")

    def answer(self) -> Mapping[str, Any] | None:
        """A deed needs its date; no deed leaves the question open."""
        what = self._text("what")
        if not what:
            return None
        by = self._day("by")
        if by is None:
            raise Refused("A deed needs a date, within a week if you can.", field="by")
        whose = self.query_one("#whose", Choice).value
        return {"deed": what, "deed_whose": whose, "deed_by": by}


class ChangePage(_DatedPage):
    """One change that makes it less likely to happen again, and the day to look."""

    def widgets(self) -> Iterable[Widget]:
        """The change and the look-again date, proposed for this kind of hurdle."""
        hurdle = self.session.answers
        known = self.session.known
        yield from self._ideas(known.change_ideas if known else ())
        yield Field("what", "Change", value=hurdle.change, under="us two")
        look = self._day_or_usual(hurdle.look_again)
        under = self._who_sees_it()
        yield DateField(
            "look_again", "Look again", self._read, value=look, under=under, example="+3w"
        )

    def _who_sees_it(self) -> str:
        """With someone the day becomes a check-in; else it is the user's own."""
        if not self.session.kept:
            return ""
        about = self.session.workbook.about_someone
        return f"a check-in with {self.session.name}" if about else "only me"

    def answer(self) -> Mapping[str, Any] | None:
        """Either may be left out; without both the question stays open."""
        change, look_again = self._text("what"), self._day("look_again")
        if not change and look_again is None:
            return None
        return {"change": change, "look_again": look_again}


class LookAgainPage(_DatedPage):
    """A day to look at it again, for the user alone."""

    def widgets(self) -> Iterable[Widget]:
        """What waiting or leaving means, and the date."""
        hurdle = self.session.answers
        found = self.session.content.wizard.waiting(hurdle.how)
        if found is not None:
            text = "\n".join((found.title, *(f"· {line}" for line in found.lines)))
            yield Static(Content(self.session.say(text)), classes="note")
        look = self._day_or_usual(hurdle.look_again)
        yield DateField("look_again", "Look again", self._read, value=look, under="only me")

    def answer(self) -> Mapping[str, Any] | None:
        """The day, or none."""
        day = self._day("look_again")
        return {"look_again": day} if day else None
