"""The question about power and age, asked once for each person, with what follows from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from coaching.errors import TrothError
from coaching.record.workbook import MINE
from coaching.verbs import agreements
from tui.widgets.form import Form
from tui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coaching.guide.agreement import AgreementWords
    from coaching.record.relationship import Tie
    from coaching.record.workbook import Workbook
    from tui.app import TrothApp

ONCE = (
    "Asked once for each person. Nothing ticked means none of these; "
    "the agreement's page changes it later."
)
ONLY_ME = "only me: it stands on no page for {name}"


class TiesForm(Form["Workbook"]):
    """Ticks what applies; what follows is said at once. Gives the records after saving."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, workbook: Workbook, words: AgreementWords) -> None:
        """Of this relationship."""
        super().__init__()
        self.workbook = workbook
        self.words = words

    def title_text(self) -> str:
        """Whom it is about."""
        return f"{self.workbook.relationship.name} and you"

    def fields(self) -> Iterator[Widget]:
        """The question, its answers, what follows."""
        about = self.workbook.relationship
        yield Static(Content(self.words.ties_question.replace("{name}", about.name)))
        yield Static(Content(ONCE), classes="hint")
        yield Static(Content(ONLY_ME.replace("{name}", about.name)), classes="hint")
        yield Static("")
        answers = [(tie.id, tie.label) for tie in self.words.ties]
        yield Ticks(answers, about.ties or (), none=self.words.ties_none)
        yield Static("")
        yield Static(id="follows")

    @on(Ticks.Changed)
    def _ticked(self, event: Ticks.Changed) -> None:
        lines = [line for tie in self.words.ties if tie.id in event.ticked for line in tie.follows]
        self.query_one("#follows", Static).update(Content("\n".join(lines)))

    def on_mount(self) -> None:
        """Say what follows from what is ticked already."""
        super().on_mount()
        ticks = self.query_one(Ticks)
        ticks.focus()
        self._ticked(Ticks.Changed(ticks, ticks.ticked))

    async def save(self) -> Workbook:
        """Keep the answer."""
        ticked = self.query_one(Ticks).ticked
        ties: list[Tie] = [tie.id for tie in self.words.ties if tie.id in ticked]
        verb = partial(agreements.answer_ties, ties=ties)
        coach = self.app.world.coach
        done = await self.app.carry_out(lambda: coach.do(self.workbook.id, verb))
        self.app.say(done.said)
        return done.workbook


def ask_ties(
    app: TrothApp, workbook: Workbook, then: Callable[[Workbook], None] | None = None
) -> None:
    """Ask where it was not asked yet, then go on; without an answer it is asked again next time.

    Where one is under 18 and nobody outside is noted, the people outside come first.
    """
    follow = then or _nothing
    if workbook.relationship.ties is not None:
        follow(workbook)
        return
    try:
        words = app.world.content.agreement
    except TrothError as error:
        app.show_error(error)
        return

    def answered(after: Workbook | None) -> None:
        follow(after or workbook)
        if after is not None and "under_18" in (after.relationship.ties or ()):
            _note_contact_first(app)

    app.push_screen(TiesForm(workbook, words), answered)


def ask_ties_once_noted(app: TrothApp, workbook: Workbook) -> Callable[[str | None], None]:
    """What follows a new note: where one was kept, the question, unless it was answered before."""

    def kept(note_id: str | None) -> None:
        if note_id is not None:
            ask_ties(app, workbook)

    return kept


def _note_contact_first(app: TrothApp) -> None:
    from coaching.record.contact import SupportContact
    from tui.guide.contacts import ContactsScreen

    try:
        noted = app.world.coach.open(MINE).all(SupportContact)
    except TrothError:
        noted = ()
    if not noted:
        app.push_screen(ContactsScreen())
        app.say("First, the safety contact of the programme: n notes it.")


def _nothing(_: Workbook) -> None:
    return None
