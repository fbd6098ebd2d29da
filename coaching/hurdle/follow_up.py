"""A look again: what the promises show, when a hurdle may be called settled, when a third helps.

Each side is asked apart, and nothing is added up. Source: the content base, 3.7.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from coaching.guide.repair import Pointed
from coaching.record.base import Side
from coaching.record.hurdle import Hurdle
from coaching.record.promise import Promise
from coaching.record.repair import Look, LookAnswer, LookAnswers

LOOKS_FOR_A_THIRD = 2


def promised(hurdle: Hurdle, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """The promises that came of this hurdle, without those both let go."""
    return tuple(one for one in promises if one.hurdle == hurdle.id and one.state != "dropped")


def kept(promises: Iterable[Promise], today: date) -> LookAnswer:
    """Whether each was kept by its date: "cannot_say" where there is none, or one is not due."""
    states = {_state(one, today) for one in promises}
    if "not" in states:
        return "partly" if "kept" in states else "no"
    return "yes" if states == {"kept"} else "cannot_say"


def harmed(hurdle: Hurdle) -> frozenset[Side]:
    """Whose word it takes to call it settled: whoever was not the one with something to own."""
    match hurdle.side:
        case "me":
            return frozenset({"them"})
        case "both":
            return frozenset({"me", "them"})
        case _:
            return frozenset({"me"})


def open_until(promises: Iterable[Promise], today: date) -> date | None:
    """The last day of those still open, where none has passed its day; None where none is open."""
    found = tuple(promises)
    days = [one.by for one in found if _state(one, today) == "waits"]
    passed = any(_state(one, today) == "not" for one in found)
    return None if passed else max(days, default=None)


def still_open(hurdle: Hurdle, look: Look, until: date | None = None) -> tuple[Pointed, ...]:
    """What stands between this look and calling it settled; nothing where it may be.

    `until` is the day to come of a promise that is open.
    """
    return tuple(_points(hurdle, look, until))


def third_person_helps(hurdle: Hurdle) -> bool:
    """Whether two looks or more had a "partly" in them."""
    return sum(_partly(look) for look in hurdle.looks) >= LOOKS_FOR_A_THIRD


def _points(hurdle: Hurdle, look: Look, until: date | None) -> Iterator[Pointed]:
    if (hurdle.deed or hurdle.commitments) and look.kept != "yes":
        yield "waits" if until else "kept"
    again = (look.mine.again, look.theirs.again if look.theirs else None)
    if "yes" in again:
        yield "happened"
    elif again[0] != "no" or again[1] not in (None, "no"):
        yield "again"
    if "them" in harmed(hurdle) and (look.theirs is None or look.theirs.wants != "close"):
        yield "theirs"


def _partly(look: Look) -> bool:
    sides = [look.mine, *([look.theirs] if look.theirs else [])]
    return look.kept == "partly" or any("partly" in _answers(side) for side in sides)


def _answers(side: LookAnswers) -> tuple[LookAnswer | None, ...]:
    return side.again, side.sooner, side.unsaid


def _state(promise: Promise, today: date) -> str:
    if promise.state == "kept":
        return "not" if promise.kept_late_days else "kept"
    waits = promise.state == "open" and promise.by >= today
    return "waits" if waits else "not"
