"""An ending without fault: five ways, a message of five sentences at most, and loose ends.

Source: content base, 4.5. No reason is asked for; after harm there is no closing talk.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from coaching.guide.closure import ClosureWords
from coaching.guide.parts import fill
from coaching.record.promise import Promise
from coaching.record.workbook import Workbook
from coaching.say import say_day

Way = Literal["pause", "reduce", "redefine", "rematch", "close"]
"""What may become of it instead of going on as before."""

Route = Literal["together", "office", "lead"]
"""Who carries it: the two, an office or another person, or the lead of the programme."""

WAYS: tuple[Way, ...] = get_args(Way)
ENDINGS: frozenset[Way] = frozenset({"rematch", "close"})
MOST_SENTENCES = 5
END_OF_SENTENCE = re.compile(r"[.?…]+[\"”')\]]*(?=\s|$)")
A_DAY = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,})?\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:today|tomorrow|next week|done)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a message is made of. An empty part gives no sentence; `day` belongs to the way."""

    way: Way
    thanks: str = ""
    loose_ends: str = ""
    stays_private: str = ""
    day: date | None = None


def route(*, care: bool, under_18: bool) -> Route:
    """Who carries the ending: never the two alone after harm, nor where one is under 18."""
    if care:
        return "office"
    return "lead" if under_18 else "together"


def may_talk(way: Way, by: Route) -> bool:
    """Whether a closing talk is offered: for an ending that the two carry themselves."""
    return way in ENDINGS and by == "together"


def message(words: ClosureWords, parts: Parts, *, name: str) -> str:
    """Thanks, the decision, no blame, loose ends with their days, what stays private, in order."""
    way = words.way(parts.way)
    decision = f"{way.decision_on} {say_day(parts.day)}." if parts.day else way.decision
    said = (
        _sentence(words.thanks, parts.thanks),
        decision,
        words.no_blame,
        _sentence(words.loose_ends, parts.loose_ends),
        _sentence(words.stays_private, parts.stays_private),
    )
    return f"{fill(words.greeting, name=name)}\n\n{' '.join(one for one in said if one)}"


def text_for_route(words: ClosureWords, way: Way, by: Route, *, name: str) -> str:
    """What whoever runs the mentoring is told: no more than that it was closed by choice."""
    texts = {"office": words.office, "lead": words.lead}
    ended = words.coordinator_rematch if way == "rematch" else words.coordinator
    return fill(texts.get(by, ended), name=name)


def sentences(text: str) -> int:
    """How many sentences a text has; a greeting that ends in a comma is none."""
    lines = (line.strip() for line in text.splitlines())
    told = [line for line in lines if line and not line.endswith(",")]
    return sum(len(END_OF_SENTENCE.findall(line)) or 1 for line in told)


def is_too_long(text: str) -> bool:
    """Whether a message has more than five sentences."""
    return sentences(text) > MOST_SENTENCES


def open_between(workbook: Workbook, words: ClosureWords, *, name: str) -> str:
    """Loose ends to begin from, one on a line: the open promises, each with its day."""
    promised = (one for one in workbook.all(Promise) if one.state == "open")
    whose = {"me": words.mine, "them": fill(words.theirs, name=name)}
    return "\n".join(
        f"{one.what}, {whose[one.whose]}, by {say_day(one.by)}"
        for one in sorted(promised, key=lambda one: one.by)
    )


def undated(loose_ends: str) -> tuple[str, ...]:
    """The loose ends in which no day can be seen; each deserves one."""
    lines = (line.strip() for line in loose_ends.splitlines())
    return tuple(line for line in lines if line and not A_DAY.search(line))


def _sentence(opening: str, text: str) -> str:
    lines = (" ".join(line.split()).rstrip(".;") for line in text.splitlines())
    told = "; ".join(line for line in lines if line)
    return f"{opening} {told}." if told else ""
