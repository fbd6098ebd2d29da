"""File names made of people's names, which no system refuses and no path hides in."""

import re
import unicodedata
from collections.abc import Mapping

MOST_BYTES = 80
_UNSAFE = re.compile(r"[^\w]+")
_TAKEN_BY_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{one}" for port in ("com", "lpt") for one in range(10))}
)


def file_names(names: Mapping[str, str], suffix: str) -> dict[str, str]:
    """A file name for each id: the name in small letters, with the id where two would clash."""
    stems = {key: safe_stem(name) for key, name in names.items()}
    taken = [_compared(stem) for stem in stems.values()]
    return {
        key: f"{stem}-{key}{suffix}" if taken.count(_compared(stem)) > 1 else f"{stem}{suffix}"
        for key, stem in stems.items()
    }


def safe_stem(name: str) -> str:
    """Letters, digits and hyphens of a name; "person" where nothing is left."""
    stem = _UNSAFE.sub("-", unicodedata.normalize("NFC", name).casefold()).strip("-_")
    while len(stem.encode()) > MOST_BYTES:
        stem = stem[:-1]
    if not stem or stem in _TAKEN_BY_WINDOWS:
        return f"person-{stem}".rstrip("-")
    return stem


def _compared(stem: str) -> str:
    """Names that are one on some systems: no difference of case or of composed letters."""
    return unicodedata.normalize("NFKD", stem).casefold()
