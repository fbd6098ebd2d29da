"""The one text type: what is kept of what was typed, pasted or imported, and how it is quoted."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

from coaching.errors import Refused

SHORT_LIMIT = 200
LONG_LIMIT = 200_000
QUOTE_LIMIT = 40
NEAR_ENOUGH = 0.6

# Real writing stays far below this; sorting many thousands of marks would take minutes.
# Source: Unicode Standard Annex 15, Stream-Safe Text Format, which allows 30.
MARKS_LIMIT = 30

LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BLANKS = re.compile("[\t\n]")
FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def clean_short(text: str) -> str:
    """One line as it is kept: tame, on one line, in NFC, trimmed.

    Raises:
        Refused: it has more than 200 characters.
    """
    return _within(SHORT_LIMIT, BLANKS.sub(" ", tame(text)))


def clean_long(text: str) -> str:
    """A longer text as it is kept: tame, in NFC, trimmed; new lines and tabs stay.

    Raises:
        Refused: it has more than 200,000 characters.
    """
    return _within(LONG_LIMIT, tame(text))


def tame(text: str) -> str:
    """Without control, bidi-override and surrogate characters; every line break is a newline."""
    return DROPPED.sub("", LINE_BREAK.sub("\n", text))


def quote(text: str) -> str:
    """The text between quotation marks, tame, on one line and at most 40 characters long."""
    line = " ".join(tame(text[: 10 * QUOTE_LIMIT]).split())
    return f'"{line[:QUOTE_LIMIT].rstrip()}…"' if len(line) > QUOTE_LIMIT else f'"{line}"'


def has_visible(text: str) -> bool:
    """Whether a reader would see anything of it: not only blanks and invisible characters."""
    return any(unicodedata.category(c)[0] not in "ZC" and c not in FILLERS for c in text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known text most like the word, or whose one word is most like it; None if none is."""
    by_key: dict[str, str] = {}
    for text in known:
        for key in (text.casefold(), *text.casefold().split()):
            by_key.setdefault(key, text)
    wanted = " ".join(word.casefold()[:SHORT_LIMIT].split())
    found = difflib.get_close_matches(wanted, by_key, n=1, cutoff=NEAR_ENOUGH)
    return by_key[found[0]] if found else None


def _within(limit: int, text: str) -> str:
    text = text.strip()
    _check_marks(text)
    text = unicodedata.normalize("NFC", text)
    _check_marks(text)
    if len(text) > limit:
        sentence = f"The text has {len(text):,} characters; {limit:,} fit here."
        raise Refused(f"{sentence} Nothing was changed.")
    return text


def _check_marks(text: str) -> None:
    if text.isascii():
        return
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MARKS_LIMIT:
            sentence = f"One letter of the text has more than {MARKS_LIMIT} accents."
            raise Refused(f"{sentence} Nothing was changed.")
