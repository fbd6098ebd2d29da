"""The form that deletes a relationship: it asks for the name, and says what can bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from coaching.errors import Refused
from coaching.new_people import is_known
from coaching.record.relationship import Relationship
from coaching.say import say_count
from tui.widgets.choice import Choice
from tui.widgets.fields import Field
from tui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from coaching.record.workbook import Workbook


WAYS = (
    ("trash", "to the trash"),
    ("for good", "for good: from backups, copies and drafts too; nothing brings it back"),
)


class DeleteRelationship(Form[bool]):
    """Gives True where everything about the person went to the trash."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "delete", id="delete.do", tooltip="Delete it"),
    ]

    def __init__(self, workbook: Workbook) -> None:
        """Delete this workbook."""
        super().__init__()
        self.workbook = workbook
        self._kept = ""

    @property
    def _who(self) -> str:
        return self.workbook.relationship.name

    def title_text(self) -> str:
        """What is deleted."""
        return f"Delete {self._who}"

    def fields(self) -> Iterator[Widget]:
        """What happens, and the name."""
        kept = sum(
            len(rows) for table, rows in self.workbook.tables.items() if table != Relationship.table
        )
        self._kept = say_count(kept, "record")
        yield Static(Content(self._says()), classes="hint", id="says")
        yield Static("")
        yield Field("name", f"To delete, type: {self._who}")
        if self.app.world.keeping is not None:
            yield Choice(WAYS, id="way", stacked=True)

    def _says(self) -> str:
        """What becomes of everything, in the way chosen."""
        if self._for_good():
            return (
                f"{self._who} and {self._kept} are removed now, with every copy in backups, trash "
                "and drafts. u cannot bring them back, and no backup can."
            )
        return (
            f"{self._who} and {self._kept} go to the trash. u brings everything "
            "back while this window is open; when you leave Troth the trash is emptied, and "
            "only backups still hold it."
        )

    @on(Choice.Changed, "#way")
    def _say_again(self) -> None:
        self.query_one("#says", Static).update(Content(self._says()))

    async def save(self) -> bool:
        """Move everything to the trash, where the name was typed."""
        typed = self.field("name").text
        if not is_known(typed, [self._who]):
            raise Refused("That is not the name, so nothing is deleted.", field="name")
        said = f"{self._who}: deleted."
        if self._for_good():
            return await self._erase()
        coach = self.app.world.coach
        await self.app.carry_out(lambda: coach.discard(self.workbook.id, said))
        self.app.say(said)
        return True

    def _for_good(self) -> bool:
        return any(choice.value == "for good" for choice in self.query("#way").results(Choice))

    async def _erase(self) -> bool:
        """Remove it from the records and from every copy Troth has, and from this window's undo."""
        keeping, coach = self.app.world.keeping, self.app.world.coach
        if keeping is None:
            return False
        await self.app.carry_out(lambda: keeping.erase(self.workbook.id))
        coach.history.forget(self.workbook.id)
        self.app.say(f"{self._who}: deleted for good. Copies elsewhere are not in Troth's reach.")
        return True
