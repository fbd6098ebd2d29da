"""Find: type, and the people, open promises and planned check-ins that fit are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from coaching.finding import Found, everything, find, set_aside
from tui.widgets.editors import ShortText, TooLong
from tui.widgets.form import HEIGHTS
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.overview import Overview
    from tui.app import TrothApp

NOBODY = "Nobody here yet. Back with escape, then n adds a person."
NOTHING = (
    "Nothing has these words. Find looks at names, open promises, and the dates and topics of "
    "planned check-ins. Notes and hurdles are not searched."
)
NONE_ASIDE = (
    "Nobody is paused or ended. On a person's own page z pauses and E ends. Type to find someone."
)


class Find(ModalScreen[str | None]):
    """Gives the workbook id of the line that was chosen, or None."""

    app: TrothApp
    DEFAULT_CSS = """
    Find { align: center top; }
    Find > Vertical {
        width: 78; max-width: 100%; height: 100%; max-height: 22; margin-top: 1;
        border: round $border; background: $surface;
    }
    Find.-short > Vertical { margin-top: 0; }
    Find Input, Find Input:focus {
        border: none; border-left: tall $border; height: 1; padding: 0 1;
    }
    Find Rows { height: 1fr; margin-top: 1; }
    Find.-short Rows { margin-top: 0; }
    Find KeyLine { dock: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "open", id="find.open", tooltip="Open this person's page"),
        Binding("up", "move(-1)", "up", show=False, id="find.up", tooltip="One line up"),
        Binding("down", "move(1)", "down", show=False, id="find.down", tooltip="One line down"),
        Binding(
            "pageup", "page(-1)", "page up", show=False, id="find.page-up", tooltip="A page up"
        ),
        Binding(
            "pagedown",
            "page(1)",
            "page down",
            show=False,
            id="find.page-down",
            tooltip="A page down",
        ),
        Binding("escape", "leave", "back", key_display="esc", id="find.back", tooltip="Back"),
    ]

    words = getters.query_one(ShortText)
    rows = getters.query_one(Rows)

    def __init__(self, *, set_aside: bool = False) -> None:
        """With `set_aside`, begin with those who are paused or ended."""
        super().__init__()
        self._aside = set_aside
        self._there: list[Found] = []

    def compose(self) -> ComposeResult:
        """Words, what fits, keys."""
        box = Vertical()
        box.border_title = Content("Paused and ended" if self._aside else "Find")
        with box:
            yield ShortText(placeholder="a name, a promise, a topic")
            yield Rows((Column("", 12, grow=1), Column("", 20, grow=5, style="$text-muted")))
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin with everything there is to find, and follow what is saved."""
        self.rows.led_from_outside = True
        self.words.focus()
        self._follow(self.app.facts)
        self.app.facts_changed.subscribe(self, self._follow)

    def _follow(self, facts: Overview) -> None:
        self._there = everything(facts, self.app.now, self.app.zone)
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        if not self.words.value.strip() and self._aside:
            found, empty = set_aside(self._there, self.app.facts), NONE_ASIDE
        else:
            found = find(self._there, self.words.value)
            empty = NOTHING if self._there else NOBODY
        self.rows.show(_lines(found), empty=empty)

    @on(TooLong)
    def _refuse_paste(self, event: TooLong) -> None:
        self.app.say(event.sentence)

    def action_move(self, by: int) -> None:
        """Move in the list while typing."""
        self.rows.action_move(by)

    def action_page(self, direction: int) -> None:
        """A page up or down while typing."""
        self.rows.action_page(direction)

    def action_choose(self) -> None:
        """Open the line under the cursor."""
        self.rows.action_choose()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.key.split(" ")[0])

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _lines(found: Sequence[Found]) -> list[Row]:
    """The name stands on the first of a person's lines only."""
    rows, last = [], ""
    for one in found:
        who = "" if one.record_id and one.workbook_id == last else one.who
        last = one.workbook_id
        rows.append(Row(f"{one.workbook_id} {one.record_id}".strip(), (who, one.what)))
    return rows
