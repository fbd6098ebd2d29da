"""The last page: the whole plan to read, and what can be done with it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.hurdle import deeper
from coaching.hurdle.own import asks_about
from coaching.hurdle.plan import plan_page
from coaching.hurdle.steps import PLAN
from coaching.record.base import Audience
from coaching.verbs import hurdles
from tui.hurdle.pages.base import Page, deeper_line
from tui.widgets.ask import Ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.app import TrothApp
    from tui.hurdle.look_again import Came, LookAgain

ASKED = "One question about your words: d"
DELETING = "Its promise and its check-in stay. While this window is open, u brings it back."


class PlanPage(Page, can_focus=True):
    """The answers as a page to read."""

    @dataclass
    class Looked(Message):
        """The user looked again: what came of it."""

        came: Came

    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "home", "home", id="hurdle.home", tooltip="The plan is whole: go home"),
        Binding(
            "enter",
            "leave",
            "leave",
            id="hurdle.leave",
            tooltip="Leave; nothing is kept, so it asks once",
        ),
        Binding("enter", "go_on", "go on", id="hurdle.go-on", tooltip="Go on where you were"),
        Binding(
            "D",
            "delete",
            "delete",
            show=False,
            id="hurdle.delete",
            tooltip="Delete this hurdle; what came of it stays",
        ),
        Binding(
            "k",
            "keep",
            "keep this",
            id="hurdle.keep",
            tooltip="Keep this hurdle in your records",
        ),
        Binding(
            "v",
            "take_along",
            "take it along",
            id="hurdle.take",
            tooltip="See the plan as a page, copy it or write it to a file",
        ),
        Binding(
            "f",
            "finish",
            "close",
            id="hurdle.finish",
            tooltip="Say how it ended, or open it again",
        ),
        Binding(
            "l",
            "look_again",
            "look again",
            id="hurdle.look",
            tooltip="Is it better? Your answers, and apart from them what the other says",
        ),
        Binding(
            "x",
            "other_ways",
            "not going on as before",
            id="hurdle.ways",
            tooltip="Pause, meet less, agree anew, another match or an end, without fault",
        ),
    ]

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
        yield Vertical(Static(Content(page.title), classes="question"), classes="top")
        for section in page.sections:
            text = "\n".join(section.lines)
            shown = f"“{text}” {section.aside}".rstrip() if section.own_words else text
            yield Static(
                Content.assemble((section.heading, "bold $text-accent"), f"\n{shown}"),
                classes="note",
            )
            if section.field == "words":
                yield Static(id="asked", classes="note")
        yield Static(Content(page.closing), classes="help")

    def on_mount(self) -> None:
        """Say whether there is a question about the words; d leads to it."""
        self.session.asks_words = False
        for line in self.query("#asked"):
            line.display = False
            self._look_at_words()

    @work(group="reading", exclusive=True)
    async def _look_at_words(self) -> None:
        session, answers = self.session, self.session.answers
        open_ones = deeper.open_ones(answers, "repair", care=session.care)
        if "own_parts" not in open_ones:
            return
        try:
            words = await asyncio.to_thread(lambda: self.app.world.wording)
        except TrothError as error:
            self.app.show_error(error)
            return
        if self.is_attached and asks_about(answers.words, words):
            session.asks_words = True
            line = self.query_one("#asked", Static)
            line.update(Content(ASKED))
            line.display = True

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
        if self.session.look_is_due:
            return "The day to look at this again has come: l asks how it is now."
        more = deeper_line(self.session)
        return "Your plan. Nothing leaves by itself." + (f"    {more}" if more else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A hurdle of which nothing is kept can be kept; a kept one can be closed."""
        whole = self.session.first_open() == PLAN
        if action == "go_on":
            return not whole
        if action in ("home", "leave"):
            return whole and (action == "home") == self.session.kept
        if action in ("finish", "delete"):
            return self.session.kept
        if action == "look_again":
            return self.session.may_look_again
        if action == "keep":
            return not self.session.kept
        return True

    async def action_home(self) -> None:
        """Leave the finished plan."""
        await self.screen.run_action("go")

    async def action_leave(self) -> None:
        """Leave the finished plan of which nothing is kept."""
        await self.screen.run_action("go")

    async def action_go_on(self) -> None:
        """Go on at the first open question."""
        await self.screen.run_action("go")

    def action_delete(self) -> None:
        """Ask, then take the hurdle out of the record."""
        verb = partial(hurdles.forget, hurdle_id=self.session.hurdle_id)
        title = f"Delete {self.session.title.lower()}?"
        self.app.push_screen(Ask(title, DELETING, self.session.workbook.id, verb), self._leave_if)

    def action_take_along(self) -> None:
        """Show the plan as a page for one reader."""
        from tui.hurdle.preview import PlanPreview

        self.app.push_screen(PlanPreview(self.session))

    def action_finish(self) -> None:
        """Close the hurdle, or open a closed one again."""
        from tui.hurdle.finish import FinishHurdle

        self.app.push_screen(FinishHurdle(self.session), self._leave_if)

    def action_look_again(self) -> None:
        """Ask how it is now: the user first, then what the other said, apart."""
        from tui.hurdle.look_again import LookAgain

        look = LookAgain(self.session)
        self.app.push_screen(look, partial(self._looked, look))

    def _looked(self, look: LookAgain, came: Came | None) -> None:
        from tui.hurdle.look_again import TheirLook

        if came == "kept" and self.session.workbook.about_someone:
            self.app.push_screen(TheirLook(self.session, look.said), self._told)
        elif came is not None:
            self.app.say(look.said)
            self.post_message(self.Looked(came))

    def _told(self, came: Came | None) -> None:
        self.post_message(self.Looked(came or "kept"))

    def action_other_ways(self) -> None:
        """Not going on as before; after a yes at the door an office carries it."""
        from tui.hurdle.finish import open_other_ways

        open_other_ways(self.app, self.session)

    def action_keep(self) -> None:
        """Keep a hurdle alone in the user's own records, after a yes."""
        from tui.hurdle.alone import ask_to_keep

        ask_to_keep(self.app, self.session, self._leave_if)

    def _leave_if(self, done: bool | None) -> None:
        if done:
            self.screen.dismiss(None)
