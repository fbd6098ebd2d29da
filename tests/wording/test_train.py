"""What was learned is what the repo's data teach, and training says the same each time."""

import random

from coaching.wording.names import NAMES
from data.wording_loader import READER_FILE
from tests.wording.drafts import words
from tests.wording.fitting import Row, fit_drafts, fit_sentences
from tests.wording.lessons import single_sentences
from tests.wording.train import made_from

MOST_BYTES = 2_000_000


def rows(seed: int) -> list[Row]:
    """Sentences of eight signs; those with sign 3 show it, and half of all have sign 5."""
    chance = random.Random(seed)
    signs = [sorted(chance.sample(range(8), 3)) for _ in range(80)]
    return [Row(one, 3 in one, 1.0) for one in signs]


def test_the_shipped_reader_was_trained_on_these_drafts_and_sentences() -> None:
    trained = words().trained
    assert trained is not None
    assert trained.reader.made_from == made_from(), "run make wording-train"
    assert READER_FILE.stat().st_size < MOST_BYTES


def test_the_same_rows_and_seed_teach_the_same_and_what_shows_is_learned() -> None:
    start, weights = fit_sentences(rows(1), 8, 1.0, seed=7)
    assert (start, weights) == fit_sentences(rows(1), 8, 1.0, seed=7)
    assert max(weights) == weights[3]
    read = [start + sum(weights[sign] for sign in row.signs) > 0 for row in rows(2)]
    assert read == [row.shows for row in rows(2)]


def test_a_draft_is_decided_by_the_measure_that_tells_them_apart() -> None:
    measured = [[float(i % 2), float(i % 3)] for i in range(60)]
    _, first, second = fit_drafts(measured, [i % 2 == 0 for i in range(60)], [1.0] * 60, 1.0)
    assert first < -1
    assert abs(second) < abs(first) / 4


def test_each_name_has_single_sentences_that_show_it_and_that_only_seem_to() -> None:
    every = list(single_sentences())
    for name in NAMES:
        assert sum(name in one.shows for one in every) >= 20, name
        assert sum(name in one.seems for one in every) >= 20, name
