"""What the pages of one check-in share: they follow its records, and close where those are gone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from coaching.agenda.build import checkin_at_hand
from coaching.errors import TrothError
from coaching.record.checkin import Checkin
from tui.still_open import still_open

if TYPE_CHECKING:
    from datetime import datetime

    from coaching.overview import Overview
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp
    from tui.checkin.sheet import AgendaSheet


class CheckinPage(Screen[None]):
    """A subclass gives `show` and `was_read`, and calls `follow` once it is mounted."""

    app: TrothApp

    def __init__(self, workbook: Workbook, checkin_id: str) -> None:
        """For this check-in; "" where none is planned."""
        super().__init__()
        self.workbook = workbook
        self.workbook_id = workbook.id
        self.checkin_id = checkin_id
        self.sheet: AgendaSheet | None = None

    @property
    def checkin(self) -> Checkin | None:
        """The check-in as it is now."""
        return self.workbook.find(Checkin, self.checkin_id) if self.checkin_id else None

    def show(self) -> None:
        """Put the records on screen."""
        raise NotImplementedError

    def was_read(self) -> None:
        """The records were read again; show them, or leave where there is nothing more to show."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show what is saved here and elsewhere, and that time goes on."""
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self.app.time_changed.subscribe(self, self._time_changed)

    def leave(self) -> None:
        """Close, where nothing stands above."""
        if self.is_current:
            self.dismiss(None)

    def _time_changed(self, _: datetime) -> None:
        self.show()

    def _facts_changed(self, facts: Overview) -> None:
        if facts.person(self.workbook_id) is None:
            self.leave()
        else:
            self._read_again()

    @work(group="read", exclusive=True)
    async def _read_again(self) -> None:
        try:
            self.workbook = await asyncio.to_thread(self.app.world.coach.open, self.workbook_id)
        except TrothError as error:
            self.app.show_error(error)
            return
        if still_open(self):
            self.was_read()


def open_page(
    app: TrothApp, page: type[CheckinPage], workbook: Workbook, checkin_id: str = ""
) -> None:
    """Open a page of a check-in, else of the one at hand; a fault in the content is shown."""
    try:
        _ = app.world.content
    except TrothError as error:
        app.show_error(error)
        return
    app.push_screen(page(workbook, _at_hand(workbook, app.now, checkin_id)))


def open_page_of(
    app: TrothApp, page: type[CheckinPage], workbook_id: str, checkin_id: str = ""
) -> None:
    """The same for a person known by id."""
    try:
        workbook = app.world.coach.open(workbook_id)
    except TrothError as error:
        app.show_error(error)
        return
    open_page(app, page, workbook, checkin_id)


def _at_hand(workbook: Workbook, now: datetime, checkin_id: str) -> str:
    """The check-in named, where it is still planned; else the one at hand, "" for none."""
    named = workbook.find(Checkin, checkin_id) if checkin_id else None
    if named is not None and named.outcome == "planned":
        return named.id
    found = checkin_at_hand(workbook, now)
    return found.id if found else ""
