"""Fits lines through labelled rows, in plain Python: the same numbers from the same seed."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

MOST_ROUNDS, NEAR_ENOUGH = 25, 0.05
PASSES = 15


@dataclass(frozen=True)
class Row:
    """One labelled sentence: its signs by number, whether it shows the thing, what it counts."""

    signs: Sequence[int]
    shows: bool
    weight: float


def fit_sentences(
    rows: Sequence[Row], signs: int, cost: float, seed: int
) -> tuple[float, list[float]]:
    """A start and a weight for each sign: a support vector machine with squared hinge loss.

    By dual coordinate descent. Source: Hsieh and others 2008.
    """
    weights, start = [0.0] * signs, 0.0
    held = [0.0] * len(rows)
    slack = [0.5 / (cost * row.weight) for row in rows]
    order = list(range(len(rows)))
    chance = random.Random(seed)
    for _ in range(MOST_ROUNDS):
        chance.shuffle(order)
        furthest = 0.0
        for i in order:
            row = rows[i]
            side = 1.0 if row.shows else -1.0
            total = start + sum([weights[sign] for sign in row.signs])
            slope = side * total - 1.0 + slack[i] * held[i]
            if held[i] == 0.0 and slope >= 0.0:
                continue
            furthest = max(furthest, abs(slope))
            new = max(0.0, held[i] - slope / (len(row.signs) + 1 + slack[i]))
            change, held[i] = side * (new - held[i]), new
            start += change
            for sign in row.signs:
                weights[sign] += change
        if furthest < NEAR_ENOUGH:
            break
    return start, weights


def fit_drafts(
    rows: Sequence[Sequence[float]], shown: Sequence[bool], counts: Sequence[float], cost: float
) -> list[float]:
    """A start and a weight for each measure: logistic regression, the weights held small.

    One weight at a time by Newton's step, in a fixed number of passes.
    """
    columns = [[1.0] * len(rows), *(list(column) for column in zip(*rows, strict=True))]
    weights = [0.0] * len(columns)
    sums = [0.0] * len(rows)
    for _ in range(PASSES):
        for j, column in enumerate(columns):
            slope, bend = weights[j], 1.0
            for x, total, right, count in zip(column, sums, shown, counts, strict=True):
                if x:
                    p = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
                    slope += cost * count * (p - right) * x
                    bend += cost * count * p * (1.0 - p) * x * x
            step = slope / bend
            weights[j] -= step
            sums = [total - step * x for total, x in zip(sums, column, strict=True)]
    return weights
