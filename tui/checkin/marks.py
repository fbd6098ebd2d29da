"""What is said of check-ins that passed: a mark each, the form for a new date, the saving."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.widgets import Static

from coaching.errors import Refused, TrothError
from coaching.moments import Moment
from coaching.say import say_list, say_time
from coaching.timeline import say_column
from coaching.verbs import checkins
from coaching.verbs.together import together
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from textual.widget import Widget

    from coaching.coach import Coach
    from coaching.moments import Wall
    from coaching.overview import CheckinLine, Person
    from coaching.ports import NewId, Verb
    from coaching.record.base import Side
    from coaching.record.workbook import Done, Workbook
    from tui.app import TrothApp

ORDER = ("held", "moved", "missed", "unknown")


@dataclass(frozen=True, slots=True)
class Moved:
    """Another date, and who wished for it; None where nobody said."""

    to: Wall
    by: Side | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the user says of one check-in: held, missed, or moved to another date."""

    outcome: str
    moved: Moved | None = None

    def words(self, today: date) -> str:
        """As it stands on the line."""
        return f"moved {say_when(self.moved.to, today)}" if self.moved else self.outcome


def say_when(wall: Wall, today: date) -> str:
    """A planned moment in 17 cells: "Tue 24 Nov 15:00"."""
    time = f" {say_time(wall.time)}" if wall.time else ""
    return f"{say_column(wall.day, today)}{time}"


class MovedTo(Form[Moved]):
    """Asks where a check-in was moved to. It saves nothing by itself."""

    def __init__(self, person: Person, line: CheckinLine) -> None:
        """This person's check-in."""
        super().__init__()
        self.person = person
        self.line = line

    def title_text(self) -> str:
        """Which check-in."""
        when = say_when(self.line.wall.in_zone(self.app.zone), self.app.now.date())
        return f"{self.person.name}, {when}: moved to when?"

    def fields(self) -> Iterator[Widget]:
        """The new date, and who moved it."""
        yield DateField("to", "When?", self._read)
        yield Static("Who moved it?", classes="field-label")
        yield Choice([("", "not said"), ("me", "me"), ("them", "them")], id="by")

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, self.line.wall.zone)

    async def save(self) -> Moved:
        """Give the date."""
        wall = self.query_one(DateField).wall()
        if wall is None:
            raise Refused("Write the date: tue 3pm, +2w, 24 nov.", field="to")
        return Moved(wall, cast("Side | None", self.query_one(Choice).value or None))


async def save_marks(
    app: TrothApp,
    passed: Mapping[str, tuple[Person, CheckinLine]],
    marks: Mapping[str, Mark],
) -> tuple[Counter[str], Sequence[TrothError]]:
    """Save every passed check-in as marked, the rest as unknown; undone as one deed.

    Gives how many became what, and what went wrong; what failed is as it was.
    """
    coach, now = app.world.coach, app.now
    of_workbook: dict[str, list[tuple[Mark, CheckinLine]]] = {}
    for key, (person, line) in passed.items():
        pair = (marks.get(key, Mark("unknown")), line)
        of_workbook.setdefault(person.id, []).append(pair)
    return await app.carry_out(lambda: _save(coach, of_workbook, now))


def say_marks(saved: Counter[str]) -> str:
    """What was done in one sentence: "2 held, 1 moved and 3 left unknown"."""
    parts = [f"{saved[outcome]} {_WORDS[outcome]}" for outcome in ORDER if saved[outcome]]
    return f"Check-ins: {say_list(parts)}." if parts else ""


_WORDS = {"held": "held", "moved": "moved", "missed": "missed", "unknown": "left unknown"}


def _save(
    coach: Coach, of_workbook: Mapping[str, Sequence[tuple[Mark, CheckinLine]]], now: datetime
) -> tuple[Counter[str], Sequence[TrothError]]:
    saved: Counter[str] = Counter()
    errors: list[TrothError] = []
    since = len(coach.history.done)
    for workbook_id, pairs in of_workbook.items():
        verb = together(*(_verb(mark, line, now, coach.new_id) for mark, line in pairs))
        try:
            coach.do(workbook_id, verb)
        except TrothError as error:
            errors.append(error)
        else:
            saved.update(mark.outcome for mark, _ in pairs)
    coach.history.join(since, say_marks(saved))
    return saved, errors


def _verb(mark: Mark, line: CheckinLine, now: datetime, new_id: NewId) -> Verb:
    if mark.moved is not None:
        return partial(
            checkins.move, checkin_id=line.id, new_id=new_id(), to=mark.moved.to, by=mark.moved.by
        )
    match mark.outcome:
        case "held":
            return partial(checkins.hold, checkin_id=line.id, held=_held(line.wall), now=now)
        case "missed":
            return partial(checkins.miss, checkin_id=line.id, by=None, now=now)
        case _:
            return partial(_unknown, checkin_id=line.id)


def _unknown(workbook: Workbook, checkin_id: str) -> Done:
    return checkins.leave_unknown(workbook, checkin_id)


def _held(wall: Wall) -> Moment:
    instant = wall.instant()
    return Moment.of(instant, wall.zone) if instant else Moment.on(wall.day, wall.zone)
