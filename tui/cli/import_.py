"""`troth import`: takes a file in as one change, and tells what of it could not be taken."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from shlex import quote

from coaching.errors import VaultTrouble
from coaching.importing.items import Item, Plan, deed_of
from coaching.importing.plan import Around, FileRead, Wishes, plan
from coaching.importing.records import Here
from coaching.say import say_count
from tui.bootstrap import Records
from tui.cli.output import aligned, complain, say

STANDARD_INPUT = "-"
INPUT_NAME = "standard input"
UNCHANGED = "Nothing was changed."
NOTHING = f"Nothing new is in it. {UNCHANGED}"
ANSWERS = {
    "side": "To say which side you are on: --as mentor or --as mentee",
    "namesakes": "Names that are here: --merge adds to that person, --apart makes another one.",
    "theirs": "Records that differ: --theirs takes those of the file in place of yours.",
}


def run_import(options: argparse.Namespace, records: Records) -> int:
    """Bring the file in, or say what would come in; 1 where something could not be taken."""
    records.check_usable()
    file = _read(options.file, records)
    troubles = records.overview().troubles
    for trouble in troubles:
        complain(trouble.sentence)
    planned = plan_import(file, options, records)
    if not planned.items:
        said = [_nothing(planned)]
    elif options.dry_run:
        said = would(planned.items)
    else:
        said = _take_in(planned.items, records, options)
    say(*said, *planned.notes)
    name = INPUT_NAME if options.file == STANDARD_INPUT else options.file
    for problem in planned.problems:
        complain(f"Not taken: {name}, {problem.told()}")
    for answer in dict.fromkeys(problem.answer for problem in planned.problems):
        if answer:
            complain(ANSWERS[answer])
    return 1 if planned.problems or troubles else 0


def plan_import(file: FileRead, options: argparse.Namespace, records: Records) -> Plan:
    """What of the file would come in, by the options."""
    here = Here(records.overview(), records.coach.open)
    wishes = Wishes(options.i_am, options.namesakes, options.theirs)
    around = Around(records.clock.now(), records.clock.zone(), records.coach.new_id)
    return plan(file, here, wishes, around)


def would(items: Sequence[Item]) -> list[str]:
    """What would come in, in columns: a line for each thing, or for all dates of a series."""
    has_dates = any(item.when for item in items)
    rows = (
        (some[0].who, _when(some), some[0].says) if has_dates else (some[0].who, some[0].says)
        for some in _series(items)
    )
    head = f"{say_count(len(items), 'thing')} would come in. Nothing was changed yet:"
    return [head, *aligned(rows, indent="  ")]


def _series(items: Sequence[Item]) -> Iterable[list[Item]]:
    """The items; dates of one repeating event that would come in alike stand together."""
    found: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        alike = (item.workbook_id, item.series, item.says) if item.series else (item.key,)
        found.setdefault(alike, []).append(item)
    return found.values()


def _when(some: Sequence[Item]) -> str:
    if len(some) == 1:
        return some[0].when
    return f"{len(some)} dates, {some[0].when} to {some[-1].when}"


def _nothing(planned: Plan) -> str:
    """Why nothing comes in: it is here already, or none of it could be taken."""
    refused = planned.refused()
    if not refused:
        return NOTHING
    return f"Nothing came in: {refused} could not be taken, for the reasons told. {UNCHANGED}"


def _take_in(items: Sequence[Item], records: Records, options: argparse.Namespace) -> list[str]:
    """Bring them in; what was done, and how to take it back."""
    before = None
    if records.there:
        before = records.keeping.back_up("before-import")
    deed = deed_of(items)
    records.coach.take_in(deed.new, deed.verbs, deed.said)
    if before is not None:
        where = f" --vault {quote(options.vault)}" if options.vault else ""
        way = f"troth{where} backup restore {before.name}"
    else:
        way = f"there was nothing before it. Delete the folder {records.folder}"
    return [deed.said, f"To take it back: {way}"]


def _read(file: str, records: Records) -> FileRead:
    if file != STANDARD_INPUT:
        return records.read_in(file)
    if sys.stdin is None or sys.stdin.isatty():
        raise VaultTrouble(
            "Nothing comes from standard input. Name a file, or use a pipe: | troth import -"
        )
    return records.read_stream(INPUT_NAME, sys.stdin.buffer)
