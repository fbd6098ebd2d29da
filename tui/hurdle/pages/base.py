"""What every page of the wizard shares: what was said so far, the question, its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coaching.hurdle import deeper
from coaching.hurdle.steps import NUMBER, QUESTIONS, stage_of
from coaching.say import say_count
from tui.still_open import HearsWhileOpen
from tui.widgets.choice import Choice
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events
    from textual.widget import Widget

    from tui.hurdle.session import HurdleSession

RECAP_LABEL = 10
LOW = 8
ACCOUNT = 400
ASKS_WHY = "?"
IN_ALL = "; 9 short answers in all"
WRITTEN = frozenset({"text", "fields", "date"})
STEP_WORDS = {"source": "step 1", "repair": "step 2", "support": "step 3"}


class Page(HearsWhileOpen, VerticalScroll, can_focus=False):
    """One question on screen."""

    DEFAULT_CSS = """
    Page { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
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
        """What was said, the question, its widgets."""
        if lines := recap(self.session):
            yield Static(lines, classes="recap")
        yield from self.question_lines()
        yield from self.widgets()

    def question_lines(self) -> ComposeResult:
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
                widget.focus(scroll_visible=False)
                self.call_after_refresh(self.scroll_home, animate=False)
                return

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
    if session.in_deeper:
        number, of = deeper.place(session.answers, session.question, care=session.care)
        return f"Deeper, {number} of {of}: {session.stage}. It is not counted in the short way."
    more = deeper_line(session)
    first = session.question == QUESTIONS["source"][0] and not session.care
    in_all = IN_ALL if first else ""
    return short_way(session.question) + in_all + (f"    {more}" if more else "")


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
    beyond = f" on {stage}" if session.stage == "done" else ""
    return f"{key}  deeper, {say_count(still, 'more question')}{beyond}"


def short_way(question: str) -> str:
    """Where a question stands: "Short way, 3 of 3: then step 1 is done."."""
    if question not in NUMBER:
        return "One more question, not counted"
    place, of = NUMBER[question]
    stage = stage_of(question)
    end = f": then {STEP_WORDS[stage]} is done" if place == of else ""
    if stage == "support" and place == of:
        end = ": then you have a plan"
    return f"Short way, {place} of {of}{end}"


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
