"""The pages of the hurdles, and of help from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.library.page import (
    ARROW,
    BULLET,
    GuidePage,
    PagePart,
    listed,
    page_of,
    plain,
    rests_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide import Content, KnownHurdle
    from coaching.guide.hurdles import Ask
    from coaching.guide.support import Rung

CHAPTER = "hurdles"
OUTSIDE = f"{CHAPTER} outside"
KINDS = {
    "repairable": "It can usually be mended between the two of you.",
    "repairable_with_care": "It can be mended with care, often with a third person.",
    "hard": "It is hard to mend, and may not become what it was.",
    "build": "Nothing is broken; it has to be built first.",
}
SAFETY_FIRST = "stop, and look at the safety question first"
RUNGS = "Rungs from the two of you to help right now. You may begin on any of them."


def pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each hurdle; help from outside is the last."""
    yield from (hurdle_page(hurdle, guide) for hurdle in guide.hurdles)
    yield outside_page(guide)


def hurdle_page(hurdle: KnownHurdle, guide: Content) -> GuidePage:
    """What it is, how to tell, what helps, and what it rests on."""
    questions = tuple(line for ask in hurdle.ask for line in _question(ask, guide))
    near = [found.name for one in hurdle.neighbours if (found := guide.hurdle(one))]
    parts = (
        plain("", hurdle.definition, KINDS[hurdle.kind]),
        plain("What it touches", hurdle.touched()),
        listed("A mentor may notice", (sign.text for sign in hurdle.signs.mentor)),
        listed("A mentee may notice", (sign.text for sign in hurdle.signs.mentee)),
        PagePart("Questions that tell it apart", questions),
        listed("Often taken for", near),
        listed("First moves", hurdle.first_moves),
        listed("Do not mend it alone when", hurdle.not_self_repair),
        rests_on(hurdle),
        plain("", guide.start.welcome.not_a_substitute),
    )
    return page_of(f"{CHAPTER} {hurdle.id}", hurdle.name, hurdle.line, parts)


def outside_page(guide: Content) -> GuidePage:
    """When to go one rung up, and who stands on each."""
    support = guide.support
    parts = (
        *(_rung(rung, guide) for rung in support.rungs),
        listed("Go one rung up when", support.move_up),
        plain("Your own notes", support.own_notes_tip),
        plain("", support.typical_line, guide.start.welcome.not_a_substitute),
    )
    return page_of(OUTSIDE, "Help from outside", RUNGS, parts)


def _rung(rung: Rung, guide: Content) -> PagePart:
    names = [kind.name for one in rung.kinds if (kind := guide.support_kind(one))]
    who = f"For example: {', '.join(names)}." if names else ""
    return plain(f"{rung.level}  {rung.name}", rung.when, who)


def _question(ask: Ask, guide: Content) -> Iterator[str]:
    yield BULLET + ask.text
    names = [
        found.name if (found := guide.hurdle(target)) else SAFETY_FIRST for target in ask.points_to
    ]
    if ask.when:
        yield f"{ARROW}{ask.when}: {', '.join(names)}" if names else f"{ARROW}{ask.when}"
