"""What the reader is trained on: labelled drafts sentence by sentence, and single sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from coaching.wording import WordingContent, check
from coaching.wording.draft import Sentence, sentences
from coaching.wording.frames import all_outside, apart, frames_of
from coaching.wording.names import NAMES
from coaching.wording.patterns import Frame
from coaching.wording.reader import WordGroups
from coaching.wording.signs import signs_of, signs_of_place
from data.yaml_source import Loader
from tests.wording.drafts import OWN, Draft, drafts

SENTENCES = Path(__file__).parent / "sentences"
NOTHING = "nothing"
WHOLE_SHARE = 0.25


@dataclass
class Lesson:
    """One draft: the signs of each sentence, which sentences show what, what the rules see."""

    draft: Draft
    sentences: list[list[int]]
    shown: Mapping[str, list[int]]
    ruled: frozenset[str]
    outside: bool

    @property
    def own(self) -> bool:
        """Whether it was written by those who wrote the rules."""
        return self.draft.writer == OWN


@dataclass
class Single:
    """A sentence that stands alone: the names it shows and those it only seems to show."""

    text: str
    shows: frozenset[str]
    seems: frozenset[str]
    signs: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Lessons:
    """All that is learned from, with the signs met often enough, in their order."""

    drafts: list[Lesson]
    singles: list[Single]
    signs: list[str]


def read_lessons(words: WordingContent, groups: WordGroups, fewest: int) -> Lessons:
    """The development half and the single sentences; a sign counts if met in so many sentences."""
    judged = [draft for draft in drafts("development") if not draft.expect]
    parts = [sentences(draft.text) for draft in judged]
    singles = list(single_sentences())
    frames = [frames_of(one.text, told, words) for one, told in zip(judged, parts, strict=True)]
    met = [list(_signs(*one, groups)) for one in zip(parts, frames, strict=True)]
    alone = [signs_of(_told(single.text), groups.of_word) for single in singles]
    number = _numbers([one for draft in met for one in draft] + alone, fewest)
    for single, signs in zip(singles, alone, strict=True):
        single.signs = _known(signs, number)
    return Lessons(
        drafts=[
            Lesson(
                draft=draft,
                sentences=[_known(one, number) for one in signs],
                shown={name: _showing(quote, draft.text, told) for name, quote in _labels(draft)},
                ruled=_ruled(draft.text, words),
                outside=all_outside(frame),
            )
            for draft, told, signs, frame in zip(judged, parts, met, frames, strict=True)
        ],
        singles=singles,
        signs=list(number),
    )


def single_sentences() -> Iterator[Single]:
    """The sentences in the files of single sentences, a line each."""
    for path in sorted(SENTENCES.glob("*.yaml")):
        for name, held in yaml.load(path.read_text("utf-8"), Loader=Loader).items():
            if name == NOTHING:
                for line in held.splitlines():
                    yield Single(line, frozenset(), frozenset(NAMES))
                continue
            for line in held["shows"].splitlines():
                yield Single(line, frozenset({name}), frozenset())
            for line in held["not"].splitlines():
                yield Single(line, frozenset(), frozenset({name}))


def _labels(draft: Draft) -> Iterator[tuple[str, str]]:
    yield from draft.has.items()
    yield from draft.flags.items()


def _told(line: str) -> str:
    return " ".join(part.told for part in sentences(line))


def _signs(
    parts: tuple[Sentence, ...], frames: tuple[Frame, ...], groups: WordGroups
) -> Iterator[set[str]]:
    for i, (part, far) in enumerate(zip(parts, apart(frames), strict=True)):
        yield signs_of(part.told, groups.of_word) | signs_of_place(i, len(parts), far)


def _numbers(met: list[set[str]], fewest: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for signs in met:
        for sign in signs:
            counts[sign] = counts.get(sign, 0) + 1
    kept = sorted(sign for sign, count in counts.items() if count >= fewest)
    return {sign: i for i, sign in enumerate(kept)}


def _known(signs: set[str], number: Mapping[str, int]) -> list[int]:
    return sorted(number[sign] for sign in signs if sign in number)


def _showing(quote: str, text: str, parts: tuple[Sentence, ...]) -> list[int]:
    """The sentences that hold a good share of a label's words."""
    start = _start(quote, text)
    end = start + len(quote)
    held = [min(end, p.start + len(p.text)) - max(start, p.start) for p in parts]
    whole = sum(share for share in held if share > 0) or 1
    return [i for i, share in enumerate(held) if share >= whole * WHOLE_SHARE]


def _start(quote: str, text: str) -> int:
    """Where a label stands; a line may break within it where the text has a blank."""
    found = text.find(quote)
    return found if found >= 0 else text.replace("\n", " ").find(quote)


def _ruled(text: str, words: WordingContent) -> frozenset[str]:
    seen = check(text, words.model_copy(update={"trained": None}))
    return frozenset({*seen.quotes, *(flag.id for flag in seen.flags)})
