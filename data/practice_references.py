"""Finds names in the content of the practices that point to nothing, and what is missing there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from coaching.guide import Content
from coaching.record.agreement import Agreement
from coaching.record.checkin import Kind

Path = tuple[str | int, ...]
Wrong = tuple[str, Path, str]
"""The file's name without its ending, the path in it, and what is wrong there."""

NOT_ASKED = {"id", "version", "since", "yes_me", "yes_them"}


def practice_problems(content: Content) -> Iterator[Wrong]:
    """Every wrong reference in the files of strategies and practices."""
    yield from _twice_named(content)
    known = {strategy.id for strategy in content.strategies}
    of_strategy: tuple[tuple[str, list[str | None]], ...] = (
        ("practices", [one.strategy for one in content.practices]),
        ("departures", [one.strategy for one in content.departures]),
    )
    for file, named in of_strategy:
        for place, strategy in enumerate(named):
            if strategy is not None and strategy not in known:
                yield file, (place, "strategy"), f"there is no strategy {strategy!r}"
    yield from _agenda_kinds(content)
    yield from _agreement_lines(content)


def _twice_named(content: Content) -> Iterator[Wrong]:
    notices = [notice.id for one in content.strategies for notice in one.notices]
    questions = [one.id for group in content.questions.groups for one in group.questions]
    for file, what, ids in (
        ("strategies", "id", [strategy.id for strategy in content.strategies]),
        ("strategies", "notice", notices),
        ("practices", "id", [practice.id for practice in content.practices]),
        ("questions", "id", questions),
        ("habits", "id", [habit.id for habit in content.habits.habits]),
        ("sources", "id", [source.id for source in content.sources]),
        ("departures", "id", [departure.id for departure in content.departures]),
    ):
        for one in _twice(ids):
            yield file, (), f"{what} {one!r} is used twice"
    for place, agenda in enumerate(content.agendas):
        for one in _twice(beat.id for beat in agenda.beats):
            yield "agendas", (place, "beats"), f"{one!r} is used twice"


def _twice(ids: Iterable[str]) -> list[str]:
    return [one for one, count in Counter(ids).items() if count > 1]


def _agenda_kinds(content: Content) -> Iterator[Wrong]:
    there = [agenda.kind for agenda in content.agendas]
    for kind in get_args(Kind):
        if there.count(kind) != 1:
            yield "agendas", (), f"there must be exactly one agenda of kind {kind!r}"


def _agreement_lines(content: Content) -> Iterator[Wrong]:
    fields = set(Agreement.model_fields) - NOT_ASKED
    asked = [line.field for line in content.agreement.lines]
    for place, field in enumerate(asked):
        if field not in fields:
            message = f"an agreement has no field {field!r}"
            yield "agreement", ("lines", place, "field"), message
        elif asked.index(field) < place:
            yield "agreement", ("lines", place, "field"), f"{field!r} is used twice"
    for field in sorted(fields.difference(asked)):
        yield "agreement", ("lines",), f"the field {field!r} is missing"
