"""Decides for a whole draft which parts and flags stand in it, by its sentences and the rules."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching.wording.draft import Sentence, Span
from coaching.wording.frames import all_outside, apart
from coaching.wording.names import COMPONENTS, FLAGS, NAMES, ComponentId, FlagId
from coaching.wording.patterns import Frame
from coaching.wording.reader import MOST, SHARE, UNSEEN, Trained, Weighing

LONGEST_SHOWN, FEWEST_SHOWN = 160, 4
MOST_SENTENCES = 20
RULE_HELPS = 0.5

Scores = Sequence[Sequence[float]]
"""A score for each name, sentence by sentence."""


@dataclass(frozen=True)
class Ruled:
    """What the rules see in a draft, and how far each sentence belongs to an apology for them."""

    spans: Mapping[str, Span]
    frames: Sequence[Frame]


def best_of(scores: Scores) -> list[float]:
    """How far the best sentence of a draft goes for each name."""
    return [max(column) for column in zip(*scores, strict=True)]


def measures(
    scores: Scores, best: Sequence[float], index: int, *, rule: bool, outside: bool
) -> list[float]:
    """What is weighed for one name, in the order of `Weighing` after its start.

    The two best sentences, whether the rules see it, how long the draft is, whether it is outside
    any apology, and how far the best sentence for each name goes (`best_of` the scores).
    """
    own = sorted((row[index] for row in scores), reverse=True)
    return [
        own[0],
        own[1] if len(own) > 1 else UNSEEN,
        float(rule),
        math.log(min(MOST_SENTENCES, len(scores))),
        SHARE * outside,
        *(SHARE * max(-MOST, min(MOST, one)) for one in best),
    ]


def weighed(
    parts: Sequence[Sentence], ruled: Ruled, trained: Trained
) -> Iterator[tuple[str, Span]]:
    """Each name that is recognised, and the words that show it."""
    scores = trained.scores_in_draft([part.told for part in parts], apart(ruled.frames))
    outside, best = all_outside(ruled.frames), best_of(scores)
    for index, name in enumerate(NAMES if scores else ()):
        rule = ruled.spans.get(name)
        found = measures(scores, best, index, rule=rule is not None, outside=outside)
        if _sum(trained.reader.weighing[name], found) >= trained.reader.least(name):
            favour = [
                row[index] + RULE_HELPS * _in(part, rule)
                for part, row in zip(parts, scores, strict=True)
            ]
            shows = parts[favour.index(max(favour))]
            yield name, _shown(shows, rule, index, trained)


def split_up(
    found: Iterable[tuple[str, Span]],
) -> tuple[dict[ComponentId, Span], dict[FlagId, Span]]:
    """The parts and the flags among what was found."""
    spans = dict(found)
    return (
        {name: spans[name] for name in COMPONENTS if name in spans},
        {name: spans[name] for name in FLAGS if name in spans},
    )


def _shown(best: Sentence, ruled: Span | None, index: int, trained: Trained) -> Span:
    """The clauses the rules saw in the best sentence, else all of it; of a long one a clause."""
    start, end = best.start, best.start + len(best.text)
    if ruled is not None and _in(best, ruled):
        return ruled
    if len(best.text) <= LONGEST_SHOWN:
        return start, end
    clauses = [(a, b) for a, b in best.clauses if len(best.told[a:b].split()) >= FEWEST_SHOWN]
    if not clauses:
        return start, end
    first, last = max(clauses, key=lambda one: trained.scores(best.told[slice(*one)])[index])
    return start + first, start + last


def _in(part: Sentence, span: Span | None) -> bool:
    return span is not None and part.start <= span[0] and span[1] <= part.start + len(part.text)


def _sum(by: Weighing, found: Sequence[float]) -> float:
    weights = (by.best, by.second, by.rule, by.length, by.outside, *by.beside)
    return by.start + sum(w * x for w, x in zip(weights, found, strict=True))
