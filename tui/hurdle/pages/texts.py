"""The pages that take free text: what happened, its effect, the words, the first sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static, TextArea

from coaching.errors import Refused
from coaching.hurdle.deeper import reads_along
from coaching.hurdle.disclosure import proposed_text
from coaching.hurdle.plan import helper_kind
from tui.hurdle.pages.base import Page
from tui.hurdle.reading import ReadAlong
from tui.hurdle.telling import told_outside
from tui.widgets.fields import LongField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from coaching.guide import SupportKind

NEEDED = frozenset({"what_happened"})
ROOM_FOR_ALL = 30
WHILE = {"write": "Write"}


class TextPage(Page):
    """One text, kept as a draft while it is typed."""

    DEFAULT_CSS = "TextPage.tight .recap { display: none; }"

    def on_resize(self) -> None:
        """Where room is short, what was said before gives way to what is asked now."""
        super().on_resize()
        self.set_class(self.virtual_size.height > self.size.height, "tight")

    def widgets(self) -> Iterable[Widget]:
        """Lines before it, the field, and who will read it."""
        question = self.session.worded()
        yield from self.before()
        under = question.read_by or "only me"
        if self.session.question in NEEDED:
            under = f"{under}. {self.session.content.wizard.readers.only_me}"
        value = getattr(self.session.answers, self.session.question) or self.proposal()
        yield LongField(
            self.session.question,
            self._written_already(),
            value=value,
            under=under,
            example="" if self.session.care else question.example or "",
        )

    def before(self) -> Iterable[Widget]:
        """What stands between the question and the field."""
        return ()

    def _written_already(self) -> str:
        """Over a text that is not the user's own yet: that it waits to be read."""
        given = getattr(self.session.answers, self.session.question)
        return "" if given or not self.proposal() else self.session.content.wizard.proposed

    def begin(self) -> None:
        """Go on at the end of what was written; the first key replaces a proposal of one line."""
        area = self.query_one(TextArea)
        self.begin_at(area)
        begun = getattr(self.session.answers, self.session.question)
        if not begun and self.proposal() and area.document.line_count == 1:
            area.select_all()
        else:
            area.move_cursor(area.document.end)

    def proposal(self) -> str:
        """A text to begin from."""
        return ""

    def answer(self) -> Mapping[str, Any] | None:
        """The text; None where it is empty and may be."""
        question = self.session.question
        text = self.query_one(LongField).text.strip()
        if text:
            return {question: text}
        if question in NEEDED:
            raise Refused("One sentence is enough. Who, what, when?", field=question)
        return None


class WordsPage(TextPage):
    """The acknowledgement, with a second reader; or what the harmed side wants to say, without."""

    DEFAULT_CSS = """
    WordsPage LongField { margin-bottom: 0; }
    WordsPage.crowded .recap, WordsPage.crowded .help, WordsPage.crowded .note { display: none; }
    WordsPage.crowded .question, WordsPage.crowded .said { display: none; }
    WordsPage .said {
        layout: grid; grid-size: 2; grid-columns: 14 1fr; grid-rows: auto;
        height: auto; margin-bottom: 1;
    }
    WordsPage .said Static { height: auto; }
    """

    def widgets(self) -> Iterable[Widget]:
        """The field, and below it what the second reader saw."""
        yield from super().widgets()
        if reads_along(self.session.answers, self.session.question):
            yield ReadAlong(self.session.content.repair.own.limits)

    @on(TextArea.Changed)
    def _read(self, event: TextArea.Changed) -> None:
        for reader in self.query(ReadAlong):
            reader.read(event.text_area.text)

    @on(ReadAlong.Shown)
    def _make_room(self, event: ReadAlong.Shown) -> None:
        """Where the window is low, what was read gives way to what is being written."""
        low = self.size.height < ROOM_FOR_ALL
        area = self.query_one(TextArea)
        crowded = event.anything and low and area.has_focus
        area.border_title = Content(self.session.worded().title) if crowded else None
        self.set_class(crowded, "crowded")

    def before(self) -> Iterable[Widget]:
        """How to listen first, and what to keep in mind for this kind of hurdle."""
        session, wizard = self.session, self.session.content.wizard
        side, how = session.answers.side or "both", session.answers.how
        said = [(WHILE.get(how or "", "Listen"), wizard.listen_lines(side, how))]
        if session.known is not None:
            said.append(("Keep in mind", wizard.kind_lines(session.known.kind)))
        cells = (text for label, lines in said for text in (label, "\n".join(lines)))
        yield Container(*(Static(Content(session.say(text))) for text in cells), classes="said")


class FirstSentencePage(TextPage):
    """The first sentence to someone outside, with one to begin from."""

    def before(self) -> Iterable[Widget]:
        """What this kind of person must pass on, and what to bring."""
        kind = self._kind()
        if kind is None:
            return
        text = (
            f"What they may have to pass on: {kind.must_report}\n"
            f"Bring: {kind.bring}\n"
            f"Where: {kind.where}\n"
            f"{self.session.content.support.typical_line}"
        )
        yield Static(Content(text), classes="note")

    def proposal(self) -> str:
        """The sentence that suits this kind of person; the user may change it."""
        return proposed_text(self.session.question, told_outside(self.session))

    def _kind(self) -> SupportKind | None:
        chosen = helper_kind(self.session.answers.who, self.session.contacts)
        return self.session.content.support_kind(chosen) if chosen else None
