"""The plan as a page for one reader: exactly what leaves, what is left out, copy or file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.hurdle.plan import PlanSheet, plan_page
from coaching.record.base import Audience
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession


class PlanPreview(Screen[None]):
    """Shows the page as it would leave; nothing leaves by looking."""

    app: TrothApp
    DEFAULT_CSS = """
    PlanPreview .head { height: auto; padding: 0 1; }
    PlanPreview VerticalScroll { height: 1fr; border: round $border-blurred; padding: 0 1; }
    PlanPreview VerticalScroll:focus { border: round $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "dismiss",
            "back",
            key_display="esc",
            id="preview.back",
            tooltip="Back; nothing has left",
        ),
        Binding("c", "copy", "copy the page", id="preview.copy", tooltip="Copy exactly this page"),
        Binding(
            "y",
            "copy_words",
            "copy my words",
            id="preview.words",
            tooltip="Copy only the words you wrote for them",
        ),
        Binding(
            "w",
            "write",
            "write to a file",
            id="preview.write",
            tooltip="Write exactly this page to a new file",
        ),
    ]

    def __init__(self, session: HurdleSession) -> None:
        """The plan of this session."""
        super().__init__()
        self.session = session
        self.audience = Audience.ONLY_ME

    def compose(self) -> ComposeResult:
        """For whom, the page, what is left out."""
        yield Static(Content("Who is this page for?"), classes="head title")
        readers = [(Audience.ONLY_ME.value, "me, everything")]
        if not self.session.care:
            readers.append((Audience.US_TWO.value, f"{self.session.name}, us two only"))
        yield Choice(readers, id="reader")
        yield Static(id="left-out", classes="head hint")
        box = VerticalScroll(Static(id="text"), id="sheet", can_focus=True)
        box.border_title = Content("Exactly this leaves, when you copy or write it")
        yield box
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the page for the user alone."""
        self._show()
        self.query_one(Choice).focus()

    @property
    def page(self) -> PlanSheet:
        """The page for the chosen reader."""
        session = self.session
        return plan_page(
            session.answers,
            session.content,
            name=session.name,
            audience=self.audience,
            contacts=session.contacts,
            care=session.care,
        )

    @on(Choice.Changed)
    def _reader(self, event: Choice.Changed) -> None:
        self.audience = Audience(event.value)
        self._show()

    def _show(self) -> None:
        page = self.page
        self.query_one("#text", Static).update(Content(page.as_markdown()))
        left_out = ", ".join(dict.fromkeys(page.left_out)) or "nothing"
        self.query_one("#left-out", Static).update(Content(f"{page.left_out_heading}: {left_out}"))

    def action_copy(self) -> None:
        """Copy the page."""
        self.app.copy_to_clipboard(self.page.as_markdown())
        self.app.say("The page is copied. Where you paste it, it can be read.")

    def action_copy_words(self) -> None:
        """Copy only the words written for the other person."""
        words = self.session.answers.words
        if words and not self.session.care:
            self.app.copy_to_clipboard(words)
            self.app.say("Your words are copied, nothing else.")
        else:
            self.app.say("There are no words to copy yet.")

    def action_write(self) -> None:
        """Ask where the page shall go."""
        self.app.push_screen(WritePage(self.page, f"{self.session.today:%Y-%m-%d}"))


class WritePage(Form[str]):
    """Where the page shall go."""

    def __init__(self, page: PlanSheet, day: str) -> None:
        """For this page."""
        super().__init__()
        self.page, self._day = page, day

    def title_text(self) -> str:
        """What is written."""
        return "Write this page to a file"

    def fields(self) -> Iterator[Widget]:
        """The path."""
        under = "a new file, readable only by your account; never over another"
        yield Field("path", "Where", value=f"~/plan-{self._day}.md", under=under)

    async def save(self) -> str:
        """Write it."""
        text = self.page.as_markdown()
        path = await asyncio.to_thread(self.app.world.write_page, self.field("path").text, text)
        self.app.say(f"Written to {path}")
        return str(path)
