"""500 hostile texts in the fields of every kind of record: out in each format, and in again."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest
import vobject

from coaching.exchange import Wish
from coaching.record.base import Record
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.promise import Promise
from coaching.record.relationship import Relationship
from coaching.record.workbook import MINE, Done, Workbook
from coaching.text import has_visible
from data.exchange.cells import plain
from tests.coaching.making import SAMPLES, TODAY, wall
from tests.tui.app_for import new_id
from tests.tui.command_line import CommandLine
from tests.tui.hostile_texts import HOSTILE

PIECES = (
    *HOSTILE,
    *("=1+1", "+1", "-1", "@x", "'=x", "''", '"', '"";', ",", ";", "\t=x", "＝x", "%s %n", "{0}"),
    *("---", "# x", "> x", "- x", "1. x", "```", "~~~", "| a | b |", "[x](y)", "![x](y)", "<b>x"),
    *("END:VEVENT", "BEGIN:VALARM", "x\\n", "x\\,y", "a:b;c=d", "X" * 80, "é" * 80, "e\u0301"),
    *(
        "null",
        "true",
        "~",
        "!!python/object x",
        "*x",
        "&x",
        "%YAML",
        "\ufeffx",
        "\u200dx",
        "💥" * 40,
    ),
    *("../../x", "C:\\Notes", "$(x)", "`x`", "; rm x", "\x00x", "\x1b[2Jx", "\u2028x", "\u00a0x"),
)

TAKES_ONLY_ANSWERS = ("intentions", "abilities", "character")


def hostile_texts(count: int) -> list[str]:
    """Each piece alone, then pieces joined in all kinds of ways."""
    joints = (" ", "\n", "\n\n", "\r\n", ",", "\t")
    joined = (f"{one}{joint}{two}" for joint, one, two in product(joints, PIECES, PIECES[::-1]))
    fitting = (text for text in (*PIECES, *joined) if has_visible(text) and len(text) < 180)
    return list(islice(fitting, count))


def records(text: str) -> Iterator[Record]:
    """One record of each kind about a person, with this text in every field that takes it."""
    for sample in SAMPLES[1:]:
        kind = type(sample)
        texts = [one for one in kind.model_fields if kind.audience_of(one) is not None]
        fields = {one: text for one in texts if not one.startswith(TAKES_ONLY_ANSWERS)}
        yield sample.changed(id=new_id(), **fields)
    yield Checkin(id=new_id(), planned=wall("12-01 15:00"), topic=text)


def people(texts: list[str]) -> list[Workbook]:
    """Everyone, each text in the fields of somebody with a hostile name."""
    books = []
    for place in range(0, len(texts), 50):
        name = texts[place]
        about = Relationship(
            id=new_id(),
            name=name,
            i_am="mentee",
            since=TODAY,
            zone="Europe/Berlin",
            pronouns=name,
            channel=name,
        )
        kept = [record for text in texts[place : place + 50] for record in records(text)]
        books.append(Workbook(about.id).put(about, *kept))
    return books


def contacts(texts: list[str]) -> list[SupportContact]:
    return [
        SupportContact(
            id=new_id(),
            name=text,
            kind="ombuds",
            reach=text,
            hours=text,
            must_report=text,
            checked=TODAY,
        )
        for text in texts
    ]


@pytest.mark.parametrize("count", [60, pytest.param(500, marks=pytest.mark.torture)])
def test_every_text_leaves_and_comes_back_the_same(
    troth: CommandLine, tmp_path: Path, count: int
) -> None:
    texts = hostile_texts(count)
    assert len(texts) == count
    books = people(texts)
    coach = troth.records.coach
    coach.create(books, "made")
    coach.do(MINE, lambda mine: Done(mine.put(*contacts(texts)), ""))
    books = [*books, coach.open(MINE)]
    whole = tmp_path / "whole.json"
    assert troth("export", "--format", "json", "-o", str(whole)).code == 0
    other = CommandLine(tmp_path / "other", troth.capsys)
    assert other("import", str(whole)).code == 0
    assert [other.records.coach.open(book.id).tables for book in books] == [
        book.tables for book in books
    ]
    promises = [one for book in books for one in book.all(Promise)]
    assert sorted(one.what for one in promises) == sorted(
        plain(row["what"]) for row in table(troth("export", "--format", "csv").out)
    )
    kept = (one.topic for book in books for one in book.all(Checkin))
    assert sorted(map(without_mark, kept)) == sorted(map(without_mark, topics(troth, books)))
    for wanted in ("json", "markdown", "ics", "csv"):
        assert not set("\x1b\x9b\x00\x07\u202e") & set(troth("export", "--format", wanted).out)


def without_mark(text: str) -> str:
    """Readers of calendars take an invisible byte order mark off the start of a text."""
    return text.removeprefix("\ufeff")


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def topics(troth: CommandLine, books: list[Workbook]) -> Iterator[str]:
    """The descriptions of all events, as another reader of calendars sees them."""
    for book in books:
        if not book.about_someone:
            continue
        page = troth.records.pack(Wish("ics", whom=book.id)).pages[0]
        for event in vobject.readOne(page.content.decode()).contents["vevent"]:
            if event.x_troth_kind.value == "check-in":
                yield event.description.value


def test_json_of_hostile_texts_is_json_to_any_reader(troth: CommandLine) -> None:
    troth.records.coach.create(people(hostile_texts(60)), "made")
    assert json.loads(troth("export", "--format", "json").out)["workbooks"]
