"""Why a question is asked, what that rests on, and the keys of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coaching.guide import fill
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is asked, lines under it, and the page of the guide about it."""

    reason: str
    under: tuple[str, ...]
    page: str


class WhyScreen(ModalScreen[None]):
    """One card; escape closes it, ? goes on to the keys."""

    app: TrothApp
    DEFAULT_CSS = """
    WhyScreen { align: center middle; }
    WhyScreen > VerticalScroll {
        width: 74; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 1 2; background: $surface;
    }
    WhyScreen Static { margin-bottom: 1; }
    WhyScreen KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back", id="why.back", tooltip="Back to the question"),
        Binding("g", "guide", "guide", id="why.guide", tooltip="Read about it in the guide"),
        Binding(
            "question_mark",
            "keys",
            "all keys",
            key_display="?",
            id="why.keys",
            tooltip="Every key that works on this page",
        ),
    ]

    def __init__(self, why: Why, behind: Screen[Any]) -> None:
        """For these reasons; `behind` is the screen whose keys `?` shows."""
        super().__init__()
        self._why, self._behind = why, behind

    def compose(self) -> ComposeResult:
        """Reason and sources."""
        box = VerticalScroll()
        box.border_title = Content("Why this is asked")
        with box:
            yield Static(Content(self._why.reason))
            if self._why.under:
                yield Static(Content("\n".join(self._why.under)), classes="hint")
            yield KeyLine()

    def action_guide(self) -> None:
        """Open the guide at the hurdle that comes closest, or at what the step is about."""
        from tui.guide.opening import open_guide

        open_guide(self.app, self._why.page)

    def action_keys(self) -> None:
        """Show every key of the page behind."""
        from tui.setup.keys import KeysScreen

        self.dismiss(None)
        self.app.push_screen(KeysScreen(self._behind))


def why_of(session: HurdleSession) -> Why:
    """Why the question at which the wizard stands is asked, and what that rests on."""
    question = session.worded()
    sources = tuple(question.sources) if question.printable else ()
    return Why(fill(question.why, name=session.name), sources, page_of(session))


def why_safety(session: HurdleSession, letters: str) -> Why:
    """Why the safety question is asked, and which keys answer it."""
    keys = f"{letters} answer; arrows and enter do too. esc goes back."
    return Why(session.content.safety.door.why, (keys,), "hurdles outside")


def why_look(session: HurdleSession) -> Why:
    """Why a hurdle is looked at again, and how its dialog is answered."""
    keys = "In each line, a number or the arrows answer; tab goes on. ctrl+s saves, esc goes back."
    return Why(session.content.repair.look.why, (keys,), page_of(session))


def page_of(session: HurdleSession) -> str:
    """The page of the guide: help from outside, the hurdle that comes closest, or all of them."""
    if session.care or session.worded().step == "support":
        return "hurdles outside"
    return f"hurdles {session.known.id}" if session.known else "hurdles"
