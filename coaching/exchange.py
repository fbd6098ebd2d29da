"""What may leave the records, for whom and in which format: decided here and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal, NamedTuple

from coaching.record.base import Audience, Record
from coaching.record.checkin import Checkin
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.workbook import Unreadable, Workbook

FORMAT_NAME = "troth-export"
FORMAT_VERSION = 1

MIXED = (
    "What is for the two of you is for one person alone, so that nobody reads of another. Say whom."
)

Format = Literal["json", "markdown", "ics", "csv"]
Table = Literal["promises", "check-ins"]
CSV_TABLES: Mapping[Table, type[Record]] = MappingProxyType(
    {"promises": Promise, "check-ins": Checkin}
)


@dataclass(frozen=True)
class Wish:
    """What the user wants to take out.

    `whom` is a workbook's id, or "" for everyone. `table` is for csv, None for both tables;
    `short_titles` and `alarm` (how long before) are for ics.
    """

    format: Format
    audience: Audience = Audience.ONLY_ME
    whom: str = ""
    table: Table | None = None
    short_titles: bool = False
    alarm: timedelta | None = None

    @property
    def several(self) -> bool:
        """Whether this may give several files, which go into a folder."""
        pages = self.format == "markdown" and not self.whom
        return pages or (self.format == "csv" and self.table is None)

    @property
    def mixes_people(self) -> bool:
        """Whether one file for us two would tell one person of another: that never leaves."""
        each_their_own = self.format == "markdown"
        return self.audience is Audience.US_TWO and not self.whom and not each_their_own


class Page(NamedTuple):
    """One file that leaves: its name, and exactly its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Parcel:
    """All that leaves, with the sentences that say what it is and what stays here."""

    pages: tuple[Page, ...]
    leaves: str
    left_out: str
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sharing:
    """What of one kind of record the other person may get.

    `leaves` says which records. Of those every text marked `us two` leaves, and of the other
    fields (dates, choices, links) only the ones named in `facts`, which both people know.
    """

    leaves: Callable[[Record], bool]
    facts: frozenset[str] = frozenset()


def _always(_: Record) -> bool:
    return True


def _never(_: Record) -> bool:
    return False


def _marked_us_two(record: Record) -> bool:
    return isinstance(record, Note) and record.audience is Audience.US_TWO


def _not_from_a_hurdle(record: Record) -> bool:
    """A look-again date is set in the hurdle, alone; nobody else need know of it."""
    return isinstance(record, Checkin) and record.hurdle is None


def _told(record: Record) -> bool:
    return getattr(record, "told", None) is not None


def _is_over(record: Record) -> bool:
    """An ending that is only planned may not be told yet."""
    return getattr(record, "ended", None) is not None


def _all_with(*facts: str) -> Sharing:
    return Sharing(_always, frozenset(facts))


FOR_US_TWO: Mapping[str, Sharing] = MappingProxyType(
    {
        Relationship.table: _all_with("i_am", "since", "rhythm", "zone"),
        Checkin.table: Sharing(
            _not_from_a_hurdle, frozenset({"planned", "outcome", "by", "held", "moved_to"})
        ),
        Promise.table: _all_with("whose", "made", "by", "state", "settled", "new_dates"),
        Note.table: Sharing(_marked_us_two, frozenset({"text", "about", "audience"})),
        "agreements": _all_with(
            *("version", "since", "reply_days", "agenda_by"),
            *("review_on", "ends_on", "yes_me", "yes_them"),
        ),
        "goals": _all_with("author", "since", "end", "ended"),
        "celebrations": Sharing(_told, frozenset({"whose", "on", "told"})),
        "tellings": _all_with("by", "told"),
        "agenda_items": _all_with("by", "added", "checkin", "settled"),
        "trials": _all_with("since", "until", "end", "ended"),
        "partings": Sharing(_is_over, frozenset({"announced", "ends", "ended"})),
    }
)
"""Closed at first: a kind of record that is not named here never leaves for the other person, and
of a new field only text that is marked `us two` does. Hurdles, support contacts, reminders,
stories, pulses and doubts are private by nature."""

