"""What the lines of an agenda are taken from: one relationship's records before a check-in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from coaching.guide.content import Content
from coaching.moments import Wall
from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.checkin import Checkin, happened_on, known, last_held
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.relationship import Role
from coaching.record.workbook import Workbook
from coaching.say import first_name
from coaching.thresholds import Thresholds
from coaching.verbs import agreements


@dataclass(frozen=True)
class Source:
    """The records of one relationship as they are `now`, the content, and the check-in ahead."""

    workbook: Workbook
    checkin: Checkin | None
    now: datetime
    content: Content
    limits: Thresholds

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.date()

    @property
    def name(self) -> str:
        """The other person's first name."""
        return first_name(self.workbook.relationship.name)

    @property
    def role(self) -> Role:
        """The user's side."""
        return self.workbook.relationship.i_am

    @property
    def two_hats(self) -> bool:
        """Whether the user assesses or pays the other: what slipped there is then only asked."""
        return "assess_or_pay" in (self.workbook.relationship.ties or ())

    @property
    def since(self) -> date:
        """The day of the last check-in held, or the beginning."""
        return last_held(self.workbook.all(Checkin)) or self.workbook.relationship.since

    def open_promises(self, side: Side) -> Sequence[Promise]:
        """One side's open promises, the one due first in front."""
        opened = [p for p in self.workbook.all(Promise) if p.state == "open" and p.whose == side]
        return sorted(opened, key=lambda one: one.by)

    def kept_since(self, side: Side) -> Sequence[Promise]:
        """One side's promises kept since the last check-in."""
        kept = [p for p in self.workbook.all(Promise) if p.state == "kept" and p.whose == side]
        return [one for one in kept if one.settled is not None and one.settled >= self.since]

    @cached_property
    def items(self) -> Sequence[AgendaItem]:
        """Lines put on this agenda, or carried forward from one before."""
        opened = [one for one in self.workbook.all(AgendaItem) if one.settled is None]
        return [one for one in opened if not self._is_for_another(one)]

    def carried(self, item: AgendaItem) -> bool:
        """Whether the line was put on an earlier check-in and not reached."""
        if not item.checkin:
            return item.added < self.since
        return self.checkin is None or item.checkin != self.checkin.id

    def _is_for_another(self, item: AgendaItem) -> bool:
        """Whether it stands on another check-in that is still to come."""
        if not item.checkin or (self.checkin is not None and item.checkin == self.checkin.id):
            return False
        its = self.workbook.find(Checkin, item.checkin)
        return its is not None and its.outcome == "planned" and happened_on(its) >= self.today

    @property
    def agreement(self) -> Agreement | None:
        """The latest version of the agreement."""
        return agreements.latest(self.workbook)

    @property
    def met(self) -> bool:
        """Whether a check-in was held before."""
        return any(one.outcome == "held" for one in self.before)

    def ahead(self) -> Iterator[tuple[Checkin, Wall]]:
        """Other check-ins that are planned for later than this one, the first in front."""
        own = self.checkin.planned if self.checkin else None
        day = max(own.day, self.today) if own else self.today
        later = [
            (one, one.planned)
            for one in self.workbook.all(Checkin)
            if one.outcome == "planned" and one.planned is not None and one.planned.day > day
        ]
        yield from sorted(later, key=lambda pair: pair[1].order())

    @property
    def open_hurdles(self) -> Sequence[Hurdle]:
        """Hurdles that are not closed."""
        return [one for one in self.workbook.all(Hurdle) if one.closed is None]

    @cached_property
    def before(self) -> Sequence[Checkin]:
        """Other check-ins of known outcome, oldest first."""
        own = self.checkin.id if self.checkin else ""
        return [one for one in known(self.workbook.all(Checkin)) if one.id != own]
