"""The timeline is narrowed to kinds, to a time, to what is still open; the words say how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.practice_timeline import full_timeline
from coaching.record.workbook import Workbook
from coaching.timeline_filter import KIND_NAMES, SINCE, Narrowed, narrowed
from tests.coaching.making import LONDON, NOW, SAMPLES, TODAY, ben, checkin, promise

ANY = st.builds(
    Narrowed,
    st.frozensets(st.sampled_from(list(KIND_NAMES)), max_size=4),
    st.sampled_from(list(SINCE)),
    st.booleans(),
)


def everything() -> Workbook:
    """One record of each kind, and some of other times and states."""
    return ben(
        *SAMPLES[1:],
        checkin("held", "11-10 10:00", "held"),
        checkin("old", "2025-02-10 10:00", "held"),
        promise("kept", "11-01", kept="11-01"),
        promise("next", "12-24"),
    )


def ids(to: Narrowed) -> set[str]:
    book = everything()
    lines = full_timeline(book, NOW, LONDON)
    return {one.record_id for one in narrowed(lines, book, TODAY, to)}


def test_nothing_marked_shows_everything() -> None:
    book = everything()
    lines = full_timeline(book, NOW, LONDON)
    assert narrowed(lines, book, TODAY, Narrowed()) == lines


@pytest.mark.parametrize(
    ("to", "found"),
    [
        (Narrowed(frozenset({"promise"})), {"p", "kept", "next"}),
        (Narrowed(frozenset({"promise"}), only_open=True), {"p", "next"}),
        (Narrowed(frozenset({"checkin", "note"}), "quarter"), {"c", "held", "n"}),
        (Narrowed(frozenset({"checkin"}), "year"), {"c", "held"}),
        (Narrowed(frozenset({"promise", "checkin"}), "ahead"), {"p", "next", "c"}),
    ],
)
def test_only_what_fits_is_shown(to: Narrowed, found: set[str]) -> None:
    assert ids(to) == found


def test_what_is_still_open_leaves_out_what_is_settled_said_or_cannot_be_open() -> None:
    assert ids(Narrowed(only_open=True)) == {
        "c",
        "p",
        "next",
        "r",
        "g",
        "t",
        "re",
        "f",
        "h",
        "d",
        "tr",
    }


def test_the_words_say_what_is_shown() -> None:
    to = Narrowed(frozenset({"note", "promise"}), "quarter", only_open=True)
    assert to.words() == "promises and notes, in the last 3 months, still open"
    assert Narrowed().words() == ""


@given(to=ANY)
def test_whatever_is_chosen_keeps_order_and_adds_nothing(to: Narrowed) -> None:
    book = everything()
    lines = full_timeline(book, NOW, LONDON)
    shown = narrowed(lines, book, TODAY, to)
    assert [one for one in lines if one in shown] == shown
    assert to.shows_all == (to.words() == "")
