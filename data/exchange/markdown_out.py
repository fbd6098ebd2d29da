"""Writes one readable Markdown page a relationship, with YAML front matter."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum

from coaching.exchange import FORMAT_NAME, FORMAT_VERSION, Leaving, Wish
from coaching.exchange_sides import in_roles, roles_in
from coaching.moments import Moment, Wall
from coaching.record.base import Audience, Record, Value
from coaching.record.checkin import Checkin, happened_on
from coaching.record.note import Note
from coaching.record.promise import Promise
from coaching.record.pulse import PulseAnswer
from coaching.record.putoff import PutOff
from coaching.record.relationship import Relationship
from coaching.record.workbook import Workbook, noun_of
from coaching.say import say_count, say_day, say_moment, say_wall
from data.exchange.choice_words import in_words, label_of, questions_in_words, told_in_words
from data.exchange.escaping import one_line, paragraph, yaml_text

ON_MY_OWN = "On my own"
_LINK = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NOT_ON_PAPER = frozenset(("id", "struck_facts"))
OWN_SECTIONS = frozenset(kind.table for kind in (Relationship, Checkin, Promise, Note, PutOff))


def as_markdown(wish: Wish, part: Leaving, made: datetime) -> bytes:
    """The page about one relationship, or of the user's own workbook."""
    book = part.workbook
    about = book.relationship if book.about_someone else None
    lines = [*_front_matter(wish, part, made), "", f"# {one_line(_title(book))}"]
    if about is not None:
        lines += _section("Upcoming", _upcoming(book))
        lines += _section(_promised(wish, about, "me"), _promises(book, "me"))
        lines += _section(_promised(wish, about, "them"), _promises(book, "them"))
        lines += _section("Check-ins", _checkins(wish, book))
    lines += _section("Notes", _notes(book), always=False)
    for table, rows in book.tables.items():
        if table not in OWN_SECTIONS:
            heading = say_count(len(rows), noun_of(table))
            body = _any_records(rows.values(), _title(book), roles_in(part, wish.audience))
            lines += _section(heading, body, always=False)
    return ("\n".join(lines) + "\n").encode()


def _title(book: Workbook) -> str:
    return book.relationship.name if book.about_someone else ON_MY_OWN


def _front_matter(wish: Wish, part: Leaving, made: datetime) -> Iterator[str]:
    absent = part.absent.get(Relationship.table, frozenset())
    yield "---"
    if part.workbook.about_someone:
        about = part.workbook.relationship
        yield f"name: {yaml_text(about.name)}"
        yield f"{_role_key(wish)}: {about.i_am}"
        yield f"since: {about.since.isoformat()}"
        yield f"rhythm: {yaml_text(about.rhythm.every.words() if about.rhythm else 'none')}"
        if "state" not in absent:
            yield f"state: {about.state}"
            yield f"phase: {about.phase}"
        yield f"pronouns: {yaml_text(about.pronouns)}"
        yield f"channel: {yaml_text(about.channel)}"
    else:
        yield f"name: {yaml_text(ON_MY_OWN)}"
    yield f"for: {yaml_text(wish.audience.value)}"
    yield f"exported: {yaml_text(made.isoformat(timespec='minutes'))}"
    yield f"format: {FORMAT_NAME} {FORMAT_VERSION}"
    yield "---"


def _role_key(wish: Wish) -> str:
    return "i_am" if wish.audience is Audience.ONLY_ME else "written_by"


def _section(heading: str, body: Iterable[str], *, always: bool = True) -> list[str]:
    lines = list(body)
    if not lines and not always:
        return []
    return ["", f"## {heading}", "", *(lines or ["none"])]


def _promised(wish: Wish, about: Relationship, side: str) -> str:
    name = one_line(about.name)
    if side == "them":
        return f"{name} promised"
    return "I promised" if wish.audience is Audience.ONLY_ME else f"Promised to {name}"


def _upcoming(book: Workbook) -> Iterator[str]:
    planned = [one for one in book.all(Checkin) if one.outcome == "planned" and one.planned]
    dates = [
        *((_order(one.planned), f"Check-in{_about(one.topic)}") for one in planned if one.planned),
        *(
            ((one.by.isoformat(), say_day(one.by)), f"Promise due: {one_line(one.what)}")
            for one in book.all(Promise)
            if one.state == "open"
        ),
    ]
    for (_, when), what in sorted(dates):
        yield f"- {when}: {what}"


