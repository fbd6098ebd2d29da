"""Writes promises and check-ins as tables for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from coaching.exchange import Leaving, Table
from coaching.exchange_sides import roles_in
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from data.exchange.cells import neutral

BOM = "\ufeff"
PROMISES = ("person", "what", "whose", "made", "by", "first by", "state", "settled")
CHECKINS = (
    *("person", "planned", "time", "zone", "kind", "topic", "outcome", "by"),
    *("held", "held time", "held zone"),
)


def as_csv(table: Table, parts: Sequence[Leaving], audience: Audience) -> bytes:
    """One table: UTF-8 with the mark that spreadsheets look for, commas, CRLF, a header line."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\r\n")
    absent = {name for part in parts for name in part.absent.get("checkins", ())}
    if table == "promises":
        write.writerow(PROMISES)
        rows = (row for part in parts for row in _promises(part.workbook, roles_in(part, audience)))
    else:
        kept = [place for place, name in enumerate(CHECKINS) if name not in absent]
        write.writerow([CHECKINS[place] for place in kept])
        rows = (
            tuple(row[place] for place in kept)
            for part in parts
            for row in _checkins(part.workbook, roles_in(part, audience))
        )
    write.writerows([neutral(cell) for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode()


def _promises(workbook: Workbook, roles: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for one in workbook.all(Promise):
        first = one.new_dates[0].was if one.new_dates else one.by
        settled = one.settled.isoformat() if one.settled else ""
        dates = (one.made.isoformat(), one.by.isoformat(), first.isoformat())
        whose = roles.get(one.whose, one.whose)
        yield (_name(workbook), one.what, whose, *dates, one.state, settled)


def _checkins(workbook: Workbook, roles: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for one in workbook.all(Checkin):
        held = one.held.wall() if one.held else None
        planned = one.planned
        yield (
            _name(workbook),
            planned.day.isoformat() if planned else "",
            planned.time.isoformat() if planned and planned.time else "",
            planned.zone if planned else "",
            one.kind,
            one.topic,
            one.outcome,
            roles.get(one.by, one.by) if one.by else "",
            held.day.isoformat() if held else "",
            held.time.isoformat() if held and held.time else "",
            held.zone if held else "",
        )


def _name(workbook: Workbook) -> str:
    return workbook.relationship.name if workbook.about_someone else ""
