"""`troth export`: takes records out, and lists on standard error what leaves and what stays."""

import argparse
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import get_args

from coaching.errors import Refused, ThereAlready
from coaching.exchange import MIXED, Format, Page, Parcel, Table, Wish
from coaching.lengths import read_length
from coaching.overview import Overview
from coaching.record.base import Audience
from coaching.text import tame
from tui.bootstrap import Records
from tui.cli.names import find_person
from tui.cli.output import complain, say

STANDARD_OUTPUT = "-"
ONLY_FOR = {"table": "csv", "titles": "ics", "alarm": "ics"}


def run_export(options: argparse.Namespace, records: Records) -> int:
    """Write the export; 1 where somebody's records could not be read and are missing in it."""
    records.check()
    wish = read_wish(options, records)
    parcel = records.pack(wish)
    if _to_a_file(options):
        path = _write(options, records, wish, parcel)
        say(f"Written to {path}. Whoever has it can read it.")
    else:
        _print(parcel.pages)
    _tell(parcel)
    return 1 if parcel.troubles else 0


def read_wish(options: argparse.Namespace, records: Records) -> Wish:
    """What is wanted, by the options, and where they say nothing by the settings."""
    _check_fit(options)
    wanted: Format = next(one for one in get_args(Format) if one == options.format)
    table: Table | None = options.table
    if wanted == "csv" and table is None and not _to_a_file(options):
        table = "promises"
    reader = Audience.US_TWO if options.reader == "us-two" else Audience.ONLY_ME
    calendar = records.settings.calendar
    return Wish(
        wanted,
        reader,
        _whom(options, records.overview(), reader),
        table,
        short_titles=options.titles == "short" or (options.titles is None and not calendar.names),
        alarm=_alarm(options.alarm, calendar.alarm_minutes),
    )


def _write(options: argparse.Namespace, records: Records, wish: Wish, parcel: Parcel) -> Path:
    try:
        return records.write_out(
            options.output, parcel.pages, folder=wish.several, force=options.force
        )
    except ThereAlready as there:
        if options.force:
            raise
        raise Refused(f"{there.sentence} To write over it, add --force.") from there


def _to_a_file(options: argparse.Namespace) -> bool:
    return options.output is not None and options.output != STANDARD_OUTPUT


def _whom(options: argparse.Namespace, overview: Overview, reader: Audience) -> str:
    """The workbook of the one named, or "" for everyone; a page for us two is for one pair."""
    if options.name is not None:
        return find_person(overview, options.name).id
    apart = options.format == "markdown" and _to_a_file(options)
    if reader is Audience.ONLY_ME or apart:
        return ""
    if len(overview.people) == 1:
        return overview.people[0].id
    raise Refused(f"{MIXED.removesuffix('.')}: troth export Ben --for us-two")


def _check_fit(options: argparse.Namespace) -> None:
    for name, wanted in ONLY_FOR.items():
        if getattr(options, name) is not None and options.format != wanted:
            raise Refused(f"--{name} is for --format {wanted}. Leave it out.")
    if options.force and not _to_a_file(options):
        raise Refused("--force is for writing over a file. Say which with -o FILE.")


def _alarm(text: str | None, minutes: int) -> timedelta | None:
    if text is not None:
        return read_length(text)
    return timedelta(minutes=minutes) if minutes else None


def _print(pages: Sequence[Page]) -> None:
    """The bytes as they are, or without control characters where a terminal would obey them."""
    if sys.stdout.isatty():
        for page in pages:
            print(tame(page.content.decode().removeprefix("\ufeff")), end="")
        return
    sys.stdout.flush()
    for place, page in enumerate(pages):
        sys.stdout.buffer.write((b"\n" if place else b"") + page.content)
    sys.stdout.buffer.flush()


def _tell(parcel: Parcel) -> None:
    for sentence in (parcel.leaves, parcel.left_out):
        complain(sentence)
    for sentence in parcel.troubles:
        complain(f"Missing in this export: {sentence}")
