"""The user's own support contacts on plain lines: hear them, add, still true, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE
from coaching.say import say_day
from coaching.verbs import contacts
from tui.plain.desk import Entry, menu
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice, joined, short_text

if TYPE_CHECKING:
    from coaching.coach import Coach
    from coaching.guide import Content
    from tui.plain.desk import Desk

ONLY_ME = "Only you read this: none of it goes on a page for someone else."
NONE_YET = "No contacts yet. A calm day is a good day to write one down."


def say_contact(contact: SupportContact, content: Content) -> str:
    """A contact in sentences: who, what kind of help, how and when, what they must pass on."""
    kind = content.support_kind(contact.kind)
    parts = [contact.name, kind.name if kind else "", contact.reach, contact.hours]
    report = f"Must pass on: {contact.must_report}" if contact.must_report else ""
    return joined(", ".join(filter(None, parts)), report, f"Checked {say_day(contact.checked)}")


def support_contacts(desk: Desk) -> None:
    """Say who there is, then ask what to do."""
    menu(desk, "People outside", "What would you like to do?", lambda: _entries(desk))


def add_contact(desk: Desk, coach: Coach, kind: str = "") -> SupportContact:
    """Ask for a person or office and keep it with this coach; `kind` is told where it is known."""
    given = fill_in(desk.prompt, "Someone outside whom you could ask", _parts(desk.content, kind))
    texts = {name: given[name] or "" for name in ("name", "reach", "hours", "must_report")}
    contact = SupportContact(
        id=coach.new_id(), kind=kind or given["kind"], checked=desk.today, **texts
    )
    desk.say(coach.do(MINE, partial(contacts.keep, contact=contact)).said)
    return contact


def _entries(desk: Desk) -> list[Entry]:
    known = _known(desk)
    found = [
        Entry("Hear who there is", partial(_tell, desk), f"{len(known)} written down"),
        Entry("Add someone", partial(add_contact, desk, desk.coach)),
    ]
    if known:
        true = "Say that one is still true"
        found += [Entry(true, partial(_with_one, desk, true, _still_true))]
        delete = partial(_with_one, desk, "Delete a contact", _delete)
        found += [Entry("Delete one", delete, by_words=True)]
    return found


def _known(desk: Desk) -> list[SupportContact]:
    found = desk.open(MINE).all(SupportContact)
    return sorted(found, key=lambda one: one.name.casefold())


def _tell(desk: Desk) -> None:
    known = _known(desk)
    if not known:
        desk.say(NONE_YET)
    for number, one in enumerate(known, 1):
        desk.say(f"{number}. {say_contact(one, desk.content)}")


def _with_one(desk: Desk, title: str, deed: Callable[[Desk, SupportContact], None]) -> None:
    options = [Option(one, one.name) for one in _known(desk)]
    deed(desk, desk.prompt.need(choice("Which one?", options).placed(title)))


def _still_true(desk: Desk, contact: SupportContact) -> None:
    checked = contact.changed(checked=desk.today)
    desk.do(MINE, partial(contacts.keep, contact=checked))


def _delete(desk: Desk, contact: SupportContact) -> None:
    desk.do(MINE, partial(contacts.delete, contact_id=contact.id))


def _parts(content: Content, kind: str) -> tuple[Part, ...]:
    kinds = [Option(one.id, one.name, one.acts_for) for one in content.support.kinds]
    return (
        Part("name", lambda _: short_text("Who, or which office?").telling(ONLY_ME)),
        Part("kind", lambda _: choice("What kind of help?", kinds), lambda _: not kind),
        Part("reach", lambda given: _reach(content, kind or given["kind"])),
        Part("hours", lambda _: short_text("When?", needed=False)),
        Part("must_report", lambda given: _report(content, kind, given)),
    )


def _reach(content: Content, kind: str) -> Question[str]:
    known = content.support_kind(kind)
    question = short_text("How do you reach them?", needed=False)
    return question.telling(f"Where to look: {known.where}") if known else question


def _report(content: Content, kind: str, given: Given) -> Question[str]:
    known = content.support_kind(kind or given["kind"])
    question = short_text("What must they pass on?", needed=False)
    return question.telling(f"Usual; ask them: {known.must_report}") if known else question
