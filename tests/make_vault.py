"""Makes a big, believable vault with a fixed seed, for measuring.

python -m tests.make_vault FOLDER --people 20 --records 6000 --seed 7
"""

import argparse
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, product
from pathlib import Path
from typing import TypeVar

from coaching.moments import Every, Moment, Wall
from coaching.record.base import Audience, Record, Side
from coaching.record.checkin import Checkin, Outcome
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.promise import NewDate, Promise, PromiseState
from coaching.record.relationship import Relationship, Rhythm, Role, State
from coaching.record.workbook import Workbook
from data.files import replace_file
from data.ids import NewIds
from data.transaction import content_of_new
from data.vault import FileVault

T = TypeVar("T")
YEARS = 3
DAYS = YEARS * 365
ZONES = ("Europe/Berlin", "Europe/London", "Europe/Madrid", "America/New_York", "Asia/Kolkata")
FIRST = (
    *("Ben", "Amara", "Chiara", "Dev", "Efua", "Fatima", "Goran", "Hana", "Igor", "Jun", "Kofi"),
    *("Lena", "Mira", "Noor", "Otto", "Priya", "Quentin", "Rosa", "Samir", "Tove", "Uma", "Yusuf"),
)
LAST = (
    *("Lindqvist", "Okafor", "Russo", "Patel", "Mensah", "Haddad", "Novak", "Sato", "Petrov"),
    *("Kim", "Boateng", "Vogel", "Shah", "Rahman", "Berger", "Iyer", "Dubois", "Santos", "Aziz"),
    *("Holm", "Rao", "Ivanov", "Weber", "Costa", "Demir", "Nowak"),
)
TOPICS = ("spring goals", "the talk", "thesis plan", "team change", "first review", "", "", "")
DEEDS = (
    "an introduction to Priya",
    "send the reading list",
    "read the draft of chapter 2",
    "write to the programme",
    "share the slides",
    "ask HR about the course",
    "comments on the poster",
    "find two people to talk to",
)
NOTES = (
    "Was quiet when the launch came up. Ask again next time, without an audience.",
    "Wants to lead the next retro. I said I would sit in and say nothing.",
    "Told me about the move. Not to be mentioned to the team.",
    "Good question about how to say no to a stakeholder; we tried three sentences aloud.",
    "I talked too much today. Next time: ask, then count to five.",
)
CLOSEST = ("promises_slip", "miscommunication", "missed_expectations", "not_sure")
WHOSE: tuple[Side, ...] = ("me", "me", "them")
STATES: tuple[State, ...] = ("active",) * 18 + ("paused", "ended")
SETTLED: tuple[PromiseState, ...] = ("kept",) * 17 + ("dropped", "dropped", "broken")
HELD: tuple[Outcome, ...] = ("held",) * 80
NOT_HELD: tuple[Outcome, ...] = (
    *("moved",) * 7,
    *("cancelled",) * 6,
    *("missed",) * 4,
    *("unknown",) * 3,
)


