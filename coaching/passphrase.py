"""Says why a passphrase is too weak to seal anything with: too short, or among the first tried."""

import re
from functools import cache

from coaching.common_passphrases import PHRASES, ROWS, WORDS

SHORTEST = 12
FEWEST_PARTS = 4
_RUN = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME = re.compile(r"(.{1,40}?)\1{2,}")
_LOOKALIKES = str.maketrans("4301$5@7", "aeoissat")

SHORT = (
    f"That is short. Use at least {SHORTEST} characters, such as four words that do not belong "
    "together."
)
COMMON = (
    "That is among the first ones anybody would try: common words, years or rows of keys. Use four "
    "words that do not belong together."
)
BROKEN = "That holds a character that no keyboard gives. Type it again."


def judge(passphrase: str) -> str | None:
    """Why this is too weak for a passphrase, in a sentence; None where it will do.

    House rule: at least 12 characters (NIST SP 800-63B asks for 8 and names lists of common ones;
    here whoever has the files may try without limit), and at least four parts, where a common
    word, a year, a row of keys or a repetition is one part and so is each other character.
    """
    if any("\ud800" <= character <= "\udfff" or character in "\0\r\n" for character in passphrase):
        return BROKEN
    if len(passphrase.strip()) < SHORTEST:
        return SHORT
    small = passphrase.casefold()
    letters = "".join(filter(str.isalpha, small))
    if letters in PHRASES or letters in WORDS:
        return COMMON
    years = set(_YEAR.findall(small))
    rest = _YEAR.sub(" ", small)
    fewest = min(_parts(rest), _parts(rest.translate(_LOOKALIKES)))
    return COMMON if len(years) + fewest < FEWEST_PARTS else None


def _parts(small: str) -> int:
    """How many different things somebody would have to guess."""
    once = _SAME.sub(r"\1", "".join(filter(str.isalnum, small)))
    found = _common().findall(once)
    rest = _common().sub("", once)
    return len({*found, *rest})


@cache
def _common() -> re.Pattern[str]:
    """Finds common words and walks along rows of keys, the longest first."""
    walks = {
        row[start : start + length]
        for line in ROWS
        for row in (line, line[::-1])
        for length in range(_RUN, len(row) + 1)
        for start in range(len(row) - length + 1)
    }
    longest_first = sorted(walks | {word for word in WORDS if len(word) >= _RUN}, key=len)[::-1]
    return re.compile("|".join(map(re.escape, longest_first)))
