"""The labelled drafts are sound, and the wording check reads both halves as well as was reached."""

from collections import Counter

import pytest

from coaching.wording import check
from coaching.wording.names import COMPONENTS, FLAGS
from tests.wording.counts import Counts, Result, measure
from tests.wording.drafts import OWN, Draft, Half, drafts, words


def some(half: Half) -> list[Draft]:
    """The test half, and so much of the large development half as is read quickly."""
    every = drafts(half)
    return every if half == "test" else [*every[::12], *(one for one in every if one.expect)]


def result(half: Half) -> Result:
    known = words()
    return measure(some(half), lambda text: check(text, known))


def shares(counts: Counts) -> tuple[float, float]:
    """Found of those there, and right of those found."""
    right, missed, wrong = (c.total() for c in (counts.right, counts.missed, counts.wrong))
    return right / (right + missed), right / (right + wrong)


@pytest.mark.parametrize("half", ["development", "test"])
def test_every_label_is_known_and_stands_in_its_draft(half: Half) -> None:
    for draft in drafts(half):
        assert draft.has.keys() <= set(COMPONENTS), draft.id
        assert draft.flags.keys() <= set(FLAGS), draft.id
        text = " ".join(draft.text.split())
        for quote in (*draft.has.values(), *draft.flags.values()):
            assert quote in text, (draft.id, quote)


def test_there_are_enough_drafts_and_none_stands_twice() -> None:
    every = [*drafts("development"), *drafts("test")]
    assert len(drafts("development")) >= 1300
    assert sum(draft.writer != OWN for draft in drafts("development")) >= 1000
    assert len(drafts("test")) >= 60
    assert [count for count in Counter(draft.id for draft in every).values() if count > 1] == []
    assert len({draft.text for draft in every}) == len(every)


# The aims are 90 and 95 of 100 for components, 85 and 95 for flags: what is found is right as often
# as aimed at or nearly so, and too little is found. The development half was learned from.
@pytest.mark.parametrize(
    ("half", "components", "flags"),
    [("development", (0.94, 0.98), (0.9, 0.98)), ("test", (0.87, 0.93), (0.8, 0.89))],
)
def test_it_reads_no_worse_than_it_did(
    half: Half, components: tuple[float, float], flags: tuple[float, float]
) -> None:
    counted = result(half)
    for counts, least in ((counted.components, components), (counted.flags, flags)):
        found, right = shares(counts)
        assert found >= least[0], counts.line()
        assert right >= least[1], counts.line()


def test_other_languages_and_scraps_are_never_judged() -> None:
    known = words()
    for half in ("development", "test"):
        for draft in some(half):
            verdict = check(draft.text, known).verdict
            expected = draft.expect or verdict
            assert verdict == expected, draft.id
            judged = verdict not in ("too_short", "not_english")
            assert judged == (draft.expect is None), draft.id
