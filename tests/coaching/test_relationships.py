"""Relationships and the small records: notes, contacts, next steps put off."""

from typing import Any

import pytest

from coaching.errors import Gone, Refused
from coaching.moments import Every
from coaching.record.base import Audience
from coaching.record.checkin import Checkin
from coaching.record.contact import SupportContact
from coaching.record.note import Note
from coaching.record.putoff import PutOff
from coaching.record.relationship import Rhythm
from coaching.record.workbook import MINE, Workbook
from coaching.verbs import contacts, notes, putoffs, relationships
from tests.coaching.making import LONDON, SAMPLES, TODAY, ben, checkin, day, wall


def new(**given: Any) -> Workbook:
    known = {"workbook_id": "ben", "checkin_id": "c", "name": "Ben", "i_am": "mentor"}
    return relationships.new_workbook(**{**known, "today": TODAY, "zone": LONDON, **given})


def test_a_new_relationship_needs_only_a_name() -> None:
    book = new()
    assert (book.id, book.relationship.id, book.relationship.name) == ("ben", "ben", "Ben")
    assert (book.relationship.since, book.relationship.state) == (TODAY, "active")
    assert (book.relationship.phase, book.relationship.rhythm) == ("starting", None)
    assert book.all(Checkin) == ()


def test_a_rhythm_and_a_first_date_may_come_with_it() -> None:
    book = new(every=Every(2, "week"), next_one=wall("11-24 15:00"))
    assert book.relationship.rhythm == Rhythm(rule="FREQ=WEEKLY;INTERVAL=2", longest_days=28)
    assert book.all(Checkin) == (checkin("c", "11-24 15:00").changed(kind="first"),)


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 201])
def test_a_name_that_is_none_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(Refused):
        new(name=name)


def test_details_are_changed_together() -> None:
    done = relationships.edit(ben(), name="Ben Lind", pronouns="he/him", phase="growing")
    assert done.said == "Ben Lind: details changed."
    found = done.workbook.relationship
    assert (found.pronouns, found.phase, found.since) == ("he/him", "growing", day("01-05"))


def test_a_relationship_is_paused_taken_up_again_and_ended() -> None:
    paused = relationships.pause(ben(), today=TODAY)
    assert paused.said == "Ben Lindqvist: paused."
    assert paused.workbook.relationship.state == "paused"
    active = relationships.go_on(paused.workbook, today=day("12-01"))
    assert active.said == "Ben Lindqvist: active again."
    assert active.workbook.relationship.state_since == day("12-01")
    ended = relationships.end(active.workbook, today=day("12-02"))
    assert ended.said == "Ben Lindqvist: ended. The record stays."
    found = ended.workbook.relationship
    assert (found.state, found.phase, found.state_since) == ("ended", "afterwards", day("12-02"))


def test_a_note_is_written_changed_and_deleted() -> None:
    done = notes.write(
        ben(), note_id="n", text="Likes trains.", about=TODAY, audience=Audience.ONLY_ME
    )
    assert done.workbook.all(Note) == (Note(id="n", text="Likes trains.", about=TODAY),)
    assert done.said == "Note about Ben Lindqvist kept."
    changed = notes.write(
        done.workbook, note_id="n", text="Likes buses.", about=TODAY, audience=Audience.US_TWO
    )
    assert [note.text for note in changed.workbook.all(Note)] == ["Likes buses."]
    deleted = notes.delete(changed.workbook, "n")
    assert (deleted.workbook.all(Note), deleted.said) == ((), "Note about Ben Lindqvist deleted.")
    with pytest.raises(Gone, match=r"^This note is not there any more"):
        notes.delete(deleted.workbook, "n")


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "\u200b\u2800"])
def test_an_empty_note_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(Refused) as told:
        notes.write(ben(), note_id="n", text=text, about=TODAY, audience=Audience.ONLY_ME)
    assert (told.value.sentence, told.value.field) == (
        "The note is empty. Write a word or two.",
        "text",
    )


def test_a_support_contact_is_kept_changed_and_deleted() -> None:
    dana = next(one for one in SAMPLES if isinstance(one, SupportContact))
    done = contacts.keep(Workbook(MINE), dana)
    assert done.said == "Support contact kept: Dana."
    again = contacts.keep(done.workbook, dana.changed(hours="Mon 9 to 12"))
    assert [one.hours for one in again.workbook.all(SupportContact)] == ["Mon 9 to 12"]
    deleted = contacts.delete(again.workbook, dana.id)
    assert deleted.workbook.all(SupportContact) == ()
    assert deleted.said == "Support contact deleted: Dana."


def test_putting_off_again_replaces_only_the_same_step() -> None:
    book = ben()
    for new_id, subject, until in (
        ("1", "ben", "12-01"),
        ("2", "p", "12-01"),
        ("3", "ben", "12-09"),
    ):
        done = putoffs.put_off(
            book, new_id=new_id, rule="no_date", subject=subject, until=day(until)
        )
        book = done.workbook
    assert {(one.id, one.subject) for one in book.all(PutOff)} == {("2", "p"), ("3", "ben")}
    assert done.said == "Hidden until Wed 9 Dec 2026."
