"""The deeper pages of Source: signs to tick, questions that tell hurdles apart, their account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle.source import CANNOT_SAY, I_CANNOT_SAY
from tui.hurdle.pages.base import Page, accounts
from tui.hurdle.pages.choices import ChoicePage, Option
from tui.hurdle.pages.texts import TextPage
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

SEEN, NOT_SEEN = "[x]", "[ ]"


class SignsPage(Page):
    """Signs for the user's own view; each tick is kept at once."""

    COLUMNS: ClassVar[Sequence[Column]] = (Column("", 3), Column("", 30, grow=1))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "tick", "tick", show=False, id="hurdle.tick", tooltip="Tick a sign, or untick"
        ),
    ]

    def widgets(self) -> Iterable[Widget]:
        """The list."""
        yield Rows(self.COLUMNS, id="signs")

    def on_mount(self) -> None:
        """Fill the list; what was ticked before is ticked."""
        self._signs = self.session.source.signs()
        self._ticked = frozenset(self.session.answers.signs)
        self._show()

    def answer(self) -> Mapping[str, Any] | None:
        """The signs that are ticked, in the order of the list; None where none is."""
        return {"signs": self._in_order()} if self._ticked else None

    def action_tick(self) -> None:
        """Tick the sign under the cursor, or untick it."""
        key = self.query_one(Rows).key
        if key is not None:
            self._ticked = self._ticked ^ {key}
            self._show()
            self.post_message(self.Marked({"signs": self._in_order()}))

    @on(Rows.Chosen, "#signs")
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.action_tick()

    @on(Rows.Moved, "#signs")
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.show_line(event.rows)

    def _in_order(self) -> tuple[str, ...]:
        shown = tuple(key for key, _ in self._signs)
        unknown = sorted(self._ticked.difference(shown))
        return (*(key for key in shown if key in self._ticked), *unknown)

    def _show(self) -> None:
        self.query_one(Rows).show(
            [
                Row(key, (SEEN if key in self._ticked else NOT_SEEN, text))
                for key, text in self._signs
            ]
        )


class ToldApartPage(ChoicePage):
    """One question that splits the hurdles still close; three to five come, one by one."""

    def question_lines(self) -> Iterable[Widget]:
        """The question as the hurdles still close ask it."""
        asked = self.session.source.question()
        worded = self.session.worded()
        title = asked.text if asked else worded.title
        yield Static(Content(self.session.say(title)), classes="question")
        yield Static(Content("\n".join(worded.help)), classes="help")

    def foot(self) -> str:
        """The place, and which of these it is; how many come depends on the answers."""
        return f"{super().foot()}: part {self.session.source.turn + 1}"

    def options(self) -> Sequence[Option]:
        """The answers of this question; not being able to say is one."""
        asked = self.session.source.question()
        answers = asked.answers if asked else ()
        return [
            *(Option(answer.id, self.session.say(answer.label)) for answer in answers),
            Option(CANNOT_SAY, I_CANNOT_SAY),
        ]

    def fields_for(self, value: str) -> Mapping[str, Any]:
        """All answers so far, with this one."""
        return {"told_apart": self.session.source.with_answer(value)}

    def given(self) -> str:
        """The answer of this turn, where one was given before."""
        return self.session.source.answer_before()


class AccountPage(TextPage):
    """The other side's account beside the user's own; the two are never mixed."""

    def compose(self) -> ComposeResult:
        """The question, then two columns."""
        yield from self.head(Content(""))
        own, _ = accounts(self.session)
        with Horizontal(classes="accounts"):
            yield own
            with Vertical():
                title = self.session.say("As {name} might tell it")
                yield Static(Content.styled(title, "bold"))
                yield from self.widgets()

    def before(self) -> Iterable[Widget]:
        """Nothing: the field has its own column."""
        return ()
