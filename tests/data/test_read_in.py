"""Whatever the bytes are: a plan, or one sentence; never a crash, never records that do not fit."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.errors import VaultTrouble
from coaching.importing.items import Plan
from coaching.record.workbook import touched
from data.memory_vault import MemoryVault
from tests.data.importing import exported, planned, take_in, told
from tests.data.people import notes, person, promises

EVENT = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VTIMEZONE\r
TZID:Odd/Zone\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:one\r
SUMMARY;LANGUAGE=en:Ben and I\r
DTSTART;TZID=Odd/Zone:20261126T150000\r
RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z;BYDAY=TH\r
EXDATE;TZID=Odd/Zone:20261203T150000,20261210T150000\r
RDATE;VALUE=DATE:20261224\r
ATTENDEE;CN="Ben";ROLE=REQ-PARTICIPANT:mailto:ben@example.org\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:one\r
RECURRENCE-ID;TZID=Odd/Zone:20261217T150000\r
DTSTART;TZID=Odd/Zone:20261218T150000\r
SUMMARY:Ben\r
END:VEVENT\r
END:VCALENDAR\r
"""
LIST = 'Name;Role;Every;Start;"Pronouns"\nBen;mentee;2w;13.11.2026;"he;him"\nAda;mentor;;;\n'
SOUP = [
    *(
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "DTSTART:",
        "RRULE:FREQ=",
        "20261126T150000Z",
        "RDATE:",
    ),
    *('"', ";", ",", "\n", "\r", "\t", ":", "=", "{", "}", "[", "]", "null", "1e999", "-", "é"),
    *("\ufeff", "\x00", "\x1b[2J", "\ud7ff", "TZID=", "DURATION:P1D", "VALUE=PERIOD:", "99999999"),
]


def an_export() -> str:
    vault = MemoryVault()
    ben = person("Ben")
    vault.create([ben, person("Ada")])
    vault.change(ben.id, promises("introduction"))
    vault.change(ben.id, notes("a note"))
    return exported(vault).decode()


EXPORT = an_export()
pieces = st.sampled_from([*SOUP, *string.printable])


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A good file with a few parts cut out, put in or changed, in some encoding."""
    text = draw(st.sampled_from((EVENT, LIST, EXPORT)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 40))
        text = text[:at] + draw(st.lists(pieces, max_size=4).map("".join)) + text[at + cut :]
    if draw(st.booleans()):
        text = text[: draw(st.integers(0, len(text)))]
    encoding = draw(st.sampled_from(("utf-8", "utf-16", "latin-1", "utf-8-sig")))
    return text.encode(encoding, "replace")


def brought(content: bytes) -> Plan | None:
    """Take it all in and back out; None where the file was refused in one sentence."""
    vault = MemoryVault()
    vault.create([person("Ben"), person("Cleo")])
    before = [vault.open(one.id) for one in vault.overview().people]
    try:
        found = planned(content, vault, i_am="mentor", namesakes="apart")
    except VaultTrouble as trouble:
        one_sentence(trouble.sentence)
        return None
    for said in (*told(found), *found.notes):
        assert "\x1b" not in said
    coach = take_in(vault, found)
    if coach.history.done:
        coach.undo()
    after = [vault.open(one.id) for one in vault.overview().people]
    assert [touched(*pair) for pair in zip(before, after, strict=True)] == [(), ()]
    return found


def one_sentence(sentence: str) -> None:
    assert "\n" not in sentence
    assert sentence.startswith("the file")


@settings(max_examples=150, deadline=None)
@given(spoilt() | st.binary(max_size=300))
def test_any_bytes_are_planned_or_refused(content: bytes) -> None:
    brought(content)


def test_the_good_ones_come_in() -> None:
    event, people, export = (brought(text.encode()) for text in (EVENT, LIST, EXPORT))
    assert event is not None
    assert [one.when for one in event.items] == [
        "Thu 26 Nov 2026, 15:00",
        "Fri 18 Dec 2026, 15:00",
        "Thu 24 Dec 2026, 15:00",
        "Thu 31 Dec 2026, 15:00",
    ]
    assert people is not None
    assert [one.who for one in people.items] == ["Ben (2)", "Ada"]
    assert export is not None
    assert [one.who for one in export.items] == ["Ada", "Ben (2)"]
