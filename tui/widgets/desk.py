"""A dialog for one practice with one person: what can be begun, and what is there already."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.say import first_name
from tui.still_open import still_open
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence
    from datetime import date

    from textual.screen import Screen
    from textual.widget import Widget

    from coaching.guide.forms import Forms
    from coaching.overview import Overview
    from coaching.ports import Verb
    from coaching.record.base import Record
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


LEAST_LINES = 3
TEXT_TENTHS = 3
AROUND = 4
"""Border, the gap under the text, and the keys."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a desk: its key, its words, a few more beside them, and what enter does."""

    key: str
    words: str
    note: str
    do: Callable[[], Awaitable[object] | object]


class Desk(ListDialog[None]):
    """A subclass gives `heading`, `text` and `lines`; what other windows save shows here too."""

    DEFAULT_CSS = """
    Desk VerticalScroll { height: auto; padding: 0 1; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "app.undo", "undo", id="desk.undo", tooltip="Take the last change back"),
        Binding("U", "app.redo", "redo", show=False, id="desk.redo", tooltip="Do it again"),
    ]
    COLUMNS: ClassVar[Sequence[Column]] = (
        Column("", 28, grow=2),
        Column("", 24, grow=1, drop=1, style="$text-muted"),
    )

    def __init__(self, workbook: Workbook, forms: Forms) -> None:
        """Over these records, in the words of these forms."""
        super().__init__()
        self.workbook = workbook
        self.forms = forms
        self._lines: dict[str, Line] = {}

    @property
    def who(self) -> str:
        """What the other person is called."""
        return first_name(self.workbook.relationship.name)

    @property
    def today(self) -> date:
        """The present day."""
        return self.app.now.date()

    def text(self) -> str | Content:
        """What stands above the lines."""
        raise NotImplementedError

    def lines(self) -> Iterator[Line]:
        """What can be chosen, as the records are now."""
        raise NotImplementedError

    def is_over(self) -> bool:
        """Whether there is nothing left here to show, so that the dialog closes."""
        return False

    def above(self) -> Iterator[Widget]:
        """The text, which scrolls where it is long."""
        yield VerticalScroll(Static(id="words"))

    def on_mount(self) -> None:
        """Show the records, and follow them."""
        super().on_mount()
        self.app.facts_changed.subscribe(self, self._facts_changed)

    def on_resize(self) -> None:
        """Text and lines share the height; a box that fits its content counts in whole lines."""
        text = max(LEAST_LINES, self.size.height * TEXT_TENTHS // 10)
        self.query_one("#box > VerticalScroll").styles.max_height = text
        room = self.size.height - text - AROUND
        self.query_one(Rows).styles.max_height = max(LEAST_LINES, room)

    def entries(self) -> list[Row]:
        """The lines as rows."""
        self._lines = {line.key: line for line in self.lines()}
        return [Row(line.key, (line.words, line.note)) for line in self._lines.values()]

    def show(self, *, empty: str | None = None) -> None:
        """Put text and lines on screen."""
        text = self.text()
        self.query_one("#words", Static).update(Content(text) if isinstance(text, str) else text)
        super().show(empty=empty)

    async def chosen(self, key: str) -> None:
        """Do what belongs to a line."""
        done = self._lines[key].do()
        if done is not None and hasattr(done, "__await__"):
            await done

    async def carry(self, verb: Verb) -> None:
        """Save one deed, say it, and show the records as they are then."""
        await self.app.do(self.workbook.id, verb)

    def open(self, make: Callable[..., Screen[Any]], *about: object) -> None:
        """Put a new form or dialog about something over this one."""
        self.app.push_screen(make(*about))

    def read(self) -> None:
        """Read the records again; not on the event loop."""
        self.workbook = self.app.world.coach.open(self.workbook.id)

    def _facts_changed(self, _: Overview) -> None:
        self._read_again()

    @work(group="read", exclusive=True)
    async def _read_again(self) -> None:
        try:
            await asyncio.to_thread(self.read)
        except TrothError as error:
            self.app.show_error(error)
            self._close()
            return
        if not still_open(self):
            return
        if self.is_over():
            self._close()
        else:
            self.show()

    def _close(self) -> None:
        """Close as soon as nothing stands above."""
        if self.is_current:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """A dialog whose record was deleted from a form above it closes."""
        if self.is_over():
            self.call_later(self._close)


class OneRecord(Desk):
    """One record of a practice: its words above, what can be done with it below."""

    def __init__(self, workbook: Workbook, forms: Forms, record_id: str) -> None:
        """The record with this id; the dialog closes where it is gone."""
        super().__init__(workbook, forms)
        self.record_id = record_id

    def record(self) -> Record | None:
        """The record as it is now; None where it is gone."""
        raise NotImplementedError

    def is_over(self) -> bool:
        """A record that was deleted has nothing to show."""
        return self.record() is None

    def delete_line(self, what: str, verb: Verb, workbook_id: str = "") -> Line:
        """The last line of each: delete, after one question; from these records unless told."""
        ask = partial(self._ask, what, verb, workbook_id or self.workbook.id)
        return Line("delete", "Delete it", "you are asked first", ask)

    def _ask(self, what: str, verb: Verb, workbook_id: str) -> None:
        from tui.widgets.ask import Ask

        bring_back = "u brings it back while this window is open."
        self.open(Ask, f"Delete this {what}?", bring_back, workbook_id, verb)


def open_desk(app: TrothApp, make: Callable[[Forms], Screen[None]]) -> None:
    """Open a dialog that needs the words of the forms; a fault in those is shown."""
    try:
        forms = app.world.content.forms
    except TrothError as error:
        app.show_error(error)
        return
    app.push_screen(make(forms))


def sentence(words: str) -> str:
    """A few words made a sentence; no other letter of it changes."""
    return f"{words[:1].upper()}{words[1:]}."


def paragraphs(*parts: tuple[str, str]) -> Content:
    """Labels with what was written, one under the other; what is empty is left out."""
    width = max((len(label) for label, text in parts if text), default=0)
    shown = [
        Content.assemble((f"{label:{width}}  ", "$text-muted"), text) if label else Content(text)
        for label, text in parts
        if text
    ]
    return Content("\n").join(shown)
