"""A workbook: one relationship and all that is recorded about it, as frozen tables of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from coaching.errors import Gone
from coaching.record.agenda_item import AgendaItem
from coaching.record.agreement import Agreement
from coaching.record.base import Record
from coaching.record.celebration import Celebration
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.hurdle import Hurdle
from coaching.record.note import Note
from coaching.record.parting import Parting
from coaching.record.promise import Promise
from coaching.record.pulse import Pulse, PulseAnswer
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.reply import Reply
from coaching.record.review import Review
from coaching.record.story import Story, Telling
from coaching.record.topic import Topic
from coaching.record.trial import Trial

MINE = "mine"

R = TypeVar("R", bound=Record)

_NAMES: Mapping[type[Record], str] = MappingProxyType(
    {
        Relationship: "relationship",
        Checkin: "check-in",
        Promise: "promise",
        Hurdle: "hurdle",
        Note: "note",
        SupportContact: "support contact",
        PutOff: "reminder",
        Agreement: "agreement",
        Goal: "goal",
        Reply: "reply",
        Feedback: "feedback",
        Celebration: "celebration",
        Story: "story",
        Telling: "told story",
        Pulse: "pulse",
        PulseAnswer: "answer",
        Topic: "topic",
        Doubt: "thought",
        Review: "review",
        Parting: "ending",
        AgendaItem: "agenda line",
        Trial: "format",
    }
)
KINDS: Mapping[str, type[Record]] = MappingProxyType({kind.table: kind for kind in _NAMES})


def noun_of(table: str) -> str:
    """What a record of this table is called in a sentence."""
    kind = KINDS.get(table)
    return _NAMES[kind] if kind else table.replace("_", " ")


class Unreadable(NamedTuple):
    """A document this version cannot read, kept verbatim: its table, the document, and why."""

    table: str
    document: Mapping[str, Any]
    why: str


class Touched(NamedTuple):
    """One record that a verb touched: as it was and as it became (None: absent)."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True)
class Workbook:
    """Tables of records by id. The workbook with the id `MINE` belongs to the user alone."""

    id: str
    tables: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    unreadable: tuple[Unreadable, ...] = ()

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order they were added."""
        return cast("tuple[R, ...]", tuple(self.tables.get(kind.table, {}).values()))

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, or None."""
        return cast("R | None", self.tables.get(kind.table, {}).get(record_id))

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with this id; `Gone` where another window removed it meanwhile."""
        found = self.find(kind, record_id)
        if found is None:
            raise Gone(f"This {_NAMES[kind]} is not there any more. Nothing was changed.")
        return found

    @property
    def relationship(self) -> Relationship:
        """The relationship this workbook is about; `Gone` for the user's own workbook."""
        for found in self.all(Relationship):
            return found
        raise Gone("These records belong to no relationship. Nothing was changed.")

    @property
    def about_someone(self) -> bool:
        """Whether this workbook holds a relationship."""
        return bool(self.tables.get(Relationship.table))

    def put(self, *records: Record) -> "Workbook":
        """A workbook with these records added, or in place of the ones with their ids."""
        tables = dict(self.tables)
        for record in records:
            tables[record.table] = {**tables.get(record.table, {}), record.id: record}
        return replace(self, tables=tables)

    def without(self, *records: Record) -> "Workbook":
        """A workbook in which these records are absent."""
        tables = dict(self.tables)
        for record in records:
            rows = tables.get(record.table, {})
            tables[record.table] = {key: row for key, row in rows.items() if key != record.id}
        return replace(self, tables=tables)


class Done(NamedTuple):
    """What a verb gives: the new workbook, and a sentence that says what was done."""

    workbook: Workbook
    said: str


def touched(before: Workbook, after: Workbook) -> tuple[Touched, ...]:
    """The records that differ between two states of one workbook."""
    found = []
    for table in {**before.tables, **after.tables}:
        old, new = before.tables.get(table, {}), after.tables.get(table, {})
        if old is new:
            continue
        for record_id in {**old, **new}:
            was, became = old.get(record_id), new.get(record_id)
            if was is not became and was != became:
                found.append(Touched(was, became))
    return tuple(found)
