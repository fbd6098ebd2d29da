"""What home and `due` know of each relationship: dated facts only, as plain values.

No judgement is kept here: what is late, near or worth saying is worked out from `now`.
"""

from dataclasses import dataclass, field
from datetime import date

from coaching.moments import Wall


@dataclass(frozen=True, slots=True)
class CheckinLine:
    """A check-in still planned; `hurdle` is set where it is the look-again date of one."""

    id: str
    wall: Wall
    kind: str
    topic: str
    hurdle: str | None = None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open promise; `whose` is "me" or "them"."""

    id: str
    whose: str
    what: str
    by: date


@dataclass(frozen=True, slots=True)
class HurdleLine:
    """An open hurdle, without its words: where it stands and when it is looked at again.

    `step` is source, repair, support or done; `question` the id of the next unanswered one;
    `look_again` is None where that date is a planned check-in.
    """

    id: str
    step: str
    question: str
    done: tuple[str, ...]
    opened: date
    look_again: date | None = None


@dataclass(frozen=True, slots=True)
class PutOffLine:
    """A next step hidden until a date."""

    rule: str
    subject: str
    until: date


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A reply still owed, without its words; `owes` is "me" or "them"."""

    id: str
    owes: str
    since: date
    due: date


@dataclass(frozen=True, slots=True)
class TrialLine:
    """Another format that is being tried; on the day `until` the two decide about it."""

    id: str
    what: str
    until: date


@dataclass(frozen=True, slots=True)
class Kept:
    """How promises that are not open any more were settled, for one side."""

    in_time: int = 0
    late: int = 0
    new_date_in_time: int = 0
    dropped: int = 0
    broken: int = 0

    @property
    def settled(self) -> int:
        """Promises kept or broken; those let go count for nothing."""
        return self.in_time + self.late + self.broken


@dataclass(frozen=True, slots=True)
class Person:
    """The facts of one relationship, or of the user's own workbook where `name` is empty.

    `planned` of an ended relationship holds only a friendly word agreed for later. `celebrated` is
    the latest celebration: its day and the act.
    """

    id: str
    name: str = ""
    i_am: str = "mentor"
    state: str = "active"
    since: date | None = None
    zone: str = "UTC"
    ideal_days: int | None = None
    longest_days: int | None = None
    held: int = 0
    last_held: date | None = None
    last_not_held: tuple[date, str, str] | None = None
    planned: tuple[CheckinLine, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    my_kept: Kept = Kept()
    their_kept: Kept = Kept()
    hurdles: tuple[HurdleLine, ...] = ()
    put_offs: tuple[PutOffLine, ...] = ()
    replies: tuple[ReplyLine, ...] = ()
    trials: tuple[TrialLine, ...] = ()
    celebrated: tuple[date, str] | None = None
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file of the vault that could not be read, and the sentence that says so."""

    workbook_id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everyone, in any order; `mine` is the user's own workbook, `troubles` what failed.

    `notices` are sentences about the files themselves that need an eye, though all was read.
    """

    people: tuple[Person, ...] = ()
    mine: Person = field(default_factory=lambda: Person(id="mine"))
    troubles: tuple[Trouble, ...] = ()
    notices: tuple[str, ...] = ()

    def person(self, workbook_id: str) -> Person | None:
        """The one with this workbook id, or None."""
        if workbook_id == self.mine.id:
            return self.mine
        return next((person for person in self.people if person.id == workbook_id), None)
