"""The facts of everyone in one derived file, so that home is drawn without reading any record."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from operator import attrgetter
from typing import Any

import orjson

from coaching.errors import TrothError, VaultTrouble
from coaching.moments import Wall
from coaching.overview import (
    CheckinLine,
    HurdleLine,
    Kept,
    Person,
    PromiseLine,
    PutOffLine,
    ReplyLine,
    TrialLine,
)
from data.files import Signature, read_file
from data.places import Places, make_private_folder
from data.unguarded import write_unguarded

# Raise this when the same fields come to mean something else; a file with other fields, or of
# another meaning, is made again from the record.
MEANING = 2
SHAPE = f"{MEANING} " + " ".join(
    f"{kind.__name__}({','.join(kind.__match_args__)})"
    for kind in (
        *(Person, CheckinLine, PromiseLine, HurdleLine, PutOffLine, ReplyLine, TrialLine),
        *(Kept, Wall),
    )
)

Facts = Mapping[str, tuple[Signature, Person]]
Row = list[Any]
Convert = Callable[[Any], Any]

_DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, TrothError)


class OverviewFile:
    """The derived file of a vault. It may be lost, old or damaged: then it knows less."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self) -> Facts:
        """The facts by workbook id, each with the signature of the file they were taken from."""
        try:
            cover = self._places.cover
            content, _ = read_file(self._places.overview_under(cover))
            kept = orjson.loads(cover.unwrap(content or b""))
            if kept["shape"] != SHAPE:
                return {}
            people = map(_read_person, kept["people"])
            return {
                person.id: (Signature(*signature), person)
                for person, signature in zip(people, kept["signatures"], strict=True)
            }
        except _DAMAGE:
            return {}

    def write(self, facts: Facts) -> None:
        """Keep these facts for the next start; does not wait for the disk, may fail in silence."""
        content = orjson.dumps(
            {
                "shape": SHAPE,
                "signatures": [tuple(signature) for signature, _ in facts.values()],
                "people": [_write_person(person) for _, person in facts.values()],
            }
        )
        with suppress(OSError, VaultTrouble):
            make_private_folder(self._places.cache)
            write_unguarded(self._places, self._places.overview_under, content, durable=False)


def _reader(kind: Callable[..., Any], **how: Convert) -> Convert:
    """Makes a value of this kind from its row; `how` turns single fields back into what they were.

    Rows are lists in the order of the fields: half the size of objects, and read in half the time.
    """
    places = [(_fields(kind).index(name), convert) for name, convert in how.items()]

    def read(row: Row) -> object:
        for place, convert in places:
            row[place] = convert(row[place])
        return kind(*row)

    return read


def _writer(kind: Callable[..., Any], **how: Convert) -> Callable[[Any], Row]:
    """Makes the row of a value of this kind; orjson itself writes dates."""
    row_of = attrgetter(*_fields(kind))
    places = [(_fields(kind).index(name), convert) for name, convert in how.items()]

    def write(value: object) -> Row:
        row = list(row_of(value))
        for place, convert in places:
            row[place] = convert(row[place])
        return row

    return write


def _fields(kind: Callable[..., object]) -> tuple[str, ...]:
    fields: tuple[str, ...] = vars(kind)["__match_args__"]
    return fields


def _each(convert: Convert) -> Convert:
    return lambda rows: tuple(map(convert, rows))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _time_text(at: time | None) -> str | None:
    """The time as Python writes it; orjson 3.13 writes 0.01 s as ".10000"."""
    return None if at is None else at.isoformat()


def _celebrated(row: Row | None) -> tuple[date, str] | None:
    return None if row is None else (date.fromisoformat(row[0]), row[1])


def _not_held(row: Row | None) -> tuple[date, str, str] | None:
    return None if row is None else (date.fromisoformat(row[0]), row[1], row[2])


_read_person = _reader(
    Person,
    since=_day,
    last_held=_day,
    last_not_held=_not_held,
    planned=_each(_reader(CheckinLine, wall=_reader(Wall, day=date.fromisoformat, time=_time))),
    promises=_each(_reader(PromiseLine, by=date.fromisoformat)),
    my_kept=_reader(Kept),
    their_kept=_reader(Kept),
    hurdles=_each(_reader(HurdleLine, done=tuple, opened=date.fromisoformat, look_again=_day)),
    put_offs=_each(_reader(PutOffLine, until=date.fromisoformat)),
    replies=_each(_reader(ReplyLine, since=date.fromisoformat, due=date.fromisoformat)),
    trials=_each(_reader(TrialLine, until=date.fromisoformat)),
    celebrated=_celebrated,
)

_write_person = _writer(
    Person,
    planned=_each(_writer(CheckinLine, wall=_writer(Wall, time=_time_text))),
    promises=_each(_writer(PromiseLine)),
    my_kept=_writer(Kept),
    their_kept=_writer(Kept),
    hurdles=_each(_writer(HurdleLine)),
    put_offs=_each(_writer(PutOffLine)),
    replies=_each(_writer(ReplyLine)),
    trials=_each(_writer(TrialLine)),
)
