"""The agreement as a page for both to sign: exactly what leaves, to read, copy or write."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from coaching.agreement_page import agreement_markdown
from coaching.errors import TrothError
from coaching.exchange import Page, Parcel
from coaching.record.agreement import Agreement
from coaching.record.goal import Goal
from coaching.text import clean_short
from tui.setup.write_out import WriteOut
from tui.widgets.fields import Field
from tui.widgets.keyline import KeyLine
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from coaching.guide.agreement import AgreementWords
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

LEAVES = "Only lines that are for the two of you stand on it. Nothing else about {name} leaves."
SHEET_TITLE = "Exactly this leaves, when you copy or write it"


class AgreementPage(Screen[None]):
    """Shows the page as it would leave; nothing leaves by looking."""

    app: TrothApp
    DEFAULT_CSS = """
    AgreementPage .head { height: auto; padding: 0 1; }
    AgreementPage Field { padding: 0 1; margin: 0; }
    AgreementPage Sheet { min-height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c", "copy", "copy the page", id="agreement.copy", tooltip="Copy exactly this page"
        ),
        Binding(
            "w",
            "write",
            "write to a file",
            id="agreement.write",
            tooltip="Write exactly this page to a new file",
        ),
        Binding("enter", "to_page", "to the page", show=False, id="agreement.page", tooltip="Read"),
        Binding(
            "escape",
            "back",
            "back",
            key_display="esc",
            id="agreement.back",
            tooltip="Back; nothing has left",
        ),
    ]

    def __init__(self, workbook: Workbook, agreement: Agreement, words: AgreementWords) -> None:
        """The page of this version."""
        super().__init__()
        self.workbook = workbook
        self.agreement = agreement
        self.words = words

    def compose(self) -> ComposeResult:
        """What leaves, the user's name for the page, the page."""
        name = self.workbook.relationship.name
        title = f"The agreement with {name}, version {self.agreement.version}"
        yield Static(Content(title), classes="head title")
        yield Static(Content(LEAVES.replace("{name}", name)), classes="head hint")
        yield Field("mine", "Your name on the page; it is not kept", example="may stay empty")
        sheet = Sheet(id="sheet")
        sheet.border_title = Content(SHEET_TITLE)
        yield sheet
        yield KeyLine()

    def on_mount(self) -> None:
        """The page first; tab goes to the name."""
        self.query_one(Sheet).focus()
        self._show()

    @property
    def page(self) -> str:
        """The whole text."""
        typed = self.query_one("#field-mine", Field).text
        try:
            mine = clean_short(typed)
        except TrothError:
            mine = ""
        return agreement_markdown(self.workbook, self.agreement, self.words, mine)

    @on(Input.Changed)
    def _show(self) -> None:
        self.query_one(Sheet).show(self.page)

    def action_to_page(self) -> None:
        """From the name to the page."""
        self.query_one(Sheet).focus()

    def action_back(self) -> None:
        """Out of the field first, then back."""
        if isinstance(self.focused, Input):
            self.action_to_page()
        else:
            self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the page."""
        self.app.copy_to_clipboard(self.page)
        self.app.say("The page is copied. Where you paste it, it can be read.")

    def action_write(self) -> None:
        """Ask where the page shall go."""
        goals = [one for one in self.workbook.all(Goal) if one.ended is None]
        said = f"The agreement{' and its goals' if goals else ''}, for the two of you."
        page = Page("agreement.md", self.page.encode())
        parcel = Parcel((page,), said, "Everything else stays here.")
        self.app.push_screen(WriteOut(parcel, several=False))
