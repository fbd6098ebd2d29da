"""Read the agenda of a check-in, tick lines off, add one, on plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from coaching.agenda.build import agenda_of, checkin_at_hand
from coaching.agenda.talked_about import done_verb
from coaching.record.checkin import Checkin
from coaching.say import first_name, say_count, say_here
from coaching.verbs import preparing
from tui.plain.desk import Entry, menu
from tui.plain.form import Part, fill_in
from tui.plain.question import Option, choice, short_text

if TYPE_CHECKING:
    from coaching.agenda.says import Agenda, BeatLines, Line
    from coaching.record.workbook import Workbook
    from tui.plain.desk import Desk

ONLY_YOU = "Only you read this"


def read_agenda(desk: Desk, workbook_id: str, checkin_id: str = "") -> None:
    """Say the agenda of this check-in or the next, then offer to change it."""
    _Agenda(desk, workbook_id, checkin_id).run()


class _Agenda:
    """One agenda, read anew after each change."""

    def __init__(self, desk: Desk, workbook_id: str, checkin_id: str) -> None:
        self.desk, self.workbook_id, self.checkin_id = desk, workbook_id, checkin_id

    def run(self) -> None:
        """Say it, and ask what to do with it."""
        self.tell()
        name = self.workbook.relationship.name
        menu(self.desk, f"Agenda with {name}", "What would you like to do?", self.entries)

    @property
    def workbook(self) -> Workbook:
        return self.desk.open(self.workbook_id)

    @property
    def checkin(self) -> Checkin | None:
        workbook = self.workbook
        found = workbook.find(Checkin, self.checkin_id) if self.checkin_id else None
        return found or checkin_at_hand(workbook, self.desk.now)

    @property
    def agenda(self) -> Agenda:
        desk = self.desk
        limits = desk.world.limits
        return agenda_of(self.workbook, self.checkin, desk.now, desk.content, limits=limits)

    def entries(self) -> list[Entry]:
        """What can be done; a line can be taken off only where a check-in is planned."""
        found = [
            Entry("Hear it again", self.tell),
            Entry("Tick a line: it was talked about", self.tick),
            Entry("Add a line", self.add),
        ]
        if self.checkin is not None:
            found.append(Entry("Take a line off this agenda", self.drop))
        return found

    def tell(self) -> None:
        """The agenda in lines: the head, then each part with what stands under it."""
        self.desk.say(*_told(self.agenda, self.workbook.relationship.name, self.desk.zone))

    def tick(self) -> None:
        """Say that a line was talked about."""
        today = self.desk.today
        ready = [line for _, line in self._lines() if done_verb(line.id, today)]
        if not ready:
            self.desk.say("No line here can be ticked off: the others follow from your records.")
            return
        chosen = self._choose("Which line was talked about?", ready)
        verb = done_verb(chosen.id, today)
        if verb is not None:
            self.desk.do(self.workbook_id, verb)

    def drop(self) -> None:
        """Take a line off; the record behind it stays."""
        checkin, lines = self.checkin, [line for _, line in self._lines()]
        if checkin is None or not lines:
            self.desk.say("There is no line to take off.")
            return
        chosen = self._choose("Which line shall go?", lines)
        verb = partial(preparing.drop, checkin_id=checkin.id, line_id=chosen.id)
        self.desk.do(self.workbook_id, verb)

    def add(self) -> None:
        """Put a line on the agenda."""
        name = first_name(self.workbook.relationship.name)
        who = [Option("me", "Me"), Option("them", name)]
        what = "What, in a few words? For us two."
        parts = (
            Part("what", lambda _: short_text(what)),
            Part("by", lambda _: choice("Who brings it?", who)),
        )
        given = fill_in(self.desk.prompt, "A line for the agenda", parts)
        checkin = self.checkin
        verb = partial(
            preparing.add,
            item_id=self.desk.coach.new_id(),
            today=self.desk.today,
            checkin_id=checkin.id if checkin else "",
            **given,
        )
        self.desk.do(self.workbook_id, verb)

    def _choose(self, words: str, lines: list[Line]) -> Line:
        options = [Option(line, line.words) for line in lines]
        return self.desk.prompt.need(choice(words, options).placed("Agenda"))

    def _lines(self) -> Iterator[tuple[BeatLines, Line]]:
        for beat in self.agenda.beats:
            for line in beat.lines:
                yield beat, line


def _told(agenda: Agenda, name: str, zone: str) -> Iterator[str]:
    when = say_here(agenda.wall, zone) if agenda.wall else "No date is agreed yet"
    yield ""
    yield f"{agenda.name} with {name}. {when}. About {say_count(agenda.minutes, 'minute')}."
    yield agenda.purpose
    yield f"Listening: {agenda.habit_words}"
    yield from agenda.before
    for number, beat in enumerate(agenda.beats, 1):
        yield f"{number}. {beat.name}, {say_count(beat.minutes, 'minute')}."
        for line in beat.lines:
            yield f"{line.words} {ONLY_YOU}." if line.private else line.words
