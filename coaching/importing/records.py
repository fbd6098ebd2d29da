"""Compares whole records from a file with those here: new, equal, different, or a namesake's."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from coaching.importing.items import YOURSELF, Item, Namesakes, Plan, Problem
from coaching.new_people import name_key
from coaching.overview import Overview, Person
from coaching.record.base import Record
from coaching.record.relationship import Relationship
from coaching.record.workbook import KINDS, MINE, Touched, Workbook, noun_of
from coaching.say import say_count, say_list
from coaching.text import SHORT_LIMIT, quote

ALREADY_HERE = "somebody here has this name already."


@dataclass(frozen=True, slots=True)
class Incoming:
    """The workbooks a file holds, and the problems met while reading it."""

    workbooks: tuple[Workbook, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Here:
    """What is here already: the facts of everyone, and how one of them is opened."""

    overview: Overview
    open: Callable[[str], Workbook]

    def known(self, workbook_id: str) -> bool:
        """Whether a workbook with this id is here."""
        return workbook_id == MINE or self.overview.person(workbook_id) is not None

    def namesakes(self, name: str) -> list[Person]:
        """Those whose name reads the same."""
        return self._by_name.get(name_key(name), [])

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for one in self.overview.people:
            found.setdefault(name_key(one.name), []).append(one)
        return found


def plan_records(
    incoming: Incoming, here: Here, *, namesakes: Namesakes = "leave", theirs: bool = False
) -> Plan:
    """What of the file would come in.

    Ids that are here and equal are passed over; where they differ, the one here stays unless
    `theirs`. `namesakes` says what becomes of a person whose name is here under another id.
    """
    plan = _Plan(here, namesakes, theirs)
    for workbook in incoming.workbooks:
        plan.add(workbook)
    equal = [f"{_are(plan.equal)} here already, the same."] if plan.equal else []
    return Plan(tuple(plan.items), (*incoming.problems, *plan.problems), (*incoming.notes, *equal))


def count_kinds(records: Iterable[Record]) -> str:
    """Records by kind: "2 promises and 1 note"."""
    counts: dict[str, int] = {}
    for record in records:
        counts[record.table] = counts.get(record.table, 0) + 1
    ordered = [table for table in KINDS if table in counts]
    return say_list([say_count(counts[table], noun_of(table)) for table in ordered])


class Names:
    """The names that are taken, so that another person with one gets a mark."""

    def __init__(self, names: Iterable[str]) -> None:
        """These are taken."""
        self._taken = set(map(name_key, names))

    def take(self, name: str) -> str:
        """The name as it is, or with the first mark that makes it another: "Ben (2)"."""
        free, number = name, 1
        while name_key(free) in self._taken:
            number += 1
            mark = f" ({number})"
            free = name[: SHORT_LIMIT - len(mark)] + mark
        self._taken.add(name_key(free))
        return free


class _Plan:
    """Grows by one workbook of the file after the other."""

    def __init__(self, here: Here, namesakes: Namesakes, theirs: bool) -> None:
        self._here, self._namesakes, self._theirs = here, namesakes, theirs
        self._names = Names(person.name for person in here.overview.people)
        self.items: list[Item] = []
        self.problems: list[Problem] = []
        self.equal = 0

    def add(self, workbook: Workbook) -> None:
        """What becomes of one workbook."""
        if self._here.known(workbook.id):
            self._compare(workbook, self._here.open(workbook.id))
            return
        namesakes = self._here.namesakes(workbook.relationship.name)
        if not namesakes:
            self._add_new(workbook)
        elif self._namesakes == "apart":
            relationship = workbook.relationship
            name = self._names.take(relationship.name)
            self._add_new(workbook.put(relationship.changed(name=name)))
        elif self._namesakes == "merge":
            self._merge(workbook, namesakes)
        else:
            name = workbook.relationship.name
            self.problems.append(Problem(name, ALREADY_HERE, "namesakes"))

    def _add_new(self, workbook: Workbook) -> None:
        name = workbook.relationship.name
        others = [record for record in _records(workbook) if not isinstance(record, Relationship)]
        said = f"new, with {count_kinds(others)}" if others else "new"
        self.items.append(Item(workbook.id, name, said, new=workbook))

    def _merge(self, workbook: Workbook, namesakes: Sequence[Person]) -> None:
        name = workbook.relationship.name
        if len(namesakes) > 1:
            sentence = "several people here have this name, so it cannot be told which is meant."
            self.problems.append(Problem(name, sentence))
            return
        tables = {key: rows for key, rows in workbook.tables.items() if key != Relationship.table}
        there = self._here.open(namesakes[0].id)
        self._compare(replace(workbook, tables=tables), there)

    def _compare(self, workbook: Workbook, there: Workbook) -> None:
        who = there.relationship.name if there.about_someone else YOURSELF
        pairs = []
        for record in _records(workbook):
            known = there.find(type(record), record.id)
            if known == record:
                self.equal += 1
            elif known is None or self._theirs:
                pairs.append(Touched(known, record))
            else:
                kind = noun_of(record.table)
                sentence = f"{_named(record)}differs from the one here, which stays as it is."
                self.problems.append(Problem(f"{who}, {kind}", sentence, "theirs"))
        for odd in workbook.unreadable:
            if odd not in there.unreadable:
                sentence = "this Troth cannot read it, and adds such records only with new people."
                self.problems.append(Problem(f"{who}, {noun_of(odd.table)}", sentence))
        if pairs:
            self.items.append(
                Item(there.id, who, _added(pairs), workbook_id=there.id, pairs=tuple(pairs))
            )


def _records(workbook: Workbook) -> list[Record]:
    return [record for rows in workbook.tables.values() for record in rows.values()]


def _added(pairs: Sequence[Touched]) -> str:
    new = [pair.after for pair in pairs if pair.before is None and pair.after is not None]
    other = [pair.after for pair in pairs if pair.before is not None and pair.after is not None]
    parts = [f"{count_kinds(new)} added"] if new else []
    parts += [f"{count_kinds(other)} replaced by those of the file"] if other else []
    return say_list(parts)


def _named(record: Record) -> str:
    """The words that tell a record from its neighbours, where it has some."""
    for field in ("what", "name", "topic", "text", "what_happened"):
        words = getattr(record, field, "")
        if words:
            return f"{quote(words)} "
    return ""


def _are(count: int) -> str:
    return "1 record is" if count == 1 else f"{count:,} records are"
