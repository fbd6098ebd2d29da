"""Finds names in the content that point to nothing, and choices its own rules do not allow."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coaching.guide import SAFETY_DOOR, Content
from coaching.hurdle.deeper import DEEPER
from coaching.hurdle.steps import QUESTIONS
from data.practice_references import practice_problems

Path = tuple[str | int, ...]
Wrong = tuple[str, Path, str]
"""The file's name without its ending, the path in it, and what is wrong there."""


def reference_problems(content: Content) -> Iterator[Wrong]:
    """Every wrong reference of the content, in the order of its files."""
    hurdles = {hurdle.id for hurdle in content.hurdles}
    kinds = {kind.id for kind in content.support.kinds}
    yield from _twice_named(content)
    yield from _in_hurdles(content, hurdles)
    yield from _in_path(content, hurdles)
    yield from _in_safety(content, kinds)
    yield from _in_support(content, kinds)
    yield from _in_wizard(content)
    yield from practice_problems(content)


def _unknown(
    file: str, path: Path, ids: Iterable[str], known: set[str], what: str
) -> Iterator[Wrong]:
    for place, one in enumerate(ids):
        if one not in known:
            yield file, (*path, place), f"there is no {what} {one!r}"


def _twice_named(content: Content) -> Iterator[Wrong]:
    listed: tuple[tuple[str, Path, list[str]], ...] = (
        ("hurdles", (), [hurdle.id for hurdle in content.hurdles]),
        ("decision_path", ("areas",), [area.id for area in content.decision_path.areas]),
        (
            "decision_path",
            ("telling_apart",),
            [question.id for question in content.decision_path.telling_apart],
        ),
        ("safety", ("items",), [item.id for item in content.safety.items]),
        ("support", ("kinds",), [kind.id for kind in content.support.kinds]),
        ("wizard", ("questions",), [question.id for question in content.wizard.questions]),
    )
    for file, path, ids in listed:
        counts = Counter(ids)
        for place, one in enumerate(ids):
            if counts[one] > 1 and ids.index(one) < place:
                yield file, (*path, place, "id"), f"{one!r} is used twice"


def _in_hurdles(content: Content, hurdles: set[str]) -> Iterator[Wrong]:
    targets = hurdles | {SAFETY_DOOR}
    for place, hurdle in enumerate(content.hurdles):
        yield from _unknown("hurdles", (place, "neighbours"), hurdle.neighbours, hurdles, "hurdle")
        for number, ask in enumerate(hurdle.ask):
            path = (place, "ask", number, "points_to")
            yield from _unknown("hurdles", path, ask.points_to, targets, "hurdle")


def _in_path(content: Content, hurdles: set[str]) -> Iterator[Wrong]:
    file = "decision_path"
    path = content.decision_path
    for place, entry in enumerate(path.withheld):
        if entry.hurdle not in hurdles:
            yield file, ("withheld", place, "hurdle"), f"there is no hurdle {entry.hurdle!r}"
    yield from _unknown(file, ("only_when_named",), path.only_when_named, hurdles, "hurdle")
    for place, area in enumerate(path.areas):
        yield from _unknown(file, ("areas", place, "hurdles"), area.hurdles, hurdles, "hurdle")
        for named in set(area.hurdles) & set(path.only_when_named):
            if not area.names_outside_cause:
                yield file, ("areas", place, "hurdles"), f"{named!r} needs names_outside_cause"
    for place, question in enumerate(path.telling_apart):
        for number, answer in enumerate(question.answers):
            where = ("telling_apart", place, "answers", number)
            for_where, against_where = (*where, "speaks_for"), (*where, "speaks_against")
            yield from _unknown(file, for_where, answer.speaks_for, hurdles, "hurdle")
            yield from _unknown(file, against_where, answer.speaks_against, hurdles, "hurdle")


def _in_safety(content: Content, kinds: set[str]) -> Iterator[Wrong]:
    items = {item.id for item in content.safety.items}
    for place, item in enumerate(content.safety.items):
        yield from _unknown("safety", ("items", place, "kinds"), item.kinds, kinds, "support kind")
        for number, own in enumerate(item.for_about):
            path = ("items", place, "for_about", number, "kinds")
            yield from _unknown("safety", path, own.kinds, kinds, "support kind")
    for place, note in enumerate(content.safety.notes):
        yield from _unknown("safety", ("notes", place, "items"), note.items, items, "safety item")


def _in_support(content: Content, kinds: set[str]) -> Iterator[Wrong]:
    for place, rung in enumerate(content.support.rungs):
        yield from _unknown("support", ("rungs", place, "kinds"), rung.kinds, kinds, "support kind")
    for place, offer in enumerate(content.support.offer_first):
        path = ("offer_first", place, "people")
        yield from _unknown("support", path, offer.people, kinds, "support kind")


def _in_wizard(content: Content) -> Iterator[Wrong]:
    asked = [question.id for question in content.wizard.questions]
    known = [one for ids in (*QUESTIONS.values(), *DEEPER.values()) for one in ids]
    for question_id in known:
        if question_id not in asked:
            yield "wizard", ("questions",), f"the question {question_id!r} is missing"
    for place, question_id in enumerate(asked):
        if question_id not in known:
            yield "wizard", ("questions", place, "id"), f"no step asks {question_id!r}"
