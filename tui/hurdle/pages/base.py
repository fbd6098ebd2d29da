"""What every page of the wizard shares: what was said so far, the question, its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Spacing
from textual.message import Message
from textual.widgets import Static

from coaching.say import say_count
from tui.plain.wizard_place import place
from tui.still_open import HearsWhileOpen
from tui.widgets.choice import Choice
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.widget import Widget

    from tui.hurdle.session import HurdleSession
    from tui.widgets.rows import Rows

RECAP_LABEL = 10
LOW = 8
ACCOUNT = 400
ASKS_WHY = "?"
WRITTEN = frozenset({"text", "fields", "date"})


class Page(HearsWhileOpen, VerticalScroll, can_focus=False):
    """One question on screen."""

    DEFAULT_CSS = """
    Page { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Page .top { dock: top; height: auto; }
    Page .recap {
        color: $text-muted; height: auto; margin-bottom: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Page .question { text-style: bold; height: auto; }
    Page .help { color: $text-muted; height: auto; margin-bottom: 1; }
    Page .note { height: auto; margin-bottom: 1; }
    Page Rows { border: none; height: auto; background: $background; padding: 0; }
    Page Rows:focus { border: none; }
    Page Field { margin-bottom: 1; }
    Page .accounts { height: auto; text-wrap: wrap; }
    Page .accounts > * { width: 1fr; height: auto; margin-right: 2; }
    Page .accounts.recap .account { max-height: 3; }
    Page.low .recap, Page.low .help { display: none; }
    """

    @dataclass
    class Answered(Message):
        """The user gave an answer: the record's fields."""

        fields: Mapping[str, Any]

    @dataclass
    class Marked(Message):
        """The user marked something that is kept at once; the page stays."""

        fields: Mapping[str, Any]

    def __init__(self, session: HurdleSession) -> None:
        """A page for the question where the session stands."""
        super().__init__(classes="page")
        self.session = session

    def compose(self) -> ComposeResult:
        """What was said and the question, which stay; under them its widgets, which scroll."""
        yield from self.head(recap(self.session))
        yield from self.widgets()

    def head(self, said: Content) -> Iterable[Widget]:
        """What was said so far and the question, which stay above what scrolls; then its help."""
        title, *under = self.question_lines()
        above = [Static(said, classes="recap")] if said else []
        yield Vertical(*above, title, classes="top")
        yield from under

    def question_lines(self) -> Iterable[Widget]:
        """The question and its help."""
        question = self.session.worded()
        yield Static(Content(self.session.say(question.title)), classes="question")
        help_text = "\n".join(self.session.say(line) for line in question.help)
        yield Static(Content(help_text), classes="help")

    def widgets(self) -> Iterable[Widget]:
        """What the user answers with."""
        raise NotImplementedError

    def answer(self) -> Mapping[str, Any] | None:
        """The record's fields; None to leave the question open. Raises `Refused`."""
        raise NotImplementedError

    def typed(self) -> Mapping[str, str]:
        """The texts on this page by field, for the draft."""
        return {field.field: field.text for field in self.query(Field)}

    def begin(self) -> None:
        """Put the keys where the user answers."""
        for widget in self.query("Rows, Input, TextArea, Choice"):
            if widget.focusable:
                self.begin_at(widget)
                return

    def begin_at(self, widget: Widget) -> None:
        """Put the keys there; the page is read from its top, as far as the field is whole."""
        widget.focus(scroll_visible=False)
        self.call_after_refresh(self.scroll_home, animate=False)
        self.call_after_refresh(self._reveal, widget)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show a field whole, with its label and who reads it."""
        self.call_after_refresh(self._reveal, event.widget)

    def _reveal(self, widget: Widget) -> None:
        whole = next((one for one in widget.ancestors if isinstance(one, Field)), None)
        if whole is not None and widget is self.screen.focused:
            whole.scroll_visible(animate=False)

    def show_line(self, rows: Rows) -> None:
        """Scroll so that the line under the cursor of a list is seen, under what stays."""
        above = sum(one.outer_size.height for one in self.query(".top"))
        self.scroll_to_region(rows.cursor_region, spacing=Spacing(top=above), animate=False)

    @property
    def more_below(self) -> bool:
        """Whether something of this page stands below what is seen."""
        return self.scroll_offset.y < self.max_scroll_y

    @property
    def choosing(self) -> bool:
        """Whether the keys are on a choice beside fields, where letters may be meant as text."""
        return isinstance(self.screen.focused, Choice) and bool(self.query(Field))

    def on_key(self, event: events.Key) -> None:
        """Beside fields the deeds of single letters rest until escape."""
        if self.choosing and event.is_printable and event.character not in (ASKS_WHY, " "):
            event.stop()

    def on_resize(self) -> None:
        """A very low window shows the question and its answer; ? tells the rest."""
        self.set_class(self.size.height < LOW, "low")

    def foot(self) -> str:
        """The line under the page: where this is, and what lies deeper."""
        return where_this_is(self.session)


def where_this_is(session: HurdleSession) -> str:
    """The place in the short way with the deeper questions beside it, or the place in these."""
    more = "" if session.in_deeper else deeper_line(session)
    return place(session) + (f"    {more}" if more else "")


def deeper_line(session: HurdleSession) -> str:
    """What the deeper key opens here: "d  deeper, 4 more questions"; "" where nothing is.

    Where the keys write into a field, escape comes before it.
    """
    stage = session.deeper_stage()
    if not stage:
        return ""
    still = len(session.open_deeper(stage))
    in_field = session.stage != "done" and session.worded().takes in WRITTEN
    key = "esc, d" if in_field else "d"
    if not still:
        return f"{key}  deeper, to read again"
    if session.stage == "done":
        return f"{key}  deeper, {still} more on {stage.capitalize()}"
    return f"{key}  deeper, {say_count(still, 'more question')}"


def recap(session: HurdleSession) -> Content:
    """What was written so far, each on one line, and facts from the record."""
    hurdle = session.answers
    lines: list[Content] = []
    before_support = session.stage != "support"
    beside = session.question == "closest" and hurdle.their_account
    if hurdle.what_happened and before_support and not beside:
        if session.question != "what_happened":
            lines.append(_line("You wrote", f"“{hurdle.what_happened}”"))
        if hurdle.effect and session.stage == "source" and session.question != "effect":
            lines.append(_line("Effect", f"“{hurdle.effect}”"))
    if session.question in ("area", "closest", "told_apart"):
        facts = session.facts()
        hint = "   -  leave one out" if len(facts) > 1 else "   -  leave this out"
        hints = (hint, "")
        lines += [
            _line("Recorded", one.words + more) for one, more in zip(facts, hints, strict=False)
        ]
    return Content("\n").join(lines)


def accounts(session: HurdleSession, at_most: int = ACCOUNT) -> tuple[Static, Static]:
    """What the user told and what the other might tell, for two columns; never mixed.

    `at_most` is how many cells of each are shown.
    """
    hurdle = session.answers
    own = " ".join(text for text in (hurdle.what_happened, hurdle.effect) if text)
    return (
        _account("As you tell it", own, at_most),
        _account(f"As {session.name} might tell it", hurdle.their_account, at_most),
    )


def _account(title: str, text: str, at_most: int) -> Static:
    one_line = " ".join(text.split())
    shown = Content(f"“{one_line}”" if one_line else "").truncate(at_most, ellipsis=True)
    return Static(Content.assemble((title, "bold"), "\n", shown), classes="account")


def _line(label: str, text: str) -> Content:
    one_line = " ".join(text.split())
    shown = Content(f"{label:<{RECAP_LABEL}}  {one_line}")
    return shown.truncate(200, ellipsis=True)
