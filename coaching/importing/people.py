"""Turns a list of people into new relationships, or fills in what is empty of those here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from coaching.errors import Refused
from coaching.importing.dates import read_start, settle_order
from coaching.importing.items import Answer, Item, Namesakes, Plan, Problem
from coaching.importing.records import Here, Names
from coaching.importing.roster import LEFT_OUT, Named, Roster, Row, SideUnsaid, named
from coaching.new_people import name_key
from coaching.ports import NewId
from coaching.record.relationship import Relationship, Rhythm, Role
from coaching.record.workbook import Touched, Workbook
from coaching.say import say_day, say_list
from coaching.text import clean_short, has_visible, quote
from coaching.verbs.relationships import new_workbook
from coaching.when import read_every

T = TypeVar("T")
OTHER = {"mentor": "mentee", "mentee": "mentor"}
ONLY_THE_CELL = "Only this cell is left out."
FILLED_IN = ("rhythm", "pronouns", "channel")


def plan_people(
    roster: Roster,
    here: Here,
    *,
    i_am: Role | None,
    namesakes: Namesakes,
    now: datetime,
    zone: str,
    new_id: NewId,
) -> Plan:
    """What of the list would come in; `i_am` is the user's side where a row does not say it."""
    starts = [row.cells.get("start", "") for row in roster.rows]
    reading = _Reading(settle_order(starts), now, zone, new_id)
    plan = _Plan(here, namesakes, reading, i_am, roster.fields)
    for row in roster.rows:
        plan.add(row)
    same = [f"Nothing is new about {say_list(plan.same)}."] if plan.same else []
    problems = sorted((*roster.problems, *plan.problems), key=_line_of)
    return Plan(tuple(plan.items), tuple(problems), (*roster.notes, *same))


@dataclass(frozen=True)
class _Reading:
    day_first: bool | None
    now: datetime
    zone: str
    new_id: NewId


@dataclass
class _Plan:
    """Grows by one row of the list after the other."""

    here: Here
    namesakes: Namesakes
    reading: _Reading
    i_am: Role | None
    fields: frozenset[str]
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    same: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._names = Names(person.name for person in self.here.overview.people)
        self._lines: dict[str, int] = {}

    def add(self, row: Row) -> None:
        """What becomes of one row."""
        try:
            person = named(row, self.fields, self.i_am)
            name = clean_short(person.name)
        except Refused as refused:
            self._wrong(row, refused.field or "name", refused.sentence, _answer(refused))
            return
        again = self._lines.setdefault(name_key(name), row.line)
        namesakes = self.here.namesakes(name)
        if again != row.line and self.namesakes != "apart":
            self._wrong(row, "name", f"{quote(name)} stands in line {again} too.")
        elif namesakes and self.namesakes == "leave":
            self._wrong(row, "name", f"{quote(name)} is here already.", "namesakes")
        elif namesakes and self.namesakes == "merge":
            self._fill_in(row, [one.id for one in namesakes])
        else:
            self._add_new(row, person, name)

    def _add_new(self, row: Row, person: Named, name: str) -> None:
        side = person.i_am or self.i_am
        if side is None:
            self._wrong(row, "role", f"the list does not say what {quote(name)} is to you.", "side")
            return
        reading = self.reading
        try:
            workbook = new_workbook(
                workbook_id=reading.new_id(),
                checkin_id=reading.new_id(),
                name=self._names.take(name),
                i_am=side,
                today=reading.now.date(),
                zone=reading.zone,
            )
        except Refused as refused:
            self._wrong(row, "name", refused.sentence)
            return
        workbook = workbook.put(_with(workbook.relationship, self._facts(row)))
        self.items.append(_new_item(workbook))

    def _fill_in(self, row: Row, ids: list[str]) -> None:
        if len(ids) > 1:
            self._wrong(row, "name", "several people here have this name; which is meant?")
            return
        known = self.here.open(ids[0]).relationship
        facts = self._facts(row)
        empty = {key: facts[key] for key in FILLED_IN if key in facts and not getattr(known, key)}
        filled = _with(known, empty)
        if filled == known:
            self.same.append(known.name)
            return
        says = f"filled in: {say_list(list(empty))}"
        pair = Touched(known, filled)
        self.items.append(Item(known.id, known.name, says, workbook_id=known.id, pairs=(pair,)))

    def _facts(self, row: Row) -> dict[str, Any]:
        """What the row says beside the name; what cannot be read is told and left out."""
        reading = self.reading
        found: dict[str, Any] = {
            "rhythm": self._read(row, "rhythm", lambda text: Rhythm.of(read_every(text))),
            "since": self._read(
                row,
                "start",
                lambda text: read_start(text, reading.day_first, reading.now, reading.zone),
            ),
            "pronouns": self._read(row, "pronouns", clean_short),
            "channel": self._read(row, "channel", clean_short),
        }
        return {key: value for key, value in found.items() if value is not None}

    def _read(self, row: Row, name: str, read: Callable[[str], T]) -> T | None:
        text = row.cells.get(name, "")
        if not has_visible(text):
            return None
        try:
            return read(text)
        except Refused as refused:
            self._tell(row, name, f"{refused.sentence} {ONLY_THE_CELL}")
            return None

    def _wrong(self, row: Row, name: str, sentence: str, answer: Answer = "") -> None:
        self._tell(row, name, f"{sentence} {LEFT_OUT}", answer)

    def _tell(self, row: Row, name: str, sentence: str, answer: Answer = "") -> None:
        self.problems.append(Problem(f"line {row.line}, {name}", sentence, answer))


def _line_of(problem: Problem) -> int:
    return int(problem.place.removeprefix("line ").partition(",")[0])


def _answer(refused: Refused) -> Answer:
    return "side" if isinstance(refused, SideUnsaid) else ""


def _with(relationship: Relationship, facts: dict[str, Any]) -> Relationship:
    return relationship.changed(**facts)


def _new_item(workbook: Workbook) -> Item:
    person = workbook.relationship
    parts = [f"new: your {OTHER[person.i_am]}"]
    parts += [person.rhythm.every.words()] if person.rhythm else []
    parts.append(f"since {say_day(person.since)}")
    return Item(workbook.id, person.name, ", ".join(parts), new=workbook)
