"""The last page: the whole plan to read, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coaching.hurdle.plan import plan_page
from coaching.record.base import Audience
from tui.hurdle.pages.base import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget


class PlanPage(Page, can_focus=True):
    """The answers as a page to read."""

    def compose(self) -> ComposeResult:
        """Title, sections, closing line."""
        session = self.session
        page = plan_page(
            session.answers,
            session.content,
            name=session.name,
            audience=Audience.ONLY_ME,
            contacts=session.contacts,
            care=session.care,
        )
        yield Static(Content(page.title), classes="question")
        for section in page.sections:
            text = "\n".join(section.lines)
            shown = f"“{text}”" if section.own_words else text
            yield Static(
                Content.assemble((section.heading, "bold $text-accent"), f"\n{shown}"),
                classes="note",
            )
        yield Static(Content(page.closing), classes="help")

    def widgets(self) -> Iterable[Widget]:
        """Nothing to answer."""
        return ()

    def answer(self) -> Mapping[str, Any] | None:
        """Nothing to answer."""
        return None

    def begin(self) -> None:
        """The keys scroll the page."""
        self.focus()

    def foot(self) -> str:
        """What the plan is."""
        if self.session.answers.closed is not None:
            return "Closed. It stays in the record."
        if self.session.first_open() != "plan":
            return "What you have so far. enter goes on where you were."
        return "Your plan. Nothing leaves until you hand it over."
