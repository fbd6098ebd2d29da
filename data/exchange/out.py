"""Packs what the user wants to take out: opens the records, cuts them down, writes each page."""

from collections.abc import Callable, Sequence
from datetime import datetime

from coaching.errors import Gone, Refused, TrothError, VaultTrouble
from coaching.exchange import CSV_TABLES, MIXED, Leaving, Page, Parcel, Wish, leaving
from coaching.exchange_words import say_leaves, say_left_out
from coaching.overview import Overview
from coaching.ports import Vault
from coaching.record.base import Audience
from coaching.record.workbook import MINE, Workbook
from data.exchange.file_names import file_names

LastChange = Callable[[str], datetime | None]
NO_CALENDAR = (
    "Calendar files need the library icalendar, which is not installed here. "
    "Install Troth with its calendar part: pip install 'troth[calendar]'"
)


def pack(vault: Vault, wish: Wish, now: datetime, last_change: LastChange) -> Parcel:
    """All that leaves by this wish, as bytes; nothing is written.

    `last_change` says when a workbook was last saved, None where that is not known.
    Raises `Refused` for a file that would tell one person of another, and `VaultTrouble` where the
    records cannot be read. In an export of everyone, a person whose records cannot be read is told
    in `troubles`, and the others leave.
    """
    if wish.mixes_people:
        raise Refused(MIXED)
    overview = vault.overview()
    books, troubles = _open(vault, overview, wish)
    parts = [leaving(book, wish.audience) for book in books]
    pages = tuple(_pages(wish, parts, now, last_change))
    leaves = say_leaves(wish, parts, now.date())
    return Parcel(pages, leaves, say_left_out(wish, parts, now.date()), troubles)


def _open(vault: Vault, overview: Overview, wish: Wish) -> tuple[list[Workbook], tuple[str, ...]]:
    if wish.whom:
        return [vault.open(wish.whom)], ()
    books: list[Workbook] = []
    troubles = [trouble.sentence for trouble in overview.troubles]
    people = sorted(overview.people, key=lambda one: (one.name.casefold(), one.id))
    own = [MINE] if wish.audience is Audience.ONLY_ME else []
    for workbook_id in [*(one.id for one in people), *own]:
        try:
            book = vault.open(workbook_id)
        except Gone:
            continue
        except TrothError as error:
            troubles.append(error.sentence)
            continue
        if workbook_id != MINE or book.tables or book.unreadable:
            books.append(book)
    return books, tuple(dict.fromkeys(troubles))


def _pages(
    wish: Wish, parts: Sequence[Leaving], now: datetime, last_change: LastChange
) -> list[Page]:
    match wish.format:
        case "json":
            from data.exchange.json_out import as_json

            return [Page(_name(wish, parts, ".json"), as_json(wish, parts, now))]
        case "markdown":
            from data.exchange.markdown_out import as_markdown

            names = file_names({one.workbook.id: _person(one) for one in parts}, ".md")
            return [Page(names[one.workbook.id], as_markdown(wish, one, now)) for one in parts]
        case "ics":
            content = _calendar(wish, parts, now, last_change)
            return [Page(_name(wish, parts, ".ics"), content)]
        case "csv":
            from data.exchange.csv_out import as_csv

            tables = [wish.table] if wish.table else list(CSV_TABLES)
            return [Page(f"{table}.csv", as_csv(table, parts, wish.audience)) for table in tables]


def _calendar(
    wish: Wish, parts: Sequence[Leaving], now: datetime, last_change: LastChange
) -> bytes:
    try:
        from data.exchange.calendar_out import as_calendar
    except ModuleNotFoundError as missing:
        raise VaultTrouble(NO_CALENDAR) from missing
    return as_calendar(wish, parts, now, last_change)


def _name(wish: Wish, parts: Sequence[Leaving], suffix: str) -> str:
    names = {"": "troth"} if not wish.whom else {"": _person(parts[0])}
    return file_names(names, suffix)[""]


def _person(part: Leaving) -> str:
    return part.workbook.relationship.name if part.workbook.about_someone else "on my own"
