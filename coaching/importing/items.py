"""What an import would do, one item at a time, and the one deed that does the items chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Literal, NamedTuple

from coaching.errors import Refused
from coaching.moments import Moment
from coaching.ports import Verb
from coaching.record.checkin import Checkin
from coaching.record.workbook import Done, Touched, Workbook
from coaching.say import say_count, say_list

Namesakes = Literal["leave", "merge", "apart"]
Answer = Literal["", "side", "namesakes", "theirs"]
YOURSELF = "yourself"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a file holds that cannot be taken: its place in the file, and why.

    `place` is a line with a field, or whom it is about. `answer` names what the user could say to
    have it taken: their side, what of namesakes, whose of two records that differ.
    """

    place: str
    sentence: str
    answer: Answer = ""

    def told(self) -> str:
        """Place and sentence in one."""
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that would come in: a new relationship, or records for one that is here.

    `says` is what it would become. `passed` is set for a date gone by, which a review may call
    held: a date in a calendar is no proof of a meeting.
    """

    key: str
    who: str
    says: str
    when: str = ""
    new: Workbook | None = None
    workbook_id: str = ""
    pairs: tuple[Touched, ...] = ()
    passed: bool = False
    series: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would come in, what would not and why, and what else is worth telling."""

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def refused(self) -> str:
        """How much could not be taken: "3 lines", or "" where there is no problem."""
        places = {problem.place.partition(",")[0] for problem in self.problems}
        are_lines = all(place.startswith("line ") for place in places)
        words = ("line", "lines") if are_lines else ("entry", "entries")
        return say_count(len(places), *words) if places else ""


class Deed(NamedTuple):
    """New workbooks, what is done to others, and the sentence for all of it."""

    new: tuple[Workbook, ...]
    verbs: tuple[tuple[str, Verb], ...]
    said: str


def deed_of(items: Iterable[Item]) -> Deed:
    """The items as one deed."""
    chosen = tuple(items)
    new = tuple(item.new for item in chosen if item.new is not None)
    pairs: dict[str, list[Touched]] = {}
    for item in chosen:
        if item.pairs:
            pairs.setdefault(item.workbook_id, []).extend(item.pairs)
    verbs = tuple((key, partial(put_in, pairs=tuple(some))) for key, some in pairs.items())
    return Deed(new, verbs, _said(new, [pair for some in pairs.values() for pair in some]))


def put_in(workbook: Workbook, pairs: Sequence[Touched]) -> Done:
    """The workbook with these records, each in place of the one it was compared with.

    Refused, with nothing changed, where a record is not as it was when the file was compared.
    """
    arriving = []
    for before, after in pairs:
        if after is None or workbook.find(type(after), after.id) != before:
            raise Refused(
                "Something was changed in another window meanwhile. Nothing was brought in; "
                "bring the file in again."
            )
        arriving.append(after)
    return Done(workbook.put(*arriving), "")


def as_held(item: Item, now: datetime) -> Item:
    """The item with its check-in held on its date, at its time; as it was if not passed."""
    if not item.passed:
        return item
    pairs = tuple(Touched(before, _held(after, now)) for before, after in item.pairs)
    return replace(item, says="held", pairs=pairs)


def _held(record: object, now: datetime) -> Checkin | None:
    if not isinstance(record, Checkin) or record.planned is None:
        return None
    wall = record.planned
    instant = wall.instant()
    day = min(wall.day, now.astimezone(instant.tzinfo if instant else None).date())
    return record.changed(outcome="held", held=Moment(day, instant, wall.zone))


def _said(new: Sequence[Workbook], pairs: Sequence[Touched]) -> str:
    parts = []
    if new:
        parts.append(say_count(len(new), "new person", "new people"))
    added = sum(pair.before is None for pair in pairs)
    if added:
        parts.append(f"{say_count(added, 'record')} added")
    if len(pairs) > added:
        parts.append(f"{say_count(len(pairs) - added, 'record')} changed")
    return f"Brought in: {say_list(parts)}." if parts else "Nothing was brought in."
