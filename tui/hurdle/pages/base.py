"""What every page of the wizard shares: what was said so far, the question, its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coaching.hurdle.steps import NUMBER, stage_of
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.hurdle.session import HurdleSession

RECAP_LABEL = 10
LOW = 8
STEP_WORDS = {"source": "step 1", "repair": "step 2", "support": "step 3"}


class Page(VerticalScroll, can_focus=False):
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
    Page.low .recap, Page.low .help { display: none; }
    """

    @dataclass
    class Answered(Message):
        """The user gave an answer: the record's fields."""

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

    def on_resize(self) -> None:
        """A very low window shows the question and its answer; i tells the rest."""
        self.set_class(self.size.height < LOW, "low")

    def foot(self) -> str:
        """The line under the page: where this is in the short way."""
        return short_way(self.session.question)


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
    before_support = stage_of(session.question) != "support"
    if hurdle.what_happened and session.question != "what_happened" and before_support:
        lines.append(_line("You wrote", f"“{hurdle.what_happened}”"))
    if hurdle.effect and stage_of(session.question) == "source" and session.question != "effect":
        lines.append(_line("Effect", f"“{hurdle.effect}”"))
    if session.question in ("area", "closest"):
        hints = ("   -  leave this out", "")
        facts = zip(session.facts(), hints, strict=False)
        lines += [_line("Recorded", fact.words + hint) for fact, hint in facts]
    return Content("\n").join(lines)


def _line(label: str, text: str) -> Content:
    one_line = " ".join(text.split())
    shown = Content(f"{label:<{RECAP_LABEL}}  {one_line}")
    return shown.truncate(200, ellipsis=True)
