"""What two copies of one workbook make together."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from data.documents import Tables, header
from data.merging import compared, merged, records_in

ids = st.sampled_from("abcde")
documents = st.fixed_dictionaries({"id": ids, "text": st.sampled_from(["one", "two"])})
odd_documents = st.one_of(documents, st.just({"no": "id"}), st.just("no record"))


@st.composite
def copies(draw: st.DrawFn) -> dict[str, Any]:
    """The tables of a copy, without two records of one id in a table."""
    tables: dict[str, Any] = header()
    for table in draw(st.sets(st.sampled_from(["notes", "promises"]))):
        rows = draw(st.lists(odd_documents, max_size=5, unique_by=lambda row: str(_id(row))))
        tables[table] = {str(number): row for number, row in enumerate(rows, 1)}
    return tables


def _id(row: object) -> object:
    return row.get("id", row) if isinstance(row, dict) else row


@given(copies(), copies(), st.booleans())
def test_nothing_of_either_is_lost(this: Tables, other: Tables, other_wins: bool) -> None:
    both = merged(this, other, other_wins=other_wins)
    apart = compared(this, other)
    assert records_in(both) == records_in(this) + len(apart.only_other)
    assert not compared(both, this).only_other
    assert not compared(both, other).only_other
    winner = other if other_wins else this
    assert not compared(both, winner).differing


@given(copies(), st.booleans())
def test_a_copy_with_itself_stays_as_it_is(this: Tables, other_wins: bool) -> None:
    assert merged(this, this, other_wins=other_wins) == this


@given(copies(), copies())
def test_neither_copy_is_changed_by_it(this: Tables, other: Tables) -> None:
    before = repr((this, other))
    merged(this, other, other_wins=True)
    assert repr((this, other)) == before
