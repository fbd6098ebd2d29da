"""Over the demo: whoever reads only a sentence and the records behind it sees why it is said."""

from functools import cache

from coaching.record.workbook import MINE
from coaching.strategies.says import Fact
from data.demo import fill
from data.demo_story import load_story
from data.memory_vault import MemoryVault
from tests.coaching.fact_checks import told
from tests.coaching.shown_checks import COUNTS, lines_of, unseen


@cache
def demo() -> MemoryVault:
    vault = MemoryVault()
    fill(vault, load_story())
    return vault


def test_every_day_and_every_count_of_a_sentence_is_seen_in_the_records_behind_it() -> None:
    now, mine = load_story().moment, demo().open(MINE)
    counted: set[str] = set()
    for person in demo().overview().people:
        book = demo().open(person.id)
        assert list(unseen(book, mine, now)) == []
        facts = [fact for page in told(book, mine, now) for fact in page.facts]
        for fact in facts:
            stands_on = lines_of(fact, book, mine, now)
            assert stands_on or fact.state in ("unknown", "too_early") or _no_date(fact)
            counted.update({fact.rule} & set(COUNTS) if stands_on else ())
    assert {"promises", "recent", "owned", "feedback", "feedback_changed", "levels"} <= counted


def _no_date(fact: Fact) -> bool:
    return fact.words.startswith("No date after today")
