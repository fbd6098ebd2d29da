"""One of five ways to go on differently: its message grows as it is typed, no fault in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from coaching.errors import Refused
from coaching.hurdle import closure
from coaching.hurdle.closure_form import (
    READ_BY,
    ROUTE_TITLES,
    done_by,
    parts_given,
    to_come,
    way_parts,
)
from coaching.when import read_when
from tui.ending.to_copy import ToCopy
from tui.hurdle.pages.part_fields import PARTS, answered, part_field
from tui.widgets.fields import DateField
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.closure import ClosureWords
    from coaching.hurdle.closure import Way
    from coaching.hurdle.forms import FormPart
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp


class WayForm(Form[str]):
    """Thanks, loose ends, what stays private and a day make the message; saving does the deed.

    Without a workbook nothing is kept: the message alone is made.
    """

    DEFAULT_CSS = """
    WayForm LongField TextArea { height: 4; }
    WayForm #message { height: auto; border: round $border-blurred; padding: 0 1; }
    """

    def __init__(
        self, words: ClosureWords, way: Way, name: str, workbook: Workbook | None = None
    ) -> None:
        """This way, with the person of this first name."""
        super().__init__()
        self.words, self.way, self.who, self.workbook = words, way, name, workbook
        self.draft_key = f"way-{way}-{workbook.id}" if workbook else ""

    def title_text(self) -> str:
        """The way, and with whom."""
        return f"{self.words.way(self.way).label}: {self.who} and you"

    def fields(self) -> Iterator[Widget]:
        """What the message is made of, and the message."""
        words, book = self.words, self.workbook
        begun = closure.open_between(book, words, name=self.who) if book else ""
        yield Static(Content("\n".join(words.route["together"])), classes="hint")
        for part in way_parts(words, self.way, begun=begun, kept=book is not None):
            yield self._widget(part)
        box = Static(id="message")
        box.border_title = Content("the message, as it would leave")
        yield box
        yield Static(id="look", classes="hint")

    def _widget(self, part: FormPart) -> Widget:
        if not part.day:
            return part_field(part)
        return DateField(part.id, part.label, self._read_on, under=part.under, example=part.example)

    def on_mount(self) -> None:
        """Show the message from the start."""
        super().on_mount()
        self._show()

    def _read_on(self, text: str) -> Wall:
        return read_when(text, self.app.now, self.app.zone)

    @property
    def parts(self) -> closure.Parts:
        """What was typed; a day that cannot be read yet is none."""
        try:
            wall = self.query_one(DateField).wall()
        except Refused:
            wall = None
        return parts_given(self.way, {**answered(self.query(PARTS)), "on": wall and wall.day})

    @property
    def message(self) -> str:
        """The message as it is now."""
        return closure.message(self.words, self.parts, name=self.who)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _show(self) -> None:
        message = self.message
        self.query_one("#message", Static).update(Content(message))
        long = self.words.too_long if closure.is_too_long(message) else ""
        self.query_one("#look", Static).update(Content(long))
        loose = closure.undated(self.parts.loose_ends)
        look = f"{self.words.undated}: {', '.join(loose)}." if loose else self.words.usual
        self.field("loose_ends").explain(f"{READ_BY}. {look}")

    async def save(self) -> str:
        """Do the deed; gives the message."""
        parts, message = self._checked(), self.message
        verb, book = self._verb(parts, message), self.workbook
        if verb is not None and book is not None:
            changed = await self.app.carry_out(lambda: self.app.world.coach.do(book.id, verb))
            self.app.say(changed.said)
        return message

    def _checked(self) -> closure.Parts:
        wall = self.query_one(DateField).wall()
        to_come(wall.day if wall else None, self.app.now.date())
        return self.parts

    def _verb(self, parts: closure.Parts, message: str) -> Verb | None:
        if self.workbook is None:
            return None
        every = self.field("every").text.strip() if self.way == "reduce" else ""
        new_id, today = self.app.world.coach.new_id, self.app.now.date()
        return done_by(parts, message, every=every, new_id=new_id, today=today)


def open_way(
    app: TrothApp, words: ClosureWords, way: Way, name: str, workbook: Workbook | None = None
) -> None:
    """The form of one way; once its deed is done, its message to copy."""

    def show(message: str | None) -> None:
        if message is not None:
            said = [f"For {name}. Five sentences at most; no reason is owed."]
            app.push_screen(ToCopy("Your message", said, message))

    app.push_screen(WayForm(words, way, name, workbook), show)


class Ways(ListDialog[None]):
    """The five ways, for someone of whom no records are kept."""

    COLUMNS = (Column("", 26), Column("", 40, grow=1, drop=1, style="$text-muted"))

    def __init__(self, words: ClosureWords, name: str) -> None:
        """With someone of this name, or the words for someone unnamed."""
        super().__init__()
        self._words, self._who = words, name

    def heading(self) -> str:
        """What is chosen."""
        return "Not going on as before"

    def entries(self) -> list[Row]:
        """One line for each way."""
        return [Row(way.id, (way.label, way.help)) for way in self._words.ways]

    async def chosen(self, key: str) -> None:
        """Make its message."""
        way = next(one for one in closure.WAYS if one == key)
        open_way(self.app, self._words, way, self._who)


def show_route(app: TrothApp, words: ClosureWords, by: closure.Route, name: str) -> None:
    """The text for whoever carries the ending, after what is to be known about it."""
    text = closure.text_for_route(words, "close", by, name=name)
    said = words.route[by] if by != "together" else ("No more than this need be told.",)
    app.push_screen(ToCopy(ROUTE_TITLES[by], said, text))
