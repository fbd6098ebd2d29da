"""Agreements, feedback, celebrations and other practices as lines of the timeline.

The words of feedback, doubts and pulse answers never stand in it.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from coaching.record.agreement import Agreement
from coaching.record.celebration import Celebration
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.parting import Parting
from coaching.record.pulse import Pulse
from coaching.record.reply import Reply
from coaching.record.review import Review
from coaching.record.story import Telling
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.record.workbook import Workbook
from coaching.say import first_name, say_count, say_day
from coaching.timeline import Happening, timeline

THEN = {
    "say_next_time": "to say next time",
    "not_yet": "kept for now",
    "tell_someone_else": "to tell someone else",
}
ENDS = {"reached": "Goal reached", "changed": "Goal changed", "dropped": "Goal let go"}
DECIDED = {
    "keep": "Format kept",
    "change": "Format changed again",
    "back": "Back to the format before",
}


def full_timeline(workbook: Workbook, now: datetime, zone: str) -> list[Happening]:
    """Every record with a day, those of the practices too, newest first."""
    lines = [*timeline(workbook, now, zone), *practice_lines(workbook)]
    return sorted(lines, key=lambda line: line.day, reverse=True)


def practice_lines(workbook: Workbook) -> Iterator[Happening]:
    """One line or more for each record of a practice, in no order."""
    for of_kind in LINES:
        yield from of_kind(workbook)


def _agreements(workbook: Workbook) -> Iterator[Happening]:
    name = _name(workbook)
    for one in workbook.all(Agreement):
        words = f"Agreement, version {one.version}"
        yield Happening("agreement", one.id, one.since, words)
        for day, who in ((one.yes_me, "You"), (one.yes_them, name)):
            if day is not None:
                yield Happening(
                    "agreement", one.id, day, f"{who} said yes to version {one.version}"
                )


def _goals(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Goal):
        yield Happening("goal", one.id, one.since, f"Goal: {one.what}")
        if one.end is not None and one.ended is not None:
            yield Happening("goal", one.id, one.ended, f"{ENDS[one.end]}: {one.what}")


def _replies(workbook: Workbook) -> Iterator[Happening]:
    name = _name(workbook)
    for one in workbook.all(Reply):
        about = f": {one.about}" if one.about else ""
        owes = "You owe a reply" if one.owes == "me" else f"{name} owes you a reply"
        day = one.answered or one.let_go or one.since
        if one.answered is not None:
            said = f"{'You' if one.owes == 'me' else name} answered"
        else:
            whose = "A reply of yours" if one.owes == "me" else f"A reply from {name}"
            gone = f"{whose}, not needed any more"
            said = gone if one.let_go else f"{owes}, by {say_day(one.due)}"
        yield Happening("reply", one.id, day, f"{said}{about}")


def _feedback(workbook: Workbook) -> Iterator[Happening]:
    name = _name(workbook)
    for one in workbook.all(Feedback):
        said = "You gave feedback" if one.direction == "given" else f"{name} gave you feedback"
        if one.said is None:
            said = "You asked for feedback" if one.asked else "Feedback prepared, not said yet"
        yield Happening("feedback", one.id, one.said or one.on, said)
        changed = f": {one.changed_since}" if one.changed_since else ""
        if one.changed_on is not None or changed:
            day = one.changed_on or one.said or one.on
            words = f"Changed because of feedback{changed}"
            yield Happening("feedback", one.id, day, words)


def _celebrations(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Celebration):
        yield Happening("celebration", one.id, one.on, f"Celebrated: {one.act}")


def _tellings(workbook: Workbook) -> Iterator[Happening]:
    name = _name(workbook)
    for one in workbook.all(Telling):
        who = "You" if one.by == "me" else name
        yield Happening("story", one.id, one.told, f"{who} told a story: {one.title}")


def _pulses(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Pulse):
        yield Happening(
            "pulse", one.id, one.on, "A pulse, for you alone" if one.alone else "A pulse"
        )


def _topics(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Topic):
        first = one.moves[0].was if one.moves else one.level
        yield Happening("topic", one.id, one.since, f"Topic, level {first}: {one.name}")
        for move in one.moves:
            words = f"From level {move.was} to {move.now}: {one.name}"
            yield Happening("topic", one.id, move.on, words)


def _trials(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Trial):
        words = f"Another format, until {say_day(one.until)}: {one.what}"
        yield Happening("trial", one.id, one.since, words)
        if one.end is not None and one.ended is not None:
            yield Happening("trial", one.id, one.ended, f"{DECIDED[one.end]}: {one.what}")


def _doubts(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Doubt):
        state = THEN[one.then] if one.is_open else "said" if one.said else "let go"
        day = one.said or one.let_go or one.on
        yield Happening("doubt", one.id, day, f"A {one.kind}, {state}")


def _reviews(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Review):
        lines = say_count(len(one.lines), "line")
        state = f", {lines} decided" if one.done else " begun"
        yield Happening("review", one.id, one.done or one.began, f"Review{state}")


def _partings(workbook: Workbook) -> Iterator[Happening]:
    for one in workbook.all(Parting):
        yield Happening("parting", one.id, one.announced, "Ending announced")
        if one.followed is not None:
            yield Happening("parting", one.id, one.followed, "A friendly word after the ending")


LINES: tuple[Callable[[Workbook], Iterator[Happening]], ...] = (
    _agreements,
    _goals,
    _replies,
    _feedback,
    _celebrations,
    _tellings,
    _pulses,
    _topics,
    _trials,
    _doubts,
    _reviews,
    _partings,
)


def _name(workbook: Workbook) -> str:
    return first_name(workbook.relationship.name)
