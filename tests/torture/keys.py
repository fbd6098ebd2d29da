"""Keys pressed at random, and the ways to every screen they are pressed on."""

import random
import string
from collections.abc import Sequence
from typing import Any

import pytest

from tui.relationship.deeds import DEEDS

READY = "? all keys"
MOVES = ("up", "down", "left", "right", "tab", "shift+tab", "enter", "escape", "space", "backspace")
FAR = ("home", "end", "pageup", "pagedown", "delete", "insert")
CONTROLS = tuple(f"ctrl+{letter}" for letter in "abdefghjklnoprstuvwxy")
SIGNS = "/?:;.,-+*[]{}()<>!@#$%^&=_|~'\"\\`é日ß"
LETTERS = (*string.ascii_letters.replace("q", ""), *string.digits, *SIGNS)
# Left out: ctrl+q, ctrl+c and, on home, q leave; ctrl+z stops the program.
ANY = (*MOVES * 5, *FAR, *CONTROLS, *LETTERS)

# From home, on the records of the demo. The wizard's second word answers its first question.
WAYS: dict[str, tuple[str, ...]] = {
    "next step": ("0",),
    "relationships": ("1",),
    "check-ins": ("2",),
    "hurdles": ("3",),
    "someone new": ("n",),
    "a check-in": ("1", "c"),
    "an outcome": ("1", "c", "enter"),
    "a promise": ("1", "p"),
    "open promises": ("1", "o"),
    "a hurdle": ("1", "down", "h"),
    "a hurdle begun": ("1", "down", "h", "i"),
    "a hurdle gone on with": ("3", "enter"),
    "find": ("/",),
    "paused and ended": ("z",),
    "support contacts": ("s",),
    "a new contact": ("s", "n"),
    "the guide": ("g",),
    "put off": ("0", "x"),
    "all keys": ("?",),
    "commands": ("ctrl+p",),
    "before a check-in": ("1", "b"),
    "during a check-in": ("1", "b", "d"),
    "a reply owed": ("1", "r"),
    "one relationship": ("1", "enter"),
    "behind a fact": ("1", "enter", "enter"),
    **{f"a person: {deed.id}": ("1", "enter", deed.key) for deed in DEEDS if deed.key},
    "delete": ("1", "enter", "D"),
    "take records out": ("ctrl+p", *"take records", "enter"),
    "bring in a file": ("ctrl+p", *"bring in", "enter"),
    "settings": ("ctrl+p", *"settings", "enter"),
}

# Forms that open from the list behind a person's key, with text fields in them.
FORMS_BEHIND = {
    f"behind {way}": (*WAYS[f"a person: {way}"], "enter")
    for way in (
        *("reply", "agreement", "goals", "doubt", "feedback", "story", "celebrate", "topic"),
        *("format", "end"),
    )
}


def some_now(screens: Sequence[str]) -> list[Any]:
    """These screens for the short tests: every fourth in each run, the others in the long runs."""
    return [
        screen if number % 4 == 0 else pytest.param(screen, marks=pytest.mark.torture)
        for number, screen in enumerate(screens)
    ]


def random_keys(count: int, seed: int) -> list[str]:
    """So many keys; the same seed gives the same ones."""
    return random.Random(seed).choices(ANY, k=count)
