"""Hypothesis strategies for single values: ids, texts, days, sides; and for a few of them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from coaching.text import clean_long, clean_short, has_visible

ids = st.uuids(version=4).map(str)
no_halves = st.characters(exclude_categories=["Cs"])
texts = st.text(no_halves, max_size=30).map(clean_long)
lines = st.text(no_halves, max_size=30).map(clean_short)
titles = lines.filter(has_visible)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
sides = st.sampled_from(("me", "them"))


def few(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None of these to three of them."""
    return st.lists(one, max_size=3).map(tuple)
