"""Said, heard, meant: when two columns tell different words, and when it is cleared up."""

from coaching.record.base import Side
from coaching.record.repair import HeardBack, Listened

BOTH: frozenset[Side] = frozenset({"me", "them"})


def told_differently(mine: Listened | None, theirs: HeardBack | None) -> bool:
    """Whether each remembers other words. Both stay as they are; nobody decides between them."""
    if mine is None or theirs is None or not mine.said or not theirs.said:
        return False
    return _plain(mine.said) != _plain(theirs.said)


def cleared_up(theirs: HeardBack | None) -> bool:
    """Each could say back what the other heard, and one sentence stands that both can sign.

    Source: the content base, 3.4.
    """
    return theirs is not None and bool(theirs.now) and set(theirs.said_back) >= BOTH


def _plain(text: str) -> str:
    letters = (letter if letter.isalnum() else " " for letter in text.casefold())
    return " ".join("".join(letters).split())
