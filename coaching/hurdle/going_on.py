"""How to go on with a hurdle: the ways in the order that suits it, and what is said before them."""

from collections.abc import Iterator

from coaching.guide import Content
from coaching.record.hurdle import Hurdle

WITH_CARE = "repairable_with_care"


def ways_on(content: Content, hurdle: Hurdle) -> tuple[str, ...]:
    """The ways to go on, none of them chosen.

    House rule: where a hurdle is repairable with care, a third person is offered at once; where
    something is pending that the other decides, advice from outside comes first (domain rule
    that the cost of speaking falls on whoever depends on the other).
    """
    first = {}
    if (known := content.hurdle(hurdle.closest)) and known.kind == WITH_CARE:
        first["third_person"] = 1
    if hurdle.pending == "yes":
        first["advice_first"] = 0
    ways = [choice.id for choice in content.wizard.question("how").choices]
    return tuple(sorted(ways, key=lambda way: first.get(way, len(ways))))


def notes_before(content: Content, hurdle: Hurdle) -> tuple[str, ...]:
    """What is said before the choice: about this kind of hurdle, about power, about a cost."""
    return tuple(_notes(content, hurdle))


def _notes(content: Content, hurdle: Hurdle) -> Iterator[str]:
    wizard = content.wizard
    known = content.hurdle(hurdle.closest)
    if known is not None:
        yield from wizard.kind_lines(known.kind)
    if hurdle.pending == "yes":
        yield from wizard.pending_note
    else:
        yield from wizard.power_lines(hurdle.i_am)
    if hurdle.cost:
        one_line = " ".join(hurdle.cost.split())
        yield f"{wizard.cost_note} “{one_line}”"
