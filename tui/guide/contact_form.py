"""The form for one support contact: a person or office outside the pair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from coaching.errors import Refused
from coaching.record.contact import SupportContact
from coaching.record.workbook import MINE
from coaching.text import clean_short, has_visible
from coaching.verbs import contacts
from tui.widgets.fields import Field
from tui.widgets.form import Form
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coaching.coach import Coach
    from coaching.guide import SupportKind

NOT_CHOSEN = "not chosen yet"
UNKNOWN_KIND = "another kind"
SEARCH = "search: "
TEXTS = ("name", "reach", "hours", "must_report")


class KindPicker(ListDialog[str]):
    """The usual kinds of people outside, and whom each acts for; gives the id of the one chosen."""

    COLUMNS = (Column("", 51), Column("", 14, grow=1, drop=1, style="$text-muted"))

    def __init__(self, kinds: Sequence[SupportKind], chosen: str) -> None:
        """The cursor begins at the kind chosen before."""
        super().__init__()
        self._kinds = kinds
        self._chosen = chosen

    def on_mount(self) -> None:
        """Begin at the kind chosen before."""
        super().on_mount()
        self.query_one(Rows).go_to(self._chosen)

    def heading(self) -> str:
        """What is chosen."""
        return "What kind of help"

    def entries(self) -> list[Row]:
        """One line for each kind."""
        return [Row(kind.id, (kind.name, kind.acts_for)) for kind in self._kinds]

    async def chosen(self, key: str) -> None:
        """This one."""
        self.dismiss(key)


class KindLine(Widget, can_focus=True):
    """The chosen kind on one line; enter opens the list."""

    DEFAULT_CSS = """
    KindLine { height: 1; padding: 0 1; border-left: outer $border-blurred; background: $surface; }
    KindLine:focus { border-left: outer $border; background: $block-cursor-blurred-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "choose", id="kind.open", tooltip="Open the list of kinds"),
    ]

    words: reactive[str] = reactive("")

    @dataclass
    class Opened(Message):
        """The user wants the list."""

    def render(self) -> Content:
        """The kind, or that there is none yet."""
        return Content(self.words) if self.words else Content.styled(NOT_CHOSEN, "$text-muted")

    def action_open(self) -> None:
        """Ask for the list."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """A click opens the list."""
        self.focus()
        self.action_open()


class KindField(Field):
    """The kind of help, chosen from a list."""

    def __init__(self, kinds: Sequence[SupportKind], kind: str) -> None:
        """The kinds to choose from, and the id of the one chosen before, or nothing."""
        super().__init__("kind", "What kind of help", value=kind)
        self._kinds = {one.id: one for one in kinds}
        self._kind = kind

    def compose(self) -> ComposeResult:
        """Label, chosen kind, line under it."""
        yield Static(Content(self.label), classes="field-label")
        yield KindLine()
        yield Static(classes="hint")

    def on_mount(self) -> None:
        """Show the kind."""
        self.text = self._kind

    @property
    def text(self) -> str:
        """The id of the chosen kind, or nothing."""
        return self._kind

    @text.setter
    def text(self, kind: str) -> None:
        self._kind = kind
        known = self._kinds.get(kind)
        self.query_one(KindLine).words = known.name if known else UNKNOWN_KIND if kind else ""
        self.under = f"Acts for: {known.acts_for}" if known else ""
        self.explain()

    def complain(self, sentence: str) -> None:
        """Say what is wrong, and stand there."""
        self._say(f"! {sentence}", "error")
        self.query_one(KindLine).focus()


class ContactForm(Form[SupportContact]):
    """Adds a support contact or changes one; gives the contact as it was saved.

    `coach` is another one than the app's where nothing may be kept; then there is no draft either.
    """

    def __init__(
        self,
        kinds: Sequence[SupportKind],
        contact: SupportContact | None = None,
        *,
        kind: str = "",
        coach: Coach | None = None,
    ) -> None:
        """A new contact, of this kind where it is known, or a change to one."""
        super().__init__()
        self._kinds = kinds
        self._contact = contact
        self._kind = contact.kind if contact else kind
        self._coach = coach
        self.draft_key = "" if coach else f"contact-{contact.id if contact else 'new'}"

    def title_text(self) -> str:
        """What is done."""
        return "A support contact" if self._contact else "Someone outside whom you could ask"

    def fields(self) -> Iterator[Widget]:
        """Who, what kind, how, when, and what they must pass on."""
        yield Static("only me: none of this goes on a page for someone else", classes="hint")
        yield Field("name", "Who, or which office", value=self._was("name"))
        yield KindField(self._kinds, self._kind)
        yield Field("reach", "How to reach them", value=self._was("reach"))
        yield Field("hours", "When", value=self._was("hours"), example="weekdays 9 to 12")
        yield Field("must_report", "What they must pass on", value=self._was("must_report"))

    def on_mount(self) -> None:
        """Say what is usual for this kind."""
        super().on_mount()
        self._explain()

    def _was(self, name: str) -> str:
        return getattr(self._contact, name) if self._contact else ""

    @on(KindLine.Opened)
    def _open_kinds(self) -> None:
        chosen = self.field("kind").text
        self.app.push_screen(KindPicker(self._kinds, chosen), self._chosen)

    def _chosen(self, kind: str | None) -> None:
        if kind:
            self.field("kind").text = kind
            self._explain()
            self.note_typed()
            self.field("reach").query_one("Input").focus()

    def _explain(self) -> None:
        kind = next((one for one in self._kinds if one.id == self.field("kind").text), None)
        self.field("reach").under = _where(kind.where) if kind else ""
        self.field("must_report").under = f"Usual; ask them: {kind.must_report}" if kind else ""
        for name in ("reach", "must_report"):
            self.field(name).explain()

    async def save(self) -> SupportContact:
        """Keep the contact; it counts as checked today."""
        texts = {name: self._clean(name) for name in TEXTS}
        kind = self.field("kind").text
        if not has_visible(texts["name"]):
            raise Refused("Write a name, or what the office is called.", field="name")
        if not kind:
            raise Refused("Choose the kind that comes closest: enter opens the list.", field="kind")
        coach = self._coach or self.app.world.coach
        contact_id = self._contact.id if self._contact else coach.new_id()
        contact = SupportContact(id=contact_id, kind=kind, checked=self.app.now.date(), **texts)
        keep = partial(contacts.keep, contact=contact)
        changed = await self.app.carry_out(lambda: coach.do(MINE, keep))
        self.app.say(changed.said)
        return contact

    def _clean(self, name: str) -> str:
        try:
            return clean_short(self.field(name).text)
        except Refused as refused:
            raise Refused(refused.sentence, field=name) from refused


def _where(where: str) -> str:
    wanted = where.removeprefix(SEARCH)
    return f"Where to look: {where}" if wanted == where else f"Where to look: search for “{wanted}”"
