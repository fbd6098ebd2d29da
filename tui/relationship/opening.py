"""What enter does on a recorded line: it opens the deed that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.record.checkin import Checkin
from coaching.record.note import Note
from coaching.record.promise import Promise

if TYPE_CHECKING:
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


def open_record(app: TrothApp, workbook: Workbook, key: str) -> None:
    """Open the record with this key: its kind, a blank, its id. One that is gone opens nothing."""
    kind, _, record_id = key.partition(" ")
    OPENERS[kind](app, workbook, record_id)


def _open_hurdle(app: TrothApp, workbook: Workbook, hurdle_id: str) -> None:
    from tui.hurdle.screen import HurdleScreen

    app.push_screen(HurdleScreen(app.world.coach, workbook.id, hurdle_id))


def _open_note(app: TrothApp, workbook: Workbook, note_id: str) -> None:
    from tui.relationship.note import NoteForm

    note = workbook.find(Note, note_id)
    if note is not None:
        app.push_screen(NoteForm(workbook, note))


def _open_checkin(app: TrothApp, workbook: Workbook, checkin_id: str) -> None:
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


def _open_promise(app: TrothApp, workbook: Workbook, promise_id: str) -> None:
    promise = workbook.find(Promise, promise_id)
    if promise is None:
        return
    if promise.state == "open":
        from tui.promise.settle import SettlePromise

        app.push_screen(SettlePromise(workbook.id, promise.id))
    else:
        from tui.relationship.questions import ask_open_again

        app.push_screen(ask_open_again(workbook, promise))


OPENERS = {
    "checkin": _open_checkin,
    "promise": _open_promise,
    "hurdle": _open_hurdle,
    "note": _open_note,
}
