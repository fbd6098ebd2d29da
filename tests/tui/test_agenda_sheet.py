"""An agenda on screen: moved past what was taken off, broken at any width with no word lost."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from coaching.record.checkin import Checkin
from coaching.record.workbook import Workbook
from coaching.verbs import preparing
from tests.tui.app_for import NOW, person, shared_content
from tui.checkin.sheet import AgendaSheet, Entry, rows_of, sheet_of

BEATS = ("arrive", "promises", "topic", "feedback", "celebrate", "new_promises", "next_date")


def sheet(book: Workbook) -> AgendaSheet:
    """The agenda of the only check-in."""
    (checkin,) = book.all(Checkin)
    return sheet_of(book, checkin, NOW, shared_content())


def shown(book: Workbook) -> list[str]:
    """The beats on screen, in order."""
    return [beat.id for beat in sheet(book).agenda.beats]


def without(dropped: set[str]) -> Workbook:
    """Ben's next check-in, with these beats taken off."""
    book = person(next_one="fri 3pm")
    (checkin,) = book.all(Checkin)
    book = book.put(checkin.changed(kind="regular"))
    for beat in dropped:
        book = preparing.drop(book, checkin.id, beat).workbook
    return book


def moved(book: Workbook, beat: str, by: int) -> Workbook:
    """After one key."""
    (checkin,) = book.all(Checkin)
    order = sheet(book).moved(beat, by)
    return preparing.reorder(book, checkin.id, beats=order).workbook if order else book


@given(
    st.sets(st.sampled_from(BEATS), max_size=6),
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from((1, -1))), max_size=6),
)
def test_each_move_swaps_two_neighbours_and_loses_nothing(
    dropped: set[str], moves: list[tuple[int, int]]
) -> None:
    book = without(dropped)
    for place, by in moves:
        before = shown(book)
        beat = before[place % len(before)]
        book = moved(book, beat, by)
        at, to = before.index(beat), before.index(beat) + by
        expected = list(before)
        if 0 <= to < len(before):
            expected[at], expected[to] = expected[to], expected[at]
        assert shown(book) == expected
    assert {beat.id for beat in sheet(book).whole.beats} == set(BEATS)
    assert {key for key, _ in sheet(book).dropped if key in BEATS} == dropped


@given(st.lists(st.text("ab c李", max_size=60), max_size=4), st.integers(1, 200), st.booleans())
def test_no_word_is_lost_at_any_width(texts: list[str], width: int, labels: bool) -> None:
    entries = [Entry(str(n), "3 min", text, indent=n % 2) for n, text in enumerate(texts)]
    for entry, row in zip(entries, rows_of(entries, width, labels=labels), strict=True):
        parts = [row.cells[-1], *row.below]
        read = "".join(part.plain if isinstance(part, Content) else part for part in parts)
        assert "".join(read.replace("·", "").split()) == "".join(entry.words.split())
