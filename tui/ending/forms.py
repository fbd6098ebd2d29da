"""The forms of an ending: the last day, a closing check-in, loose ends, the goodbye, the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static, TextArea

from coaching.errors import Refused
from coaching.hurdle.closure import Parts, message
from coaching.record.promise import Promise
from coaching.say import say_count, say_day
from coaching.verbs import checkins, partings
from tui.widgets.choice import Choice
from tui.widgets.day_form import DayForm
from tui.widgets.fields import DateField, Field, LongField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.forms import Forms
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.parting import Parting
    from coaching.record.workbook import Workbook

LOOSE_EXAMPLE = "The reference letter, by 10 December."


class _Coming(DayForm):
    """A form with a day that is still to come."""

    def coming_field(self, label: str, value: str, under: str) -> DateField:
        """A day from today on."""
        example = "+4w, 18 dec, tue 3pm"
        return DateField("on", label, self._read_on, value=value, under=under, example=example)

    def _read_on(self, text: str) -> Wall:
        return self.app.world.read_when(text)

    def wall(self) -> Wall | None:
        """What was typed, or None."""
        return self.query_one("#field-on", DateField).wall()


class Announce(_Coming):
    """An ending is announced, or its last day changed."""

    def __init__(self, workbook: Workbook, parting: Parting | None = None) -> None:
        """A new ending, or one that is announced."""
        super().__init__(workbook, "")
        self.parting = parting

    def title_text(self) -> str:
        """With whom."""
        return f"The last day with {self.who}" if self.parting else f"An ending with {self.who}"

    def fields(self) -> Iterator[Widget]:
        """The last day."""
        if self.parting is None:
            told = f"Tell {self.who} first, or today. The phase is parting from then on."
            yield Static(Content(told), classes="hint")
            yield Static("")
        ends = self.parting.ends if self.parting else None
        yield self.coming_field(
            "The last day",
            say_day(ends) if ends else "",
            "Two check-ins before it give time to end well. May stay empty.",
        )

    def verb(self) -> Verb:
        """It is announced, or changed."""
        wall = self.wall()
        ends = wall.day if wall else None
        if ends is not None and ends < self.today:
            raise Refused(f"{say_day(ends)} has passed. Choose a day from today on.", "on")
        if self.parting is not None:
            return partial(partings.change, parting_id=self.parting.id, ends=ends)
        new_id = self.app.world.coach.new_id()
        return partial(partings.announce, parting_id=new_id, today=self.today, ends=ends)


class PlanClosing(_Coming):
    """A closing check-in: path travelled, learned from each other, thanks, what comes next."""

    def __init__(self, workbook: Workbook) -> None:
        """With this person."""
        super().__init__(workbook, "")

    def title_text(self) -> str:
        """With whom."""
        return f"A closing check-in with {self.who}"

    def fields(self) -> Iterator[Widget]:
        """The date."""
        under = "It brings its own agenda: the path, what you learned, thanks, loose ends."
        yield self.coming_field("When?", "", under)

    def verb(self) -> Verb:
        """It is planned."""
        wall = self.wall()
        if wall is None:
            raise Refused("Write the day: tue 3pm, +2w, 18 dec.", "on")
        new_id = self.app.world.coach.new_id()
        return partial(checkins.plan, checkin_id=new_id, wall=wall, kind="closing")


class LooseEnds(DayForm):
    """What is still open between the two, the thanks, and what they are from now on."""

    def __init__(self, workbook: Workbook, parting: Parting) -> None:
        """Of this ending."""
        super().__init__(workbook, f"loose-ends-{parting.id}")
        self.parting = parting

    def title_text(self) -> str:
        """With whom."""
        return f"Loose ends, {self.who} and you"

    def fields(self) -> Iterator[Widget]:
        """Loose ends, thanks, from now on."""
        us_two = f"us two: may go on a page you make for {self.who} once it has ended, not before"
        yield Static(Content(us_two), classes="hint")
        yield Static("")
        yield LongField(
            "loose_ends",
            "Loose ends, one on a line",
            value=self.parting.loose_ends,
            under="Promises, documents to return or delete, references, credit; each with a day.",
            example=LOOSE_EXAMPLE,
        )
        yield Field(
            "thanks",
            "Thanks, for one thing in particular",
            value=self.parting.thanks,
            example="You asked me what I wanted before you told me what you would do.",
        )
        yield Field(
            "from_now",
            "What you are to each other from now on",
            value=self.parting.from_now,
            example="Colleagues who have lunch twice a year.",
        )

    def verb(self) -> Verb:
        """They are kept."""
        names = ("loose_ends", "thanks", "from_now")
        texts: dict[str, Any] = {name: self.field(name).text for name in names}
        return partial(partings.change, parting_id=self.parting.id, **texts)


class Goodbye(DayForm):
    """A message of five sentences at most."""

    DEFAULT_CSS = "Goodbye TextArea { height: 8; }"

    def __init__(self, workbook: Workbook, forms: Forms, parting: Parting) -> None:
        """Of this ending."""
        super().__init__(workbook, f"goodbye-{parting.id}")
        self.words = forms.parting
        self.parting = parting

    def title_text(self) -> str:
        """For whom."""
        return f"A goodbye message for {self.who}"

    def on_mount(self) -> None:
        """The first key replaces a proposal."""
        super().on_mount()
        area = self.query_one(TextArea)
        if not self.parting.message and not self._has_draft:
            area.select_all()

    def fields(self) -> Iterator[Widget]:
        """What belongs in it, and the message."""
        yield Static(Content(self.words.message), classes="hint")
        yield Static("")
        under = "only me, until you copy it and send it yourself"
        parts = Parts("close", self.parting.thanks, self.parting.loose_ends, day=self.parting.ends)
        begun = self.parting.message or message(self.words.closure, parts, name=self.who)
        yield LongField("message", "The message", value=begun, under=under)

    def verb(self) -> Verb:
        """It is kept."""
        text = self.field("message").text
        return partial(partings.change, parting_id=self.parting.id, message=text)


class EndWell(DayForm):
    """The end, today; and whether both want one friendly word later."""

    def __init__(self, workbook: Workbook, forms: Forms, parting: Parting) -> None:
        """Of this ending."""
        super().__init__(workbook, "")
        self.words = forms.parting
        self.parting = parting

    def title_text(self) -> str:
        """With whom."""
        return f"End it with {self.who} today"

    def fields(self) -> Iterator[Widget]:
        """What is left open, then the question."""
        count = sum(one.state == "open" for one in self.workbook.all(Promise))
        left = f"{say_count(count, 'promise')} still open. " if count else ""
        told = f"{left}The record stays and can be read."
        yield Static(Content(told), classes="hint")
        yield Static("")
        yield Static(Content(self.words.follow_up))
        answers = [("no", "no, or not asked"), ("yes", f"yes, {self.who} and I both want it")]
        yield Choice(answers, id="follow-up")

    def verb(self) -> Verb:
        """It ends; a friendly word is planned only if both want it."""
        both = self.query_one("#follow-up", Choice).value == "yes"
        return partial(
            partings.end_well,
            parting_id=self.parting.id,
            today=self.today,
            both_want_follow_up=both,
            limits=self.app.world.limits,
            checkin_id=self.app.world.coach.new_id(),
        )
