"""Add someone, on plain lines: one line says it all, or only the name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coaching.errors import Refused
from coaching.fast_entry import NewRelationship, read_line
from coaching.new_people import already_here, is_known, say_added, say_new
from coaching.verbs.relationships import new_workbook
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice

if TYPE_CHECKING:
    from coaching.record.relationship import Role
    from tui.plain.desk import Desk

EXAMPLE = "A name is enough. More if you like: Ben every 2w, next tue 3pm."


def add_person(desk: Desk, i_am: Role | None = None) -> None:
    """Ask who it is and which side the user is on; the first one begins the records."""
    sides = [Option("mentor", "I mentor them"), Option("mentee", "They mentor me")]
    parts = (
        Part("who", lambda _: _who(desk)),
        Part(
            "i_am",
            lambda _: choice("Which of the two are you?", sides),
            lambda given: i_am is None and not (given.get("who") and given["who"].i_am),
        ),
    )
    fill_in(desk.prompt, "Add someone", parts, lambda given: _add(desk, given, i_am))


def _add(desk: Desk, given: Given, i_am: Role | None) -> None:
    new: NewRelationship = given["who"]
    role: Role = new.i_am or i_am or given["i_am"]
    workbook = new_workbook(
        workbook_id=desk.coach.new_id(),
        checkin_id=desk.coach.new_id(),
        name=new.name,
        i_am=role,
        today=desk.today,
        zone=desk.zone,
        every=new.every,
        next_one=new.next,
    )
    said = say_added([NewRelationship(new.name, role, new.every, new.next)])
    desk.coach.create([workbook], said)
    desk.say(said)


def _who(desk: Desk) -> Question[NewRelationship]:
    names = [person.name for person in desk.facts().people]

    def read(typed: str) -> NewRelationship:
        new = read_line(typed, desk.now, desk.zone, style=desk.world.date_style)
        new = replace(new, every=new.every or desk.world.settings.rhythm.usual())
        if is_known(new.name, names):
            raise Refused(already_here(new.name))
        desk.say(f"Understood: {say_new(new)}." if new.i_am else f"Understood: {new.name}.")
        return new

    return Question("Who is it?", read, about=(EXAMPLE,))
