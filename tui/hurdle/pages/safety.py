"""The safety door before the wizard, and the calm card behind it. Nothing here is ever kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coaching.guide import Content as Guide
    from coaching.guide import SafetyItem
    from coaching.guide.safety import About
    from coaching.hurdle.safety import CardPart

LIST: tuple[Column, ...] = (Column("", 2), Column("", 40, grow=1))
KEPT_IN_VIEW = 8
READ_ON = {"space": 1, "pagedown": 1, "pageup": -1}
ASKS_WHY = "?"
PAUSE = 0.5
"""Seconds without a stray letter after which a letter counts as an answer again."""


class Answers(Rows, inherit_bindings=False):
    """A list in which letters are answers: only arrows and enter move and choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", show=False, id="answers.up", tooltip="One line up"),
        Binding("down", "move(1)", "down", show=False, id="answers.down", tooltip="One line down"),
        Binding(
            "enter", "choose", "this one", show=False, id="answers.choose", tooltip="This answer"
        ),
    ]


class Asked(VerticalScroll, can_focus=False):
    """A question with one answer by a letter or a number, by arrow, or by click."""

    DEFAULT_CSS = """
    Asked { height: 1fr; padding: 0 1; }
    Asked .question { text-style: bold; height: auto; margin-bottom: 1; }
    Asked .help { color: $text-muted; height: auto; margin-top: 1; }
    Asked .note { height: auto; margin-bottom: 1; }
    Asked Rows { border: none; height: auto; background: $background; padding: 0; }
    Asked Rows:focus { border: none; }
    """

    def on_mount(self) -> None:
        """Show the answers."""
        self._keys = {key: value for key, value, _ in self.answers()}
        rows = self.query_one(Rows)
        rows.show([Row(value, (key, text)) for key, value, text in self.answers()])

    how: ClassVar[str] = "Its number answers; arrows and enter too."

    @property
    def letters(self) -> str:
        """The keys that answer: "a b c"."""
        return " ".join(key for key, _, _ in self.answers())

    def answers(self) -> Sequence[tuple[str, str, str]]:
        """Key, value and words of each answer."""
        raise NotImplementedError

    def chosen(self, value: str) -> None:
        """Go on with this answer."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the keys on the answers, and begin to read at the top."""
        self.query_one(Rows).focus(scroll_visible=False)
        self.call_after_refresh(self.scroll_home, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Its key chooses an answer."""
        if event.character in self._keys:
            event.stop()
            self.chosen(self._keys[event.character])

    @on(Rows.Moved)
    def _follow_cursor(self, event: Rows.Moved) -> None:
        self.scroll_to_region(event.rows.cursor_region, animate=False)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.chosen(event.key)


class DoorPage(Asked):
    """Does any of this apply? Asked of everyone, before any diagnosis."""

    how = "Its letter answers; arrows and enter too."

    @dataclass
    class Passed(Message):
        """The answer: an item of the content; "none" leads on."""

        item: SafetyItem

    def __init__(self, guide: Guide) -> None:
        """The door of this content."""
        super().__init__()
        self._guide = guide

    def compose(self) -> ComposeResult:
        """Question, ten lines, help."""
        door = self._guide.safety.door
        yield Static(Content(door.question), classes="question")
        yield Answers(LIST, undecided=True)
        yield Static(Content(door.help), classes="help")

    def answers(self) -> Sequence[tuple[str, str, str]]:
        """The ten items by their letters."""
        return [(item.key, item.id, item.text) for item in self._guide.safety.items]

    def chosen(self, value: str) -> None:
        """Tell which."""
        item = next(item for item in self._guide.safety.items if item.id == value)
        self.post_message(self.Passed(item))


class StillPage(Asked):
    """Later in the same sitting the door is one line; whoever types on does not answer it."""

    how = "y or n answers; arrows and enter too."

    @dataclass
    class Passed(Message):
        """Whether there is still nothing."""

        none: bool

    def __init__(self, guide: Guide) -> None:
        """The door of this content."""
        super().__init__()
        self._guide = guide
        self._free_from = 0.0

    @on(events.Mount)
    def _stands_here(self, event: events.Mount) -> None:
        self._free_from = event.time

    def compose(self) -> ComposeResult:
        """One line and its two answers."""
        door = self._guide.safety.door
        yield Static(Content(door.later), classes="question")
        yield Static(Content(door.later_names), classes="note")
        yield Answers(LIST, undecided=True)
        yield Static(Content(door.later_help), classes="help")

    def answers(self) -> Sequence[tuple[str, str, str]]:
        """Yes, still none; or no."""
        door = self._guide.safety.door
        return [("y", "none", door.still_none), ("n", "list", door.list_again)]

    def chosen(self, value: str) -> None:
        """Tell which."""
        self.post_message(self.Passed(value == "none"))

    def on_key(self, event: events.Key) -> None:
        """Only its letters count; a letter amid typing, or typed before it stood here, does not."""
        if not event.is_printable or event.character == ASKS_WHY:
            return
        event.stop()
        event.prevent_default()
        if event.time < self._free_from:
            self._free_from = max(self._free_from, event.time + PAUSE)
        elif event.character in self._keys:
            self.chosen(self._keys[event.character])
        else:
            self._free_from = event.time + PAUSE


class AboutPage(Asked):
    """Whom the yes is about."""

    @dataclass
    class Told(Message):
        """Whom it is about."""

        about: About

    def __init__(self, guide: Guide) -> None:
        """The question of this content."""
        super().__init__()
        self._guide = guide

    def compose(self) -> ComposeResult:
        """Question and three answers."""
        yield Static(Content(self._guide.safety.about.question), classes="question")
        yield Answers(LIST, undecided=True)

    def answers(self) -> Sequence[tuple[str, str, str]]:
        """Numbered."""
        choices = self._guide.safety.about.choices
        return [(str(place), choice.id, choice.label) for place, choice in enumerate(choices, 1)]

    def chosen(self, value: str) -> None:
        """Tell whom."""
        about: dict[str, About] = {
            "me": "me",
            "something_i_may_have_done": "something_i_may_have_done",
            "someone_else": "someone_else",
        }
        self.post_message(self.Told(about[value]))


class CalmCard(Asked):
    """Thank you for saying so: people whose work it is, and nothing to decide now."""

    how = "Its number answers; arrows and enter too. space reads on."

    @dataclass
    class Chose(Message):
        """What the user wants now: leave, go_on or not_meant."""

        choice: str

    def __init__(self, guide: Guide, parts: Sequence[CardPart]) -> None:
        """The card made of these parts."""
        super().__init__()
        self._guide, self._parts = guide, parts

    def compose(self) -> ComposeResult:
        """The card's words, the people, and the ways on."""
        for part in self._parts:
            yield Static(_shown(part), classes="note")
        yield Answers(LIST, undecided=True)

    def answers(self) -> Sequence[tuple[str, str, str]]:
        """Numbered ways on."""
        choices = self._guide.safety.card.choices
        return [(str(n), choice.id, choice.label) for n, choice in enumerate(choices, 1)]

    def chosen(self, value: str) -> None:
        """Tell what the user wants."""
        self.post_message(self.Chose(value))

    def on_key(self, event: events.Key) -> None:
        """Space and the page keys read on; the answers stay in view."""
        if event.key in READ_ON:
            event.stop()
            self.scroll_relative(
                y=READ_ON[event.key] * (self.size.height - KEPT_IN_VIEW), animate=False
            )


def _shown(part: CardPart) -> Content:
    """Title and lines one under the other; separate things have a dot before each."""
    mark = "· " if part.listed else ""
    text = "\n".join(f"{mark}{line}" for line in part.lines)
    return Content.assemble((f"{part.title}\n", "bold"), text) if part.title else Content(text)
