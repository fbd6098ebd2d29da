"""A record behind a sentence as it is shown there, and what is known while it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coaching.guide.content import Content
from coaching.record.base import Side
from coaching.record.workbook import Workbook
from coaching.say import first_name
from coaching.timeline import Kind


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says: the event, the dates and words that go with it, and the user's own words.

    `own` stands apart because only the user may read it. `under` is the heading of those it stands
    with: records that are shown and not counted, or that are not of this relationship.
    """

    what: str
    below: Sequence[str] = ()
    own: Sequence[str] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record behind a sentence, under the day that the sentence means.

    `kind` says what opens it: a kind of the timeline, or "contact" for somebody outside.
    """

    kind: Kind | str
    record_id: str
    day: date
    told: Told


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentence a record stands behind, and the records, moment and words known."""

    rule: str
    workbook: Workbook
    mine: Workbook
    now: datetime
    zone: str
    content: Content

    @property
    def name(self) -> str:
        """The other person's first name."""
        return first_name(self.workbook.relationship.name)

    def who(self, side: Side | str) -> str:
        """Who did it, to begin a sentence with."""
        return {"me": "You", "them": self.name}.get(side, "Both of you")
