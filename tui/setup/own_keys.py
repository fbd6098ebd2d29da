"""Looks through the keys a user chose: deeds that are none, keys that two deeds would share."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.own_settings import WAYS_OUT
from tui.setup.registry import every_key, single_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.dom import DOMNode

    from tui.setup.registry import KeyOf

EVERYWHERE = "app"
"""Deeds of the app work under every screen, so a key of theirs is taken on all of them."""


def wrong_keys(own: Mapping[str, str]) -> dict[str, str]:
    """A sentence for each deed whose chosen keys cannot hold."""
    known = {key.id for key in every_key()}
    wrong = {}
    for deed, keys in own.items():
        if deed not in known:
            wrong[deed] = f"There is no deed {deed}; docs/keys.md lists them."
        elif deed in WAYS_OUT:
            wrong[deed] = f"{deed} keeps its key, so that there is always a way out."
        elif deed in sharing():
            wrong[deed] = f"{deed} shares its key with another deed and keeps it."
        else:
            held = {one: text for one, text in own.items() if one != deed and one not in wrong}
            for key in single_keys(keys):
                if other := _taken(deed, key, held):
                    wrong[deed] = f"{key} is the key of {other} on the same screen."
    return wrong


def _taken(deed: str, key: str, own: Mapping[str, str]) -> str:
    """The other deed that has this key where this one works; "" for none."""
    for beside in _screens_of(deed):
        for other in beside:
            if other.id != deed and key in _keys_now(other, own):
                return other.id
    return ""


def _keys_now(one: KeyOf, own: Mapping[str, str]) -> Iterable[str]:
    return single_keys(own[one.id]) if one.id in own else one.keys


def _screens_of(deed: str) -> list[list[KeyOf]]:
    """The deeds that work beside this one, for each class it is bound in."""
    places = [one.where for one in every_key() if one.id == deed]
    everywhere = [one for one in every_key() if one.place == EVERYWHERE]
    if deed.startswith(f"{EVERYWHERE}."):
        return [list(every_key())]
    return [[*(one for one in every_key() if _beside(one.where, at)), *everywhere] for at in places]


def _beside(one: type[DOMNode], other: type[DOMNode]) -> bool:
    return issubclass(one, other) or issubclass(other, one)


@cache
def sharing() -> frozenset[str]:
    """Deeds that take turns on one key of one screen; Textual could not part them."""
    found = set()
    for kind in {one.where for one in every_key()}:
        own = sorted((key, one.id) for one in every_key() if one.where is kind for key in one.keys)
        for (key, deed), (next_key, next_deed) in pairwise(own):
            if key == next_key:
                found |= {deed, next_deed}
    return frozenset(found)
