"""Which hurdles come closest to what a user told, why, and what to ask next to tell them apart.

House rule, not research: an ordering of situations and never a measure of anybody. The numbers
below order candidates inside this file; they are neither kept nor shown. Evidence first, label
last: the area, the signs seen, the answers and the facts not struck out each bring a hurdle
nearer or take it further away.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, zip_longest
from types import MappingProxyType

from coaching.guide import Content, KnownHurdle, Signal
from coaching.guide.path import TellingAnswer, TellingQuestion
from coaching.record.hurdle import Hurdle
from coaching.record.relationship import Role

CANNOT_SAY = "cannot_say"
I_CANNOT_SAY = "I cannot say"
ASKED_AT_LEAST = 3
ASKED_AT_MOST = 5

_AREA = 3
_NAMED = 3
_SIGN = 2
_MOST_SIGNS = 2
_ANSWER = 3
_MOST_SIGNALS = 2
_CLEAR_LEAD = 6
_NEAREST = 8
_LEAST = 2
_STEEP = 4.0
_AGAINST = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """What the order rests on. `answers` are answer ids by question id; `role` None is unknown."""

    role: Role | None
    area: str = ""
    signs: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signals: frozenset[Signal] = frozenset()

    @property
    def deeper(self) -> bool:
        """Whether more than the area was told."""
        return bool(self.signs) or any(one != CANNOT_SAY for one in self.answers.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hurdle that comes close: how close (0 most, 2 least) and what speaks for and against.

    Where something speaks against it and nothing for it, it is among the least.
    """

    known: KnownHurdle
    closeness: int
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


def told_by(hurdle: Hurdle, signals: Collection[Signal] = ()) -> Told:
    """What this hurdle's answers say, with what the record says beside them."""
    return Told(
        hurdle.i_am,
        hurdle.area,
        frozenset(hurdle.signs),
        dict(answers_of(hurdle)),
        frozenset(signals),
    )


def answers_of(hurdle: Hurdle) -> tuple[tuple[str, str], ...]:
    """The questions that were asked to tell hurdles apart, with the answer of each, in order."""
    pairs = (one.partition(":") for one in hurdle.told_apart)
    return tuple((question, answer) for question, _, answer in pairs)


def ordered(content: Content, told: Told) -> tuple[KnownHurdle, ...]:
    """Every hurdle that may be put before this user, the closest first."""
    points = _points(content, told)
    return tuple(
        sorted(_allowed(content, told), key=lambda known: _place(content, told, known, points))
    )


def candidates(
    content: Content,
    told: Told,
    facts: Mapping[Signal, str] = MappingProxyType({}),
    *,
    chosen: str = "",
) -> tuple[Candidate, ...]:
    """At most three hurdles that come close; none where nothing was told that speaks for any.

    `facts` are the sentences of the record that stand behind its signals. The one that was
    `chosen` before is among them, in the last place where it would not be.
    """
    path = content.decision_path
    if not told.deeper and _area_hurdles(content, told) == ():
        return ()
    found = _with_chosen(ordered(content, told)[: path.shown_at_first], content.hurdle(chosen))
    points = _points(content, told)
    undecided = told.deeper and len(found) > 1 and points[found[0].id] == points[found[1].id]
    result: list[Candidate] = []
    closeness = 1 if undecided else 0
    for place, known in enumerate(found):
        speak_for = tuple(_reasons(content, told, known, facts, 1))
        against = tuple(_reasons(content, told, known, {}, -1))
        unlikely = place > 0 and bool(against) and not speak_for
        closeness = _LEAST if unlikely else max(closeness, place)
        result.append(Candidate(known, closeness, speak_for, against))
    return tuple(result)


def _with_chosen(
    found: tuple[KnownHurdle, ...], chosen: KnownHurdle | None
) -> tuple[KnownHurdle, ...]:
    if chosen is None or chosen in found:
        return found
    return (*found[:-1], chosen)


def nearest(content: Content, told: Told, chosen: KnownHurdle) -> KnownHurdle | None:
    """The hurdle that comes closer than the chosen one; None where none does."""
    points = _points(content, told)
    first = ordered(content, told)[0]
    return first if points[first.id] > points[chosen.id] else None


def reasons(content: Content, told: Told, known: KnownHurdle, stance: int = 1) -> tuple[str, ...]:
    """Which answers and signs speak for a hurdle, or with -1 which answers against it."""
    return tuple(_reasons(content, told, known, {}, stance))


def next_question(content: Content, told: Told) -> TellingQuestion | None:
    """The question that best splits the hurdles still close; None where enough was asked."""
    asked = len(told.answers)
    points = _points(content, told)
    order = sorted(_for_role(content, told), key=lambda known: _place(content, told, known, points))
    best, second = (points[known.id] for known in order[:2])
    if asked >= ASKED_AT_MOST or (asked >= ASKED_AT_LEAST and best - second >= _CLEAR_LEAD):
        return None
    near = {known.id: _STEEP ** (points[known.id] - best) for known in order[:_NEAREST]}
    open_ones = [q for q in content.decision_path.telling_apart if q.id not in told.answers]
    worth = {question.id: _split(question, near) for question in open_ones}
    found = max(open_ones, key=lambda question: worth[question.id], default=None)
    return found if found is not None and worth[found.id] else None


