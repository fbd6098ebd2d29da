"""Narrows the timeline: to some kinds, to the last months, to what is still open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from coaching.record.checkin import Checkin
from coaching.record.doubt import Doubt
from coaching.record.feedback import Feedback
from coaching.record.goal import Goal
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.reply import Reply
from coaching.record.review import Review
from coaching.record.topic import Topic
from coaching.record.trial import Trial
from coaching.record.workbook import Workbook
from coaching.say import say_list
from coaching.timeline import Happening, Kind

Since = Literal["any", "quarter", "year", "ahead"]

SINCE: dict[Since, str] = {
    "any": "at any time",
    "quarter": "in the last 3 months",
    "year": "in the last 12 months",
    "ahead": "still to come",
}
DAYS_BACK: dict[Since, int] = {"quarter": 92, "year": 366}

KIND_NAMES: dict[Kind, str] = {
    "checkin": "check-ins",
    "promise": "promises",
    "reply": "replies",
    "agreement": "agreement",
    "goal": "goals",
    "topic": "topics and levels",
    "trial": "other formats",
    "review": "reviews",
    "feedback": "feedback",
    "celebration": "celebrations",
    "story": "stories",
    "hurdle": "hurdles",
    "pulse": "pulses",
    "doubt": "doubts, fears and hopes",
    "note": "notes",
    "parting": "endings",
}

OPEN: dict[Kind, tuple[type[Any], Callable[[Any], bool]]] = {
    "checkin": (Checkin, lambda one: one.outcome == "planned"),
    "promise": (Promise, lambda one: one.state == "open"),
    "reply": (Reply, lambda one: one.is_open),
    "goal": (Goal, lambda one: one.ended is None),
    "topic": (Topic, lambda one: one.ended is None),
    "trial": (Trial, lambda one: one.end is None),
    "review": (Review, lambda one: one.done is None),
    "feedback": (Feedback, lambda one: one.said is None),
    "hurdle": (Hurdle, lambda one: one.closed is None),
    "doubt": (Doubt, lambda one: one.is_open),
}
"""When a record of a kind is still open; a kind that is not here never is."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What of the timeline is shown. No kinds: every kind."""

    kinds: frozenset[Kind] = frozenset()
    since: Since = "any"
    only_open: bool = False

    @property
    def shows_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Narrowed()

    def words(self) -> str:
        """What is shown: "promises and notes, in the last 3 months, still open"."""
        return ", ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        if self.kinds:
            yield say_list([words for kind, words in KIND_NAMES.items() if kind in self.kinds])
        if self.since != "any":
            yield SINCE[self.since]
        if self.only_open:
            yield "still open"


def narrowed(
    lines: Sequence[Happening], workbook: Workbook, today: date, to: Narrowed
) -> list[Happening]:
    """The lines that fit, in their order."""
    return [one for one in lines if _fits(one, workbook, today, to)]


def _fits(line: Happening, workbook: Workbook, today: date, to: Narrowed) -> bool:
    if to.kinds and line.kind not in to.kinds:
        return False
    return _in_time(line.day, today, to.since) and (not to.only_open or is_open(line, workbook))


def _in_time(day: date, today: date, since: Since) -> bool:
    if since == "ahead":
        return day >= today
    back = DAYS_BACK.get(since)
    return back is None or today - timedelta(days=back) <= day <= today


def is_open(line: Happening, workbook: Workbook) -> bool:
    """Whether the record of a line is still open."""
    if line.kind not in OPEN:
        return False
    kind, still = OPEN[line.kind]
    record = workbook.find(kind, line.record_id)
    return record is not None and still(record)
