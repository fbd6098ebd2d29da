"""The pages with a date: the deed, the change with its look-again date, a date to look again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.say import say_day
from coaching.thresholds import DEED_DAYS, LOOK_AGAIN_DAYS
from coaching.when import read_when
from tui.hurdle.pages.base import Page
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall

TOMORROW_DAYS = 1
IDEAS = 2


class _DatedPage(Page):
    """A page with a date field."""

    def _read(self, text: str) -> Wall:
        session = self.session
        zone = session.coach.clock.zone()
        return read_when(text, session.now, zone, style=session.style)

    def _in(self, days: int) -> str:
        return say_day(self.session.today + timedelta(days=days))

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
            yield Static(Content(text), classes="help")


class DeedPage(_DatedPage):
    """One small deed with a date; it becomes a promise."""

    def widgets(self) -> Iterable[Widget]:
        """What, by when, whose."""
        hurdle = self.session.answers
        theirs = (hurdle.deed_whose or ("them" if hurdle.side == "them" else "me")) == "them"
        if self.session.known is not None:
            ideas = self.session.known.deed_ideas
            yield from self._ideas(ideas.ask_of_them if theirs else ideas.mine)
        us_two = self.session.say(self.session.content.wizard.readers.us_two)
        yield Field("what", "What", value=hurdle.deed, under=f"us two. {us_two}")
        by = say_day(hurdle.deed_by) if hurdle.deed_by else self._in(DEED_DAYS)
        yield DateField("by", "By", self._read, value=by, example="wed, +5d")
        whose = Choice([("me", "mine"), ("them", "theirs")], "them" if theirs else "me", id="whose")
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
        hurdle, known = self.session.answers, self.session.known
        if known is not None:
            yield from self._ideas(known.change_ideas)
        yield Field("what", "Change", value=hurdle.change, under="us two")
        days = known.follow_up_days if known else LOOK_AGAIN_DAYS
        look = say_day(hurdle.look_again) if hurdle.look_again else self._in(days)
        yield DateField("look_again", "Look again", self._read, value=look, example="+3w")

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
        hurdle, wizard = self.session.answers, self.session.content.wizard
        titled = {"wait_a_day": wizard.wait_a_day, "not_at_all": wizard.not_at_all}
        found = titled.get(hurdle.how or "")
        if found is not None:
            text = "\n".join((found.title, *(f"· {line}" for line in found.lines)))
            yield Static(Content(self.session.say(text)), classes="note")
        days = TOMORROW_DAYS if hurdle.how == "wait_a_day" else LOOK_AGAIN_DAYS
        look = say_day(hurdle.look_again) if hurdle.look_again else self._in(days)
        yield DateField("look_again", "Look again", self._read, value=look, under="only me")

    def answer(self) -> Mapping[str, Any] | None:
        """The day, or none."""
        day = self._day("look_again")
        return {"look_again": day} if day else None
