"""The form of one way of not going on as before: its parts, and what is done by it."""

from datetime import date
from functools import partial

from coaching.errors import Refused
from coaching.guide.closure import ClosureWords
from coaching.hurdle.closure import Parts, Route, Way
from coaching.hurdle.forms import FormPart, Given
from coaching.ports import NewId, Verb
from coaching.say import say_day
from coaching.verbs import outside, relationships
from coaching.when import read_every

READ_BY = "us two: stands in the message, which only you can send"
TEXTS = ("thanks", "loose_ends", "private")
ROUTE_TITLES: dict[Route, str] = {
    "office": "For an office or another person",
    "lead": "For the lead of the programme",
    "together": "For whoever runs the mentoring",
}


def way_parts(words: ClosureWords, way: Way, *, begun: str, kept: bool) -> tuple[FormPart, ...]:
    """What the message is made of. `begun` are loose ends to begin from.

    How often to meet from now on is asked where there are records (`kept`) to write it in.
    """
    each = "Loose ends, one on a line, each with a day"
    parts = (
        FormPart("thanks", "Thanks, for one thing in particular", READ_BY),
        FormPart("loose_ends", each, f"{READ_BY}. {words.usual}", begun, long=True),
        FormPart("private", "What stays private", READ_BY),
        FormPart("on", words.way(way).day, "May stay empty.", day=True, example="+4w"),
    )
    if way != "reduce" or not kept:
        return parts
    every = FormPart("every", "How often from now on", "us two", example="every 4w")
    return (*parts, every)


def parts_given(way: Way, given: Given) -> Parts:
    """The parts of the message, as far as they were given."""
    thanks, ends, private = (str(given.get(name) or "") for name in TEXTS)
    return Parts(way, thanks, ends, private, given.get("on"))


def to_come(day: date | None, today: date) -> None:
    """Refuses a day that has passed."""
    if day is not None and day < today:
        raise Refused(f"{say_day(day)} has passed. Choose a day from today on.", "on")


def done_by(parts: Parts, message: str, *, every: str, new_id: NewId, today: date) -> Verb | None:
    """What is done in the records; None where the message is all."""
    if parts.way == "pause":
        return partial(relationships.pause, today=today)
    if parts.way == "reduce":
        return partial(outside.meet_less, every=read_every(every)) if every else None
    if parts.way == "redefine":
        return None
    return partial(
        outside.part,
        parting_id=new_id(),
        today=today,
        ends=parts.day,
        message=message,
        thanks=parts.thanks,
        loose_ends=parts.loose_ends,
    )
