"""Patterns over one sentence, made from shared word lists, and what they find in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from re import Pattern

from coaching.wording.draft import Sentence, Span

NAME = re.compile(r"<([a-z_]+)>")
DEEPEST = 5
TOGETHER = 4


class Vocabulary:
    """Named lists of alternatives; one may name another."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists

    def fill(self, pattern: str) -> str:
        """The pattern with each `<name>` replaced by its alternatives. KeyError if unknown."""
        for _ in range(DEEPEST):
            if not NAME.search(pattern):
                return pattern
            pattern = NAME.sub(lambda name: self._alternatives(name[1]), pattern)
        raise KeyError(f"{pattern[:40]} names itself")

    def each(self, patterns: Sequence[str]) -> tuple[Pattern[str], ...]:
        """The patterns in their order, some tried together, which is twice as fast.

        Raises re.error or KeyError where one cannot be used.
        """
        groups = range(0, len(patterns), TOGETHER)
        return tuple(
            re.compile("|".join(f"(?:{self.fill(one)})" for one in patterns[start:][:TOGETHER]))
            for start in groups
        )

    def one_of(self, patterns: Sequence[str]) -> Pattern[str] | None:
        """One pattern that finds what any of these would; None for none."""
        if not patterns:
            return None
        return re.compile("|".join(f"(?:{self.fill(one)})" for one in patterns))

    def _alternatives(self, name: str) -> str:
        if name not in self._lists:
            raise KeyError(f"there is no list <{name}>")
        return f"(?:{'|'.join(self._lists[name])})"


class Frame(IntEnum):
    """How far a draft is an apology; each stage lets more patterns count."""

    OTHER = 0
    APOLOGY = 1
    OWNED = 2


@dataclass(frozen=True)
class Finder:
    """Finds one kind of wording in a sentence."""

    in_any: tuple[Pattern[str], ...]
    in_apology: tuple[Pattern[str], ...]
    in_owned: tuple[Pattern[str], ...]
    unless: Pattern[str] | None
    unless_sentence: Pattern[str] | None

    def first(self, sentence: Sentence, text: str, frame: Frame) -> Span | None:
        """The first find in this reading of the sentence, as a part of the draft."""
        if self.unless_sentence is not None and self.unless_sentence.search(sentence.told):
            return None
        for pattern in self._patterns(frame):
            for start, end in self._kept(pattern, sentence, text):
                return sentence.start + start, sentence.start + end
        return None

    def _patterns(self, frame: Frame) -> Iterator[Pattern[str]]:
        yield from self.in_any
        if frame >= Frame.APOLOGY:
            yield from self.in_apology
        if frame >= Frame.OWNED:
            yield from self.in_owned

    def _kept(self, pattern: Pattern[str], sentence: Sentence, text: str) -> Iterator[Span]:
        for match in pattern.finditer(text):
            start, end = sentence.clauses_of(match.start(), match.end())
            if self.unless is None or not self.unless.search(text[start:end]):
                yield start, end