def _order(wall: Wall) -> tuple[str, str]:
    return f"{wall.day.isoformat()} {wall.time or ''}", say_wall(wall)


def _promises(book: Workbook, side: str) -> Iterator[str]:
    for one in sorted((p for p in book.all(Promise) if p.whose == side), key=lambda p: p.by):
        state = {"open": "open", "kept": "kept", "dropped": "let go", "broken": "not kept"}
        settled = f" on {say_day(one.settled)}" if one.settled else ""
        was = f", first by {say_day(one.new_dates[0].was)}" if one.new_dates else ""
        yield f"- {one_line(one.what)}: by {say_day(one.by)}{was}; {state[one.state]}{settled}"


def _checkins(wish: Wish, book: Workbook) -> Iterator[str]:
    by = {"me": " by me", "them": " by them", None: ""}
    if wish.audience is Audience.US_TWO:
        by = {"me": f" by the {book.relationship.i_am}", "them": " by you", None: ""}
    for one in sorted(book.all(Checkin), key=happened_on):
        when = say_moment(one.held) if one.held else say_wall(one.planned) if one.planned else ""
        yield f"- {when}: {one.outcome}{by[one.by]}{_about(one.topic)}{_own_words(one)}"


def _own_words(checkin: Checkin) -> str:
    """The texts of a check-in besides its topic."""
    found = ((name, getattr(checkin, name)) for name in sorted(_texts(checkin) - {"topic"}))
    texts = [f"{name.replace('_', ' ')}: {one_line(text)}" for name, text in found if text]
    return f" ({'; '.join(texts)})" if texts else ""


def _texts(record: Record) -> set[str]:
    return {name for name in type(record).model_fields if record.audience_of(name) is not None}


def _about(topic: str) -> str:
    return f", {one_line(topic)}" if topic else ""


def _notes(book: Workbook) -> Iterator[str]:
    for note in sorted(book.all(Note), key=lambda note: note.about):
        yield from (f"### {say_day(note.about)}, {note.audience.value}", "")
        yield from (paragraph(note.text), "")


def _any_records(records: Iterable[Record], person: str, roles: Mapping[str, str]) -> Iterator[str]:
    """Records of any kind, field by field; links to other records mean nothing on paper."""
    for record in map(_readable, records):
        texts = _texts(record)
        for name, value in record:
            if name in NOT_ON_PAPER or _says_nothing(value):
                continue
            shown = next(iter(in_roles(record, {name: value}, roles)))
            if name in texts:
                yield from (label_of(shown), "", paragraph(value), "")
            else:
                yield from (_line(record, shown, roles.get(str(value), value), person), "")
        yield from ("***", "")


def _says_nothing(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_says_nothing, value))
    return value in (None, "") or (isinstance(value, str) and bool(_LINK.search(value)))


def _line(record: Record, name: str, value: object, person: str) -> str:
    """A field that is no text: a choice in the words of the program, a date, a number."""
    if isinstance(value, str):
        label, words = in_words(record, name, value, person)
        return f"{one_line(label)} {one_line(words)}"
    if name == "left_open" and isinstance(value, tuple):
        value = questions_in_words(record, value, person)
    if name in ("signs", "told_apart") and isinstance(value, tuple):
        value = told_in_words(value, person)
    return f"{label_of(name)} {_plain(value)}"


def _inside(value: Value, name: str, one: object) -> str:
    """A field within a value; a choice loses its underscores, what somebody wrote stays."""
    is_choice = isinstance(one, str) and value.audience_of(name) is None
    return one_line(str(one).replace("_", " ")) if is_choice else _plain(one)


def _readable(record: Record) -> Record:
    """What the other answered in a pulse and did not show stands on no page, the user's neither."""
    return record.without_secrets_of_the_other() if isinstance(record, PulseAnswer) else record


def _plain(value: object) -> str:
    match value:
        case Wall():
            return say_wall(value)
        case Moment():
            return say_moment(value)
        case date():
            return say_day(value)
        case Enum():
            return str(value.value)
        case tuple():
            between = "; " if any(isinstance(one, Value) for one in value) else ", "
            return between.join(map(_plain, value))
        case Value():
            told = ((name, one) for name, one in value if not _says_nothing(one))
            return ", ".join(
                f"{name.replace('_', ' ')} {_inside(value, name, one)}" for name, one in told
            )
        case bool():
            return "yes" if value else "no"
        case _:
            return one_line(str(value))
