"""Form fields: a label, what is typed, and the line under it that explains or complains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from coaching.errors import Refused, TrothError
from coaching.say import say_here
from coaching.text import tame
from tui.widgets.editors import LongText, ShortText, TooLong

if TYPE_CHECKING:
    from collections.abc import Callable

    from coaching.moments import Wall
    from tui.app import TrothApp


class Field(Vertical):
    """A labelled one-line text. `under` stands below it until there is an error to say."""

    overtype = False

    DEFAULT_CSS = """
    Field { height: auto; margin-bottom: 1; }
    Field Input { border: none; border-left: outer $border-blurred; padding: 0 1; height: 1; }
    Field Input:focus { border: none; border-left: outer $border; }
    Field TextArea { border: round $border-blurred; height: 5; padding: 0; }
    Field TextArea:focus { border: round $border; }
    """

    def __init__(
        self, name: str, label: str, *, value: str = "", under: str = "", example: str = ""
    ) -> None:
        """A field with this name in its form; `example` is shown while it is empty."""
        super().__init__(id=f"field-{name}")
        self.field = name
        self.label = label
        self.under = under
        self.start = tame(value)
        self._example = example

    def compose(self) -> ComposeResult:
        """Label, text, line under it."""
        if self.label:
            yield Static(Content(self.label), classes="field-label")
        yield self.editor()
        hint = Static(Content(self.under), classes="hint")
        hint.display = bool(self.under)
        yield hint

    def editor(self) -> Input | TextArea:
        """The widget that is typed in."""
        return ShortText(value=self.start, placeholder=self._example, overtype=self.overtype)

    @property
    def text(self) -> str:
        """What is typed."""
        editor = self.query_one("Input, TextArea")
        return editor.text if isinstance(editor, TextArea) else getattr(editor, "value", "")

    @text.setter
    def text(self, text: str) -> None:
        editor = self.query_one("Input, TextArea")
        if isinstance(editor, TextArea):
            editor.load_text(tame(text))
            editor.move_cursor(editor.document.end)
        elif isinstance(editor, Input):
            editor.value = tame(text)

    def explain(self, text: str | None = None) -> None:
        """Show what the field is for, or what was understood."""
        self._say(self.under if text is None else text, "hint")

    def complain(self, sentence: str) -> None:
        """Say what is wrong, under the text that stays."""
        self._say(f"! {sentence}", "error")
        self.query_one("Input, TextArea").focus()

    def _say(self, text: str, style: str) -> None:
        line = self.query_one(".hint, .error", Static)
        line.set_classes(style)
        line.update(Content(text))
        line.display = bool(text)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed_again(self) -> None:
        if self.query_one(".hint, .error", Static).has_class("error"):
            self.explain()

    @on(TooLong)
    def _refuse_paste(self, event: TooLong) -> None:
        event.stop()
        self.complain(event.sentence)


class LongField(Field):
    """A labelled text of several lines."""

    def editor(self) -> TextArea:
        """A text area in which tab goes on to the next field."""
        return LongText(self.start, placeholder=self._example)


class DateField(Field):
    """A date typed freely; what was understood is shown back in full while typing."""

    app: TrothApp
    overtype = True

    def __init__(
        self,
        name: str,
        label: str,
        read: Callable[[str], Wall],
        *,
        value: str = "",
        under: str = "",
        example: str = "tue 3pm, +2w, 24 nov",
    ) -> None:
        """`read` turns the text into a moment or raises `Refused`."""
        super().__init__(name, label, value=value, under=under, example=example)
        self._read = read

    def on_input_changed(self) -> None:
        """Show the reading back."""
        text = self.text.strip()
        if not text:
            self.explain()
            return
        try:
            said = say_here(self._read(text), self.app.zone)
            self.explain(None if said == text else f"→ {said}")
        except Refused as refusal:
            self.explain(refusal.sentence)

    def on_mount(self) -> None:
        """Show the reading of the proposed date at once."""
        self.on_input_changed()

    def wall(self) -> Wall | None:
        """The moment, or None where nothing is typed; raises `Refused` with this field's name."""
        text = self.text.strip()
        if not text:
            return None
        try:
            return self._read(text)
        except TrothError as error:
            raise Refused(error.sentence, field=self.field) from error
