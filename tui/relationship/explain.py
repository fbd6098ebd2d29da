"""The card behind `i`: what a strategy looks at, what it cannot tell, when notices are raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from coaching.strategies.limits import say_limit
from coaching.strategies.says import NOTHING, Fact
from tui.guide.card import Card
from tui.relationship.lines import hanging
from tui.relationship.reading import shown_notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.guide.strategies import KnownStrategy
    from tui.relationship.reading import Reading

ABOUT_ALL = (
    "Troth shows what you two recorded: counts and dates, and questions. It sees no mail, no "
    "calendar and nothing that was not written here, and it makes no verdict on anybody."
)
TOO_EARLY = 'Below {} check-ins or {} promises it says "too early to say".'
MARKS = "Marks: + good, · recorded, – not known or too early, ▸ worth a look, ▹ hidden by you."
WIDE = 74
FRAME = 5
"""Cells for the border, the room within it, and the scrollbar."""
HIDE = "m hides a notice until a date you choose."


class Explain(Card[None]):
    """A page to read over a person's page."""

    DEFAULT_CSS = f"Explain > Vertical {{ width: {WIDE}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "guide", "guide", id="explain.guide", tooltip="The whole page of the guide"),
        Binding("escape,i", "leave", "back", key_display="esc", id="explain.back", tooltip="Back"),
    ]

    def __init__(self, reading: Reading, key: str) -> None:
        """About the line with this key."""
        super().__init__()
        self.reading = reading
        self.key = key

    def heading(self) -> str:
        """The strategy, or the whole page."""
        page = self.reading.page(self.key)
        return f"{page.number} {page.name}" if page else "What this page shows"

    def lines(self, width: int) -> list[Content]:
        """What is read, with a blank line between; before the first frame for the width to come."""
        room = width or min(WIDE, self.app.size.width) - FRAME
        parts = [line for part in self._parts() for line in (*hanging("", part, room), Content(""))]
        return parts[:-1]

    def _parts(self) -> Iterator[Content]:
        page, limits = self.reading.page(self.key), self.app.world.limits
        known = self._known(page.id) if page else None
        if known is not None:
            yield Content(known.line)
            yield from self._limits(known)
            yield _labelled("It looks at", f"{known.looks_at}.")
            yield _labelled("It cannot tell", f"{known.cannot_tell}.")
            if known.departs:
                yield Content(known.departs)
        yield Content(ABOUT_ALL)
        early = TOO_EARLY.format(limits.few_checkins, limits.few_promises)
        yield Content(f"{early} {MARKS} {HIDE}")

    def _limits(self, known: KnownStrategy) -> Iterator[Content]:
        """When the notice is raised, or for a whole strategy when each of its notices is."""
        found = self.reading.entry(self.key)
        entry = found[1] if found else None
        if isinstance(entry, Fact) and entry.rule != NOTHING:
            return
        notice = shown_notice(entry)
        for one in known.notices:
            limit = say_limit(one.id, self.app.world.limits)
            if notice is None:
                yield _labelled(one.question, limit)
            elif one.id == notice.rule:
                yield Content(f"{one.why} {limit}")

    def _known(self, strategy_id: str) -> KnownStrategy | None:
        return next(
            (one for one in self.app.world.content.strategies if one.id == strategy_id), None
        )

    def action_guide(self) -> None:
        """Open the guide at this strategy."""
        from tui.guide.opening import open_guide

        page = self.reading.page(self.key)
        open_guide(self.app, f"strategies {page.id}" if page else "")

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((f"{label} ", "$text-accent"), text)
