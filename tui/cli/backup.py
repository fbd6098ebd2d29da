"""`troth backup`: what backups there are, and putting one back after a preview."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from coaching.errors import Refused, VaultTrouble
from coaching.keeping import WHYS, Difference
from coaching.overview import Overview, Person
from coaching.say import say_count, say_day, say_day_and_time
from coaching.text import quote
from tui.bootstrap import Records
from tui.cli.names import clean_name, find_person, first_few, fits_any
from tui.cli.output import aligned, say

MINE = "mine"
KILO = 1024


def run_backup(options: argparse.Namespace, records: Records) -> int:
    """List the backups, or put one back."""
    records.check()
    if options.deed == "list":
        if options.name or options.only:
            raise Refused("troth backup list takes no name. To put one back: troth backup restore")
        _list(records)
        return 0
    if not options.name:
        raise Refused("Say which backup, as in: troth backup restore 2026-11-24")
    return _restore(records, options)


def _list(records: Records) -> None:
    found = records.keeping.backups()
    if not found:
        say("There is no backup yet. One is made before the first change of each day.")
        return
    say(
        *aligned(
            (
                one.name,
                say_day_and_time(one.made),
                say_count(one.people, "person", "people"),
                say_size(one.size),
                WHYS.get(one.why, one.why.replace("-", " ")),
            )
            for one in found
        )
    )


def _restore(records: Records, options: argparse.Namespace) -> int:
    keeping = records.keeping
    backup = keeping.named(options.name)
    differences = list(keeping.preview(backup.name))
    when = say_day_and_time(backup.made)
    only, whose = None, "your records"
    if options.only is not None:
        person = _whom(options.only, differences, records.overview())
        only, whose = person.id, f"{person.name}'s pages" if person.name else "your own pages"
        differences = [one for one in differences if one.workbook_id == only]
    if not differences:
        say(f"Nothing would change: {whose} are as they were on {when}.")
        return 0
    if only is not None and differences[0].what == "goes":
        raise VaultTrouble(f"{whose[0].upper()}{whose[1:]} are not in the backup {backup.name}.")
    say(f"Putting back the state of {when} would change this:", *_lines(differences))
    if not options.yes:
        _ask()
    before = keeping.restore(backup.name, only)
    say(f"Done. The state from before this lies in the backup {before.name}.")
    return 0


def _whom(text: str, differences: Sequence[Difference], overview: Overview) -> Person:
    """Whom these words name, in the backup or in the records as they are."""
    if text.strip().casefold() == MINE:
        return Person(MINE)
    known = {person.id: person for person in overview.people}
    known |= {one.workbook_id: Person(one.workbook_id, one.name) for one in differences if one.name}
    people = Overview(tuple(known.values()))
    if not fits_any(people, text):
        named = first_few(sorted((one.name for one in known.values()), key=str.casefold))
        raise Refused(
            f"Nobody is called {quote(clean_name(text))}, in this backup or in your records. "
            f"{f'There are: {named}. ' if named else ''}For your own pages write: mine"
        )
    return find_person(people, text)


def _lines(differences: Sequence[Difference]) -> list[str]:
    rows = sorted(differences, key=lambda one: (one.what, one.name.casefold()))
    return aligned(
        ((one.name or _nameless(one), one.what, ", ".join(_counts(one))) for one in rows),
        indent="  ",
    )


def _nameless(one: Difference) -> str:
    return "your own pages" if one.workbook_id == MINE else "somebody without a name"


def _counts(one: Difference) -> Iterator[str]:
    for number, what in ((one.added, "back"), (one.removed, "gone"), (one.changed, "as before")):
        if number:
            yield f"{say_count(number, 'record')} {what}"
    if one.newest:
        yield f"newest entry {say_day(date.fromisoformat(one.newest))}"


def _ask() -> None:
    """Go on only at a typed yes."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            "Troth asks before it puts a backup back, and there is no terminal. Add --yes"
        )
    print("Type yes to put it back: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().casefold() != "yes":
        raise VaultTrouble("Nothing was changed.")


def say_size(size: int) -> str:
    """A size in the unit that fits: "12 kB", "3.4 MB"."""
    if size < KILO**2:
        return f"{max(1, round(size / KILO))} kB"
    return f"{size / KILO**2:.1f} MB"
