"""Taking records out: of whom, in which format, for whom; the page shows exactly what leaves."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.exchange import Format, Parcel, Wish
from coaching.record.base import Audience
from tui.setup.write_out import WriteOut
from tui.still_open import still_open
from tui.widgets.choice import Choice
from tui.widgets.keyline import KeyLine
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tui.app import TrothApp

EVERYONE = ""
LONGEST_NAME = 30
FORMATS: tuple[tuple[Format, str], ...] = (
    ("markdown", "pages to read"),
    ("json", "everything"),
    ("ics", "calendar"),
    ("csv", "tables"),
)
TITLES = (("full", "with names"), ("short", "only check-in or promise"))
SHEET_TITLE = "Exactly this leaves, when you write it"


class TakeOut(Screen[None]):
    """Shows what would leave; nothing leaves by looking."""

    app: TrothApp
    DEFAULT_CSS = """
    TakeOut #asked { height: auto; max-height: 60%; padding: 0 1; }
    TakeOut .asked { height: auto; }
    TakeOut .asked Static { width: 10; color: $text-muted; }
    TakeOut .told { height: auto; color: $text-muted; }
    TakeOut #leaves { margin-top: 1; }
    TakeOut Sheet { min-height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "w", "write", "write to a file", id="out.write", tooltip="Write exactly this to a file"
        ),
        Binding(
            "escape",
            "dismiss",
            "back",
            key_display="esc",
            id="out.back",
            tooltip="Back; nothing has left",
        ),
    ]

    def __init__(self, workbook_id: str = EVERYONE) -> None:
        """Begin with this person, or with everyone."""
        super().__init__()
        self._begin = workbook_id
        self._parcel: Parcel | None = None
        self._wish = Wish("markdown", whom=workbook_id)

    def compose(self) -> ComposeResult:
        """What is asked, what leaves and stays in a sentence each, and the whole of it."""
        with VerticalScroll(id="asked", can_focus=False):
            yield Static(Content("Take records out"), classes="title")
            yield from _asked("Of whom", Choice(self._people(), self._begin, id="whom"))
            yield from _asked("As", Choice(FORMATS, "markdown", id="format"))
            yield from _asked("Titles", Choice(TITLES, self._first_titles(), id="titles"))
            yield from _asked("For", Choice(self._readers(), id="reader"))
            yield Static(id="leaves", classes="told")
            yield Static(id="left-out", classes="told")
        sheet = Sheet(id="sheet")
        sheet.border_title = Content(SHEET_TITLE)
        yield sheet
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with pages to read, for the user."""
        self.query_one("#format", Choice).focus()
        self._pack()

    def _people(self) -> list[tuple[str, str]]:
        person = self.app.facts.person(self._begin) if self._begin else None
        known = [(self._begin, _short(person.name))] if person else []
        return [*known, (EVERYONE, "everyone")]

    def _readers(self) -> list[tuple[str, str]]:
        return [
            (Audience.ONLY_ME.value, "me, everything"),
            (Audience.US_TWO.value, "us two, nothing that is only for me"),
        ]

    def _first_titles(self) -> str:
        return "full" if self.app.world.settings.calendar.names else "short"

    @on(Choice.Changed)
    def _asked_anew(self) -> None:
        self._pack()

    def _wished(self) -> Wish:
        chosen = {choice.id: choice.value for choice in self.query(Choice)}
        minutes = self.app.world.settings.calendar.alarm_minutes
        return Wish(
            next(one for one in get_args(Format) if one == chosen["format"]),
            Audience(chosen["reader"]),
            chosen["whom"],
            short_titles=chosen["titles"] == "short",
            alarm=timedelta(minutes=minutes) if minutes else None,
        )

    @work(group="pack", exclusive=True)
    async def _pack(self) -> None:
        """Make what leaves, off the event loop; w waits until it is shown."""
        self._parcel, self._wish = None, self._wished()
        self.query_one("#row-titles").display = self._wish.format == "ics"
        try:
            parcel = await asyncio.to_thread(self.app.world.pack, self._wish)
        except TrothError as error:
            self._show("", error.sentence, "")
            return
        self._parcel = parcel
        missing = " ".join(f"Missing: {sentence}" for sentence in parcel.troubles)
        leaves = f"{parcel.leaves} {missing}".strip()
        self._show(_text(parcel), leaves, parcel.left_out)

    def _show(self, text: str, leaves: str, left_out: str) -> None:
        if not still_open(self):
            return
        self.query_one("#leaves", Static).update(Content(leaves))
        self.query_one("#left-out", Static).update(Content(left_out))
        self.query_one(Sheet).show(text)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is shown is written."""
        return None if action == "write" and self._parcel is None else True

    def action_write(self) -> None:
        """Ask where it shall go."""
        if self._parcel is not None:
            self.app.push_screen(WriteOut(self._parcel, several=self._wish.several))


def _asked(label: str, choice: Choice) -> ComposeResult:
    with Horizontal(id=f"row-{choice.id}", classes="asked"):
        yield Static(Content(label))
        yield choice


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _text(parcel: Parcel) -> str:
    """Every page, with its file name above where there are several."""
    texts = [(page.name, page.content.decode().removeprefix("\ufeff")) for page in parcel.pages]
    if len(texts) == 1:
        return texts[0][1]
    return "\n".join(f"═══ {name} ═══\n{text}" for name, text in texts)
