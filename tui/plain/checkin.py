"""Log a check-in, or plan one, on plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from coaching.after_checkin import (
    booked,
    held_as_planned,
    held_then,
    held_unplanned,
    logged,
    proposed,
)
from coaching.errors import Refused
from coaching.record.checkin import Checkin
from coaching.say import first_name, say_here, say_wall
from coaching.verbs import checkins, replies
from coaching.verbs.together import together
from tui.plain.desk import UNDERSTOOD
from tui.plain.form import Given, Part, fill_in
from tui.plain.question import Option, Question, choice, short_text

if TYPE_CHECKING:
    from datetime import date

    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.plain.desk import Desk

UNPLANNED = ""
ASKS_BY = {
    "moved": "Who moved it?",
    "missed": "Who missed it?",
    "cancelled": "Who called it off?",
}
ASKS_NEXT = frozenset({"held", "unplanned", "missed", "cancelled"})


def log_checkin(desk: Desk, workbook_id: str, checkin_id: str | None = None) -> None:
    """Ask which check-in, what became of it, and what belongs to that; saved as one deed."""
    form = _Log(desk, desk.open(workbook_id), checkin_id)

    def deed(given: Given) -> None:
        desk.do(workbook_id, together(*form.verbs(given)))

    fill_in(desk.prompt, f"Log a check-in with {form.name}", form.parts(), deed)


def plan_checkin(desk: Desk, workbook_id: str) -> None:
    """Ask for a date and what it is about."""
    workbook = desk.open(workbook_id)
    name, zone = workbook.relationship.name, workbook.relationship.zone
    proposal = proposed(workbook, desk.now)
    about = "What is it about? You may leave it empty; it may stand on home, for us two."
    parts = (
        Part("to", lambda _: desk.when("When do you meet?", proposal, zone=zone)),
        Part("topic", lambda _: short_text(about, needed=False)),
    )

    def deed(given: Given) -> None:
        new_id, topic = desk.coach.new_id(), given["topic"] or ""
        verb = partial(checkins.plan, checkin_id=new_id, wall=given["to"], topic=topic)
        desk.do(workbook_id, verb)

    fill_in(desk.prompt, f"Plan a check-in with {name}", parts, deed)


class _Log:
    """The questions of one log, and the verbs that its answers make."""

    def __init__(self, desk: Desk, workbook: Workbook, checkin_id: str | None) -> None:
        self.desk, self.workbook = desk, workbook
        self.name = workbook.relationship.name
        self.named = checkin_id
        planned = (one for one in workbook.all(Checkin) if one.outcome == "planned")
        self.planned = sorted(
            (one for one in planned if one.planned),
            key=lambda one: one.planned.order() if one.planned else (),
        )
        if not self.planned and checkin_id is None:
            self.named = UNPLANNED

    def parts(self) -> tuple[Part, ...]:
        """Only what the outcome needs is asked."""
        return (
            Part("which", lambda _: self._which(), lambda _: self.named is None),
            Part("outcome", self._outcome, lambda given: self._id(given) != UNPLANNED),
            Part("when", lambda _: self._when(), self._is_unplanned),
            Part("by", self._by, lambda given: given.get("outcome") in ASKS_BY),
            Part(
                "moved",
                lambda _: self._to("To when?"),
                lambda given: given.get("outcome") == "moved",
            ),
            Part("next", self._next, self._asks_next),
            Part("reply", lambda _: self._reply(), self._was_held),
        )

    def verbs(self, given: Given) -> Iterator[Verb]:
        """The outcome, the next date, and a reply owed."""
        yield self._outcome_verb(given)
        if given.get("next") is not None:
            new_id = self.desk.coach.new_id()
            yield partial(checkins.plan, checkin_id=new_id, wall=given["next"])
        if given.get("reply"):
            yield partial(
                replies.owe,
                reply_id=self.desk.coach.new_id(),
                owes=given["reply"],
                since=self._day(given),
                today=self.desk.today,
                limits=self.desk.world.limits,
            )

    def _outcome_verb(self, given: Given) -> Verb:
        now, by, checkin_id = self.desk.now, given.get("by"), self._id(given)
        if checkin_id == UNPLANNED:
            held = held_then(given["when"])
            new_id = self.desk.coach.new_id()
            return partial(checkins.hold_unplanned, checkin_id=new_id, held=held, now=now)
        match given["outcome"]:
            case "held":
                held = held_as_planned(self._wall(checkin_id), now)
                return partial(checkins.hold, checkin_id=checkin_id, held=held, now=now)
            case "moved":
                new_id, to = self.desk.coach.new_id(), given["moved"]
                return partial(checkins.move, checkin_id=checkin_id, new_id=new_id, to=to, by=by)
            case "missed":
                return partial(checkins.miss, checkin_id=checkin_id, by=by, now=now)
            case _:
                return partial(checkins.cancel, checkin_id=checkin_id, by=by)

    def _which(self) -> Question[Any]:
        zone = self.desk.zone
        options = [
            Option(one.id, say_here(one.planned, zone), one.topic)
            for one in self.planned
            if one.planned
        ]
        unplanned = Option(UNPLANNED, "Another one, held without a date")
        return choice("Which check-in?", [*options, unplanned])

    def _outcome(self, given: Given) -> Question[Any]:
        wall = self._wall(self._id(given))
        moved = Option("moved", "Moved", "to another date")
        cancelled = Option("cancelled", "Cancelled", "one of us called it off")
        if wall.day > self.desk.today:
            options = [moved, cancelled]
        else:
            held = Option("held", "Held as planned", say_here(wall, self.desk.zone))
            options = [held, moved, Option("missed", "Missed", "nobody called it off"), cancelled]
        return choice("What became of it?", options)

    def _when(self) -> Question[Any]:
        zone = self.workbook.relationship.zone

        def read(typed: str) -> Wall:
            wall = self.desk.read_when(typed, zone, past=True)
            if not wall.passed(self.desk.now) and wall.day > self.desk.today:
                raise Refused(f"{say_wall(wall)} is still to come, so it was not held yet.")
            return wall

        about = ("For example: today, last tue 3pm.",)
        question = Question("When was it?", read, about=about, proposal="today")
        return question.understood(lambda wall: UNDERSTOOD.format(say_here(wall, self.desk.zone)))

    def _by(self, given: Given) -> Question[Any]:
        who: list[Option[str | None]] = [
            Option("me", "Me"),
            Option("them", first_name(self.name)),
            Option(None, "Nobody in particular"),
        ]
        return choice(ASKS_BY[given["outcome"]], who)

    def _to(self, words: str, proposal: str = "") -> Question[Wall]:
        return self.desk.when(words, proposal, zone=self.workbook.relationship.zone)

    def _next(self, given: Given) -> Question[Wall]:
        proposal = proposed(self._after(given), self.desk.now)
        return self._to("When is the next one?", proposal).optional()

    def _reply(self) -> Question[Any]:
        who: list[Option[str | None]] = [
            Option(None, "No"),
            Option("me", "I do"),
            Option("them", f"{first_name(self.name)} does"),
        ]
        return choice("Does one of you owe a reply now?", who)

    def _asks_next(self, given: Given) -> bool:
        logged_now = given.get("outcome") in ASKS_NEXT or "when" in given
        return logged_now and booked(self._after(given), self.desk.now) is None

    def _after(self, given: Given) -> Workbook:
        checkin_id = self._id(given)
        if checkin_id == UNPLANNED:
            return held_unplanned(self.workbook, held_then(given["when"]), self.desk.now)
        held = given.get("outcome") == "held"
        return logged(self.workbook, checkin_id, held=held, now=self.desk.now)

    def _id(self, given: Given) -> str:
        chosen = self.named if self.named is not None else given.get("which", UNPLANNED)
        return str(chosen)

    def _is_unplanned(self, given: Given) -> bool:
        return self._id(given) == UNPLANNED

    def _was_held(self, given: Given) -> bool:
        return given.get("outcome") == "held" or self._is_unplanned(given)

    def _day(self, given: Given) -> date:
        if self._is_unplanned(given):
            return held_then(given["when"]).day
        return held_as_planned(self._wall(self._id(given)), self.desk.now).day

    def _wall(self, checkin_id: str) -> Wall:
        wall = self.workbook.get(Checkin, checkin_id).planned
        if wall is None:
            raise Refused("This check-in has no date. Log another one.")
        return wall
