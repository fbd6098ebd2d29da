"""The trained reader: what it learned from labelled drafts, checked as it is loaded."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from coaching.guide.parts import Part
from coaching.wording.names import COMPONENTS, NAMES
from coaching.wording.signs import signs_of, signs_of_place

NOTHING = "."
LETTERS = "ZYXWVUTSRQPONMLKJIHGFEDCBA" + NOTHING + "abcdefghijklmnopqrstuvwxyz"
WEIGHT = {letter: i - LETTERS.index(NOTHING) for i, letter in enumerate(LETTERS)}
MOST, SHARE = 4.0, 0.3
UNSEEN = -6.0


class WordGroups(Part):
    """Words used alike, in narrow groups within wide ones; each narrow group is one line."""

    about: str
    groups: tuple[tuple[str, ...], ...]

    @cached_property
    def of_word(self) -> Mapping[str, tuple[str, str]]:
        """The wide and the narrow group of each word."""
        return {
            word: (str(i), f"{i}.{j}")
            for i, wide in enumerate(self.groups)
            for j, narrow in enumerate(wide)
            for word in narrow.split()
        }


class Weighing(Part):
    """How one part or flag is decided for a whole draft; the sum is compared with the least."""

    start: float
    best: float
    second: float
    rule: float
    length: float
    outside: float
    beside: tuple[float, ...]


class TrainedReader(Part):
    """What was learned: a letter for each sign and name, A to Z against it and a to z for it."""

    about: str
    made_from: str
    names: tuple[str, ...]
    step: Annotated[float, Field(gt=0)]
    start: tuple[float, ...]
    signs: dict[str, str]
    weighing: dict[str, Weighing]
    least_part: float
    least_flag: float

    @model_validator(mode="after")
    def _everything_fits(self) -> Self:
        if self.names != NAMES:
            raise ValueError(f"was trained for other names than {', '.join(NAMES)}")
        if len(self.start) != len(NAMES) or list(self.weighing) != list(NAMES):
            raise ValueError("needs a start and a weighing for each name, in their order")
        for sign, letters in self.signs.items():
            if len(letters) != len(NAMES) or not WEIGHT.keys() >= set(letters):
                raise ValueError(f"the sign {sign!r} needs one letter or dot for each name")
        if any(len(one.beside) != len(NAMES) for one in self.weighing.values()):
            raise ValueError("a weighing needs one number beside for each name")
        return self

    @cached_property
    def _known(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    def scores(self, signs: Iterable[str]) -> list[float]:
        """How far a sentence with these signs shows each name; above 0 speaks for it."""
        sums = [0] * len(NAMES)
        for sign in signs:
            for index, weight in self._weights(sign):
                sums[index] += weight
        return [begin + self.step * total for begin, total in zip(self.start, sums, strict=True)]

    def _weights(self, sign: str) -> tuple[tuple[int, int], ...]:
        if sign not in self._known:
            letters = self.signs.get(sign, "")
            self._known[sign] = tuple(
                (i, WEIGHT[letter]) for i, letter in enumerate(letters) if letter != NOTHING
            )
        return self._known[sign]

    def least(self, name: str) -> float:
        """What the sum of this name has to reach."""
        return self.least_part if name in COMPONENTS else self.least_flag


class Trained(Part):
    """The trained reader with the groups of words it was trained by."""

    groups: WordGroups
    reader: TrainedReader

    def scores(self, sentence: str) -> list[float]:
        """The scores of one sentence in lower case, wherever it stands."""
        return self.reader.scores(signs_of(sentence, self.groups.of_word))

    def scores_in_draft(self, sentences: Sequence[str], apart: Sequence[bool]) -> list[list[float]]:
        """The scores of each sentence of a draft, by what it says and where it stands."""
        return [
            self.reader.scores(
                signs_of(text, self.groups.of_word) | signs_of_place(i, len(sentences), far)
            )
            for i, (text, far) in enumerate(zip(sentences, apart, strict=True))
        ]
