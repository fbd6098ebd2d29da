"""Asking someone outside: a short message to copy, and later what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle.disclosure import proposed_text
from coaching.hurdle.form_answers import fields_of
from coaching.hurdle.forms import parts_of
from coaching.hurdle.safety import say_contact
from tui.hurdle.pages.base import Page
from tui.hurdle.pages.part_fields import PARTS, answered, part_choice, part_field
from tui.hurdle.pages.texts import TextPage
from tui.hurdle.telling import told_outside
from tui.widgets.choice import Choice
from tui.widgets.fields import LongField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from coaching.record.contact import SupportContact
    from tui.app import TrothApp


class HowToAskPage(TextPage):
    """A message without names; the user changes it, copies it and sends it."""

    app: TrothApp
    DEFAULT_CSS = "HowToAskPage TextArea { height: 12; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "copy", "copy it", id="ask.copy", tooltip="Copy exactly this message"),
    ]

    def before(self) -> Iterable[Widget]:
        """To whom it goes."""
        if contact := self._contact():
            said = say_contact(contact, self.session.today, self.session.limits)
            yield Static(Content(f"For {said}"), classes="note")

    def proposal(self) -> str:
        """A message from the first sentence and a safe way to be reached."""
        return proposed_text(self.session.question, told_outside(self.session))

    def action_copy(self) -> None:
        """Copy the message as it stands."""
        self.app.copy_to_clipboard(self.query_one(LongField).text)
        self.app.say("The message is copied, nothing else. You send it yourself.")

    def _contact(self) -> SupportContact | None:
        who = self.session.answers.who
        return next((one for one in self.session.contacts if who == f"contact:{one.id}"), None)


class CameOfItPage(Page):
    """What came of asking; each answer says what may follow."""

    DEFAULT_CSS = """
    CameOfItPage Choice { margin-bottom: 1; }
    """

    def widgets(self) -> Iterable[Widget]:
        """The answers, what may follow, and a note."""
        came, note = parts_of("came_of_it", self.session.sitting)
        yield part_choice(came, stacked=True)
        yield Static(id="follows", classes="note")
        yield part_field(note)

    def on_mount(self) -> None:
        """Say what may follow the answer shown."""
        self._follow()

    @on(Choice.Changed)
    def _follow(self) -> None:
        came = self.query_one(Choice).value
        found = next(one for one in self.session.content.support.came if one.id == came)
        self.query_one("#follows", Static).update(Content(found.help or ""))

    def begin(self) -> None:
        """Begin at the answers."""
        self.query_one(Choice).focus(scroll_visible=False)

    def answer(self) -> Mapping[str, Any] | None:
        """What came of it, as of today; nothing where nothing was asked yet."""
        return fields_of("came_of_it", answered(self.query(PARTS)), self.session.sitting)
