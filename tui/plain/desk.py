"""What every deed on plain lines works with: the records, the moment, and the questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.errors import Locked, TrothError
from coaching.say import say_count, say_day, say_here, say_wall
from coaching.when import read_day
from tui.plain.prompt import Prompt
from tui.plain.question import Back, Doubt, Option, Question, choice

if TYPE_CHECKING:
    from datetime import date, datetime

    from coaching.coach import Coach
    from coaching.guide import Content
    from coaching.moments import Wall
    from coaching.overview import Overview
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.world import World

MINUTE_S = 60.0
LOCKED = "Your records were locked after {time} without an answer."
UNDERSTOOD = "Understood: {}."
NOTHING_CHANGED = "Back. Nothing was changed by this."


@dataclass
class Desk:
    """One run on plain lines. `safety_asked` says that the next safety question is one line.

    `safety_heard` says that one was asked in this run.

    `unlock` opens sealed records, asking for the passphrase where it has to. `kept_alone` says
    that a hurdle of which nothing was kept was put into the records after all; `unkept` says that
    nothing is kept of what is asked about now.
    """

    world: World
    prompt: Prompt
    unlock: Callable[[], None]
    safety_asked: bool = False
    safety_heard: bool = False
    kept_alone: bool = False
    unkept: bool = False

    @property
    def coach(self) -> Coach:
        """The coach over the user's records."""
        return self.world.coach

    @property
    def content(self) -> Content:
        """The coaching content."""
        return self.world.content

    @property
    def now(self) -> datetime:
        """The record's present moment."""
        return self.world.clock.now()

    @property
    def today(self) -> date:
        """The record's day."""
        return self.now.date()

    @property
    def zone(self) -> str:
        """The user's zone."""
        return self.world.clock.zone()

    def facts(self) -> Overview:
        """The facts of everyone, as they are now."""
        return self.world.overview()

    def open(self, workbook_id: str) -> Workbook:
        """One workbook, as it is now."""
        return self.coach.open(workbook_id)

    def say(self, *lines: str) -> None:
        """Say lines."""
        self.prompt.say(*lines)

    def do(self, workbook_id: str, verb: Verb) -> None:
        """Carry out a verb, and say what was done."""
        self.say(self.coach.do(workbook_id, verb).said)

    def after_silence(self, seconds: float) -> None:
        """Lock sealed records after as long without an answer as the settings say; ask anew."""
        sealing, minutes = self.world.sealing, self.world.settings.lock.after_minutes
        if sealing is None or not sealing.sealed or not 0 < minutes * MINUTE_S <= seconds:
            return
        sealing.lock()
        self.coach.history.clear()
        self.say(LOCKED.replace("{time}", say_count(minutes, "minute")))
        self.unlock()

    def read_when(self, typed: str, zone: str = "", *, past: bool = False) -> Wall:
        """A date with or without a time."""
        return self.world.read_when(typed, zone, past=past)

    def when(self, words: str, proposal: str = "", *, zone: str = "") -> Question[Wall]:
        """A question for a date to come; one that has passed is taken the second time."""
        doubted: list[Wall] = []

        def read(typed: str) -> Wall:
            wall = self.read_when(typed, zone)
            if wall.passed(self.now) and wall not in doubted:
                doubted.append(wall)
                raise Doubt(f"{say_wall(wall)} has passed. To keep it, type it once more.")
            return wall

        about = ("For example: tue 3pm, +2w, 24 nov.",)
        question = Question(words, read, about=about, proposal=proposal)
        return question.understood(lambda wall: UNDERSTOOD.format(say_here(wall, self.zone)))

    def day(self, words: str, proposal: str = "", *, past: bool = False) -> Question[date]:
        """A question for a day."""

        def read(typed: str) -> date:
            style = self.world.date_style
            return read_day(typed, self.now, self.zone, style=style, past=past)

        example = "For example: today, last tue, 24 nov." if past else "For example: fri, +1w."
        question = Question(words, read, about=(example,), proposal=proposal)
        return question.understood(lambda day: UNDERSTOOD.format(say_day(day)))


@dataclass(frozen=True)
class Entry:
    """A line of a menu, and what it does; `by_words` as in an option."""

    label: str
    do: Callable[[], object]
    more: str = ""
    by_words: bool = False


def menu(
    desk: Desk,
    place: str,
    words: str,
    entries: Callable[[], Sequence[Entry]],
    *,
    once: bool = False,
) -> None:
    """Ask what to do and do it, until the user goes back; the entries are made anew each time.

    With `once`, one deed done ends it too.
    """
    with desk.prompt.at(place):
        while True:
            try:
                if _one(desk, place, words, entries) and once:
                    return
            except Back:
                return


def _one(desk: Desk, place: str, words: str, entries: Callable[[], Sequence[Entry]]) -> bool:
    """Ask once and do what was chosen; whether it was done. `Back` is raised at the list only."""
    try:
        options = [Option(entry, entry.label, entry.more, entry.by_words) for entry in entries()]
    except Locked as locked:
        desk.say(locked.sentence)
        desk.unlock()
        return False
    chosen = desk.prompt.need(choice(words, options, rest=True).placed(place))
    try:
        chosen.do()
    except Back:
        desk.say(NOTHING_CHANGED)
        return False
    except TrothError as error:
        desk.prompt.refuse(error)
        return False
    return True