class Maker:
    """Makes the records of one person after the other from one seed."""

    def __init__(self, seed: int, until: date) -> None:
        self.chance = random.Random(seed)  # a fixed seed is the point here
        self.until = until
        self.start = until - timedelta(days=DAYS)
        started_ns = int(datetime.combine(self.start, time(), UTC).timestamp()) * 10**9
        ticks = iter(range(started_ns, 2**63, 10**6))
        self.new_id = NewIds(lambda: next(ticks), self.chance.randbytes)

    def workbook(self, name: str, records: int) -> Workbook:
        """One person with this many records, the relationship among them."""
        workbook_id = self.new_id()
        checkins, promises = records * 45 // 100, records * 37 // 100
        every = Every(max(1, min(52, round(DAYS / max(1, checkins) / 7))), "week")
        person = Relationship(
            id=workbook_id,
            name=name,
            i_am=self.pick("mentor", "mentor", "mentor", "mentee"),
            since=self.start,
            phase=self.pick("starting", "growing", "growing", "growing"),
            rhythm=Rhythm.of(every),
            zone=self.pick(*ZONES),
            state=self.pick(*STATES),
        )
        hurdles = min(3, records // 60)
        rest = max(0, records - 1 - checkins - promises - hurdles)
        made: list[Record] = [person]
        made += islice(self.checkins(person.zone, checkins), checkins)
        made += (self.promise(number, promises) for number in range(promises))
        made += (self.hurdle(person.i_am, number) for number in range(hurdles))
        made += (self.note() for _ in range(rest))
        return Workbook(workbook_id).put(*made)

    def checkins(self, zone: str, count: int) -> Iterator[Checkin]:
        """Check-ins spread over the years; the last one is still planned."""
        gap = DAYS / max(1, count)
        at = time(self.chance.randrange(8, 18), self.chance.choice((0, 30)))
        ids = [self.new_id() for _ in range(count)]
        for number, checkin_id in enumerate(ids[:-1]):
            day = self.start + timedelta(days=int(number * gap))
            following = ids[number + 1]
            yield self.passed_checkin(checkin_id, Wall(day, at, zone), following)
        for checkin_id in ids[-1:]:
            day = self.until + timedelta(days=self.chance.randrange(1, 15))
            yield Checkin(id=checkin_id, planned=Wall(day, at, zone), topic=self.pick(*TOPICS))

    def passed_checkin(self, checkin_id: str, planned: Wall, following: str) -> Checkin:
        """A check-in in the past, held or not."""
        outcome = self.pick(*HELD, *NOT_HELD)
        instant = planned.instant()
        held = Moment.of(instant, planned.zone) if outcome == "held" and instant else None
        by: Side | None = None
        if outcome in ("moved", "cancelled", "missed"):
            by = self.pick("me", "them")
        return Checkin(
            id=checkin_id,
            planned=planned,
            kind=self.pick("regular", "regular", "regular", "short", "review"),
            topic=self.pick(*TOPICS),
            outcome=outcome,
            by=by,
            held=held,
            moved_to=following if outcome == "moved" else None,
        )

    def promise(self, number: int, count: int) -> Promise:
        """A promise; the last two of a person are open."""
        made = self.start + timedelta(days=DAYS * number // max(1, count))
        by = made + timedelta(days=self.chance.randrange(3, 30))
        what, whose = self.pick(*DEEDS), self.pick(*WHOSE)
        promise_id = self.new_id()
        if number >= count - 2:
            by = self.until + timedelta(days=self.chance.randrange(-10, 20))
            return Promise(id=promise_id, what=what, whose=whose, made=made, by=by)
        new_dates: tuple[NewDate, ...] = ()
        if self.chance.random() < 0.1:
            later = by + timedelta(days=7)
            agreed = min(self.until, by - timedelta(days=self.chance.randrange(-2, 3)))
            new_dates, by = (NewDate(was=by, agreed=agreed, now=later),), later
        settled = by + timedelta(days=self.chance.choice((-3, -2, -1, -1, 0, 0, 0, 4)))
        return Promise(
            id=promise_id,
            what=what,
            whose=whose,
            made=made,
            by=by,
            state=self.pick(*SETTLED),
            settled=min(settled, self.until),
            new_dates=new_dates,
        )

    def hurdle(self, i_am: Role, number: int) -> Hurdle:
        """A hurdle; one in ten of the first ones is open, the others are settled."""
        opened = self.start + timedelta(days=self.chance.randrange(30, DAYS - 30))
        is_open = number == 0 and self.chance.random() < 0.1
        closed = None if is_open else opened + timedelta(days=25)
        return Hurdle(
            id=self.new_id(),
            opened=self.until - timedelta(days=5) if is_open else opened,
            i_am=i_am,
            what_happened="I cancelled our last two meetings on the day, for the launch.",
            effect="They had prepared both times and have not written since.",
            area="agreement",
            closest=self.pick(*CLOSEST),
            how=None if is_open else "talk",
            ending=None if is_open else "settled",
            closed=closed,
        )

    def note(self) -> Note:
        """A note from some day of these years."""
        about = self.start + timedelta(days=self.chance.randrange(DAYS))
        audience = self.pick(*[Audience.ONLY_ME] * 4, Audience.US_TWO)
        return Note(id=self.new_id(), text=self.pick(*NOTES), about=about, audience=audience)

    def pick(self, *choices: T) -> T:
        """One of these."""
        return self.chance.choice(choices)


def names() -> Iterator[str]:
    """Different names, more than enough of them."""
    for number in range(1, 100):
        for last, first in product(LAST, FIRST):
            yield f"{first} {last}" if number == 1 else f"{first} {last} {number}"


def make_vault(folder: Path, *, people: int, records: int, seed: int, until: date) -> FileVault:
    """Write a vault with this many people and records, and the overview a used vault has."""
    maker = Maker(seed, until)
    vault = FileVault.at(folder)
    vault.create([])
    for number, name in enumerate(islice(names(), people)):
        share = records * (number + 1) // people - records * number // people
        workbook = maker.workbook(name, share)
        path = vault.places.workbook(workbook.id)
        replace_file(path, content_of_new(workbook), durable=False)
    vault.overview()
    return vault


def main() -> None:
    """Read the arguments and make the vault."""
    parser = argparse.ArgumentParser(prog="python -m tests.make_vault", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--records", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--until", type=date.fromisoformat, default=date(2026, 11, 22))
    given = parser.parse_args()
    make_vault(
        given.folder,
        people=given.people,
        records=given.records,
        seed=given.seed,
        until=given.until,
    )


if __name__ == "__main__":
    main()
