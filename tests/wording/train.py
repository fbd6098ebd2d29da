"""Trains the reader of the wording check from the labelled drafts, and writes its file anew.

What a writer's drafts are counted by was learned without them: each outsider is left out once,
with a share of our own drafts, and the least a sum has to reach is set by those counts.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from coaching.wording.names import COMPONENTS, FLAGS, NAMES
from coaching.wording.reader import LETTERS, NOTHING, UNSEEN, WEIGHT, WordGroups
from coaching.wording.weighing import Scores, best_of, measures
from data.wording_loader import GROUPS_FILE, READER_FILE, load_rules
from tests.wording.drafts import FOLDER, OWN
from tests.wording.fitting import Row, fit_drafts, fit_sentences
from tests.wording.lessons import SENTENCES, Lesson, Lessons, read_lessons

SEED = 7
FEWEST = 4
SENTENCE_COST, DRAFT_COST = 0.04, 1.0
OWN_SENTENCES, OWN_PARTS, OWN_FLAGS = 0.4, 0.25, 0.05
RIGHT = 0.95
STEP = 0.02
ABOUT = "Learned from the labelled drafts by make wording-train; never edited by hand."

Lines = list[tuple[float, list[float]]]
Weighed = Mapping[str, list[float]]


def main() -> None:
    """Train, tell the cross-validated counts, write."""
    parser = argparse.ArgumentParser(description="train the reader of the wording check")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count-only", action="store_true", help="write nothing")
    options = parser.parse_args()
    groups = WordGroups.model_validate_json(GROUPS_FILE.read_bytes())
    lessons = read_lessons(load_rules(), groups, FEWEST)
    parts = folds(lessons.drafts)
    seen = unseen_scores(lessons, parts, options.seed)
    sums = unseen_sums(lessons.drafts, parts, seen)
    least = [least_sum(lessons.drafts, sums, names) for names in (COMPONENTS, FLAGS)]
    tell(lessons.drafts, sums, least)
    if not options.count_only:
        lines = learn_sentences(lessons, lessons.drafts, options.seed)
        READER_FILE.write_text(written(lessons, lines, weigh(lessons.drafts, seen), least), "utf-8")


def made_from() -> str:
    """A short print of all that is learned from; another one means that training is due."""
    print_of = hashlib.sha256()
    for path in (*_files(FOLDER / "development"), *_files(SENTENCES), GROUPS_FILE):
        print_of.update(path.read_bytes())
    return print_of.hexdigest()[:16]


def folds(drafts: Sequence[Lesson]) -> list[set[int]]:
    """Which drafts are left out together: those of one outsider, and a share of our own."""
    writers = sorted({one.draft.writer for one in drafts} - {OWN})
    own = [i for i, one in enumerate(drafts) if one.own]
    return [
        {i for i, one in enumerate(drafts) if one.draft.writer == writer}
        | set(own[n :: len(writers)])
        for n, writer in enumerate(writers)
    ]


def unseen_scores(lessons: Lessons, parts: Sequence[set[int]], seed: int) -> list[Scores]:
    """The scores of each draft's sentences, learned without that draft's writer."""
    found: list[Scores] = [[] for _ in lessons.drafts]
    for left_out in parts:
        kept = [one for i, one in enumerate(lessons.drafts) if i not in left_out]
        lines = learn_sentences(lessons, kept, seed)
        for i in left_out:
            found[i] = [scores_of(signs, lines) for signs in lessons.drafts[i].sentences]
    return found


def learn_sentences(lessons: Lessons, drafts: Sequence[Lesson], seed: int) -> Lines:
    """A line for each name; too few examples make one that never speaks for it."""
    return [learn_name(name, lessons, drafts, seed) for name in NAMES]


def learn_name(
    name: str, lessons: Lessons, drafts: Sequence[Lesson], seed: int
) -> tuple[float, list[float]]:
    """The line of one name. Of a draft that shows it, only the sentence that does is learned."""
    rows = [
        Row(signs, name in one.shown, OWN_SENTENCES if one.own else 1.0)
        for one in drafts
        for i, signs in enumerate(one.sentences)
        if name not in one.shown or i in one.shown[name]
    ]
    rows += [Row(one.signs, True, 1.0) for one in lessons.singles if name in one.shows]
    rows += [Row(one.signs, False, 1.0) for one in lessons.singles if name in one.seems]
    return fit_sentences(rows, len(lessons.signs), SENTENCE_COST, seed)


def scores_of(signs: Sequence[int], lines: Lines) -> list[float]:
    """The scores of one sentence."""
    return [start + sum([weights[sign] for sign in signs]) for start, weights in lines]


def weigh(drafts: Sequence[Lesson], seen: Sequence[Scores]) -> Weighed:
    """How each name is decided for a whole draft, learned from scores of unseen drafts."""
    parts, flags = ([own if one.own else 1.0 for one in drafts] for own in (OWN_PARTS, OWN_FLAGS))
    return {
        name: fit_drafts(
            [_measures(one, scores, name) for one, scores in zip(drafts, seen, strict=True)],
            [name in one.shown for one in drafts],
            parts if name in COMPONENTS else flags,
            DRAFT_COST,
        )
        for name in NAMES
    }


def unseen_sums(
    drafts: Sequence[Lesson], parts: Sequence[set[int]], seen: Sequence[Scores]
) -> list[dict[str, float]]:
    """The sum of each name for each draft, weighed without that draft's writer."""
    sums: list[dict[str, float]] = [{} for _ in drafts]
    for left_out in parts:
        kept = [i for i in range(len(drafts)) if i not in left_out]
        weighed = weigh([drafts[i] for i in kept], [seen[i] for i in kept])
        for i in left_out:
            sums[i] = {
                name: _sum(weights, _measures(drafts[i], seen[i], name))
                for name, weights in weighed.items()
            }
    return sums


