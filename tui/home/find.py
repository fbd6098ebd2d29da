"""Find: type, and everything that has the words is listed, whoever is asked for first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from coaching.finding import LEAST_LETTERS, Found, everything, find, fold, set_aside
from coaching.say import first_name, say_count
from tui.home.look_through import GUIDE, LookThrough, shown
from tui.still_open import still_open
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
    "Nothing has these words. Find looks at everything you typed, and at the guide. What is only "
    "for you is found from three letters on."
)
ON = "looking on"
LOOKING = "Looking through your records and the guide."
MOST = 200
MORE = "Only the first 200 are shown. One more word makes it fewer."
NONE_ASIDE = (
    "Nobody is paused or ended. On a person's own page z pauses and E ends. Type to find someone."
)


class Find(ModalScreen[str | None]):
    """Gives the key of the line that was chosen (see `tui/home/found.py`), or None."""

    app: TrothApp
    DEFAULT_CSS = """
    Find { align: center top; }
    Find > Vertical {
        width: 78; max-width: 100%; height: 100%; max-height: 22; margin-top: 1;
        border: round $border; background: $surface;
    }
    Find.-wide > Vertical { width: 108; max-height: 30; }
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
        Binding("enter", "choose", "open", id="find.open", tooltip="Open what was found"),
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

    def __init__(self, *, set_aside: bool = False, first: str = "") -> None:
        """Begin with those who are paused or ended, or with the records of this workbook."""
        super().__init__()
        self._aside = set_aside
        self._first = first
        self._there: list[Found] = []
        self._found: list[Found] = []

    def compose(self) -> ComposeResult:
        """Words, what fits, keys."""
        box = Vertical()
        box.border_title = Content(self._title())
        with box:
            yield ShortText(placeholder="a name, a promise, any words you typed")
            yield Rows((Column("", 14), Column("", 20, grow=1, style="$text-muted")))
            yield KeyLine()

    def _title(self) -> str:
        person = self.app.facts.person(self._first) if self._first else None
        if person is not None:
            return f"Find, {first_name(person.name)} first"
        return "Paused and ended" if self._aside else "Find"

    def on_mount(self) -> None:
        """Begin with everything there is to find, and follow what is saved."""
        self._look = LookThrough(self.app.world)
        self.rows.led_from_outside = True
        self.words.focus()
        self._follow(self.app.facts)
        self.app.facts_changed.subscribe(self, self._follow)

    def on_screen_suspend(self) -> None:
        """Under another screen, such as the lock, nothing that was read is held."""
        self._look.forget()
        self.workers.cancel_group(self, "find")

    def on_screen_resume(self) -> None:
        """Go on where the words are."""
        if self._there:
            self._search()

    def _follow(self, facts: Overview) -> None:
        self._there = everything(facts, self.app.now, self.app.zone)
        self._look.forget()
        self._search()

    @on(Input.Changed)
    def _search(self) -> None:
        """Show at once what home knows; the rest follows as it is read."""
        words = self.words.value
        if not words.strip() and self._aside:
            self._found, empty = set_aside(self._there, self.app.facts), NONE_ASIDE
        else:
            self._found = find(self._there, words)
            empty = NOTHING if self._there else NOBODY
        self._found.sort(key=self._is_other)
        if any(len(word) >= LEAST_LETTERS for word in fold(words).split()):
            later = [one for one in self._found if self._is_other(one)]
            self._found = [one for one in self._found if not self._is_other(one)]
            self._put(LOOKING, ON)
            self._read_on(words, empty, later)
        else:
            self.workers.cancel_group(self, "find")
            self._put(empty, "")

    @work(group="find", exclusive=True)
    async def _read_on(self, words: str, empty: str, later: Sequence[Found]) -> None:
        """The next key cancels this; what was read until then is kept for it.

        `later` follows after the records of the one asked for first.
        """
        known = {one.key for one in (*self._found, *later)}
        facts, today = self.app.facts, self.app.now.date()
        async for batch in self._look.find(words, facts, today, self._first):
            new = {one.key: one for one in batch if one.key not in known}
            new.update((one.key, one) for one in later)
            later = ()
            if new:
                known.update(new)
                full = len(self._found) >= MOST
                self._found += new.values()
                if not full:
                    self._put(LOOKING, ON)
        self._put(empty, self._said())

    def _is_other(self, one: Found) -> bool:
        """Whether it waits until the one asked for first was looked through."""
        return bool(self._first) and one.workbook_id != self._first

    def _said(self) -> str:
        """What stands under the list once all was looked at."""
        if len(self._found) > MOST:
            return MORE
        if self._look.unread:
            return f"{say_count(self._look.unread, 'file')} could not be read"
        return ""

    def _put(self, empty: str, said: str) -> None:
        if not still_open(self):
            return
        self.rows.show(_lines(self._found[:MOST], self.words.value), empty=empty)
        self.query_one(Vertical).border_subtitle = Content(said)

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
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _lines(found: Sequence[Found], words: str) -> list[Row]:
    """The name stands on the first of a person's lines only."""
    rows, last = [], ""
    for one in found:
        who = "" if one.record_id and one.workbook_id == last else one.who
        last = one.workbook_id
        key = f"{GUIDE} {one.record_id}" if one.workbook_id == GUIDE else one.key
        rows.append(Row(key, (who, shown(one, words))))
    return rows
