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
from coaching.practice_timeline import full_timeline
from coaching.record.contact import SupportContact
from coaching.record.workbook import noun_of
from coaching.strategies.says import Fact, Hidden, Notice
from coaching.timeline import say_column
from tui.relationship import deeds
from tui.relationship.lines import text_row
from tui.relationship.reading import Reading, read
from tui.relationship.strategies import notice_words
from tui.still_open import still_open
from tui.widgets.keyline import KeyLine
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coaching.overview import Overview
    from coaching.strategies.says import Behind
    from coaching.timeline import Happening
    from tui.app import TrothApp
    from tui.relationship.reading import Entry

NO_LONGER = "This does not hold any more: the records have changed since. esc goes back."
NO_RECORD = "No record stands behind this. It is said because nothing is recorded yet."
DEED = "deed"
DAY_WIDTH = 13
CURSOR = 1


class RecordsBehind(ModalScreen[None]):
    """What a sentence rests on. It follows what is changed from here and in other windows."""

    app: TrothApp
    DEFAULT_CSS = """
    RecordsBehind { align: center middle; }
    RecordsBehind > Vertical {
        width: 78; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; background: $surface;
    }
    RecordsBehind #words { padding: 0 1; margin-bottom: 1; height: auto; max-height: 40%; }
    RecordsBehind Rows { height: auto; max-height: 16; min-height: 3; }
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

    @property
    def entry(self) -> Entry | None:
        """The fact or notice, as it is now."""
        found = self.reading.entry(self.key)
        return found[1] if found else None

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
        self.call_after_refresh(self._show)

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
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        page, entry = self.reading.page(self.key), self.entry
        title = f"{page.number} {page.name}" if page else self.reading.workbook.relationship.name
        self.query_one("#box", Vertical).border_title = Content(title)
        self.query_one("#words", Static).update(_words(entry))
        width = self.list.scrollable_content_region.width - CURSOR
        rows = list(self._rows(entry, width)) if entry else []
        self.list.show(rows, empty=NO_RECORD if entry else NO_LONGER)
        self.refresh_bindings()

    def _rows(self, entry: Entry, width: int) -> Iterator[Row]:
        notice = _notice(entry)
        deed = deeds.answering(notice.deed) if notice else None
        if deed is not None:
            mark = Content.styled("→ ", "$text-accent")
            yield text_row(DEED, mark, deed.words, width)
        lines = self._lines()
        for one in (notice or entry).behind:  # type: ignore[union-attr]  # hidden has its notice
            yield _record_row(one, lines.get(one.record_id), self.reading, self.app, width)

    def _lines(self) -> dict[str, Happening]:
        found = full_timeline(self.reading.workbook, self.app.now, self.app.zone)
        return {one.record_id: one for one in reversed(found)}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a notice can be hidden."""
        if action == "hide":
            return isinstance(self.entry, Notice)
        return True

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        notice = _notice(self.entry)
        if event.key == DEED:
            deed = deeds.answering(notice.deed) if notice else None
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


def _notice(entry: Entry | None) -> Notice | None:
    if isinstance(entry, Hidden):
        return entry.notice
    return entry if isinstance(entry, Notice) else None


def _words(entry: Entry | None) -> Content:
    notice = _notice(entry)
    if notice is not None:
        why = f"\n{notice.why}" if notice.why else ""
        return notice_words(notice) + Content(why)
    return Content(entry.words if isinstance(entry, Fact) else "")


def _record_row(
    behind: Behind, line: Happening | None, reading: Reading, app: TrothApp, width: int
) -> Row:
    day = Content.styled(f"{say_column(behind.day, app.now.date()):{DAY_WIDTH}}", "$text-muted")
    contact = reading.mine.find(SupportContact, behind.record_id)
    if contact is not None:
        return text_row(f"contact {contact.id}", day, contact.name, width)
    if line is None:
        return text_row(f"none {behind.record_id}", day, noun_of(behind.table).capitalize(), width)
    return text_row(f"{line.kind} {line.record_id}", day, line.what, width)
