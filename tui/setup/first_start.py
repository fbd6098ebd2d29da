"""The first start: what brings you here, in four answers, while there is no relationship yet."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import TrothError
from tui.still_open import still_open
from tui.widgets.head import Head
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from coaching.greeting import Greeting, Way
    from coaching.overview import Overview
    from tui.app import TrothApp


class Answer(Horizontal, can_focus=True):
    """One of the answers: its number, its words, and what follows from it."""

    DEFAULT_CSS = """
    Answer { height: auto; padding: 0 1; margin-bottom: 1; border-left: blank; }
    Answer:focus { border-left: outer $border; background: $block-cursor-blurred-background; }
    Answer > .number { width: 3; color: $text-accent; text-style: bold; }
    Answer > .words { width: 1fr; height: auto; }
    """

    @dataclass
    class Given(Message):
        """This answer was given."""

        choice: str

    def __init__(self, number: int, way: Way) -> None:
        """The answer with this number on the screen."""
        super().__init__(id=f"answer-{number}")
        self.number = number
        self.way = way

    def compose(self) -> ComposeResult:
        """Number and words."""
        yield Static(str(self.number), classes="number", markup=False)
        label = Content.styled(self.way.label, "bold")
        more = Content.styled(f"\n{self.way.help}", "$text-muted")
        yield Static(label + more, classes="words")

    def give(self) -> None:
        """Take this answer."""
        self.post_message(self.Given(self.way.id))

    def on_click(self) -> None:
        """A click takes it."""
        self.focus()
        self.give()


class Page(VerticalScroll, inherit_bindings=False):
    """Scrolls, and leaves the arrows to the answers."""


class FirstStart(Screen[None]):
    """Asks what brings the user here. It asks for no name and makes nothing on disk."""

    CSS_PATH = "first_start.tcss"
    AUTO_FOCUS = "#answer-1"
    app: TrothApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "give(1)", "choose", key_display="1-4", id="first.one", tooltip="I mentor people"
        ),
        Binding("2", "give(2)", "choose", show=False, id="first.two", tooltip="I have a mentor"),
        Binding(
            "3",
            "give(3)",
            "choose",
            show=False,
            id="first.three",
            tooltip="Something is wrong: think it through, nothing is kept",
        ),
        Binding("4", "give(4)", "choose", show=False, id="first.four", tooltip="I run workshops"),
        Binding(
            "up,k",
            "app.focus_previous",
            "up",
            show=False,
            id="first.up",
            tooltip="The answer above",
        ),
        Binding(
            "down,j",
            "app.focus_next",
            "down",
            show=False,
            id="first.down",
            tooltip="The answer below",
        ),
        Binding("enter", "take", "this one", id="first.take", tooltip="Take the answer marked"),
        Binding(
            "pagedown", "page(1)", "page down", show=False, id="first.page-down", tooltip="Read on"
        ),
        Binding(
            "pageup", "page(-1)", "page up", show=False, id="first.page-up", tooltip="Read back"
        ),
        Binding(
            "escape",
            "leave",
            "look around first",
            id="first.home",
            tooltip="To home, which is still empty",
        ),
        Binding(
            "u",
            "app.undo",
            "undo",
            show=False,
            id="first.undo",
            tooltip="Take the last change back",
        ),
    ]

    def compose(self) -> ComposeResult:
        """The head, room for the question, and the keys."""
        yield Head("Troth", "ctrl+q leaves at once")
        with Page(id="first", can_focus=False):
            yield Vertical(id="page")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Read the words, which are content, and ask."""
        try:
            greeting = await asyncio.to_thread(self.app.world.load_greeting)
        except TrothError as error:
            self.app.show_error(error)
            self.dismiss(None)
            return
        if not still_open(self):
            return
        self.app.facts_changed.subscribe(self, self._facts_changed)
        await self.query_one("#page").mount_all(self._page(greeting))
        self.query_one("#answer-1").focus()

    def _page(self, greeting: Greeting) -> list[Static | Answer]:
        yours = f"{greeting.yours}{_where(self.app.world.place)}"
        return [
            Static(Content(greeting.opening), id="opening"),
            Static(Content(greeting.question), classes="title", id="question"),
            *(Answer(number, way) for number, way in enumerate(greeting.ways, start=1)),
            Static(Content(yours), classes="hint"),
            Static(Content(greeting.not_a_substitute), classes="hint"),
        ]

    def action_give(self, number: int) -> None:
        """Take the answer with this number."""
        for answer in self.query(f"#answer-{number}").results(Answer):
            answer.focus()
            answer.give()

    def action_take(self) -> None:
        """Take the answer that has the focus."""
        if isinstance(self.focused, Answer):
            self.focused.give()

    def action_page(self, direction: int) -> None:
        """Scroll where the screen is too low for everything."""
        first = self.query_one("#first")
        first.scroll_relative(y=direction * max(1, first.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """To home."""
        self.dismiss(None)

    @on(Answer.Given)
    def _begin(self, event: Answer.Given) -> None:
        match event.choice:
            case "mentor" | "mentee":
                from tui.relationship.new import NewRelationships

                self.app.push_screen(NewRelationships(i_am=event.choice))
            case "hurdle_alone":
                from tui.hurdle.alone import begin_alone

                begin_alone(self.app, i_am=None, keep=False)
            case _:
                from tui.guide.show_workshop import show_workshop

                show_workshop(self.app)

    def on_screen_resume(self) -> None:
        """Home again as soon as there is someone in it."""
        self._facts_changed(self.app.facts)

    def _facts_changed(self, facts: Overview) -> None:
        if facts.people and self.is_current:
            self.dismiss(None)


def _where(place: str) -> str:
    """The place in a sentence, the home folder written short."""
    if not place:
        return ""
    folder, home = Path(place), Path.home()
    short = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else place
    return f" They would be kept in {short}."
