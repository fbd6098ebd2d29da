"""Which cases to offer for a workshop: three that fit the time, the room and the topic."""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from coaching.scenario.script import Script
from coaching.scenario.workshop import Topic

Room = Literal["mentors", "mentees", "both"]
OFFERED = 3
FITTING: dict[Room, tuple[str, ...]] = {
    "mentors": ("mentor", "both"),
    "mentees": ("mentee", "both"),
    "both": ("both", "mentor", "mentee"),
}

AnyScript = TypeVar("AnyScript", bound=Script)


def offer(
    cases: Iterable[AnyScript], *, minutes: int, room: Room, topic: Topic | None
) -> tuple[AnyScript, ...]:
    """Up to three cases, the best first, equal ones in their order.

    The topic counts most, then whose chair the room sits in. A case with red flags is offered only
    where the topic asks for such cases, and then no other.
    """
    wants_red = topic is not None and topic.red_flags
    fit = [one for one in cases if one.minutes <= minutes and bool(one.red_flags) == wants_red]
    fit.sort(key=lambda one: (_off_topic(one, topic), _off_chair(one, FITTING[room])))
    return tuple(fit[:OFFERED])


def _off_topic(script: Script, topic: Topic | None) -> int:
    if topic is None or not topic.hurdles or script.hurdle in topic.hurdles:
        return 0
    return 1 if set(script.secondary) & set(topic.hurdles) else 2


def _off_chair(script: Script, fitting: Sequence[str]) -> int:
    return fitting.index(script.view) if script.view in fitting else len(fitting)
