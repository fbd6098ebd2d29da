"""Long work on all records: how far it is, and escape takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from coaching.errors import TrothError
from coaching.say import say_count
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from coaching.ports import Progress
    from tui.app import TrothApp


@dataclass(frozen=True)
class Work:
    """What is done, told of its progress, and the words for it.

    `deed` gives False where it was taken back; then `taken_back` is said, else `done`.
    """

    title: str
    about: str
    deed: Callable[[Progress], bool]
    done: str
    taken_back: str


class Working(ModalScreen[bool]):
    """Does the work in the background; gives True when it is done, False when it is taken back."""

    app: TrothApp
    DEFAULT_CSS = """
    Working { align: center middle; }
    Working > #work {
        width: 66; max-width: 100%; height: auto; max-height: 100%;
        border: round $border; padding: 0 1; background: $surface;
    }
    Working ProgressBar { margin-top: 1; width: 100%; }
    Working #how-far { color: $text-muted; margin-bottom: 1; }
    Working Bar { width: 1fr; }
    Working KeyLine { dock: none; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "take it back", id="work.stop", tooltip="Stop, all as before"),
    ]

    def __init__(self, work: Work) -> None:
        """Do this work."""
        super().__init__()
        self._work = work
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """What goes on, and how far."""
        box = Vertical(id="work")
        box.border_title = Content(self._work.title)
        with box:
            yield Static(Content(self._work.about), id="about")
            yield ProgressBar(show_eta=False, show_percentage=False)
            yield Static("Getting ready…", id="how-far")
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._go(), exit_on_error=False)

    def action_stop(self) -> None:
        """Ask the work to take itself back."""
        self._stop.set()
        self.query_one("#about", Static).update("Taking it back…")

    async def _go(self) -> None:
        app = self.app
        try:
            done = await app.carry_out(partial(self._work.deed, self._progress))
        except TrothError as error:
            app.show_error(error)
            self.dismiss(False)
            return
        app.say(self._work.done if done else self._work.taken_back)
        self.dismiss(done)

    def _progress(self, done: int, total: int) -> bool:
        app = self.app
        if app.leaving.is_set():
            return False
        app.call_from_thread(self._show, done, total)
        return not self._stop.is_set()

    def _show(self, done: int, total: int) -> None:
        for bar in self.query(ProgressBar):
            bar.update(total=total, progress=done)
        for line in self.query("#how-far").results(Static):
            line.update(f"{done} of {say_count(total, 'file')}")