def signs_to_show(content: Content, told: Told) -> tuple[tuple[str, str], ...]:
    """Signs for the user's own view, by id and text: those of hurdles that come close first.

    One sign of each hurdle in turn, so that the list leads to no hurdle; the rest follow.
    """
    close = _area_hurdles(content, told)
    beside = [one for known in close for one in _known(content, known).neighbours]
    allowed = [known.id for known in _for_role(content, told)]
    first = [one for one in dict.fromkeys((*close, *beside)) if one in allowed]
    rest = [one for one in allowed if one not in first]
    return (*_in_turn(content, told, first), *_in_turn(content, told, rest))


def _in_turn(content: Content, told: Told, ids: list[str]) -> Iterator[tuple[str, str]]:
    signs = [_known(content, one).signs.seen_by(told.role or "mentee") for one in ids]
    for row in zip_longest(*signs):
        yield from ((sign.id, sign.text) for sign in row if sign is not None)


def _known(content: Content, hurdle_id: str) -> KnownHurdle:
    return next(known for known in content.hurdles if known.id == hurdle_id)


def _area_hurdles(content: Content, told: Told) -> tuple[str, ...]:
    areas = {area.id: area for area in content.decision_path.areas}
    return areas[told.area].hurdles if told.area in areas else ()


def _answers(content: Content, told: Told) -> Iterator[tuple[TellingQuestion, TellingAnswer]]:
    for question in content.decision_path.telling_apart:
        for answer in question.answers:
            if told.answers.get(question.id) == answer.id:
                yield question, answer


def _cause_named(content: Content, told: Told) -> bool:
    in_area = any(
        area.id == told.area and area.names_outside_cause for area in content.decision_path.areas
    )
    return in_area or any(answer.names_outside_cause for _, answer in _answers(content, told))


def _allowed(content: Content, told: Told) -> Iterator[KnownHurdle]:
    """Hurdles that may be put before this role: an outside cause only where the user named one."""
    named = _cause_named(content, told)
    only_named = content.decision_path.only_when_named
    return (known for known in _for_role(content, told) if named or known.id not in only_named)


def _for_role(content: Content, told: Told) -> Iterator[KnownHurdle]:
    withheld = content.decision_path.withheld
    kept_back = {entry.hurdle for entry in withheld if told.role in (None, entry.role)}
    return (known for known in content.hurdles if known.id not in kept_back)


def _points(content: Content, told: Told) -> dict[str, int]:
    answers = [answer for _, answer in _answers(content, told)]
    area = _area_hurdles(content, told)
    return {known.id: _nearness(content, told, known, answers, area) for known in content.hurdles}


def _nearness(
    content: Content,
    told: Told,
    known: KnownHurdle,
    answers: Iterable[TellingAnswer],
    area: Collection[str],
) -> int:
    signs = {sign.id for sign in (*known.signs.mentor, *known.signs.mentee)} & told.signs
    stances = sum(answer.stance(known.id) for answer in answers)
    in_area = known.id in area
    waits_for_cause = known.id in content.decision_path.only_when_named
    named = waits_for_cause and (in_area or stances > 0)
    return (
        _AREA * in_area
        + _NAMED * named
        + _SIGN * min(len(signs), _MOST_SIGNS)
        + _ANSWER * stances
        + min(len(set(known.records) & told.signals), _MOST_SIGNALS)
    )


def _place(
    content: Content, told: Told, known: KnownHurdle, points: Mapping[str, int]
) -> tuple[int, int]:
    """Nearer first; among equals as the area names them, then as the content does."""
    named = [*_area_hurdles(content, told), *(one.id for one in content.hurdles)]
    return -points[known.id], named.index(known.id)


def _split(question: TellingQuestion, near: Mapping[str, float]) -> float:
    """How far an answer moves hurdles apart that are still close; the closer, the more."""
    moved = (_moved(answer, near) for answer in question.answers)
    return sum(moved) / len(question.answers)


def _moved(answer: TellingAnswer, near: Mapping[str, float]) -> float:
    stances = {one: answer.stance(one) for one in near}
    return sum(
        near[one] * near[other] * _apart(stances[one], stances[other])
        for one, other in combinations(near, 2)
    )


def _apart(first: int, second: int) -> float:
    return ((first > 0) != (second > 0)) + _AGAINST * ((first < 0) != (second < 0))


def _reasons(
    content: Content,
    told: Told,
    known: KnownHurdle,
    facts: Mapping[Signal, str],
    stance: int,
) -> Iterator[str]:
    for _, answer in _answers(content, told):
        if answer.stance(known.id) == stance:
            yield f"You answered “{answer.label}”."
    if stance > 0:
        for sign in known.signs.seen_by(told.role or "mentee"):
            if sign.id in told.signs:
                yield f"You have seen “{sign.text.rstrip('.')}”."
        yield from dict.fromkeys(facts[one] for one in known.records if one in facts)
