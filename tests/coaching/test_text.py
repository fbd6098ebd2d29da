"""What is kept of a text, what is refused whole, and how it is quoted."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given

from coaching.errors import Refused
from coaching.text import clean_long, clean_short, has_visible, nearest, quote
from tests.coaching.hostile import hostile


@pytest.mark.parametrize(
    ("typed", "short", "long"),
    [
        ("  Ben  ", "Ben", "Ben"),
        ("one\ntwo\tthree", "one two three", "one\ntwo\tthree"),
        ("one\r\ntwo\rthree", "one two three", "one\ntwo\nthree"),
        ("one\u2028two\u2029three\x85four", "one two three four", "one\ntwo\nthree\nfour"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m", "[31mred[0m"),
        ("\x9b31m \x07\x00\x7f", "31m", "31m"),
        ("a\u202eb\u2066c\u2069d", "abcd", "abcd"),
        ("\ud800Ben\udfff", "Ben", "Ben"),
        ("e\u0301", "é", "é"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"),
        ("[/x] [b] [$primary]", "[/x] [b] [$primary]", "[/x] [b] [$primary]"),
        ("", "", ""),
    ],
)
def test_keeps_what_is_meant_and_drops_what_does_harm(typed: str, short: str, long: str) -> None:
    assert (clean_short(typed), clean_long(typed)) == (short, long)


def test_the_flag_of_scotland_keeps_its_tag_characters() -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert clean_short(flag) == flag


@pytest.mark.parametrize(
    ("clean", "limit", "told"),
    [
        (clean_short, 200, "The text has 201 characters; 200 fit here. Nothing was changed."),
        (
            clean_long,
            200_000,
            "The text has 200,001 characters; 200,000 fit here. Nothing was changed.",
        ),
    ],
)
def test_a_text_over_the_limit_is_refused_whole(
    clean: Callable[[str], str], limit: int, told: str
) -> None:
    assert clean("x" * limit) == "x" * limit
    with pytest.raises(Refused) as refused:
        clean("x" * (limit + 1))
    assert refused.value.sentence == told


def test_accents_typed_apart_count_as_one_letter() -> None:
    assert clean_short("e\u0301" * 200) == "é" * 200


def test_a_pile_of_accents_is_refused_at_once() -> None:
    with pytest.raises(Refused, match="more than 30 accents"):
        clean_long("a" + "\u0301\u0316" * 90_000)


@given(hostile)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for clean in (clean_short, clean_long):
        try:
            once = clean(text)
        except Refused:
            continue
        assert clean(once) == once
        assert all(unicodedata.category(c) not in {"Cc", "Cs"} or c in "\n\t" for c in once)


@given(hostile)
def test_a_quotation_is_tame_short_and_on_one_line(text: str) -> None:
    quoted = quote(text)
    assert quoted[0] == quoted[-1] == '"'
    assert len(quoted) <= 43
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in quoted)


def test_a_long_quotation_is_shortened() -> None:
    assert quote("x" * 100) == f'"{"x" * 40}…"'


@pytest.mark.parametrize(
    ("text", "visible"),
    [("Ben", True), ("[/x]", True), ("👩", True), ("", False), (" \u200b\u2060\u3164\xa0", False)],
)
def test_tells_whether_anything_can_be_seen(text: str, visible: bool) -> None:
    assert has_visible(text) is visible


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("amarra okafor", "Amara Okafor"),
        ("Chiera", "Chiara Russo"),
        ("patl", "Dev Patel"),
        ("zzz", None),
        ("", None),
    ],
)
def test_finds_the_name_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, ["Amara Okafor", "Chiara Russo", "Dev Patel"]) == meant


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("Ben", []) is None
