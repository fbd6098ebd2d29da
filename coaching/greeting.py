"""The words of the first question, as light as the first frame needs them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self


class Way(NamedTuple):
    """One answer: its id, its words, and what follows from it."""

    id: str
    label: str
    help: str


class Greeting(NamedTuple):
    """What a first start says and asks."""

    opening: str
    question: str
    ways: tuple[Way, ...]
    not_a_substitute: str
    yours: str

    @classmethod
    def of(cls, welcome: Mapping[str, str], choices: Sequence[Mapping[str, str | None]]) -> Self:
        """From the words in the content; `KeyError` where some are missing."""
        ways = tuple(
            Way(one["id"] or "", one["label"] or "", one.get("help") or "") for one in choices
        )
        words = (welcome[name] for name in ("not_a_substitute", "yours"))
        return cls(welcome["opening"], welcome["question"], ways, *words)
