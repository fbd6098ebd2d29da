"""Packs workbooks that live in memory, and reads back what left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from coaching.exchange import Parcel, Wish
from coaching.record.base import Audience
from coaching.record.workbook import Workbook
from data.exchange.out import pack
from data.memory_vault import MemoryVault

NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo("Europe/Berlin"))
US_TWO = Audience.US_TWO


def packed(
    books: Workbook | Sequence[Workbook],
    wish: Wish,
    now: datetime = NOW,
    changed: datetime | None = None,
) -> Parcel:
    """All that leaves of one workbook or of everyone's, which were last saved at a moment."""
    if isinstance(books, Workbook):
        vault, wish = MemoryVault([books]), replace(wish, whom=books.id)
    else:
        vault = MemoryVault(books)
    return pack(vault, wish, now, lambda _: changed)


def text_of(books: Workbook | Sequence[Workbook], wish: Wish, **more: Any) -> str:
    """Everything that leaves, as one text."""
    pages = packed(books, wish, **more).pages
    return "\n".join(page.content.decode() for page in pages)
