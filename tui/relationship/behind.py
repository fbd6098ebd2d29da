"""The records behind a fact or a notice, each with its day; enter opens one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.strategies.limits import when_raised
from coaching.strategies.record_line import Scope
from coaching.strategies.record_lines import record_lines
from coaching.strategies.says import Fact, Notice
from tui.relationship import deeds
from tui.relationship.lines import text_row
from tui.relationship.nothing_behind import first_deed, why_so_little
from tui.relationship.reading import Reading, read, shown_notice
from tui.relationship.record_rows import record_rows
from tui.relationship.strategies import notice_words
from tui.still_open import still_open
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.overview import Overview
    from tui.app import TrothApp
    from tui.relationship.deeds import Deed
    from tui.relationship.reading import Entry

NO_LONGER = "This does not hold any more: the records have changed since. esc goes back."
DEED = "deed"
SIDES = 2
WIDEST = 78
FRAME = 4
"""Lines for the border, the blank line under the words, and the keys."""
WORDS_OF_HEIGHT = 40
"""How much of a window the words may take, in hundredths of its height."""
WHOLE = 100
LEAST_ROWS, MOST_ROWS = 3, 16
CURSOR, SCROLLBAR = 1, 1


class RecordsBehind(ModalScreen[None]):
    """What a sentence rests on. It follows what is changed from here and in other windows."""

    app: TrothApp
    DEFAULT_CSS = """
    RecordsBehind { align: center middle; }
    RecordsBehind > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface;
    }
    RecordsBehind #words { padding: 0 1; margin-bottom: 1; height: auto; max-height: 40vh; }
    RecordsBehind Rows { height: auto; min-height: 3; }
    RecordsBehind KeyLine { dock: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "hide", "hide until", id="behind.hide", tooltip="Hide this until a date"),
        Binding(
            "i", "explain", "why", id="behind.explain", tooltip="What this cannot tell, and why"
        ),
        Binding("g", "guide", "guide", id="behind.guide", tooltip="The guide, at this strategy"),
        Binding("escape", "leave", "back", key_display="esc", id="behind.back", tooltip="Back"),
    ]
    list = getters.query_one(Rows)

    def __init__(self, reading: Reading, key: str) -> None:
        """What stands behind this entry."""
        super().__init__()
        self.reading = reading
        self.key = key
        self._room = MOST_ROWS

    @property
    def entry(self) -> Entry | None:
        """The fact or notice, as it is now."""
        found = self.reading.entry(self.key)
        return found[1] if found else None

    @property
    def _inner(self) -> int:
        """The cells within the frame, known before the first frame is drawn."""
        return min(WIDEST, self.app.size.width) - SIDES

    def compose(self) -> ComposeResult:
        """The words, the records, keys."""
        with Vertical(id="box"):
            yield Static(id="words")
            yield Rows((Column("", 10, grow=1),))
            yield KeyLine()

    def on_mount(self) -> None:
        """Show them, and follow changes."""
        self.app.facts_changed.subscribe(self, self._facts_changed)
        self.list.focus()
        self._show()

    def _facts_changed(self, _: Overview) -> None:
        self._read_again()

    @work(group="read", exclusive=True)
    async def _read_again(self) -> None:
        today = self.app.now.date()
        workbook_id = self.reading.workbook.id
        try:
            self.reading = await asyncio.to_thread(read, self.app.world, workbook_id, today)
        except TrothError:
            if still_open(self):
                self.dismiss(None)
            return
        if still_open(self):
            self._show()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._show()

    def _show(self) -> None:
        page, entry = self.reading.page(self.key), self.entry
        title = f"{page.number} {page.name}" if page else self.reading.workbook.relationship.name
        self.query_one("#box", Vertical).border_title = Content(title)
        words = self._words()
        self.query_one("#words", Static).update(words)
        self._fit(words)
        width = self._inner - CURSOR - SCROLLBAR
        rows = list(self._rows(entry, width)) if entry else []
        self.list.show(rows, empty="" if entry else NO_LONGER)
        self.refresh_bindings()

    def _fit(self, words: Content) -> None:
        """Leave the list the room that words, frame and keys leave, so that it scrolls in time."""
        height = self.app.size.height
        lines = len(words.wrap(max(1, self._inner - SIDES)))
        room = height - FRAME - min(lines, height * WORDS_OF_HEIGHT // WHOLE)
        self._room = max(LEAST_ROWS, min(MOST_ROWS, room))
        self.list.styles.max_height = self._room

    def _words(self) -> Content:
        page, entry = self.reading.entry(self.key) or (None, None)
        notice = shown_notice(entry)
        if notice is not None:
            return _notice_words(notice, when_raised(notice.rule, self.app.world.limits))
        if page is None or not isinstance(entry, Fact):
            return Content("")
        little = why_so_little(entry, page, self.app.world.limits, self._deed())
        return Content("\n".join((entry.words, *little)))

    def _rows(self, entry: Entry, width: int) -> Iterator[Row]:
        deed = self._deed()
        if deed is not None:
            mark = Content.styled("→ ", "$text-accent")
            yield text_row(DEED, mark, deed.words, width)
        said = shown_notice(entry) or entry
        if isinstance(said, Fact | Notice):
            records = record_lines(said, self._scope(said.rule))
            yield from record_rows(records, self.app.now.date(), width, self._room)

    def _deed(self) -> Deed | None:
        """What answers a notice, or records the first one where no record stands behind."""
        page, entry = self.reading.entry(self.key) or (None, None)
        notice = shown_notice(entry)
        if notice is not None:
            return deeds.answering(notice.deed)
        if page is None or not isinstance(entry, Fact):
            return None
        return first_deed(entry, page, self.reading.workbook)

    def _scope(self, rule: str) -> Scope:
        reading, app = self.reading, self.app
        return Scope(rule, reading.workbook, reading.mine, app.now, app.zone, app.world.content)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a notice can be hidden."""
        if action == "hide":
            return isinstance(self.entry, Notice)
        return True

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key == DEED:
            deed = self._deed()
            if deed is not None:
                deed.open(self.app, self.reading.workbook)
        elif event.key.startswith("contact "):
            deeds.deed("contacts").open(self.app, self.reading.workbook)
        else:
            deeds.open_record(self.app, self.reading.workbook, event.key)

    def action_hide(self) -> None:
        """Hide the notice until a date."""
        from tui.relationship.hide import HideNotice

        if isinstance(self.entry, Notice):
            form = HideNotice(self.reading.workbook.id, self.entry)
            self.app.push_screen(form, self._hidden)

    def _hidden(self, hidden: str | None) -> None:
        if hidden:
            self.dismiss(None)

    def action_explain(self) -> None:
        """Say what this cannot tell."""
        from tui.relationship.explain import Explain

        self.app.push_screen(Explain(self.reading, self.key))

    def action_guide(self) -> None:
        """Open the guide at this strategy."""
        from tui.guide.opening import open_guide

        page = self.reading.page(self.key)
        open_guide(self.app, f"strategies {page.id}" if page else "")

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _notice_words(notice: Notice, limit: str) -> Content:
    """Its words, why it is worth a look, and from when on; only its question where it is asked."""
    below = "".join(f"\n{one}" for one in (notice.why, limit if notice.words else "") if one)
    return notice_words(notice) + Content(below)
