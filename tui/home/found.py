"""Opens what was found: a person's page, a record on top of it, or a page of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.errors import TrothError

if TYPE_CHECKING:
    from tui.app import TrothApp

GUIDE = "guide"


def open_find(app: TrothApp, *, set_aside: bool = False, first: str = "") -> None:
    """Ask for words, and open what was chosen; the workbook `first` is looked through first."""
    from tui.home.find import Find

    def chosen(key: str | None) -> None:
        if key:
            open_found(app, key)

    app.push_screen(Find(set_aside=set_aside, first=first), chosen)


def open_found(app: TrothApp, key: str) -> None:
    """Open the thing with this key, over the screen that is there."""
    first, _, rest = key.partition(" ")
    if first == GUIDE:
        from tui.guide.library import LibraryScreen

        app.push_screen(LibraryScreen(at=rest))
        return
    kind, record_id, *_ = (*rest.split(" "), "", "")
    if first == app.facts.mine.id:
        _open_mine(app, kind, record_id)
        return
    _open_person(app, first)
    if record_id:
        _open_record(app, first, f"{kind} {record_id}")


def _open_person(app: TrothApp, workbook_id: str) -> None:
    from tui.relationship.screen import RelationshipScreen

    here = app.screen
    if not (isinstance(here, RelationshipScreen) and here.workbook_id == workbook_id):
        app.push_screen(RelationshipScreen(workbook_id))


def _open_record(app: TrothApp, workbook_id: str, key: str) -> None:
    from tui.relationship.deeds import open_record

    try:
        workbook = app.world.coach.open(workbook_id)
    except TrothError as error:
        app.show_error(error)
        return
    kind, _, record_id = key.partition(" ")
    if kind == "agendaitem":
        from tui.checkin.item import open_item

        open_item(app, workbook, record_id)
    else:
        open_record(app, workbook, key)


def _open_mine(app: TrothApp, kind: str, record_id: str) -> None:
    """A record of the user's own, which belongs to no person."""
    if kind == "supportcontact":
        from tui.guide.contacts import ContactsScreen

        app.push_screen(ContactsScreen())
    elif kind == "hurdle":
        from tui.hurdle.screen import HurdleScreen

        app.push_screen(HurdleScreen(app.world.coach, app.facts.mine.id, record_id))
    elif kind == "story":
        _open_story(app, record_id)


def _open_story(app: TrothApp, story_id: str) -> None:
    from coaching.record.story import Story
    from tui.story.forms import StoryForm

    try:
        story = app.world.coach.open(app.facts.mine.id).find(Story, story_id)
        words = app.world.content.forms.story
    except TrothError as error:
        app.show_error(error)
        return
    if story is not None:
        app.push_screen(StoryForm(words, story))
