"""What the rules read: one relationship's records at a day, sorted and counted once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coaching.record.agreement import Agreement
from coaching.record.base import Side
from coaching.record.checkin import Checkin, happened_on, known, last_held
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.relationship import Relationship
from coaching.record.review import Review
from coaching.record.workbook import Workbook
from coaching.say import first_name, say_count, say_day
from coaching.thresholds import Thresholds
from coaching.verbs import agreements


@dataclass(frozen=True)
class Scene:
    """One relationship and the user's own workbook, on a day, with the thresholds in force.

    Days after today (a clock set back) are read as they stand and never make a length negative.
    """

    workbook: Workbook
    mine: Workbook
    today: date
    limits: Thresholds

    @cached_property
    def about(self) -> Relationship:
        """The relationship."""
        return self.workbook.relationship

    @property
    def name(self) -> str:
        """The other person's first name."""
        return first_name(self.about.name)

    @property
    def began(self) -> str:
        """Since when there could be anything to record, in words."""
        return f"since you began on {say_day(self.about.since)}"

    def who(self, side: Side) -> str:
        """Who did it: "you", or the other's name."""
        return "you" if side == "me" else self.name

    def days_since(self, day: date) -> int:
        """Whole days since a day; 0 for one still to come."""
        return max(0, (self.today - day).days)

    def ago(self, day: date) -> str:
        """How many days ago, as the limits of notices count: "26 days ago", "today"."""
        days = self.days_since(day)
        return f"{say_count(days, 'day')} ago" if days else "today"

    @property
    def asks(self) -> bool:
        """Whether notices are raised at all: while the relationship is active."""
        return self.about.state == "active"

    @property
    def settling(self) -> bool:
        """Whether it is parting or over: fewer meetings are then as they are meant to be."""
        return self.about.phase in ("parting", "afterwards")

    @property
    def two_hats(self) -> bool:
        """Whether one assesses or pays the other: the other's lapses are then only asked about."""
        return "assess_or_pay" in (self.about.ties or ())

    @property
    def has_minor(self) -> bool:
        """Whether one of the two is under 18: the safety contact then comes first."""
        return "under_18" in (self.about.ties or ())

    @cached_property
    def known(self) -> list[Checkin]:
        """Check-ins of known outcome, oldest first."""
        return known(self.workbook.all(Checkin))

    @cached_property
    def held(self) -> list[Checkin]:
        """Check-ins held, oldest first."""
        return [one for one in self.known if one.outcome == "held"]

    @property
    def recent(self) -> list[Checkin]:
        """The latest check-ins of known outcome."""
        return self.known[-self.limits.recent_checkins :]

    @property
    def last_held(self) -> date | None:
        """The day of the last one held."""
        return last_held(self.workbook.all(Checkin))

    def held_since(self, day: date) -> list[Checkin]:
        """Check-ins held after a day."""
        return [one for one in self.held if happened_on(one) > day]

    @cached_property
    def ahead(self) -> list[Checkin]:
        """Planned check-ins of today or later, the next one first."""
        planned = (one for one in self.workbook.all(Checkin) if one.outcome == "planned")
        coming = [one for one in planned if happened_on(one) >= self.today]
        return sorted(coming, key=happened_on)

    @cached_property
    def waiting(self) -> list[Checkin]:
        """Planned check-ins that have passed and of which nothing is recorded yet."""
        planned = (one for one in self.workbook.all(Checkin) if one.outcome == "planned")
        return [one for one in planned if happened_on(one) < self.today]

    def promises(self, side: Side) -> list[Promise]:
        """One side's promises."""
        return [one for one in self.workbook.all(Promise) if one.whose == side]

    @cached_property
    def agreement(self) -> Agreement | None:
        """The latest version of the agreement."""
        return agreements.latest(self.workbook)

    @cached_property
    def reviews(self) -> list[tuple[Review, date]]:
        """Reviews that came to their end, with their days, oldest first."""
        done = [(one, one.done) for one in self.workbook.all(Review) if one.done is not None]
        return sorted(done, key=lambda pair: pair[1])

    @cached_property
    def hurdles(self) -> list[Hurdle]:
        """Hurdles, oldest first."""
        return sorted(self.workbook.all(Hurdle), key=lambda one: one.opened)

    @property
    def open_hurdles(self) -> list[Hurdle]:
        """Hurdles that are not closed."""
        return [one for one in self.hurdles if one.closed is None]

    @cached_property
    def feedback(self) -> list[tuple[Feedback, date]]:
        """Feedback that was said, with its days, oldest first."""
        said = [(one, one.said) for one in self.workbook.all(Feedback) if one.said is not None]
        return sorted(said, key=lambda pair: pair[1])

    @property
    def goals(self) -> list[Goal]:
        """Goals that have not ended."""
        return [one for one in self.workbook.all(Goal) if one.ended is None]


def with_days(checkins: Sequence[Checkin]) -> list[tuple[Checkin, date]]:
    """Check-ins with their days."""
    return [(one, happened_on(one)) for one in checkins]


def dated(days: Sequence[date], done: str = "") -> str:
    """The newest of some days in words: "written on Tue 24 Nov 2026", of several "the latest"."""
    parts = ("the latest" if len(days) > 1 else "", done, f"on {say_day(max(days))}")
    return " ".join(part for part in parts if part)
