"""How far each sentence of a draft belongs to an apology: it stands near words that own something.

No single weak word makes an apology: it takes a plain owning or regretting, or two weaker cues of
which one touches the reader. A change of subject ends what an owning sentence reaches.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coaching.wording.content import WordingContent
from coaching.wording.draft import Sentence
from coaching.wording.patterns import Frame

REACH = 4
TO_YOU = re.compile(r"\b(?:you|your|yours|u|ur|yr|our)\b")
OTHER_SUBJECT = re.compile(
    r"^\W*(?:one more|another|on (?:another|a different)|second(?:ly)?\b|the rest of|other news"
    r"|in other|how (?:was|were|is|are) (?:the|your)\b|by the way|btw\b|ps\b|p\.s|as for\b"
    r"|meanwhile\b)"
)
PARAGRAPH = "\n\n"
SURELY_OWNING = ("regret", "responsibility", "owning")


@dataclass(frozen=True)
class _Cues:
    """What one sentence says for an apology."""

    sure: bool
    weak: bool
    acts: bool
    judged: bool
    effect: bool
    to_you: bool

    @property
    def any(self) -> bool:
        return self.sure or self.weak or self.judged or self.effect


def frames_of(text: str, parts: Sequence[Sentence], words: WordingContent) -> tuple[Frame, ...]:
    """The frame of each sentence of the draft, in their order."""
    cues = [_cues_of(part, words) for part in parts]
    if _owns(parts, cues, words):
        near = set(_near(text, parts, cues))
        return tuple(Frame.OWNED if i in near else Frame.OTHER for i in range(len(parts)))
    touches = _any_told(parts, words, "touching")
    return (Frame.APOLOGY if touches else Frame.OTHER,) * len(parts)


def all_outside(frames: Sequence[Frame]) -> bool:
    """Whether nothing in the draft touches on something gone wrong."""
    return max(frames, default=Frame.OTHER) is Frame.OTHER


def apart(frames: Sequence[Frame]) -> tuple[bool, ...]:
    """For each sentence whether it stands apart from what the draft owns."""
    owns = Frame.OWNED in frames
    return tuple(owns and frame is Frame.OTHER for frame in frames)


def _owns(parts: Sequence[Sentence], cues: Sequence[_Cues], words: WordingContent) -> bool:
    if any(cue.sure for cue in cues):
        return True
    if not any(TO_YOU.search(part.text) for part in parts):
        return False
    return _two_weak(cues) and not _any_told(parts, words, "complaining")


def _two_weak(cues: Sequence[_Cues]) -> bool:
    """Whether a weak owning is borne out by the reader's part in it or by a judgement on it."""
    weak = [cue for cue in cues if cue.weak]
    borne_out = any(cue.to_you for cue in weak) or any(cue.effect for cue in cues)
    judged = any(one.acts and after.judged for one, after in pairwise(cues))
    return judged or (bool(weak) and borne_out)


def _any_told(parts: Sequence[Sentence], words: WordingContent, name: str) -> bool:
    finder = words.finders[name]
    return any(finder.first(part, part.told, Frame.OTHER) for part in parts)


def _cues_of(part: Sentence, words: WordingContent) -> _Cues:
    def has(name: str, frame: Frame) -> bool:
        return words.finders[name].first(part, part.own, frame) is not None

    weak = has("owning", Frame.APOLOGY) or has("responsibility", Frame.APOLOGY)
    return _Cues(
        sure=any(has(name, Frame.OTHER) for name in SURELY_OWNING),
        weak=weak,
        acts=has("specific_act", Frame.OWNED),
        judged=has("judging", Frame.OTHER),
        effect=has("impact", Frame.OWNED),
        to_you=weak and TO_YOU.search(part.own) is not None,
    )


def _near(text: str, parts: Sequence[Sentence], cues: Sequence[_Cues]) -> Iterator[int]:
    """The sentences in reach of a cue; a new paragraph is one step further."""
    subjects = _subjects(parts)
    steps = [i + text.count(PARAGRAPH, 0, part.start) for i, part in enumerate(parts)]
    held = [i for i, cue in enumerate(cues) if cue.any]
    for i in range(len(parts)):
        if any(subjects[i] == subjects[j] and abs(steps[i] - steps[j]) <= REACH for j in held):
            yield i


def _subjects(parts: Sequence[Sentence]) -> list[int]:
    """A number for each sentence, which grows where another subject begins."""
    numbers: list[int] = []
    for part in parts:
        last = numbers[-1] if numbers else 0
        numbers.append(last + (OTHER_SUBJECT.search(part.text) is not None))
    return numbers
