"""Opens the forms of this screen: for something new, and for a record that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.record.checkin import Checkin
from coaching.record.note import Note
from coaching.record.promise import Promise

if TYPE_CHECKING:
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


def open_checkin(app: TrothApp, workbook: Workbook) -> None:
    """Log or plan a check-in."""
    from tui.checkin.log import LogCheckin

    app.push_screen(LogCheckin(workbook.id))


def open_promise(app: TrothApp, workbook: Workbook) -> None:
    """Record a promise."""
    from tui.promise.make import MakePromise

    app.push_screen(MakePromise(workbook.id))


def open_promises(app: TrothApp, workbook: Workbook) -> None:
    """Settle an open promise."""
    from tui.promise.settle import SettlePromise

    app.push_screen(SettlePromise(workbook.id))


def open_hurdle(app: TrothApp, workbook: Workbook) -> None:
    """Begin a hurdle, or go on with one that is open."""
    from tui.hurdle.which import begin_or_go_on

    begin_or_go_on(app, workbook.id)


def open_note(app: TrothApp, workbook: Workbook) -> None:
    """Write a note."""
    from tui.agreement.ties import ask_ties_once_noted
    from tui.relationship.note import NoteForm

    app.push_screen(NoteForm(workbook), ask_ties_once_noted(app, workbook))


def open_edit(app: TrothApp, workbook: Workbook) -> None:
    """Change the details."""
    from tui.relationship.edit import EditRelationship

    app.push_screen(EditRelationship(workbook))


def open_contacts(app: TrothApp, _: Workbook) -> None:
    """See and write down people outside the pair."""
    from tui.guide.contacts import ContactsScreen

    app.push_screen(ContactsScreen())


def open_take_out(app: TrothApp, workbook: Workbook) -> None:
    """Show what would leave, and for whom."""
    from tui.setup.export import TakeOut

    app.push_screen(TakeOut(workbook.id))


def open_one_hurdle(app: TrothApp, workbook: Workbook, hurdle_id: str) -> None:
    """Go on with a hurdle."""
    from tui.hurdle.which import open_wizard

    open_wizard(app, workbook.id, hurdle_id)


def open_one_note(app: TrothApp, workbook: Workbook, note_id: str) -> None:
    """Change a note, or delete it."""
    from tui.relationship.note import NoteForm

    note = workbook.find(Note, note_id)
    if note is not None:
        app.push_screen(NoteForm(workbook, note))


def open_one_checkin(app: TrothApp, workbook: Workbook, checkin_id: str) -> None:
    """Log a planned check-in, or correct one that is over."""
    checkin = _latest(workbook, checkin_id)
    if checkin is None:
        return
    if checkin.outcome == "planned":
        from tui.checkin.log import LogCheckin

        app.push_screen(LogCheckin(workbook.id, checkin.id))
    else:
        from tui.relationship.correct import CorrectCheckin

        app.push_screen(CorrectCheckin(workbook, checkin))


def _latest(workbook: Workbook, checkin_id: str) -> Checkin | None:
    """The check-in, or where it was moved the one that took its place."""
    found = workbook.find(Checkin, checkin_id)
    for _ in workbook.all(Checkin):
        new = workbook.find(Checkin, found.moved_to) if found and found.moved_to else None
        found = new or found
    return found


def open_one_promise(app: TrothApp, workbook: Workbook, promise_id: str) -> None:
    """Settle an open promise, or open a settled one again."""
    promise = workbook.find(Promise, promise_id)
    if promise is None:
        return
    if promise.state == "open":
        from tui.promise.settle import SettlePromise

        app.push_screen(SettlePromise(workbook.id, promise.id))
    else:
        from tui.relationship.questions import ask_open_again

        app.push_screen(ask_open_again(workbook, promise))
