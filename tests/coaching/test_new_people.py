"""Several people read from lines: each shown back in full, or refused with its line number."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from coaching.fast_entry import NewRelationship
from coaching.new_people import Entry, is_known, read_entries, say_added
from tests.coaching.hostile import hostile

ZONE = "Europe/London"
NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo(ZONE))


def read(text: str, *known: str) -> list[Entry]:
    return read_entries(text, known, NOW, ZONE, "mentor")


def test_each_line_is_said_back_in_full() -> None:
    entries = read("Ben every 2w, next tue 3pm\n\nChiara, my mentor")
    assert [(entry.line_number, entry.sentence) for entry in entries] == [
        (1, "Ben: your mentee, every 2 weeks, next Tue 1 Dec 2026, 15:00"),
        (3, "Chiara: your mentor"),
    ]


def test_a_name_is_taken_only_once_whatever_its_capitals_and_blanks() -> None:
    entries = read("Ben  Lind\nBEN LIND\nAmara", "amara")
    assert [entry.new is not None for entry in entries] == [True, False, False]
    assert "line 1" in entries[1].sentence
    assert "here already" in entries[2].sentence
    assert is_known(" ben ", ["BEN"])
    assert not is_known("Ben", ["Benny"])


def test_what_was_added_is_said_shortly_however_many() -> None:
    people = [NewRelationship(f"P{number}", "mentor") for number in range(7)]
    assert say_added(people[:1]) == "Added. P0: your mentee."
    assert say_added(people[:2]) == "2 people added: P0 and P1."
    assert say_added(people) == "7 people added: P0, P1, P2, P3, P4 and 2 more."


@given(st.lists(hostile).map("\n".join))
def test_any_lines_are_read_or_refused_and_names_stay_apart(text: str) -> None:
    entries = read(text, "Ben")
    names = [entry.new.name for entry in entries if entry.new]
    for place, name in enumerate(names):
        assert not is_known(name, [*names[:place], "Ben"])
    assert all(entry.sentence for entry in entries)
    assert [entry.line_number for entry in entries] == sorted({e.line_number for e in entries})
