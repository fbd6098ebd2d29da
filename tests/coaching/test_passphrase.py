"""What is said about a passphrase before anything is sealed with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.passphrase import BROKEN, COMMON, SHORT, SHORTEST, judge


@pytest.mark.parametrize(
    "fine",
    [
        "lamp orbit velvet gravel",
        "purple monkey winter guitar",
        "Der Kater schläft unterm Dach",
        "k7#Vw0pQz!m2",
        "犬はとても静かに寝ています今日",
    ],
)
def test_words_that_do_not_belong_together_will_do(fine: str) -> None:
    assert judge(fine) is None


@pytest.mark.parametrize("short", ["", "ben", "gravel lamp", "           x", " " * 40])
def test_a_short_one_is_told_so(short: str) -> None:
    assert judge(short) == SHORT


@pytest.mark.parametrize(
    "common",
    [
        "password1234",
        "Passw0rd2024!",
        "P4$$w0rdP4$$w0rd",
        "iloveyou 1999",
        "Welcome-2026-2026",
        "correct horse battery staple",
        "To be, or not to be!",
        "qwertyuiop1234",
        "poiuytrewq98765",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "1234567890123",
        "198419851986",
        "1qaz2wsx3edc4rfv",
        "mentor mentee 22",
    ],
)
def test_one_of_the_first_anybody_would_try_is_told_so(common: str) -> None:
    assert judge(common) == COMMON


def test_half_a_character_is_not_taken() -> None:
    assert judge("lamp orbit velvet \ud800") == BROKEN


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    answer = judge(text)
    assert answer in (None, SHORT, COMMON, BROKEN)
    assert len(text) >= SHORTEST or answer is not None


@given(st.lists(st.text("bdfghjkmnpqrtvwxz", min_size=5, max_size=8), min_size=4, unique=True))
def test_made_up_words_are_not_called_common_for_their_number(words: list[str]) -> None:
    distinct = set("".join(words))
    assert judge(" ".join(words)) is None or len(distinct) < 8
