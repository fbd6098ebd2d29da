"""Texts meant to break what reads them: any characters, and words of our grammars at random."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from coaching.errors import Refused

Answer = TypeVar("Answer")

DATE_WORDS = """
next this last on at in ago every each other tue fri monday today tomorrow yesterday noon midnight
2w 0w -3d +99999y 3 31 feb 24th of nov 2026 0000 99/99 24.11. 11.12 25:00 15.00 3pm 13 am : . / - +
weekly biweekly a an no zero weeks month year i am my mentor mentee (my mentor) ( ) , , Ben [/x]
next: every: [b] [$primary] 👩‍👩‍👧 مریم ٣ ３
"""
CONTROLS = ["\u202e", "\u2066", "\x1b[31m", "\x9b1m", "\x00", "\ud800", "\u2028", "\t", "\x85"]

any_text = st.text(st.characters(codec=None))
word_soup = st.lists(st.sampled_from([*DATE_WORDS.split(), *CONTROLS])).map(" ".join)
hostile = any_text | word_soup


def answer_or_sentence(read: Callable[[], Answer]) -> tuple[Answer | None, str]:
    """What was read and "", or None and the sentence of the refusal, which is one sentence."""
    try:
        return read(), ""
    except Refused as refused:
        sentence = refused.sentence
    assert sentence.endswith(".")
    assert "\x1b" not in sentence
    assert "\n" not in sentence
    return None, sentence