STAYS = Sharing(_never)


@dataclass(frozen=True)
class Leaving:
    """A workbook as its reader gets it.

    `absent` are the fields left out, by table: in the records here they are empty. `stayed` counts
    the records left out, and `emptied` names the absent fields in which something stood.
    """

    workbook: Workbook
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stayed: Mapping[str, int] = field(default_factory=dict)
    emptied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unreadable: tuple[Unreadable, ...] = ()
    unreadable_stayed: int = 0


def leaving(workbook: Workbook, audience: Audience) -> Leaving:
    """What of a workbook may leave for this reader: all for the user, cut down for us two."""
    if audience is Audience.ONLY_ME:
        return Leaving(workbook, unreadable=workbook.unreadable)
    cut = Workbook(workbook.id)
    absent: dict[str, frozenset[str]] = {}
    stayed: dict[str, int] = {}
    emptied: dict[str, frozenset[str]] = {}
    for table, rows in workbook.tables.items():
        for record in rows.values():
            private = private_fields(type(record))
            if not _may_leave(record, private):
                stayed[table] = stayed.get(table, 0) + 1
                continue
            absent[table] = private
            emptied[table] = emptied.get(table, frozenset()) | _filled(record, private)
            cut = cut.put(without(record, private))
    return Leaving(cut, absent, stayed, emptied, (), len(workbook.unreadable))


def private_fields(kind: type[Record]) -> frozenset[str]:
    """The fields of a kind of record that stay here when it leaves for the other person."""
    facts = FOR_US_TWO.get(kind.table, STAYS).facts | {"id"}
    ours = {name for name in kind.model_fields if kind.audience_of(name) is Audience.US_TWO}
    return frozenset(kind.model_fields) - facts - ours


def without(record: Record, fields: frozenset[str]) -> Record:
    """The record with these fields as they are where nothing was ever said."""
    kind = type(record)
    empty = {name: kind.model_fields[name].get_default() for name in fields}
    return record.changed(**empty) if empty else record


def in_calendar(record: Record, today: date) -> bool:
    """Whether a record has a place in a calendar file.

    Planned check-ins and open promises; what was called off or settled before its day came too,
    so that a calendar which has it takes it back, or shows it as kept.
    """
    if isinstance(record, Checkin) and record.planned is not None:
        called_off = record.outcome == "cancelled" and record.planned.day >= today
        return record.outcome == "planned" or called_off
    if isinstance(record, Promise):
        return record.state == "open" or record.by >= today
    return False


def carried(wish: Wish, record: Record, today: date) -> bool:
    """Whether the format of the wish has a place for a record that may leave."""
    if wish.format == "json":
        return True
    if wish.format == "markdown":
        return not isinstance(record, PutOff)
    if wish.format == "ics":
        return in_calendar(record, today)
    kinds = [CSV_TABLES[wish.table]] if wish.table else list(CSV_TABLES.values())
    return isinstance(record, tuple(kinds))


def chain(workbook: Workbook, checkin: Checkin) -> Sequence[Checkin]:
    """The check-ins that this one took the place of, first one first, and this one last.

    All of them are one appointment, which was moved.
    """
    before = {one.moved_to: one for one in workbook.all(Checkin) if one.moved_to}
    found = [checkin]
    while (earlier := before.get(found[0].id)) is not None and earlier not in found:
        found.insert(0, earlier)
    return found


def _may_leave(record: Record, private: frozenset[str]) -> bool:
    """A record which would not be whole without its private fields stays too."""
    whole = not any(type(record).model_fields[name].is_required() for name in private)
    return whole and FOR_US_TWO.get(record.table, STAYS).leaves(record)


def _filled(record: Record, private: frozenset[str]) -> frozenset[str]:
    kind = type(record)
    return frozenset(
        name for name in private if getattr(record, name) != kind.model_fields[name].get_default()
    )
