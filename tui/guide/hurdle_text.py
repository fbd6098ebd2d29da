"""A hurdle as a page to read: what it is, how to tell, what helps, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coaching.guide import Content as Guide
    from coaching.guide import Evidence, KnownHurdle
    from coaching.guide.hurdles import Ask

KINDS = {
    "repairable": "It can usually be mended between the two of you.",
    "repairable_with_care": "It can be mended with care, often with a third person.",
    "hard": "It is hard to mend, and may not become what it was.",
    "build": "Nothing is broken; it has to be built first.",
}
STRENGTH: dict[Evidence, str] = {
    "looked_up": "Sources were looked up for this.",
    "seen": "A source was seen, not read in full.",
    "general_knowledge": "Some of it is general knowledge, not looked up.",
    "design": "Where no source says it, it is our own judgement: a default, not a finding.",
}
SAFETY_FIRST = "stop, and look at the safety question first"
BULLET = "· "
ARROW = "  → "
WIDEST = 78


def hurdle_lines(hurdle: KnownHurdle, guide: Guide, width: int) -> list[Content]:
    """The whole page, wrapped to this width; what goes on under a mark is indented."""
    width = max(20, min(width, WIDEST))
    lines = _wrapped(Content.styled(hurdle.name, "bold"), width)
    lines += _wrapped(Content.styled(hurdle.line, "$text-muted"), width)
    for part in _parts(hurdle, guide):
        lines.append(Content(""))
        for piece in part:
            lines += _wrapped(piece, width)
    return lines


def _parts(hurdle: KnownHurdle, guide: Guide) -> Iterator[list[Content]]:
    yield [Content(hurdle.definition), Content(KINDS[hurdle.kind])]
    yield _part("Touches trust in", [hurdle.touched()], mark="")
    yield _part("A mentor may notice", hurdle.signs.mentor)
    yield _part("A mentee may notice", hurdle.signs.mentee)
    questions = [line for ask in hurdle.ask for line in _question(ask, guide)]
    yield _part("Questions that tell it apart", questions, mark="")
    near = [found.name for one in hurdle.neighbours if (found := guide.hurdle(one))]
    if near:
        yield _part("Often taken for", near)
    yield _part("First moves", hurdle.first_moves)
    yield _part("Do not mend it alone when", hurdle.not_self_repair)
    yield _part("What this rests on", _strength(hurdle), mark="")
    yield [Content.styled(guide.start.welcome.not_a_substitute, "$text-muted")]


def _part(title: str, lines: Iterable[str], mark: str = BULLET) -> list[Content]:
    return [Content.styled(title, "bold $text-accent"), *(Content(mark + line) for line in lines)]


def _question(ask: Ask, guide: Guide) -> Iterator[str]:
    yield BULLET + ask.text
    names = [
        found.name if (found := guide.hurdle(target)) else SAFETY_FIRST for target in ask.points_to
    ]
    if ask.when and names:
        yield f"{ARROW}{ask.when}: {', '.join(names)}"
    elif ask.when:
        yield f"{ARROW}{ask.when}"


def _strength(hurdle: KnownHurdle) -> list[str]:
    known = [STRENGTH[one] for one in hurdle.evidence]
    return known + [BULLET + source for source in hurdle.sources if hurdle.printable]


def _wrapped(content: Content, width: int) -> list[Content]:
    mark = next((one for one in (ARROW, BULLET) if content.plain.startswith(one)), "")
    if not mark:
        return content.wrap(width)
    first, *rest = content[len(mark) :].wrap(width - len(mark))
    return [Content(mark) + first, *(Content(" " * len(mark)) + line for line in rest)]
