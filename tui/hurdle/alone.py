"""A hurdle worked through alone: nothing is kept unless the user asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coaching.record.workbook import MINE
from coaching.verbs import hurdles
from tui.hurdle.screen import HurdleScreen
from tui.widgets.ask import Ask
from tui.widgets.list_dialog import ListDialog
from tui.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from coaching.record.relationship import Role
    from tui.app import TrothApp
    from tui.hurdle.session import HurdleSession

SIDES = (("mentee", "I am the mentee in this"), ("mentor", "I am the mentor in this"))


def begin_alone(
    app: TrothApp, *, i_am: Role | None, keep: bool, then: Callable[[], object] | None = None
) -> None:
    """Say what is kept and what cannot be hidden, ask the side where it was not said, begin.

    `then` is done when the user leaves it.
    """
    asked_first = False

    def end(_: None = None) -> None:
        if then is not None:
            then()

    def begin(side: Role | None) -> None:
        if side is None:
            end()
            return
        coach = app.world.coach if keep else app.world.make_alone()
        wizard = HurdleScreen(coach, MINE, i_am=side, kept=keep)

        def left(_: None) -> None:
            if wizard.stepped_back and asked_first:
                app.push_screen(BeforeAlone(side, keep=keep), begin)
            else:
                end()

        app.push_screen(wizard, left)

    if keep and i_am is not None:
        begin(i_am)
    else:
        asked_first = True
        app.push_screen(BeforeAlone(i_am, keep=keep), begin)


def ask_to_keep(app: TrothApp, session: HurdleSession, then: Callable[[bool | None], None]) -> None:
    """Ask once, then put a hurdle of which nothing was kept into the user's own records.

    `then` is told whether it is there.
    """
    if session.hurdle is not None:
        verb = partial(hurdles.take_in, hurdle=session.hurdle, contacts=session.contacts)
        text = (
            f"It goes into your records on this computer, in {app.world.place}. This page closes."
        )
        app.push_screen(Ask("Keep this hurdle?", text, MINE, verb), then)


class BeforeAlone(ListDialog["Role | None"]):
    """What is kept, what is not hidden, and on which side the user stands."""

    DEFAULT_CSS = "BeforeAlone { background: $background; }"
    COLUMNS = (Column("", 2), Column("", 30, grow=1))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "side('mentee')",
            "mentee",
            show=False,
            id="alone.mentee",
            tooltip="I am the mentee in this",
        ),
        Binding(
            "2",
            "side('mentor')",
            "mentor",
            show=False,
            id="alone.mentor",
            tooltip="I am the mentor in this",
        ),
    ]

    def __init__(self, i_am: Role | None, *, keep: bool) -> None:
        """`i_am` puts the cursor on a side."""
        super().__init__()
        self._i_am, self._keep = i_am, keep

    def heading(self) -> str:
        """What brings the user here."""
        return "Something is wrong"

    def above(self) -> Iterable[Widget]:
        """What is kept, and what cannot be hidden."""
        if not self._keep:
            notice = self.app.world.content.wizard.nothing_kept
            yield Static(Content(notice.title), classes="above title")
            yield Static(Content("\n".join(notice.lines)), classes="above")

    def entries(self) -> list[Row]:
        """The two sides."""
        return [Row(side, (str(n), label)) for n, (side, label) in enumerate(SIDES, 1)]

    def on_mount(self) -> None:
        """Begin at the side that was said."""
        super().on_mount()
        self.query_one(Rows).go_to(self._i_am or "")

    async def chosen(self, key: str) -> None:
        """Begin on this side."""
        self.action_side(key)

    def action_side(self, side: str) -> None:
        """Begin on this side."""
        self.dismiss("mentor" if side == "mentor" else "mentee")