def least_sum(
    drafts: Sequence[Lesson], sums: Sequence[Mapping[str, float]], names: Iterable[str]
) -> float:
    """The lowest sum from which on enough of the outsiders' finds were right."""
    finds = sorted(
        (
            (sums[i][name], name in one.shown)
            for i, one in enumerate(drafts)
            for name in names
            if not one.own
        ),
        reverse=True,
    )
    right = accumulate(shown for _, shown in finds)
    sums_and_right = zip((found for found, _ in finds), right, strict=True)
    enough = [found for n, (found, good) in enumerate(sums_and_right, 1) if good >= RIGHT * n]
    return enough[-1]


def tell(
    drafts: Sequence[Lesson], sums: Sequence[Mapping[str, float]], least: Sequence[float]
) -> None:
    """Print the counts of each writer, each learned without that writer."""
    for writer in sorted({one.draft.writer for one in drafts}):
        for names, lowest, kind in zip((COMPONENTS, FLAGS), least, ("parts", "flags"), strict=True):
            there = found = right = 0
            for one, total in zip(drafts, sums, strict=True):
                if one.draft.writer == writer:
                    seen = {name for name in names if total[name] >= lowest}
                    shown = one.shown.keys() & set(names)
                    there, found = there + len(shown), found + len(seen)
                    right += len(seen & shown)
            print(f"{writer:16} {kind}  found {right} of {there}; right {right} of {found}")


def written(lessons: Lessons, lines: Lines, weighed: Weighed, least: Sequence[float]) -> str:
    """The file of what was learned: a line for each sign, with a letter for each name."""
    letters = {
        sign: "".join(_letter(weights[i]) for _, weights in lines)
        for i, sign in enumerate(lessons.signs)
    }
    return (
        json.dumps(
            {
                "about": ABOUT,
                "made_from": made_from(),
                "names": NAMES,
                "step": STEP,
                "start": [round(start, 4) for start, _ in lines],
                "least_part": round(least[0], 4),
                "least_flag": round(least[1], 4),
                "weighing": {name: _named(weights) for name, weights in weighed.items()},
                "signs": {s: held for s, held in letters.items() if set(held) != {NOTHING}},
            },
            ensure_ascii=False,
            indent=0,
        )
        + "\n"
    )


def _named(weights: Sequence[float]) -> dict[str, object]:
    start, best, second, rule, length, outside, *beside = (round(one, 4) for one in weights)
    return {
        "start": start,
        "best": best,
        "second": second,
        "rule": rule,
        "length": length,
        "outside": outside,
        "beside": beside,
    }


def _letter(weight: float) -> str:
    most = max(WEIGHT.values())
    return LETTERS[max(-most, min(most, round(weight / STEP))) + LETTERS.index(NOTHING)]


def _measures(one: Lesson, scores: Scores, name: str) -> list[float]:
    rows = scores or [[UNSEEN] * len(NAMES)]
    rule = name in one.ruled
    return measures(rows, best_of(rows), NAMES.index(name), rule=rule, outside=one.outside)


def _sum(weights: Sequence[float], found: Sequence[float]) -> float:
    return weights[0] + sum(w * x for w, x in zip(weights[1:], found, strict=True))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


if __name__ == "__main__":
    main()
