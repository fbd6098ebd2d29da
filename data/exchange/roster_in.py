"""Reads a list of people from a table: any usual separator, encoding and quoting."""

import csv
import io
from collections.abc import Iterator, Sequence

from coaching.errors import VaultTrouble
from coaching.importing.items import Problem
from coaching.importing.roster import LEFT_OUT, NAMED_BY, Roster, Row, columns_of, say_unused
from data.exchange.cells import plain
from data.exchange.source import Source, decode

SEPARATORS = ",;\t|"
FALLBACK = "cp1252"
MOST_ROWS = 20_000
_UNUSED = "Nothing was changed."
Line = tuple[int, list[str]]


def read_roster(source: Source) -> Roster:
    """The list in a file.

    Raises:
        VaultTrouble: it is no table, or none with a column of names.
    """
    decoded = decode(source, fallback=FALLBACK)
    text = decoded.text.removeprefix("\ufeff")
    rows = _rows(source.name, text, _separator(text))
    line, headings = next(rows, (1, []))
    columns = columns_of(headings)
    if not set(columns.values()) & set(NAMED_BY):
        sentence = f"{source.name}, line {line}: no column is headed name, mentee or mentor."
        way_on = "Troth takes in its own JSON, calendars and lists of people with such a line."
        raise VaultTrouble(f"{sentence} {way_on} {_UNUSED}")
    notes = say_unused(headings, columns)
    if decoded.guessed:
        notes += ("The file is not in UTF-8; it was read as Windows text (cp1252).",)
    return _roster(source.name, rows, len(headings), columns, notes)


def _roster(
    name: str, rows: Iterator[Line], width: int, columns: dict[int, str], notes: tuple[str, ...]
) -> Roster:
    found: list[Row] = []
    problems: list[Problem] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells[width:]):
            sentence = f"this has {len(cells)} cells, the line of headings {width}. {LEFT_OUT}"
            problems.append(Problem(f"line {line}", sentence))
            continue
        texts = {
            field: plain(cells[at]).strip() for at, field in columns.items() if at < len(cells)
        }
        found.append(Row(line, texts))
        if len(found) > MOST_ROWS:
            sentence = f"{name} has more than {MOST_ROWS:,} lines, which is no list of your people."
            raise VaultTrouble(f"{sentence} Divide it. {_UNUSED}")
    return Roster(tuple(found), tuple(problems), notes, frozenset(columns.values()))


def _separator(text: str) -> str:
    """The separator by which the first line has the most known headings, then the most cells."""
    head = next((line for line in text.splitlines() if line.strip()), "")

    def fits(separator: str) -> tuple[int, int]:
        cells = _split(head, separator)
        return len(columns_of(cells)), len(cells)

    return max(SEPARATORS, key=fits)


def _split(line: str, separator: str) -> Sequence[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _rows(name: str, text: str, separator: str) -> Iterator[Line]:
    """The rows that hold anything, each with the line it begins on."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            sentence = f"{name}, line {begins}: this is no row of a table."
            raise VaultTrouble(f"{sentence} Look at its quotation marks. {_UNUSED}") from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1
