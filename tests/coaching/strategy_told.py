"""Facts and notices of a made-up record, by their rules."""

from typing import Any

from coaching.moments import Every
from coaching.record.agreement import Agreement
from coaching.record.base import Record
from coaching.record.contact import SupportContact
from coaching.record.relationship import Rhythm
from coaching.record.workbook import MINE, Workbook
from coaching.strategies.pages import strategy_pages
from coaching.strategies.says import Fact, Notice, StrategyPage
from coaching.thresholds import DEFAULTS, Thresholds
from tests.coaching.making import TODAY, checkin, day
from tests.coaching.shipped import shipped

Pages = tuple[StrategyPage, ...]

DANA = SupportContact(id="s", name="Dana", kind="ombuds", checked=TODAY)
FORTNIGHT = Rhythm.of(Every(2, "week"))
FULL = Agreement(
    id="a",
    since=day("10-01"),
    confidentiality="Between us, except for danger.",
    hours="not after 19:00",
    yes_me=day("10-01"),
    yes_them=day("10-02"),
)


def held(*days: str) -> list[Record]:
    """Check-ins held on these days."""
    return [checkin(f"h{number}", f"{on} 10:00", "held") for number, on in enumerate(days)]


def pages(book: Workbook, mine: Workbook | None = None, limits: Thresholds = DEFAULTS) -> Pages:
    """The ten strategies today, with somebody outside noted."""
    own = mine if mine is not None else Workbook(MINE).put(DANA)
    return strategy_pages(book, own, TODAY, shipped().strategies, limits)


def facts(book: Workbook, **more: Any) -> dict[str, Fact]:
    """Every fact by its rule; of both sides, that of the user."""
    found: dict[str, Fact] = {}
    for page in pages(book, **more):
        for fact in page.facts:
            found.setdefault(fact.rule, fact)
    return found


def notices(book: Workbook, **more: Any) -> dict[str, Notice]:
    """Every notice by its rule."""
    return {notice.rule: notice for page in pages(book, **more) for notice in page.notices}
