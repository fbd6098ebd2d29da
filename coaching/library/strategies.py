"""The pages of the ten strategies, and of the practices that carry them out."""

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
from coaching.strategies.limits import HOUSE_DEFAULT, say_limit
from coaching.thresholds import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coaching.guide import Choice, Content, KnownStrategy, Practice
    from coaching.thresholds import Thresholds

STRATEGIES = "strategies"
PRACTICES = "practices"
STAGES = {"build": "Building trust", "mend": "Mending trust", "keep": "Keeping trust"}


def strategy_pages(guide: Content, limits: Thresholds = DEFAULTS) -> Iterator[GuidePage]:
    """A page for each strategy; `limits` are the thresholds in force."""
    return (strategy_page(one, guide, limits) for one in guide.strategies)


def strategy_page(strategy: KnownStrategy, guide: Content, limits: Thresholds) -> GuidePage:
    """What it is for, what people do, what the record counts, asks, and cannot tell."""
    does = [
        f"{one.name}: {_lower(one.line)}" for one in guide.practices if one.strategy == strategy.id
    ]
    parts = (
        plain("", f"{STAGES[strategy.stage]}."),
        listed("What people do", does),
        plain("What the record counts", _sentence(strategy.looks_at)),
        plain("What it cannot tell", _sentence(strategy.cannot_tell)),
        PagePart("What a notice may ask", tuple(_notices(strategy, limits))),
        plain("", f"From when on: {HOUSE_DEFAULT[0].lower()}{HOUSE_DEFAULT[1:]}"),
        plain("Where Troth departs from the usual advice", strategy.departs or ""),
        rests_on(strategy),
    )
    title = f"{strategy.number}  {strategy.name}"
    return page_of(f"{STRATEGIES} {strategy.id}", title, strategy.line, parts, name=strategy.name)


def practice_pages(guide: Content) -> Iterator[GuidePage]:
    """A page for each practice."""
    return (practice_page(one, guide) for one in guide.practices)


def practice_page(practice: Practice, guide: Content) -> GuidePage:
    """How it is done, what spoils it, and the strategy it belongs to."""
    of = next(one for one in guide.strategies if one.id == practice.strategy)
    parts = (
        listed("How", practice.how),
        MORE.get(practice.id, _nothing_more)(guide),
        listed("Better not", practice.avoid),
        plain("Belongs to", f"{of.number}  {of.name}: {_lower(of.line)}"),
        rests_on(practice),
    )
    return page_of(f"{PRACTICES} {practice.id}", practice.name, practice.line, parts)


def _notices(strategy: KnownStrategy, limits: Thresholds) -> Iterator[str]:
    for notice in strategy.notices:
        yield BULLET + notice.question
        limit = say_limit(notice.id, limits).removesuffix(HOUSE_DEFAULT).strip()
        if limit:
            yield f"{ARROW}{limit}"


def _nothing_more(_: Content) -> PagePart | None:
    return None


def _levels(guide: Content) -> PagePart:
    levels = guide.forms.ladder.levels
    lines = (f"{one.level}  {one.name}. {one.line}" for one in levels)
    return plain("The six levels", *lines)


def _statements(guide: Content) -> PagePart:
    return listed("The statements", (line.text for line in guide.forms.pulse.lines))


def _shape(guide: Content) -> PagePart:
    return listed("The four parts", (_labelled(one) for one in guide.forms.feedback.parts))


def _requests(guide: Content) -> PagePart:
    return listed("Narrow questions", guide.forms.feedback.requests)


def _habits(guide: Content) -> PagePart:
    return listed("The ten habits", (f"{one.text} {one.help}" for one in guide.habits.habits))


def _limits_line(guide: Content) -> PagePart:
    return plain("A line to begin with", guide.agreement.confidentiality)


def _causes(guide: Content) -> PagePart:
    causes = guide.forms.celebration.causes
    return listed("What counts", (one.label for one in causes if one.id != "other"))


def _instead(guide: Content) -> PagePart:
    return listed("Before you end it, you could also", _but_the_end(guide))


def _but_the_end(guide: Content) -> Iterator[str]:
    return (_labelled(one) for one in guide.forms.parting.instead if one.id != "close")


def _labelled(choice: Choice) -> str:
    return f"{choice.label}: {_lower(choice.help)}" if choice.help else choice.label


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _lower(text: str) -> str:
    return text if text.startswith(("I ", "Troth")) else text[0].lower() + text[1:]


MORE: dict[str, Callable[[Content], PagePart | None]] = {
    "attention": _habits,
    "ask_for_feedback": _requests,
    "celebrate": _causes,
    "confidentiality": _limits_line,
    "ending": _instead,
    "feedback": _shape,
    "independence": _levels,
    "pulse": _statements,
}
"""What a practice's page says besides, from the words of its form."""
