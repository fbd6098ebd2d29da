"""The form that changes what is known about a relationship."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.widgets import Static

from coaching.errors import Refused
from coaching.moments import zone_of
from coaching.new_people import already_here, is_known
from coaching.record.relationship import Rhythm
from coaching.say import say_day
from coaching.text import clean_short, has_visible
from coaching.verbs import relationships
from coaching.when import read_every
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.record.workbook import Workbook

T = TypeVar("T")
PHASES = ("starting", "growing", "parting", "afterwards")
MOST_DAYS = 730


class EditRelationship(Form[str]):
    """Every detail; what is wrong is said beside its field, and nothing is saved until then."""

    DEFAULT_CSS = """
    EditRelationship Field { margin-bottom: 0; }
    EditRelationship Choice { margin-bottom: 0; }
    """

    def __init__(self, workbook: Workbook) -> None:
        """The relationship of this workbook."""
        super().__init__()
        self.workbook = workbook
        self.draft_key = f"edit-{workbook.id}"

    def title_text(self) -> str:
        """Whom it is about."""
        return f"About {self.workbook.relationship.name}"

    def fields(self) -> Iterator[Widget]:
        """In the order of the relationship's own page."""
        one = self.workbook.relationship
        yield Field("name", "Name", value=one.name)
        yield Static("I am their", classes="field-label")
        yield Choice([("mentor", "mentor"), ("mentee", "mentee")], one.i_am, id="i-am")
        yield Field("pronouns", "Pronouns, if you like", value=one.pronouns, example="they/them")
        yield DateField(
            "since", "Since", self._read_past, value=say_day(one.since), example="today, 3 mar 2025"
        )
        yield Static("Phase", classes="field-label")
        yield Choice([(phase, phase) for phase in PHASES], one.phase, id="phase")
        yield Field(
            "every",
            "Rhythm",
            value=one.rhythm.every.words() if one.rhythm else "",
            example="every 2 weeks; empty: none yet",
        )
        yield Field(
            "longest_days",
            "Longest gap, in days",
            value=str(one.rhythm.longest_days) if one.rhythm else "",
            example="empty: twice the rhythm",
        )
        yield Field("channel", "How you meet", value=one.channel, example="video call, in person")
        yield Field("zone", "Time zone of your dates", value=one.zone, example="Europe/Berlin")

    def _read_past(self, text: str) -> Wall:
        return self.app.world.read_when(text, past=True)

    async def save(self) -> str:
        """Save what differs, as one deed."""
        fields = {
            "name": self._full_name(),
            "pronouns": self._short("pronouns"),
            "since": self._since(),
            "rhythm": self._rhythm(),
            "channel": self._short("channel"),
            "zone": self._zone(),
            "i_am": self.query_one("#i-am", Choice).value,
            "phase": self.query_one("#phase", Choice).value,
        }
        changed = self._changed(fields)
        if changed:
            verb = partial(relationships.edit, **changed)
            coach = self.app.world.coach
            done = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
            self.app.say(done.said)
        return self.workbook.id

    def _changed(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Only what the user changed, so that another window's change to the rest stays."""
        one = self.workbook.relationship
        return {name: value for name, value in fields.items() if getattr(one, name) != value}

    def _full_name(self) -> str:
        name = self._short("name")
        if not has_visible(name):
            raise Refused("A name is needed here.", field="name")
        others = [one.name for one in self.app.facts.people if one.id != self.workbook.id]
        if is_known(name, others):
            raise Refused(already_here(name), field="name")
        return name

    def _short(self, name: str) -> str:
        return _at(name, clean_short, self.field(name).text)

    def _since(self) -> date:
        wall = cast("DateField", self.field("since")).wall()
        if wall is None:
            raise Refused("Write the day it began: today, 3 mar 2025.", field="since")
        if wall.day > self.app.now.date():
            raise Refused(f"{say_day(wall.day)} is still to come.", field="since")
        return wall.day

    def _rhythm(self) -> Rhythm | None:
        text = self.field("every").text.strip()
        if not text:
            return None
        every = _at("every", read_every, text)
        days = self._longest_days()
        if days is not None and days < every.days:
            raise Refused(
                f"That is shorter than the rhythm ({every.words()}). Write {every.days} or more.",
                field="longest_days",
            )
        return Rhythm.of(every, days)

    def _longest_days(self) -> int | None:
        text = self.field("longest_days").text.strip()
        if not text or self._follows_the_rhythm(text):
            return None
        if not (text.isascii() and text.isdigit() and int(text[:9]) <= MOST_DAYS):
            raise Refused(f"Write a number of days, at most {MOST_DAYS}.", field="longest_days")
        return int(text)

    def _follows_the_rhythm(self, text: str) -> bool:
        """Whether the gap was never set apart from the rhythm, so that it changes along with it."""
        old = self.workbook.relationship.rhythm
        return old is not None and text == str(old.longest_days) and old == Rhythm.of(old.every)

    def _zone(self) -> str:
        zone = self._short("zone")
        _at("zone", zone_of, zone)
        return zone


def _at(field: str, read: Callable[[str], T], text: str) -> T:
    """What is read from a field's text; a refusal gets that field's name."""
    try:
        return read(text)
    except Refused as refused:
        raise Refused(refused.sentence, field=field) from refused
