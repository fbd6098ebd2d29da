"""Every key of the program as data: read from the bindings themselves, so that no list is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import isclass
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.dom import DOMNode

import tui

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STARTS_THE_PROGRAM = "tui.__main__"


@dataclass(frozen=True, slots=True)
class KeyOf:
    """One deed: the id of its binding, its keys, its words, and the class it works in."""

    id: str
    keys: tuple[str, ...]
    words: str
    where: type[DOMNode]

    @property
    def place(self) -> str:
        """What stands before the point of its id."""
        return self.id.partition(".")[0]


@cache
def every_key() -> tuple[KeyOf, ...]:
    """All of them; loads every screen, which takes a while."""
    return tuple(key for kind in _kinds() for key in _keys_of(kind))


def _kinds() -> Iterator[type[DOMNode]]:
    for found in walk_packages(tui.__path__, "tui."):
        if found.name == STARTS_THE_PROGRAM:
            continue
        module = import_module(found.name)
        for kind in vars(module).values():
            if isclass(kind) and issubclass(kind, DOMNode) and kind.__module__ == found.name:
                yield kind


def _keys_of(kind: type[DOMNode]) -> Iterator[KeyOf]:
    """What a class binds itself; a key that a class above it binds is listed there."""
    for binding in _bound(vars(kind).get("BINDINGS", ())):
        words = binding.tooltip or binding.description
        yield KeyOf(binding.id or "", single_keys(binding.key), words, kind)


def single_keys(keys: str) -> tuple[str, ...]:
    """Keys written with commas, each by Textual's long name: "?,a" is question_mark and a."""
    return tuple(one.key for one in Binding.make_bindings([Binding(keys, "", "")]))


def _bound(bindings: Iterable[object]) -> Iterator[Binding]:
    for one in bindings:
        if not isinstance(one, Binding):
            raise TypeError(f"{one!r} has no id: write it as a Binding")
        yield one
