"""What a person's page stands on: their records, the user's own, and the ten strategies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.record.workbook import MINE, Workbook
from coaching.strategies.pages import strategy_pages
from coaching.strategies.says import Fact, Hidden, Notice, StrategyPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tui.world import World

Entry = Fact | Notice | Hidden


@dataclass(frozen=True)
class Reading:
    """Records and strategies as they were read on one day."""

    today: date
    workbook: Workbook
    mine: Workbook
    pages: tuple[StrategyPage, ...]
    ties: tuple[str, ...] = ()
    """What follows from power and age between the two, a sentence or more for each."""

    def entries(self) -> Iterator[tuple[str, StrategyPage, Entry]]:
        """Every fact, notice and hidden notice with its key, in the order they stand on screen."""
        for page in self.pages:
            for one in entries_of(page):
                yield entry_key(one, page), page, one

    def entry(self, key: str) -> tuple[StrategyPage, Entry] | None:
        """The entry with this key; None where it does not hold any more."""
        return next(((page, one) for of, page, one in self.entries() if of == key), None)

    def page(self, key: str) -> StrategyPage | None:
        """The strategy a key belongs to."""
        found = self.entry(key)
        if found is not None:
            return found[0]
        return next((page for page in self.pages if f"strategy {page.id}" == key), None)

    @property
    def notices(self) -> list[str]:
        """The keys of the notices shown."""
        return [key for key, _, one in self.entries() if isinstance(one, Notice)]


def entries_of(page: StrategyPage) -> tuple[Entry, ...]:
    """What stands under a strategy."""
    return (*page.facts, *page.notices, *page.hidden)


def entry_key(entry: Entry, page: StrategyPage) -> str:
    """A key that stays the same while the fact or notice stands."""
    if isinstance(entry, Fact):
        return f"fact {page.id} {entry.rule} {entry.side or ''}"
    notice = entry.notice if isinstance(entry, Hidden) else entry
    kind = "hidden" if isinstance(entry, Hidden) else "notice"
    return f"{kind} {notice.rule} {notice.subject}"


def shown_notice(entry: Entry | None) -> Notice | None:
    """The notice that an entry is or hides; None for a fact."""
    if isinstance(entry, Hidden):
        return entry.notice
    return entry if isinstance(entry, Notice) else None


def read(world: World, workbook_id: str, today: date) -> Reading:
    """Read everything; raises `TrothError`. Slow for the event loop where there is a lot."""
    workbook, mine = world.coach.open(workbook_id), world.coach.open(MINE)
    pages = strategy_pages(workbook, mine, today, world.content.strategies, world.limits)
    chosen = workbook.relationship.ties or ()
    known = world.content.agreement.ties
    ties = tuple(f"{one.label}. {' '.join(one.follows)}" for one in known if one.id in chosen)
    return Reading(today, workbook, mine, pages, ties)
