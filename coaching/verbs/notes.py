"""What a user does with a note: write, change, delete."""

from datetime import date

from coaching.errors import Refused
from coaching.record.base import Audience
from coaching.record.note import Note
from coaching.record.workbook import Done, Workbook
from coaching.text import has_visible


def write(workbook: Workbook, *, note_id: str, text: str, about: date, audience: Audience) -> Done:
    """Keep a note about a person, or change the one with this id. Refuses an empty one."""
    note = Note(id=note_id, text=text, about=about, audience=audience)
    if not has_visible(note.text):
        raise Refused("The note is empty. Write a word or two.", field="text")
    return Done(workbook.put(note), f"Note about {workbook.relationship.name} kept.")


def delete(workbook: Workbook, note_id: str) -> Done:
    """Take a note out of the record."""
    note = workbook.get(Note, note_id)
    return Done(workbook.without(note), f"Note about {workbook.relationship.name} deleted.")
