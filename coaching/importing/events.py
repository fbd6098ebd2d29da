"""Turns the events of a calendar into check-ins: matched by people and title, never as held."""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coaching.importing.items import Item, Plan, Problem
from coaching.importing.matching import People
from coaching.importing.records import Here
from coaching.moments import Wall
from coaching.overview import Person
from coaching.record.checkin import Checkin
from coaching.record.workbook import MINE, Touched, Workbook
from coaching.say import say_count, say_wall
from coaching.text import SHORT_LIMIT, has_visible, quote, tame

MOST_LISTED = 10
_OURS = re.compile(r"(.{1,200})@troth", re.DOTALL)
_SPACE = uuid.UUID("6f1f3a55-2d5c-5a0e-9a53-6a0f6a5d4c11")
PLANNED, UNKNOWN = "planned", "not known, counts for nothing"


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a calendar. `people` are names and mail addresses of who is asked to come.

    `occurrence` tells the dates of a repeating event apart; "" for one that does not repeat.
    """

    line: int
    uid: str
    title: str
    wall: Wall
    people: tuple[str, ...] = ()
    occurrence: str = ""
    is_promise: bool = False
    cancelled: bool = False


@dataclass(frozen=True)
class Calendar:
    """The dates a calendar file holds, repeating ones one by one."""

    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def plan_events(calendar: Calendar, here: Here, *, now: datetime, zone: str) -> Plan:
    """What of the calendar would come in, the earliest date first.

    A date gone by becomes a check-in whose outcome is unknown: a calendar is no proof of a
    meeting. An event that Troth wrote moves the check-in it came from.
    """
    plan = _Plan(here, now, zone)
    for event in sorted(calendar.events, key=lambda one: one.wall.order()):
        plan.add(event)
    return Plan(tuple(plan.items), calendar.problems, (*calendar.notes, *plan.notes()))


@dataclass
class _Plan:
    """Grows by one event after the other."""

    here: Here
    now: datetime
    zone: str
    items: list[Item] = field(default_factory=list)
    same: int = 0
    logged: int = 0
    promises: int = 0
    called_off: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._people = People(self.here.overview)
        self._opened: dict[str, Workbook] = {}
        self._by_id: dict[str, str] | None = None
        self._taken: set[str] = set()

    def add(self, event: Event) -> None:
        """What becomes of one event."""
        ours = _OURS.fullmatch(event.uid)
        if event.is_promise:
            self.promises += 1
        elif ours is not None and self._add_ours(event, ours[1]):
            return
        elif event.cancelled:
            self.called_off.append(_said(event, self.zone))
        else:
            self._add_matched(event)

    def notes(self) -> tuple[str, ...]:
        """What was left, in sentences."""
        found = [f"{_are(self.same)} here already."] if self.same else []
        if self.logged:
            found.append(f"{_are(self.logged)} logged here already, and stay as they are.")
        if self.promises:
            found.append(f"{say_count(self.promises, 'date')} of promises left: change them here.")
        found += _listed("cancelled in the calendar and left", self.called_off)
        found += _listed("left, as several people fit", self.several)
        found += _listed("left, as nobody here fits", self.nobody)
        return tuple(found)

    def _add_ours(self, event: Event, record_id: str) -> bool:
        """Move the check-in that an event came from; False where it is not of these records."""
        workbook_id = self._where(record_id)
        if workbook_id is None:
            return False
        workbook = self._open(workbook_id)
        checkin, seen = workbook.get(Checkin, record_id), {record_id}
        while checkin.moved_to and checkin.moved_to not in seen:
            after = workbook.find(Checkin, checkin.moved_to)
            if after is None:
                break
            seen.add(after.id)
            checkin = after
        if event.cancelled and checkin.outcome == "planned":
            self.called_off.append(_said(event, self.zone))
        else:
            self._move(event, workbook, checkin)
        return True

    def _move(self, event: Event, workbook: Workbook, known: Checkin) -> None:
        if known.planned is not None and _same(known.planned, event.wall):
            self.same += 1
        elif known.outcome != "planned" or known.planned is None:
            self.logged += 1
        elif known.id not in self._taken:
            self._taken.add(known.id)
            became = known.changed(planned=event.wall)
            before = say_wall(known.planned.in_zone(self.zone))
            self._item(event, workbook, Touched(known, became), f"moves here from {before}")

    def _add_matched(self, event: Event) -> None:
        found = self._people.fitting(event.title, event.people)
        if len(found) != 1:
            left = self.several if found else self.nobody
            left.append(_said(event, self.zone))
            return
        workbook = self._open(found[0].id)
        known = workbook.find(Checkin, _id_of(workbook.id, event))
        if known is not None:
            self._move(event, workbook, known)
        elif any(_meets(one, event.wall) for one in workbook.all(Checkin)):
            self.same += 1
        else:
            self._new(event, workbook, found[0])

    def _new(self, event: Event, workbook: Workbook, person: Person) -> None:
        passed = event.wall.passed(self.now)
        checkin = Checkin(
            id=_id_of(workbook.id, event),
            planned=event.wall,
            topic=_topic(event.title, person.name),
            outcome="unknown" if passed else "planned",
        )
        if checkin.id in self._taken:
            return
        self._taken.add(checkin.id)
        says = UNKNOWN if passed else PLANNED
        self._item(event, workbook, Touched(None, checkin), says, passed=passed)

    def _item(
        self, event: Event, workbook: Workbook, pair: Touched, says: str, *, passed: bool = False
    ) -> None:
        self.items.append(
            Item(
                key=f"{workbook.id} {pair.after.id if pair.after else ''}",
                who=workbook.relationship.name,
                when=say_wall(event.wall.in_zone(self.zone)),
                says=says,
                workbook_id=workbook.id,
                pairs=(pair,),
                passed=passed,
                series=event.uid if event.occurrence else "",
            )
        )

    def _open(self, workbook_id: str) -> Workbook:
        if workbook_id not in self._opened:
            self._opened[workbook_id] = self.here.open(workbook_id)
        return self._opened[workbook_id]

    def _where(self, record_id: str) -> str | None:
        """The workbook that holds a check-in; all are looked through, once."""
        if self._by_id is None:
            self._by_id = dict(self._checkins())
        return self._by_id.get(record_id)

    def _checkins(self) -> Iterator[tuple[str, str]]:
        for person in self.here.overview.people:
            if person.id != MINE:
                for checkin in self._open(person.id).all(Checkin):
                    yield checkin.id, person.id


def _id_of(workbook_id: str, event: Event) -> str:
    """The same event gets the same id, so that bringing it in again finds it."""
    return str(uuid.uuid5(_SPACE, f"{workbook_id}\n{event.uid}\n{event.occurrence}"))


def _same(one: Wall, other: Wall) -> bool:
    if one.time is None or other.time is None:
        return (one.day, one.time) == (other.day, other.time)
    return one.instant() == other.instant()


def _meets(checkin: Checkin, wall: Wall) -> bool:
    """Whether a check-in is recorded for this time, or for this day where one has no time."""
    held = checkin.held.wall() if checkin.held else None
    for known in (checkin.planned, held):
        if known is None:
            continue
        if None in (known.time, wall.time):
            if known.day == wall.day:
                return True
        elif known.instant() == wall.instant():
            return True
    return False


def _topic(title: str, name: str) -> str:
    """The title, unless it says no more than the name; cut where it is too long."""
    words = " ".join(tame(title).split())
    if not has_visible(words) or words.casefold() == name.casefold():
        return ""
    return words if len(words) <= SHORT_LIMIT else f"{words[: SHORT_LIMIT - 1]}…"


def _said(event: Event, zone: str) -> str:
    return f"{quote(event.title)}, {say_wall(event.wall.in_zone(zone))}"


def _listed(why: str, events: Sequence[str]) -> list[str]:
    if not events:
        return []
    more = len(events) - MOST_LISTED
    shown = [*events[:MOST_LISTED], *([f"and {more:,} more"] if more > 0 else [])]
    return [f"{say_count(len(events), 'date')} {why}: {'; '.join(shown)}."]


def _are(count: int) -> str:
    return f"{say_count(count, 'date')} {'is' if count == 1 else 'are'}"
