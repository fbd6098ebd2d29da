"""A dialog with fields: errors stand beside the field, what is typed is kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from coaching.errors import Refused, TrothError
from tui.still_open import HearsWhileOpen
from tui.widgets.fields import Field
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from tui.app import TrothApp

T = TypeVar("T")
HEIGHTS = [(0, "-short"), (16, "-tall")]


class Form(HearsWhileOpen, ModalScreen[T]):
    """Fields one under the other; enter goes on, the last one saves, escape leaves.

    A subclass gives `title`, `fields` and `save`, and may give `draft_key`.
    """

    app: TrothApp
    DEFAULT_CSS = """
    Form { align: center middle; }
    Form > #form {
        width: 78; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 0 1; background: $surface;
    }
    Form KeyLine { dock: none; margin-top: 0; padding: 0; }
    Form.-short TextArea { height: 3; }
    Form .field-label { color: $text-muted; }
    Form Choice { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "next", "next, then save", id="form.next", tooltip="Go on; at the end, save"
        ),
        Binding("ctrl+s", "save", "save", id="form.save", tooltip="Save now"),
        Binding("escape", "leave", "back", id="form.back", tooltip="Back; what you typed is kept"),
    ]
    VERTICAL_BREAKPOINTS = HEIGHTS
    draft_key: str = ""

    def title_text(self) -> str:
        """The form's heading."""
        raise NotImplementedError

    def fields(self) -> Iterator[Widget]:
        """The fields, in order."""
        raise NotImplementedError

    async def save(self) -> T | None:
        """Do the deed; raise `TrothError` to stay, with `field` set where one field is wrong."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Heading in the border, fields, keys."""
        box = VerticalScroll(id="form", can_focus=False)
        box.border_title = Content(self.title_text())
        with box:
            yield from self.fields()
            yield KeyLine()

    def on_mount(self) -> None:
        """Put back what was typed before, and begin at the first field."""
        self._saving = False
        self._last_typed: dict[str, str] = {}
        if self.draft_key:
            self._restore()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show a field whole, with its label and what stands under it."""
        self.call_after_refresh(self._reveal, event.widget)

    def _reveal(self, widget: Widget) -> None:
        if widget is not self.focused:
            return
        if widget is self.focus_chain[0]:
            self.query_one("#form", VerticalScroll).scroll_home(animate=False)
        whole = next((one for one in widget.ancestors if isinstance(one, Field)), widget)
        whole.scroll_visible(animate=False)

    def field(self, name: str) -> Field:
        """A field by its name."""
        return self.query_one(f"#field-{name}", Field)

    async def action_next(self) -> None:
        """Go to the next field, or save after the last one."""
        order = self.focus_chain
        place = order.index(self.focused) if self.focused in order else 0
        if place + 1 < len(order):
            self.set_focus(order[place + 1])
        else:
            await self.action_save()

    async def action_save(self) -> None:
        """Save once; where something is wrong, say it at its field and keep every text."""
        if self._saving:
            return
        self._saving = True
        try:
            result = await self.save()
        except TrothError as error:
            self._saving = False
            self.complain(error)
            return
        if self.draft_key:
            self.app.drafts.drop(self.draft_key)
        self.dismiss(result)

    def complain(self, error: TrothError) -> None:
        """Show an error at its field, or in the one place for all others."""
        name = error.field if isinstance(error, Refused) else None
        found = self.query(f"#field-{name}") if name else None
        if found:
            found.first(Field).complain(error.sentence)
        else:
            self.app.show_error(error)

    def action_leave(self) -> None:
        """Back; the draft stays."""
        self.keep_draft()
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a text of several lines enter begins a new one, so it is not offered to go on."""
        if action == "next" and isinstance(self.focused, TextArea):
            return False
        return super().check_action(action, parameters)

    def keep_draft(self) -> None:
        """Write what is typed at once."""
        if self.draft_key:
            self.app.drafts.keep_now(self.draft_key)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def note_typed(self) -> None:
        """Keep what is typed as a draft soon."""
        if not self.draft_key or not self.is_current:
            return
        texts = self._typed()
        if texts != self._last_typed:
            self._last_typed = texts
            self.app.drafts.typed(self.draft_key, texts, self._draft_kept)

    @property
    def _has_draft(self) -> bool:
        return bool(self._last_typed)

    def _typed(self) -> dict[str, str]:
        return {one.field: one.text for one in self.query(Field) if one.text != one.start}

    def _draft_kept(self, sentence: str) -> None:
        for box in self.query("#form"):
            box.border_subtitle = Content(sentence)

    def _restore(self) -> None:
        draft = self.app.drafts.read(self.draft_key)
        if draft is None:
            return
        for field in self.query(Field):
            field.text = draft.fields.get(field.field, field.start)
        self._last_typed = self._typed()
        written = (one for one in self.query(Field) if one.field in self._last_typed)
        for editor in [one for field in written for one in field.query("Input, TextArea")][-1:]:
            editor.focus()
        self._draft_kept("What you typed before is back.")
