"""The form that writes a note, changes it, or deletes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.record.base import Audience
from coaching.say import say_day
from coaching.verbs import notes
from tui.widgets.ask import Ask
from tui.widgets.choice import Choice
from tui.widgets.fields import DateField, LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.moments import Wall
    from coaching.record.note import Note
    from coaching.record.workbook import Workbook

ONLY_ME = "Nobody but you; it never enters anything you make for {name}."
US_TWO = "May go on a page you make for {name}; {name} sees nothing until you hand it over."


class NoteForm(Form[str]):
    """Free text about a person, for the user alone unless they choose otherwise."""

    DEFAULT_CSS = """
    NoteForm TextArea { height: 8; }
    NoteForm Choice { margin-bottom: 0; }
    NoteForm.-short TextArea { height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+r",
            "delete",
            "delete note",
            id="note.delete",
            tooltip="Delete this note; you are asked first",
        ),
    ]

    def __init__(self, workbook: Workbook, note: Note | None = None) -> None:
        """A new note in this workbook, or one that is there."""
        super().__init__()
        self.workbook = workbook
        self.note = note
        self.draft_key = f"note-{workbook.id}-{note.id if note else 'new'}"

    @property
    def _who(self) -> str:
        return self.workbook.relationship.name

    def title_text(self) -> str:
        """Whom it is about."""
        return f"A note about {self._who}"

    def fields(self) -> Iterator[Widget]:
        """The words, the day, who may read it."""
        note = self.note
        yield LongField("text", "What do you want to keep?", value=note.text if note else "")
        yield DateField(
            "about",
            "The day it is about",
            self._read,
            value=say_day(note.about) if note else "today",
            example="today, last tue",
        )
        yield Static("Who may read it?", classes="field-label")
        yield Choice(
            [(Audience.ONLY_ME, "only me"), (Audience.US_TWO, "us two")],
            note.audience if note else Audience.ONLY_ME,
            id="audience",
        )
        yield Static(classes="hint", id="who-reads")
        yield Static("")

    def on_mount(self) -> None:
        """Say who reads it from the start."""
        super().on_mount()
        self._explain()

    @on(Choice.Changed)
    def _explain(self) -> None:
        line = US_TWO if self._audience == Audience.US_TWO else ONLY_ME
        self.query_one("#who-reads", Static).update(Content(line.replace("{name}", self._who)))

    @property
    def _audience(self) -> Audience:
        return Audience(self.query_one("#audience", Choice).value)

    def _read(self, text: str) -> Wall:
        return self.app.world.read_when(text, past=True)

    async def save(self) -> str:
        """Keep the note."""
        about = self.query_one(DateField).wall()
        if about is None:
            raise Refused("Write the day it is about: today, last tue, 24 nov.", field="about")
        coach = self.app.world.coach
        note_id = self.note.id if self.note else coach.new_id()
        verb = partial(
            notes.write,
            note_id=note_id,
            text=self.field("text").text,
            about=about.day,
            audience=self._audience,
        )
        changed = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(changed.said)
        return note_id

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a note that is kept can be deleted."""
        if action == "delete":
            return self.note is not None
        return super().check_action(action, parameters)

    def action_delete(self) -> None:
        """Ask, then delete it."""
        if self.note is not None:
            verb = partial(notes.delete, note_id=self.note.id)
            ask = Ask(
                "Delete this note?",
                "u brings it back while this window is open.",
                self.workbook.id,
                verb,
            )
            self.app.push_screen(ask, self._deleted)

    def _deleted(self, deleted: bool | None) -> None:
        if deleted:
            self.app.drafts.drop(self.draft_key)
            self.dismiss(None)
