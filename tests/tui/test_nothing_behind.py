"""Where no record stands behind a line: what is missing is said, and a deed records the first."""

import re

from coaching.strategies.says import Fact
from coaching.thresholds import DEFAULTS
from tests.coaching.making import ben
from tests.coaching.strategy_told import pages
from tui.relationship.nothing_behind import first_deed, why_so_little
from tui.relationship.reading import entries_of

BARE = [
    (page, fact)
    for page in pages(ben())
    for fact in entries_of(page)
    if isinstance(fact, Fact) and not fact.behind
]


def test_each_line_without_a_record_says_what_is_missing_and_what_records_it() -> None:
    assert len(BARE) > 8
    assert not any("too early" in fact.words for _, fact in BARE)
    for page, fact in BARE:
        deed = first_deed(fact, page, ben())
        assert deed is not None, (page.id, fact.rule)
        said = list(why_so_little(fact, page, DEFAULTS, deed))
        assert "No record stands behind this yet." in said
        assert said[-1] == "To record one, press enter."
        assert re.match(r"(No|Nothing|Nobody) .*(is recorded|is noted)", fact.words), fact.words


def test_after_an_ending_no_goal_is_offered() -> None:
    ((page, fact),) = [(page, fact) for page, fact in BARE if page.id == "adapt"]
    ended = ben(state="ended")
    assert first_deed(fact, page, ended) is None
    assert "To record one, press enter." not in list(why_so_little(fact, page, DEFAULTS, None))
