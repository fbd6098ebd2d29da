"""Looks through all records and the guide for words: one workbook after the other, off the loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coaching.errors import TrothError
from coaching.finding import Found, around, find_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import date

    from coaching.library.page import GuidePage
    from coaching.overview import Overview
    from tui.world import World

GUIDE = "guide"
IN_GUIDE = "Guide"


class LookThrough:
    """What was read so far, in memory only; forgotten with the dialog it belongs to.

    `unread` counts those whose records could not be read.
    """

    def __init__(self, world: World) -> None:
        """Over these records and this content."""
        self._world = world
        self._read: dict[str, list[Found]] = {}
        self._guide: list[Found] | None = None
        self.unread = 0

    def forget(self) -> None:
        """Read everything again the next time: something was saved, or the records are locked."""
        self._read = {}
        self.unread = 0

    async def find(
        self, words: str, facts: Overview, today: date, first: str = ""
    ) -> AsyncIterator[Sequence[Found]]:
        """What has these words, in one batch for each person; the guide comes last.

        The workbook `first` is looked through before the others.

        Cancelling between two batches loses nothing that was read.
        """
        by_name = sorted(facts.people, key=lambda person: person.name.casefold())
        people = sorted(by_name, key=lambda person: person.id != first)
        for workbook_id in (*(person.id for person in people), facts.mine.id):
            if workbook_id not in self._read:
                await asyncio.to_thread(self._read_one, workbook_id, today)
            yield find_in(self._read.get(workbook_id, []), words)
        if self._guide is None:
            await asyncio.to_thread(self._read_guide)
        yield find_in(self._guide or [], words)

    def _read_one(self, workbook_id: str, today: date) -> None:
        from coaching.finding_records import in_records

        try:
            found = in_records(self._world.coach.open(workbook_id), today)
        except TrothError:
            self.unread += 1
            found = []
        self._read[workbook_id] = found

    def _read_guide(self) -> None:
        from coaching.library.chapters import every_page

        try:
            pages = every_page(self._world.content, self._world.limits)
        except TrothError:
            pages = ()
        self._guide = [
            Found(GUIDE, page.key, IN_GUIDE, _titled(page), page.folded) for page in pages
        ]


def _titled(page: GuidePage) -> str:
    return f"{page.name}: {page.line}" if page.line else page.name


def shown(found: Found, words: str) -> str:
    """What stands in the line of something found; private words say so."""
    what = around(found.what, words)
    return f"only me · {what}" if found.only_me else what
