"""The form that adds people: one line for each, shown back in full before anything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from coaching.errors import Refused
from coaching.new_people import Entry, read_entries, say_added
from coaching.verbs.relationships import new_workbook
from tui.widgets.choice import Choice
from tui.widgets.editors import LongText
from tui.widgets.fields import LongField
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from coaching.fast_entry import NewRelationship
    from coaching.line_parts import Role
    from coaching.record.workbook import Workbook

TEACH = "A name is enough. More fits on the line: “Ben every 2w, next tue 3pm, my mentor”."
LINES_AT_ONCE = 20_000


class PeopleLines(LongText):
    """One person a line; enter saves, so a new line has keys of its own."""

    limit = LINES_AT_ONCE
    for_editor = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+j,alt+enter,shift+enter",
            "new_line",
            "new line",
            id="new.line",
            key_display="ctrl+j",
            tooltip="Another person, on a line of their own",
        ),
    ]

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()

    def action_new_line(self) -> None:
        """Begin another line."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)


class PeopleField(LongField):
    """The lines, with what was understood of them below."""

    def editor(self) -> TextArea:
        """Several lines, saved by enter."""
        return PeopleLines(self.start, placeholder=self._example)


class NewRelationships(Form[str]):
    """Adds one person, or several pasted lines as one deed; gives the first one's workbook id."""

    DEFAULT_CSS = """
    NewRelationships #role { height: 1; margin-bottom: 1; }
    NewRelationships Choice { margin-bottom: 0; }
    NewRelationships Field { margin-bottom: 0; }
    NewRelationships #readings { height: auto; max-height: 40vh; margin-bottom: 1; }
    NewRelationships #reading { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "add", id="new.add", tooltip="Add everyone on these lines"),
    ]
    draft_key = "new"

    def __init__(self, i_am: Role = "mentor") -> None:
        """`i_am` is the user's side that is proposed at first."""
        super().__init__()
        self._i_am = i_am

    def title_text(self) -> str:
        """What is added."""
        return "Add the people you mentor, or who mentor you"

    def fields(self) -> Iterator[Widget]:
        """The lines, the side where a line does not say it, and the reading."""
        yield PeopleField("who", "One person on each line", example="Ben")
        with VerticalScroll(id="readings", can_focus=False):
            yield Static(id="reading")
        with Horizontal(id="role"):
            yield Static("I am their", classes="label")
            yield Choice([("mentor", "mentor"), ("mentee", "mentee")], self._i_am, id="i-am")

    def on_mount(self) -> None:
        """Show what is understood of a draft that came back."""
        super().on_mount()
        self._read_again()

    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _read_again(self) -> None:
        self.query_one("#reading", Static).update(_reading(self._entries()))

    def _entries(self) -> list[Entry]:
        names = [person.name for person in self.app.facts.people]
        role: Role = "mentee" if self.query_one("#i-am", Choice).value == "mentee" else "mentor"
        world = self.app.world
        return read_entries(
            self.field("who").text,
            names,
            self.app.now,
            self.app.zone,
            role,
            style=world.date_style,
            usual=world.settings.rhythm.usual(),
        )

    async def save(self) -> str:
        """Save everyone as one deed, or nobody."""
        entries = self._entries()
        wrong = [entry.line_number for entry in entries if entry.new is None]
        if not entries:
            raise Refused("Write a name first.", field="who")
        if wrong:
            line = "This line" if len(entries) == 1 else f"Line {wrong[0]}"
            raise Refused(f"{line} needs a change first. Nothing is saved yet.", field="who")
        added = [entry.new for entry in entries if entry.new is not None]
        workbooks = [self._workbook(new) for new in added]
        said = say_added(added)
        await self.app.carry_out(lambda: self.app.world.coach.create(workbooks, said))
        self.app.say(said)
        return workbooks[0].id

    def _workbook(self, new: NewRelationship) -> Workbook:
        new_id = self.app.world.coach.new_id
        return new_workbook(
            workbook_id=new_id(),
            checkin_id=new_id(),
            name=new.name,
            i_am=new.i_am or "mentor",
            today=self.app.now.date(),
            zone=self.app.zone,
            every=new.every,
            next_one=new.next,
        )


def _reading(entries: list[Entry]) -> Content:
    """The lines that need a change first, then what was understood."""
    if not entries:
        return Content.styled(TEACH, "$text-muted")
    wrong = [_wrong(entry, len(entries)) for entry in entries if entry.new is None]
    right = [Content(f"→ {entry.sentence}") for entry in entries if entry.new is not None]
    return Content("\n").join([*wrong, *right])


def _wrong(entry: Entry, of: int) -> Content:
    line = f"line {entry.line_number}: " if of > 1 else ""
    return Content.styled(f"! {line}{entry.sentence}", "$text-error")
