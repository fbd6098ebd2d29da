"""One of five ways to go on differently: its message grows as it is typed, no fault in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from coaching.errors import Refused
from coaching.hurdle import closure
from coaching.say import say_day
from coaching.verbs import outside, relationships
from coaching.when import read_every, read_when
from tui.ending.to_copy import ToCopy
from tui.widgets.fields import DateField, Field, LongField
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.guide.closure import ClosureWords
    from coaching.hurdle.closure import Way
    from coaching.moments import Wall
    from coaching.ports import Verb
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

READ_BY = "us two: stands in the message, which only you can send"


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
        yield Field("thanks", "Thanks, for one thing in particular", under=READ_BY)
        yield LongField(
            "loose_ends",
            "Loose ends, one on a line, each with a day",
            value=begun,
            under=f"{READ_BY}. {words.usual}",
        )
        yield Field("private", "What stays private", under=READ_BY)
        yield DateField(
            "on", words.way(self.way).day, self._read_on, under="May stay empty.", example="+4w"
        )
        if self.way == "reduce" and book is not None:
            yield Field("every", "How often from now on", example="every 4w", under="us two")
        box = Static(id="message")
        box.border_title = Content("the message, as it would leave")
        yield box
        yield Static(id="look", classes="hint")

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
        return closure.Parts(
            self.way,
            self.field("thanks").text,
            self.field("loose_ends").text,
            self.field("private").text,
            wall.day if wall else None,
        )

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
        if wall is not None and wall.day < self.app.now.date():
            raise Refused(f"{say_day(wall.day)} has passed. Choose a day from today on.", "on")
        return self.parts

    def _verb(self, parts: closure.Parts, message: str) -> Verb | None:
        today = self.app.now.date()
        if self.workbook is None:
            return None
        if self.way == "pause":
            return partial(relationships.pause, today=today)
        if self.way == "reduce":
            every = self.field("every").text.strip()
            return partial(outside.meet_less, every=read_every(every)) if every else None
        if self.way == "redefine":
            return None
        return partial(
            outside.part,
            parting_id=self.app.world.coach.new_id(),
            today=today,
            ends=parts.day,
            message=message,
            thanks=parts.thanks,
            loose_ends=parts.loose_ends,
        )


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
    titles: dict[closure.Route, str] = {
        "office": "For an office or another person",
        "lead": "For the lead of the programme",
        "together": "For whoever runs the mentoring",
    }
    text = closure.text_for_route(words, "close", by, name=name)
    said = words.route[by] if by != "together" else ("No more than this need be told.",)
    app.push_screen(ToCopy(titles[by], said, text))
