"""The dialog that narrows the timeline: marks what to show; each change shows at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.timeline_filter import KIND_NAMES, SINCE, Narrowed
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from coaching.timeline import Happening, Kind
    from coaching.timeline_filter import Since

ALL, WHEN, OPEN = "all", "when", "open"


class FilterTimeline(ListDialog[None]):
    """Rows with a mark; `changed` is told after each."""

    COLUMNS: ClassVar[Sequence[Column]] = (
        Column("", 3),
        Column("", 28, grow=1),
        Column("", 12, style="$text-muted"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", id="filter.mark", tooltip="Mark this, or unmark it"),
        Binding("escape,F", "leave", "back", key_display="esc", id="list.back", tooltip="Back"),
    ]

    def __init__(
        self, lines: Sequence[Happening], to: Narrowed, changed: Callable[[Narrowed], None]
    ) -> None:
        """Narrow these lines, as they are narrowed now."""
        super().__init__()
        self._counts = Counter(one.kind for one in lines)
        self._to = to
        self._changed = changed

    def heading(self) -> str:
        """What is asked."""
        return "What shall the timeline show?"

    def above(self) -> Iterable[Widget]:
        """What no mark means."""
        words = "enter marks a line. With no kind marked, every kind is shown."
        yield Static(Content(words), classes="hint above")

    def entries(self) -> Sequence[Row]:
        """Everything, when, still open, then each kind there is."""
        to = self._to
        kinds = [kind for kind in KIND_NAMES if self._counts[kind] or kind in to.kinds]
        return [
            Row(ALL, (_mark(to.shows_all), "everything", str(self._counts.total()))),
            Row(WHEN, (_mark(to.since != "any"), SINCE[to.since], "enter: other")),
            Row(OPEN, (_mark(to.only_open), "only what is still open", "")),
            *(
                Row(kind, (_mark(kind in to.kinds), KIND_NAMES[kind], str(self._counts[kind])))
                for kind in kinds
            ),
        ]

    async def chosen(self, key: str) -> None:
        """Mark a line, or unmark it."""
        self._to = _turned(self._to, key)
        self._changed(self._to)
        self.show()

    async def action_mark(self) -> None:
        """Mark the line under the cursor."""
        key = self.query_one(Rows).key
        if key is not None:
            await self.chosen(key)


def _turned(to: Narrowed, key: str) -> Narrowed:
    if key == ALL:
        return Narrowed()
    if key == WHEN:
        order = list(SINCE)
        following: Since = order[(order.index(to.since) + 1) % len(order)]
        return replace(to, since=following)
    if key == OPEN:
        return replace(to, only_open=not to.only_open)
    return replace(to, kinds=to.kinds ^ {cast("Kind", key)})


def _mark(marked: bool) -> str:
    return "[x]" if marked else "[ ]"
