"""Opens the guide at the page that belongs to where the user is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp
    from tui.relationship.screen import RelationshipScreen

OF_STEP = {
    "settle": "practices promises",
    "log": "practices keep_meetings",
    "hurdle": "strategies identify_source",
    "reply": "practices respond",
    "plan": "practices check_ins",
    "prepare": "agendas regular",
    "trial": "practices formats",
}
"""The page on each deed of a next step."""

OF_TAB = {
    "checkins": "practices check_ins",
    "promises": "practices promises",
    "agreement": "agendas agreement",
    "feedback": "practices feedback",
    "stories": "practices stories",
    "hurdles": "hurdles",
    "pulse": "practices pulse",
}
"""The page on each tab of a person's page."""


def open_guide(app: TrothApp, at: str = "") -> None:
    """Open it at the page with this key, or at its first."""
    from tui.guide.library import LibraryScreen

    app.push_screen(LibraryScreen(at=at))


def open_for_person(app: TrothApp, _: Workbook) -> None:
    """From a person's page: at the strategy under the cursor, or at what the open tab is about."""
    from tui.relationship.screen import RelationshipScreen

    here = app.screen
    open_guide(app, _page_of(here) if isinstance(here, RelationshipScreen) else "")


def _page_of(screen: RelationshipScreen) -> str:
    if not screen.facts.has_focus:
        return OF_TAB.get(screen.tab, "")
    page = screen.reading.page(screen.facts.key or "") if screen.reading else None
    return f"strategies {page.id}" if page else ""
